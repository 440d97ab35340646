"""A year as twelve small sheets: the days with an issue, those without one, and those on which the paper rested."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.model import DateBasis
from kaifaqu_archive.publish import urls, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from kaifaqu_archive.model import Issue
    from kaifaqu_archive.publish.rhythm import Rhythm

CELL, GAP = 20, 2
HEAD = 20
"""Height of the line that names the month."""
WEEKS = 6
MONDAY_FIRST = Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is marked."""

    x: int
    y: int
    text: str
    """30, or 休."""
    state: str
    """``issue``, ``inferred``, ``rest`` or ``gap``."""
    href: str
    label: str
    """1月30日：科学导报·开发区建设."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One month."""

    name: str
    dots: str
    """Path data: a point for every day that is not marked."""
    days: tuple[Day, ...]
    issues: str
    """Days of the table: 30日."""
    rests: str
    gaps: str


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """Twelve months with what is known of their days."""

    name: str
    anchor: str
    summary: str
    wide: int
    high: int
    cell: int
    sheets: tuple[Sheet, ...]


def calendar_year(rhythm: Rhythm, year: int, address: Callable[[Issue], str]) -> CalendarYear:
    """Return the sheets of a year; ``address`` tells where an issue stands."""
    return CalendarYear(
        name=f"{year}年",
        anchor=f"y{year}",
        summary=_summary(rhythm, year),
        wide=7 * (CELL + GAP) - GAP,
        high=HEAD + WEEKS * (CELL + GAP) - GAP,
        cell=CELL,
        sheets=tuple(_sheet(rhythm, year, month, address) for month in range(1, 13)),
    )


def _summary(rhythm: Rhythm, year: int) -> str:
    issues = sum(len(held) for day, held in rhythm.issues.items() if day.year == year)
    rests, gaps = (sum(day.year == year for day in days) for days in (rhythm.rests, rhythm.gaps))
    said = [f"收录{issues}期"]
    said += [f"据启事休刊{rests}日"] if rests else []
    if gaps and rhythm.weekday:
        said.append(f"按每周{wording.WEEKDAYS[rhythm.weekday - 1]}出刊推算，另有{gaps}期未收")
    return "，".join(said)


def _sheet(rhythm: Rhythm, year: int, month: int, address: Callable[[Issue], str]) -> Sheet:
    dots: list[str] = []
    marked: list[Day] = []
    for week, days in enumerate(MONDAY_FIRST.monthdatescalendar(year, month)):
        for column, day in enumerate(days):
            x, y = column * (CELL + GAP), HEAD + week * (CELL + GAP)
            if day.month == month:
                marked += _marked(rhythm, day, (x, y), address) or _dotted(dots, x, y)
    return Sheet(
        name=f"{month}月",
        dots="".join(dots),
        days=tuple(marked),
        issues=_said(rhythm.issues, year, month),
        rests=_said(rhythm.rests, year, month),
        gaps=_said(sorted(rhythm.gaps), year, month),
    )


def _dotted(dots: list[str], x: int, y: int) -> list[Day]:
    """Set a point for a day that is not marked."""
    dots.append(f"M{x + CELL // 2} {y + CELL // 2}h0")
    return []


def _marked(rhythm: Rhythm, day: date, at: tuple[int, int], address: Callable[[Issue], str]) -> list[Day]:
    """Return the mark of a day, or nothing."""
    name = f"{day.month}月{day.day}日"
    if held := rhythm.issues.get(day):
        given = any(issue.date.basis is DateBasis.GIVEN for issue in held)
        papers = "、".join(wording.publication(issue.publication) for issue in held)
        label = f"{name}：{papers}{'' if given else '（日期据版面推断）'}"
        # Several papers of one day are told apart in the list below.
        href = address(held[0]) if len(held) == 1 else f"{urls.ISSUES}#{day_anchor(day.isoformat())}"
        return [Day(*at, str(day.day), "issue" if given else "inferred", href, label)]
    if rest := rhythm.rests.get(day):
        return [Day(*at, "休", "rest", urls.article(rest.article), f"{name}休刊：{rest.closure.text}")]
    if day in rhythm.gaps:
        return [Day(*at, str(day.day), "gap", "", f"{name}：应出刊，本档案未收")]
    return []


def _said(days: Iterable[date], year: int, month: int) -> str:
    return "、".join(f"{day.day}日" for day in _of(days, year, month))


def _of(days: Iterable[date], year: int, month: int) -> Iterator[date]:
    return iter(sorted(day for day in days if (day.year, day.month) == (year, month)))


def day_anchor(value: str) -> str:
    """Return the anchor of a day in the list of issues."""
    return f"d{value}"
