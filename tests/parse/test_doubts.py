"""What the parser is not sure of is said to the editor in the page's own words."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Line, Role
from kaifaqu_archive.parse.doubts import DOUBT_BELOW, how_sure, quoted
from tests.parse.making import parsed, prose


def read(n: int, text: str, confidence: float, role: Role = Role.BODY) -> tuple[Line, Role, float]:
    """Return a line as it was read."""
    return Line(n, text, 0), role, confidence


def test_a_line_under_the_threshold_becomes_a_doubt() -> None:
    """The sentence has the line's number, words, role and confidence; sure lines say nothing."""
    lines = [
        read(3, "古树普查", 0.699, Role.TITLE),
        read(5, "青溪县启动。", DOUBT_BELOW),
        read(7, "普查结束。", 1.0),
    ]
    assert how_sure(lines)[1] == ("第3行“古树普查”读作标题，把握只有70%",)
    assert DOUBT_BELOW == 0.7


def test_an_article_is_as_sure_as_its_lines_together() -> None:
    """Its confidence is their mean, to three places; without a line it is none."""
    assert how_sure([read(1, "甲", 1.0), read(2, "乙", 0.8), read(3, "丙", 0.9005)])[0] == 0.9
    assert how_sure([read(1, "甲", 1.0), read(2, "乙", 0.8), read(3, "丙", 0.8)])[0] == 0.867
    assert how_sure([]) == (0.0, ())


def test_doubts_come_behind_what_was_brought_home() -> None:
    """An article's doubts are what was moved, then the lines that were not read for sure."""
    page = parsed("林 萍", prose(80), "老厂房唤醒新业态", "本报讯 " + prose(90))
    for found in page.articles:
        own = [each for each in page.readings if each.article == found.id]
        assert found.confidence == round(sum(each.confidence for each in own) / len(own), 3)
        assert len(found.doubts) == sum(each.confidence < DOUBT_BELOW for each in own)


@pytest.mark.parametrize(
    ("text", "quote"),
    [("古树", "“古树”"), ("一" * 16, "“" + "一" * 16 + "”"), ("一" * 17, "“" + "一" * 15 + "…”"), ("", "“”")],
)
def test_a_quotation_is_short(text: str, quote: str) -> None:
    """Up to sixteen characters are quoted whole; of more, fifteen and an ellipsis."""
    assert quoted(text) == quote
