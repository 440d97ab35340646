"""When the paper appeared, rested, and is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Closure, DateBasis, Issue, IssueDate, Settings
from kaifaqu_archive.publish.rhythm import rhythm

if TYPE_CHECKING:
    from kaifaqu_archive.model import Catalogue


def run(catalogue: Catalogue, days: list[str], closed: str = "", weekday: int | None = 2) -> Catalogue:
    """Return a run of issues of 园区周报 on these days, newest first; the oldest gives notice of ``closed``."""
    first = catalogue.issues[0]
    issues = []
    for number, day in enumerate(sorted(days, reverse=True)):
        entry = first.entries[0]
        if closed and number == len(days) - 1:
            closure = Closure(closed, f"{closed}休刊。", "one.txt", 5)
            entry = replace(entry, facts=replace(entry.facts, closures=(closure,)))
        date_ = IssueDate(day, (day, day), DateBasis.GIVEN, ())
        issues.append(Issue("园区周报", date_, None, first.pages, (entry,)))
    return replace(catalogue, settings=Settings(publication="园区周报", weekday=weekday), issues=tuple(issues))


def test_weeks_without_an_issue_are_gaps_unless_the_paper_rested(catalogue: Catalogue) -> None:
    """Between the first and the last issue, a week has an issue, a rest that was announced, or a gap."""
    made = rhythm(run(catalogue, ["2024-01-02", "2024-01-30"], closed="2024-01-16"))
    assert made.gaps == {date(2024, 1, 9), date(2024, 1, 23)}
    assert list(made.rests) == [date(2024, 1, 16)]


def test_an_issue_a_day_early_is_the_issue_of_its_week(catalogue: Catalogue) -> None:
    """A paper that comes out on Monday once is not missing on Tuesday."""
    assert rhythm(run(catalogue, ["2024-01-02", "2024-01-08", "2024-01-16"])).gaps == frozenset()


def test_nothing_is_missing_where_the_day_of_the_paper_is_not_known(catalogue: Catalogue) -> None:
    """Without a weekday no gap is claimed."""
    assert rhythm(run(catalogue, ["2024-01-02", "2024-03-05"], weekday=None)).gaps == frozenset()


def test_a_span_of_rest_covers_all_its_days(catalogue: Catalogue) -> None:
    """A range of days is as many days."""
    made = rhythm(run(catalogue, ["2024-01-02", "2024-01-30"], closed="2024-01-08/2024-01-23"))
    assert made.gaps == frozenset()
    assert len(made.rests) == 16
