"""The date of an issue, inferred from nothing but the page.

Soon after the latest event that carries a date the page was printed: the day after in a daily, whose
datelines say so, within a fortnight in a weekly.  A notice of suspension names the days of issue itself.
Which year, :mod:`issue_year` tells.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kaifaqu_archive.extract import festivals
from kaifaqu_archive.extract.date_grammar import Found, find_dates
from kaifaqu_archive.extract.issue_year import YearGuess, guess_year
from kaifaqu_archive.extract.stretches import even
from kaifaqu_archive.extract.text_dates import is_coming, is_yearly
from kaifaqu_archive.extract.year_clues import quote
from kaifaqu_archive.model import DateBasis, IssueDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.model import Page

USUAL_LAG = 6
"""Days from the latest event to the issue of a paper of which neither weekday nor kind is known."""
DAILY_LAG = 1
"""Days from an event, or a dateline (7月3日电), to print in a daily."""
LONGEST_LAG = 14
"""Days after its latest event within which a page has appeared: two issues of a weekly."""
PERIOD_LAG = 45
"""Days after its end within which a month's or quarter's figures are printed."""
AUTUMN, SPRING = 10, 3
"""Months from which, and up to which, events on one page lie on either side of a new year."""

_ANY_YEAR = 2024

_TITLES = re.compile(r"《[^》]*》")
_SUSPENDED = re.compile(r"休刊|停刊")
_WIRE = re.compile("电(?![力动商网影子视话池信站路气价量厂缆梯])")
_DAILY = re.compile(r"本报|昨日|昨天|昨晚|今晨")
_PASSED = ("刚过", "当天", "当日", "期间")


@dataclass(frozen=True, slots=True)
class _Event:
    """A day that the page speaks of as past."""

    month: int
    day: int
    year: int | None
    """Where it is written."""
    quote: str
    wire: bool


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    dates: tuple[Found, ...]


_Day = tuple[date, _Event | None, str]
"""The day of an event, the event (None for a festival), and the page's words."""


def infer_issue_date(page: Page, weekday: int | None) -> IssueDate:
    """Return the date of the issue that ``page`` belongs to.

    ``weekday`` is the day on which the paper appears, Monday is 1; None when not known or when it
    appears daily.  The value is a best guess, the range is honest, the evidence quotes the page.
    Where nothing on the page tells the year, the date is unknown; where it is only likely, the range says so.
    """
    texts = [plain(line.text) for line in page.lines]
    lines = [_Line(text, tuple(find_dates(text))) for text in texts]
    events = [event for line in lines if not _SUSPENDED.search(line.text) for event in _events(line)]
    guess = guess_year(texts, _latest(events, lines))
    if guess is None:
        return IssueDate(None, None, DateBasis.UNKNOWN, ())
    found = _in_year(lines, events, guess, weekday) if guess.likely else None
    if found is None:
        return IssueDate(None, _years(guess), DateBasis.UNKNOWN, guess.quotes)
    return found if guess.sure else _as_doubtful(found, guess)


def _in_year(
    lines: Sequence[_Line], events: Sequence[_Event], guess: YearGuess, weekday: int | None
) -> IssueDate | None:
    """Return the date within the likeliest year; None where no event, notice or period tells the day."""
    days = sorted(_days(events, guess, lines), key=lambda each: each[0])
    if notice := _notice(lines, guess.year, days):
        return notice
    if days:
        return _after(days[-1], guess, weekday, daily=any(_DAILY.search(line.text) for line in lines))
    if period := _period(lines, guess):
        end, words = period
        value = _next(end, weekday, LONGEST_LAG)
        return _dated(value, (end + timedelta(1), end + timedelta(PERIOD_LAG)), (*guess.quotes, words))
    return None


def _years(guess: YearGuess) -> tuple[str, str]:
    first, last = guess.possible
    return date(first, 1, 1).isoformat(), date(last, 12, 31).isoformat()


def _as_doubtful(found: IssueDate, guess: YearGuess) -> IssueDate:
    """Return the date in a range that holds every year in which it may have been printed."""
    if found.range is None:
        return found
    first, last = found.range
    begin, end = guess.possible
    return replace(
        found,
        range=(_moved(first, min(0, begin - guess.year)), _moved(last, max(0, end - guess.year))),
        evidence=tuple(dict.fromkeys((*found.evidence, *guess.quotes))),
    )


def _moved(day: str, years: int) -> str:
    """Return the same day of another year, the 28th of February for the 29th."""
    year = int(day[:4]) + years
    return f"{year}{day[4:]}" if day[5:] != "02-29" or isleap(year) else f"{year}-02-28"


def plain(text: str) -> str:
    """Return a line in half width, without the titles of books and papers: their dates are not the page's."""
    return _TITLES.sub("", even(text))


def latest_month(texts: Sequence[str]) -> int | None:
    """Return the month of the latest event of which lines speak without its year; None without one."""
    lines = [_Line(text, tuple(find_dates(text))) for text in texts if not _SUSPENDED.search(text)]
    return _latest([event for line in lines for event in _events(line)], lines)


def _latest(events: Sequence[_Event], lines: Sequence[_Line]) -> int | None:
    undated = _chronological([event for event in events if event.year is None])
    if undated:
        return undated[-1].month
    # A festival of the moon falls in the same month of most years.
    feasts = [day for day, _, _ in _feasts(lines, _ANY_YEAR)]
    return max(feasts).month if feasts else None


