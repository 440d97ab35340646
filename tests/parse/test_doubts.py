"""What the parser is not sure of is said to the editor in the page's own words."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Line, Reading, Role
from kaifaqu_archive.parse.doubts import DOUBT_BELOW, quoted, with_doubts
from tests.parse.making import article


def read(n: int, text: str, ident: str | None, confidence: float, role: Role = Role.BODY) -> Reading:
    """Return a line as it was read."""
    return Reading(Line(n, text, 0), role, ident, confidence, "size")


def test_a_line_under_the_threshold_becomes_a_doubt() -> None:
    """The sentence has the line's number, words, role and confidence; sure lines say nothing."""
    readings = [
        read(3, "古树普查", "a", 0.699, Role.TITLE),
        read(5, "青溪县启动。", "a", DOUBT_BELOW),
        read(7, "普查结束。", "a", 1.0),
    ]
    (found,) = with_doubts([article("a", "青溪县启动。", doubts=("标题…",))], readings)
    assert found.doubts == ("标题…", "第3行“古树普查”读作标题，把握只有70%")
    assert DOUBT_BELOW == 0.7


def test_an_article_is_as_sure_as_its_lines_together() -> None:
    """Its confidence is their mean, to three places; lines of other articles, or of none, do not count."""
    readings = [read(1, "甲", "a", 1.0), read(2, "乙", "a", 0.8), read(3, "丙", "a", 0.9005), read(4, "丁", "b", 0.1)]
    readings += [read(5, "戊", None, 0.0)]
    found = with_doubts([article("b", "丁"), article("a", "甲"), article("c", "己")], readings)
    assert [each.id for each in found] == ["b", "a", "c"]
    assert [each.confidence for each in found] == [0.1, 0.9, 0.0]
    exact = with_doubts(
        [article("a", "甲")], [read(1, "甲", "a", 1.0), read(2, "乙", "a", 0.8), read(3, "丙", "a", 0.8)]
    )
    assert exact[0].confidence == 0.867


@pytest.mark.parametrize(
    ("text", "quote"),
    [("古树", "“古树”"), ("一" * 16, "“" + "一" * 16 + "”"), ("一" * 17, "“" + "一" * 15 + "…”"), ("", "“”")],
)
def test_a_quotation_is_short(text: str, quote: str) -> None:
    """Up to sixteen characters are quoted whole; of more, fifteen and an ellipsis."""
    assert quoted(text) == quote
