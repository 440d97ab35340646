"""Dates, pages and openings in Chinese."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import DateBasis, IssueDate, Paragraph, Role
from kaifaqu_archive.publish import wording


@pytest.mark.parametrize(
    ("label", "said"),
    [("A1", "A1版"), ("7", "第7版"), ("第7版", "第7版"), ("要闻版", "要闻版"), (None, "版次不详"), ("", "版次不详")],
)
def test_page_labels(label: str | None, said: str) -> None:
    """A label is said as the print says it; an unknown one is called unknown."""
    assert wording.page_label(label) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2025-04-19", "2025-05-20", "2025年4月19日至5月20日"),
        ("2024-12-30", "2025-01-07", "2024年12月30日至2025年1月7日"),
        ("2024-12-30", "2024-12-30", "2024年12月30日"),
    ],
)
def test_ranges_say_the_year_once(first: str, last: str, said: str) -> None:
    """The year is said again only where it changes; a range of one day is that day."""
    assert wording.span(first, last) == said


def test_a_given_date_is_not_marked() -> None:
    """What the editor knows needs no note, whatever evidence there was."""
    shown = wording.dated(IssueDate("2024-01-30", ("2024-01-30", "2024-01-30"), DateBasis.GIVEN, ("词",)))
    assert (shown.text, shown.weekday, shown.mark, shown.note, shown.evidence) == (
        "2024年1月30日",
        "星期二",
        "",
        "",
        (),
    )


def test_an_inferred_date_is_marked_with_range_and_evidence() -> None:
    """An inferred date says that it is, in which days it may lie, and from which words."""
    shown = wording.dated(IssueDate("2024-01-30", ("2024-01-24", "2024-01-30"), DateBasis.INFERRED, ("词",)))
    assert shown.mark == "日期据版面推断"
    assert "2024年1月24日至1月30日" in shown.note
    assert shown.evidence == ("词",)


def test_a_date_that_may_lie_far_off_is_said_to_be_doubtful() -> None:
    """A range of a year is no date to rely on; a given one is never doubtful."""
    wide = ("2024-04-19", "2025-05-02")
    shown = wording.dated(IssueDate("2025-04-22", wide, DateBasis.INFERRED, ("词",)))
    assert (shown.tag, shown.mark) == ("存疑", "日期存疑，据版面推断")
    assert "2024年4月19日至2025年5月2日" in shown.note
    narrow = wording.dated(IssueDate("2025-04-22", ("2025-04-19", "2025-05-02"), DateBasis.INFERRED, ("词",)))
    assert narrow.tag == "推断"
    assert wording.dated(IssueDate("2025-04-22", wide, DateBasis.GIVEN, ())).tag == ""


def test_an_unknown_date_with_a_range_says_the_range() -> None:
    """No day is claimed, but what is known is said."""
    shown = wording.dated(IssueDate(None, ("2024-01-01", "2024-12-31"), DateBasis.UNKNOWN, ()))
    assert (shown.text, shown.iso, shown.weekday) == ("日期不详", None, "")
    assert "2024年1月1日至12月31日" in shown.note


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(role, text, "one.txt", (1,))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("本报讯 记者王波 今年以来，开工。", "今年以来，开工。"),
        ("某某日报讯 （记者 王波） 今年以来。", "今年以来。"),
        ("本报南京5月4日电　（记者尹晓宇）昨日开幕。", "昨日开幕。"),
        ("新华社电 昨日开工。", "昨日开工。"),
        ("通讯员的话。", "通讯员的话。"),
        ("简讯 记者节快乐。", "简讯 记者节快乐。"),
    ],
)
def test_an_opening_leaves_the_dateline_out(text: str, shown: str) -> None:
    """A list shows what the article says, not who sent it; without a dateline nothing is taken."""
    assert wording.opening([paragraph("小标题", Role.HEADING), paragraph(text)]) == shown


def test_a_long_opening_is_cut_at_a_sentence_or_says_that_it_goes_on() -> None:
    """A cut never stands inside a sentence without dots."""
    sentences = "这是一句话，不长也不短。" * 20
    assert wording.opening([paragraph(sentences)]).endswith("。")
    assert len(wording.opening([paragraph(sentences)])) <= wording.EXCERPT
    assert wording.opening([paragraph("长" * 300)]) == "长" * wording.EXCERPT + "……"
