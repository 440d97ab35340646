"""The date of an issue, inferred from nothing but the page.

Two questions, asked one after the other.  Which year: the latest one that the page speaks of
as present or past, or the year after it where it is spoken of as complete.  Which day: soon
after the latest event that carries a date; a notice of suspension names the days of issue itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kaifaqu_archive.extract import festivals
from kaifaqu_archive.extract.date_grammar import Found, find_dates
from kaifaqu_archive.extract.stretches import even
from kaifaqu_archive.model import DateBasis, IssueDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Page

USUAL_LAG = 6
"""Days from the latest event to the issue of a paper whose weekday is not known: between a daily and a fortnight."""
LONGEST_LAG = 14
"""Days after its latest event within which a page has appeared: two issues of a weekly."""
WIRE_LAG = 1
"""Days from a dateline (7月3日电) to its print."""
AUTUMN = 10
"""Seen from a year that has just ended, a month from this one on without a year is that year's."""
QUOTE = 12
"""Characters quoted on either side of what a date was inferred from."""

_TITLES = re.compile(r"《[^》]*》")
_CLAUSE = re.compile(r"[^,。!?;，。！？；]*")
_COMING = re.compile(r"将|拟|计划|预计|力争|争取|确保|定于|届时|即将|有望|目标|规划|截止")
_COMPLETE = re.compile(r"度?(?:的?全年|底|末|年底)|度(?:.{0,6})(?:考核|评|表彰|优秀|先进|总结|决算|获)|度?[^,。]{0,12}(?:名单|评选)")
_CURRENT = re.compile(r"度?[^,。]{0,6}(?:工作安排|工作要点|重点工作|目标|计划|安排|将)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_SUSPENDED = re.compile(r"休刊|停刊")
_RESUMED = re.compile(r"恢复|复刊|照常|正常")
_WIRE = re.compile(r"电[\s(:,]")
_PASSED = ("刚过", "当天", "当日", "期间")


@dataclass(frozen=True, slots=True)
class _Event:
    """A day that the page speaks of as past."""

    day: date
    quote: str
    wire: bool


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    dates: tuple[Found, ...]


def infer_issue_date(page: Page, weekday: int | None) -> IssueDate:
    """Return the date of the issue that ``page`` belongs to.

    ``weekday`` is the day on which the paper appears, Monday is 1; None when not known or when it
    appears daily.  The value is a best guess, the range is honest, the evidence quotes the page.
    Where nothing on the page tells the year, the date is unknown.
    """
    lines = [_Line(text, tuple(find_dates(text))) for text in (_TITLES.sub("", even(line.text)) for line in page.lines)]
    guessed = _guess_year(lines)
    if guessed is None:
        return IssueDate(None, None, DateBasis.UNKNOWN, ())
    year, quotes, turned = guessed
    events = sorted(_events(lines, year, turned=turned), key=lambda event: event.day)
    if notice := _notice(lines, year, events):
        return notice
    if events:
        return _after(events[-1], weekday, quotes)
    if period := _period(lines, year, turned=turned):
        end, quote = period
        return _dated(_next(end, weekday, LONGEST_LAG), (end + timedelta(1), end + timedelta(45)), (*quotes, quote))
    whole = (date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat())
    return IssueDate(None, whole, DateBasis.UNKNOWN, quotes)


def _dated(value: date, span: tuple[date, date], quotes: Sequence[str]) -> IssueDate:
    first, last = min(value, span[0]), max(value, span[1])
    return IssueDate(value.isoformat(), (first.isoformat(), last.isoformat()), DateBasis.INFERRED, tuple(quotes))


def _quote(text: str, start: int, end: int) -> str:
    return text[max(0, start - QUOTE) : end + QUOTE].strip()


def _clause(text: str, start: int, end: int) -> str:
    """Return the clause in which ``text[start:end]`` stands."""
    begin = max(text.rfind(mark, 0, start) for mark in ",。!?;") + 1
    stop = min((at for mark in ",。!?;" if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[begin:stop]


def _guess_year(lines: Sequence[_Line]) -> tuple[int, tuple[str, ...], bool] | None:
    """Return the year of issue, the words that speak for it, and whether it follows a year spoken of as complete."""
    seen: list[tuple[int, str, str]] = []
    for line in lines:
        for match in _YEAR.finditer(line.text):
            planned = line.text[max(0, match.start() - 1) : match.start()] in "到至" and match.start() > 0
            before = line.text.startswith(("前", "底前"), match.end())
            if before or (planned and _COMING.search(_clause(line.text, *match.span()))):
                continue
            seen.append((int(match[1]), line.text[match.end() : match.end() + 24], _quote(line.text, *match.span())))
    if not seen:
        return None
    latest = max(year for year, _, _ in seen)
    of_latest = [(after, quote) for year, after, quote in seen if year == latest]
    current = [quote for after, quote in of_latest if _CURRENT.match(after)]
    complete = [quote for after, quote in of_latest if _COMPLETE.match(after)]
    if complete and not current:
        return latest + 1, tuple(complete[:1]), True
    return latest, tuple((current or [quote for _, quote in of_latest])[:1]), False


def _events(lines: Sequence[_Line], year: int, *, turned: bool) -> list[_Event]:
    found = []
    for line in lines:
        if _SUSPENDED.search(line.text):
            continue
        for each in line.dates:
            if day := _event_day(line.text, each, year, turned=turned):
                wire = bool(_WIRE.match(line.text, each.end))
                found.append(_Event(day, _quote(line.text, each.start, each.end), wire))
    return found


def _event_day(text: str, found: Found, year: int, *, turned: bool) -> date | None:
    """Return the day of a past event; None for a plan, a coarser date or one that is not of this year."""
    point = found.first
    if found.form == "festival":
        name, _, what = found.part.partition(" ")
        return festivals.festival(name, year) if what in _PASSED and not point.has_year else None
    if point.day is None or point.month is None or found.form == "lunar":
        return None
    if point.has_year and (point.year or year + (point.shift or 0)) != year:
        return None
    if _COMING.search(_clause(text, found.start, found.end)) or text[found.end - 1] == "前":
        return None
    if not point.has_year and _told_of_another_year(text[: found.start], year):
        return None
    of = year - 1 if turned and point.month >= AUTUMN and not point.has_year else year
    try:
        return date(of, point.month, point.day)
    except ValueError:
        return None


def _told_of_another_year(before: str, year: int) -> bool:
    """Whether the last year named in the paragraph is an earlier one: 2022年4月获批,9月…"""
    named = _YEAR.findall(before)
    return bool(named) and int(named[-1]) != year


def _after(event: _Event, weekday: int | None, quotes: Sequence[str]) -> IssueDate:
    """Return the issue that follows the latest event."""
    evidence = (event.quote, *quotes)
    if event.wire and weekday is None:
        value = event.day + timedelta(WIRE_LAG)
        return _dated(value, (event.day, value + timedelta(WIRE_LAG)), evidence)
    value = _next(event.day, weekday, USUAL_LAG)
    last = value + timedelta(7) if weekday else event.day + timedelta(LONGEST_LAG)
    return _dated(value, (event.day + timedelta(1), last), evidence)


def _next(day: date, weekday: int | None, lag: int) -> date:
    """Return the first day of issue after ``day``, or ``lag`` days after it where the weekday is not known."""
    if weekday is None:
        return day + timedelta(lag)
    return day + timedelta((weekday - day.isoweekday() - 1) % 7 + 1)


def _notice(lines: Sequence[_Line], year: int, events: Sequence[_Event]) -> IssueDate | None:
    """Read a notice that the paper will not appear on certain days: it stands in the last issue before them."""
    for line in lines:
        if not _SUSPENDED.search(line.text):
            continue
        days = [date(each.first.year or year, each.first.month, each.first.day) for each in line.dates
                if each.first.month and each.first.day]
        days = [day.replace(year=day.year + 1) if events and day < events[-1].day else day for day in days]
        if not days:
            continue
        weekly = len(days) > 1 and all((day - days[0]).days % 7 == 0 for day in days)
        value = days[0] - timedelta(7 if weekly else 1)
        past = [event for event in events if event.day < days[0]]
        first = max(past[-1].day + timedelta(1), value - timedelta(7)) if past else value - timedelta(7)
        quotes = (line.text[:60], *(event.quote for event in past[-1:]))
        return _dated(value, (min(first, value), value), quotes)
    return None


def _period(lines: Sequence[_Line], year: int, *, turned: bool) -> tuple[date, str] | None:
    """Return the end of the latest month or quarter of which figures are given."""
    ends = []
    for line in lines:
        for each in line.dates:
            point = each.last or each.first
            if point.month is None or point.day or each.first.year not in (None, year) or each.first.shift:
                continue
            if _COMING.search(_clause(line.text, each.start, each.end)):
                continue
            of = year - 1 if turned and point.month >= AUTUMN else year
            following = date(of + point.month // 12, point.month % 12 + 1, 1)
            ends.append((following - timedelta(1), _quote(line.text, each.start, each.end)))
    return max(ends) if ends else None
