"""The run of issues says what the archive lacks, and claims no gap where it cannot know."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Catalogue, DateBasis, Issue, IssueDate, PageFacts, Settings
from kaifaqu_archive.report.run import gaps


def issue(
    day: str, labels: tuple[str | None, ...] = ("A1",), paper: str | None = "周刊", *, given: bool = True
) -> Issue:
    """Return an issue of that day with pages of these labels."""
    date = IssueDate(day, (day, day), DateBasis.GIVEN if given else DateBasis.INFERRED, ())
    pages = tuple(PageFacts(f"{day}-{n}.txt", paper, date, label, None) for n, label in enumerate(labels))
    return Issue(paper, date, None, pages, ())


def says(*issues: Issue, weekday: int | None = None) -> list[str]:
    """Return what is said of these issues, newest first as a catalogue has them."""
    ordered = tuple(sorted(issues, key=lambda one: one.date.value or "", reverse=True))
    return [gap.says for gap in gaps(Catalogue(Settings(publication="周刊", weekday=weekday), ordered))]


def test_a_weekly_paper_lacks_the_weeks_between() -> None:
    """With the weekday known two issues are enough to count what is missing."""
    assert says(issue("2024-01-30"), issue("2024-02-06"), weekday=2) == []
    assert says(issue("2024-01-30"), issue("2024-02-20"), weekday=2) == ["2024-01-30 与 2024-02-20 之间缺 2 期"]
    assert says(issue("2024-01-02"), issue("2024-12-31"), weekday=2) == ["2024-01-02 与 2024-12-31 之间缺 51 期"]


def test_a_guess_is_said_to_be_one() -> None:
    """Between inferred dates the number is approximate."""
    assert "缺约 2 期" in says(issue("2024-01-30"), issue("2024-02-20", given=False), weekday=2)[0]


def test_the_rhythm_is_learned_from_enough_issues() -> None:
    """Without the editor's word four issues give the commonest step; fewer claim nothing."""
    daily = [issue(f"2024-01-{day:02}") for day in (1, 2, 3, 4, 7)]
    assert says(*daily) == ["2024-01-04 与 2024-01-07 之间缺 2 期"]
    assert says(*daily[:3], issue("2024-01-07")) == ["2024-01-03 与 2024-01-07 之间缺 3 期"]
    assert says(issue("2024-01-01"), issue("2024-01-02"), issue("2024-03-01")) == []


def test_each_paper_has_its_own_run() -> None:
    """A daily's issues fill no gap of a weekly; an unknown paper's undated pages have none."""
    assert says(issue("2024-01-30"), issue("2024-02-06", paper="日报"), issue("2024-02-13"), weekday=2) == [
        "2024-01-30 与 2024-02-13 之间缺 1 期"
    ]
    undated = Issue(None, IssueDate(None, None, DateBasis.UNKNOWN, ()), None, (), ())
    assert says(undated) == []


def test_a_date_on_the_wrong_weekday_is_odd() -> None:
    """A misprinted date shows where the weekday is known."""
    assert says(issue("2024-01-31"), weekday=2) == ["2024-01-31 是星期三，而本报逢星期二出刊"]
    assert says(issue("2024-01-31", paper="日报"), weekday=2) == []


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("A1", "A2"), []),
        (("A1", "A3"), ["2024-01-30 缺 A2 版"]),
        (("A2",), ["2024-01-30 缺 A1 版"]),
        (("A1", "B2"), ["2024-01-30 缺 B1 版"]),
        (("第1版", "第4版"), ["2024-01-30 缺 2、3 版"]),
        (("A1", "A1"), ["2024-01-30 有 2 个版面都标作 A1：2024-01-30-0.txt、2024-01-30-1.txt"]),
        ((None, "头版"), []),
    ],
)
def test_pages_missing_inside_an_issue_are_named(labels: tuple[str | None, ...], said: list[str]) -> None:
    """By section and number, however they are written."""
    assert says(issue("2024-01-30", labels), weekday=2) == said
