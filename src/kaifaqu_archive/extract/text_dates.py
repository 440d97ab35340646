"""Dates in an article, resolved against the date of its issue."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kaifaqu_archive.extract import festivals
from kaifaqu_archive.extract.date_grammar import Found, Point, find_dates
from kaifaqu_archive.model import DateMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.extract.stretches import Stretch
    from kaifaqu_archive.model import IssueDate

AHEAD = 100
"""A month or day without a year that lies up to this many days after the issue is still to come; one farther
ahead is that of the year before.  Papers announce weeks ahead and look back over most of a year."""
LONG_AGO = 330
"""A day that would lie longer than this before the issue is the next one: 1月3日 read on 28 December."""
_COMING = re.compile(r"将(?!近)|拟|计划|预计|力争|争取|确保|定于|届时|即将|有望|目标|截止")
_NOW = re.compile(r"今年|目前|近日|日前|近期|眼下|当前|如今|截至")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20)}
_DAYS_BACK = {"昨日": 1, "昨天": 1, "昨晚": 1, "前天": 2, "今日": 0, "今天": 0}
_SENTENCE = "。!?;！？；"


@dataclass(frozen=True, slots=True)
class _Known:
    """What has been read before a date in the same paragraph."""

    issue: date | None
    year: int | None = None
    """The year named last, while the text still speaks of it."""
    month: tuple[int, int] | None = None
    """Year and month named last."""


def dates_of(parts: Sequence[Stretch], issue: IssueDate) -> tuple[DateMention, ...]:
    """Return the dates that an article names, each value once, in order.

    Without a date of issue only those are resolved that carry their year.
    """
    day = date.fromisoformat(issue.value) if issue.value else None
    found: dict[str, DateMention] = {}
    for part in parts:
        for span, value in resolve(part.text, day):
            mention = DateMention(part.quote(*span), value, part.page, part.line)
            found.setdefault(value, mention)
    return tuple(found.values())


def resolve(text: str, issue: date | None) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield ((start, end), value) for every date in ``text`` that can be resolved."""
    known = _Known(issue)
    at = 0
    for found in find_dates(text):
        known = _forget(known, text[at : found.start])
        at = found.end
        coming = bool(_COMING.search(_sentence(text, found)))
        value = _value(found, known, coming=coming)
        if value is None:
            continue
        known = _remember(known, found, value, text[found.end :])
        yield (found.start, found.end), value


def _sentence(text: str, found: Found) -> str:
    """Return the clause around a date, by which it is told whether it is still to come."""
    begin = max(text.rfind(mark, 0, found.start) for mark in _SENTENCE + ",，") + 1
    ends = [end for mark in _SENTENCE + ",，" if (end := text.find(mark, found.end)) >= 0]
    return text[begin : min(ends, default=len(text))]


def _forget(known: _Known, between: str) -> _Known:
    """Let go of the year named last where the text comes back to the present."""
    if known.year and (_NOW.search(between)):
        return replace(known, year=None)
    return known


def _remember(known: _Known, found: Found, value: str, after: str) -> _Known:
    last = value.split("/")[-1]
    month = (int(last[:4]), int(last[5:7])) if len(last) > 4 else known.month  # noqa: PLR2004 -- a bare year
    if not found.first.has_year:
        return replace(known, month=month)
    # 2023年以来 and 2022年~2024年 do not place what follows.
    open_ended = after.startswith(("以来", "起", "至今")) or found.last is not None
    return replace(known, month=month, year=None if open_ended else int(last[:4]))


def _value(found: Found, known: _Known, *, coming: bool) -> str | None:
    match found.form:
        case "near":
            return _near(found, known)
        case "bare":
            return _bare(found, known)
        case "lunar":
            return _lunar(found, known)
        case "festival":
            return _festival(found, known)
        case "years":
            return f"{found.first.year}/{found.last.year}" if found.last else None
    year = _year(found.first, known, coming=coming)
    if year is None:
        return None
    if found.first.month is None:
        return f"{year:04}"
    first = _write(year, found.first)
    if found.last:
        return _span(year, found.first, found.last, first)
    return _third(year, found.first.month, found.part) or first


