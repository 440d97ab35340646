"""On which days the paper should have appeared, on which it said it would not, and which the archive lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kaifaqu_archive.model import Catalogue, Closure, Issue

NEAR = 3
"""Days by which an issue may miss its weekday and still be the issue of that week."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Rest:
    """A day on which the paper said that it would not appear."""

    closure: Closure
    article: str
    """The id of the notice."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The run of the archive's own paper."""

    weekday: int | None
    """Monday is 1; None where the editor did not say, and then nothing is called missing."""
    issues: Mapping[date, tuple[Issue, ...]]
    """All issues of all papers that have a date."""
    rests: Mapping[date, Rest]
    gaps: frozenset[date]
    """Days between the first and the last issue on which the paper should have appeared and that the archive lacks."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have an issue, a gap or a rest, the newest first."""
        days = (*self.issues, *self.rests, *self.gaps)
        return tuple(sorted({day.year for day in days}, reverse=True))


def rhythm(catalogue: Catalogue) -> Rhythm:
    """Return when the archive's paper appeared, rested, and is missing."""
    issues: dict[date, tuple[Issue, ...]] = {}
    for issue in catalogue.issues:
        if issue.date.value:
            day = date.fromisoformat(issue.date.value)
            issues[day] = (*issues.get(day, ()), issue)
    own = catalogue.settings.publication
    ours = [issue for issue in catalogue.issues if issue.publication == own]
    rests = _rests(ours)
    weekday = catalogue.settings.weekday
    days = [day for day, held in issues.items() if any(issue.publication == own for issue in held)]
    gaps = frozenset(_due(days, weekday)) - set(rests) if weekday and days else frozenset()
    return Rhythm(weekday, issues, rests, gaps)


def _due(days: Iterable[date], weekday: int) -> Iterable[date]:
    """Yield the days on which an issue was due and none appeared near it."""
    there = set(days)
    first, last = min(there), max(there)
    day = first + timedelta(days=(weekday - first.isoweekday()) % len("一二三四五六日"))
    while day <= last:
        if not any(day + timedelta(days=off) in there for off in range(-NEAR, NEAR + 1)):
            yield day
        day += WEEK


def _rests(issues: Iterable[Issue]) -> dict[date, Rest]:
    found: dict[date, Rest] = {}
    for issue in issues:
        for entry in issue.entries:
            for closure in entry.facts.closures:
                found.update(dict.fromkeys(_days(closure.days), Rest(closure, entry.id)))
    return dict(sorted(found.items()))


def _days(value: str) -> Iterable[date]:
    """Yield every day of ``2024-02-06`` or ``2024-02-06/2024-02-13``."""
    first, _, last = value.partition("/")
    day, end = date.fromisoformat(first), date.fromisoformat(last or first)
    while day <= end:
        yield day
        day += timedelta(days=1)