def _dated(value: date, span: tuple[date, date], quotes: Sequence[str]) -> IssueDate:
    first, last = min(value, span[0]), max(value, span[1])
    return IssueDate(value.isoformat(), (first.isoformat(), last.isoformat()), DateBasis.INFERRED, tuple(quotes))


# --- events -------------------------------------------------------------------------


def _events(line: _Line) -> Iterator[_Event]:
    """Yield the days of which a line speaks as past."""
    told = None
    for found in line.dates:
        point = found.first
        told = point.year or told
        elsewhen = point.shift not in (None, 0) or point.again is not None or (told and not point.year)
        if point.day is None or point.month is None or found.form == "lunar" or elsewhen:
            continue
        if is_coming(line.text, found) or is_yearly(line.text, found) or line.text.startswith("起", found.end):
            continue
        wire = bool(_WIRE.match(line.text, found.end))
        yield _Event(point.month, point.day, point.year, quote(line.text, found.start, found.end), wire)


def _chronological(events: Sequence[_Event]) -> list[_Event]:
    """Return events in order; on a page of January those of December come first."""
    months = {event.month for event in events}
    turn = bool(months) and min(months) <= SPRING and max(months) >= AUTUMN + 1
    return sorted(events, key=lambda event: (event.month - 12 * (turn and event.month >= AUTUMN), event.day))


def _days(events: Sequence[_Event], guess: YearGuess, lines: Sequence[_Line]) -> Iterator[_Day]:
    """Yield the days of what happened before the issue; those of datelines alone where there are any."""
    undated = _chronological([event for event in events if event.year is None])
    latest = undated[-1].month if undated else None
    wires = [event for event in events if event.wire]
    for event in wires or [each for each in events if each.year in (None, guess.year)]:
        before = latest is not None and latest <= SPRING and event.month >= AUTUMN
        turned = guess.turned and latest is not None and latest >= AUTUMN and event.month >= AUTUMN
        year = event.year or guess.year - (before or turned)
        if event.day <= monthrange(year, event.month)[1]:
            yield date(year, event.month, event.day), event, event.quote
    yield from () if wires else _feasts(lines, guess.year)


def _feasts(lines: Sequence[_Line], year: int) -> Iterator[_Day]:
    """Yield festivals that a page speaks of as just past: 元宵节刚过."""
    for line in lines:
        for found in line.dates:
            name, _, what = found.part.partition(" ")
            day = festivals.festival(name, year) if found.form == "festival" and what in _PASSED else None
            if day and not found.first.has_year and not is_coming(line.text, found):
                yield day, None, quote(line.text, found.start, found.end)


def _after(latest: _Day, guess: YearGuess, weekday: int | None, *, daily: bool) -> IssueDate:
    """Return the issue that follows the latest event."""
    day, event, words = latest
    evidence = (words, *guess.quotes)
    if weekday is None and event and event.wire:
        return _dated(day + timedelta(DAILY_LAG), (day, day + timedelta(2 * DAILY_LAG)), evidence)
    value = _next(day, weekday, DAILY_LAG if daily else USUAL_LAG)
    last = value + timedelta(7) if weekday else day + timedelta(LONGEST_LAG)
    return _dated(value, (day + timedelta(1), last), evidence)


def _next(day: date, weekday: int | None, lag: int) -> date:
    """Return the first day of issue after ``day``, or ``lag`` days after it where the weekday is not known.

    A weekly does not appear in the week of National Day or of the new year.
    """
    if weekday is None:
        return day + timedelta(lag)
    value = day + timedelta((weekday - day.isoweekday() - 1) % 7 + 1)
    for name in ("国庆", "春节"):
        leave = festivals.holiday(name, value.year)
        if leave and leave[0] <= value <= leave[1]:
            return value + timedelta(7)
    return value


# --- notices and figures ------------------------------------------------------------


def _notice(lines: Sequence[_Line], year: int, events: Sequence[_Day]) -> IssueDate | None:
    """Read a notice that the paper will not appear on certain days: it stands in the last issue before them."""
    for line in lines:
        if not _SUSPENDED.search(line.text):
            continue
        points = [each.first for each in line.dates if each.first.month and each.first.day]
        days = [date(point.year or year, point.month or 1, point.day or 1) for point in points]
        if not days:
            continue
        weekly = len(days) > 1 and all((day - days[0]).days % 7 == 0 for day in days)
        value = days[0] - timedelta(7 if weekly else 1)
        past = [event for event in events if event[0] < days[0]]
        first = past[-1][0] + timedelta(1) if past else value - timedelta(7)
        quotes = (line.text[:60], *(event[2] for event in past[-1:]))
        return _dated(value, (max(first, value - timedelta(7)), value), quotes)
    return None


def _period(lines: Sequence[_Line], guess: YearGuess) -> tuple[date, str] | None:
    """Return the end of the latest month or quarter of which figures are given, and the words."""
    ends = []
    for line in lines:
        for found in line.dates:
            point = found.last or found.first
            other = found.first.year not in (None, guess.year) or found.first.shift not in (None, 0)
            if point.month is None or point.day or other or is_coming(line.text, found) or is_yearly(line.text, found):
                continue
            year = guess.year - (guess.turned and point.month >= AUTUMN)
            following = date(year + point.month // 12, point.month % 12 + 1, 1)
            ends.append((following - timedelta(1), quote(line.text, found.start, found.end)))
    return max(ends) if ends else None