def _write(year: int, point: Point) -> str | None:
    if point.day is None:
        return f"{year:04}-{point.month:02}"
    month = point.month or 1
    return f"{year:04}-{month:02}-{point.day:02}" if point.day <= monthrange(year, month)[1] else None


def _span(year: int, first: Point, last: Point, start: str | None) -> str | None:
    month = last.month or first.month or 1
    until = last.year or (year + 1 if month < (first.month or 1) else year)
    end = _write(until, replace(last, month=month))
    return f"{start}/{end}" if start and end and start <= end else None


def _third(year: int, month: int, part: str) -> str | None:
    """Return 上旬, 中旬 or 下旬 as days; None for 初 and 底, which are as fine as their month."""
    if part not in ("上旬", "中旬", "下旬"):
        return None
    first, last = _THIRDS.get(part, (21, monthrange(year, month)[1]))
    return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}"


def _year(point: Point, known: _Known, *, coming: bool) -> int | None:
    if point.year is not None:
        return point.year
    if point.again is not None:
        year = known.year or (known.month[0] if known.month else None)
        return year + point.again if year else None
    if known.issue is None:
        return known.year
    if point.shift is not None:
        return known.issue.year + point.shift
    return known.year or nearest_year(known.issue, point.month or 1, point.day or 1, coming=coming)


def nearest_year(issue: date, month: int, day: int, *, coming: bool = False) -> int:
    """Return the year of a month and day without one, seen from the day of issue.

    What is past lies behind by up to a year; what is to come (``coming``), or near ahead, lies ahead.
    """
    day = min(day, monthrange(issue.year, month)[1])
    ahead = (date(issue.year, month, day) - issue).days
    if ahead > 0:
        return issue.year if coming or ahead <= AHEAD else issue.year - 1
    return issue.year + 1 if -ahead > LONG_AGO else issue.year


def _near(found: Found, known: _Known) -> str | None:
    issue, word = known.issue, found.part
    if issue is None:
        return None
    if word in _DAYS_BACK:
        return (issue - timedelta(days=_DAYS_BACK[word])).isoformat()
    months = issue.year * 12 + issue.month - 1 + {"上": -1, "下": 1}.get(word[0], 0)
    year, month = divmod(months, 12)
    if found.first.day:
        return _write(year, Point(month=month + 1, day=found.first.day))
    return _third(year, month + 1, word[-2:]) or f"{year:04}-{month + 1:02}"


def _bare(found: Found, known: _Known) -> str | None:
    """Resolve 15日 by the month named before it, else by that of the issue."""
    day = found.first.day or 1
    if known.month:
        return _write(known.month[0], Point(month=known.month[1], day=day))
    if known.issue is None:
        return None
    month = known.issue if day <= known.issue.day else known.issue.replace(day=1) - timedelta(days=1)
    return _write(month.year, Point(month=month.month, day=day))


def _lunar(found: Found, known: _Known) -> str | None:
    year = _year(found.first, known, coming=False)
    if year is None:
        return None
    near = (festivals.lunar_day(y, found.first.month or 1, found.first.day or 1) for y in (year - 1, year, year + 1))
    return _closest((day for day in near if day), found.first, known)


def _festival(found: Found, known: _Known) -> str | None:
    name, _, what = found.part.partition(" ")
    year = _year(found.first, known, coming=False)
    if year is None:
        return None
    days = (festivals.festival(name, y) for y in (year - 1, year, year + 1))
    day = _closest((day for day in days if day), found.first, known)
    leave = festivals.holiday(name, int(day[:4])) if day else None
    if leave and what not in ("刚过", "当天", "当日", "前夕", "前一天"):
        return "/".join(each.isoformat() for each in leave)
    return day


def _closest(days: Iterator[date], point: Point, known: _Known) -> str | None:
    """Return the day in the year that is written, else the one nearest to the issue."""
    every = list(days)
    if point.has_year or known.issue is None:
        year = _year(point, known, coming=False)
        every = [day for day in every if day.year == year]
    if not every:
        return None
    centre = known.issue or every[0]
    return min(every, key=lambda day: abs((day - centre).days)).isoformat()
