"""Dates in an article, resolved against the date of its issue."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kaifaqu_archive.extract import festivals
from kaifaqu_archive.extract.date_grammar import ENDS, EVE, LEAVE, Found, Point, find_dates
from kaifaqu_archive.extract.years import Known, year_of
from kaifaqu_archive.model import DateMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kaifaqu_archive.extract.stretches import Stretch
    from kaifaqu_archive.model import IssueDate

_COMING = re.compile(r"将(?!近)|拟|计划|预计|力争|争取|确保|定于|届时|即将|有望|目标|希望|截止|预期")
_EVERY = re.compile(r"(?:每年|每逢|每到|历年|往年|常年)的?$")
_DEADLINE = re.compile(r"前(?![后往来去进期夕])")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20), "中下旬": (11, 31)}
_DAYS_BACK = {"昨日": 1, "昨天": 1, "昨晚": 1, "前天": 2, "今日": 0, "今天": 0, "今晨": 0}
_WEEKDAYS = "一二三四五六日"
_CLAUSE_MARKS = ",。!?;"
_DATELINE = re.compile(r"[^,。;:]{2,20}?(?P<M>1[0-2]|[1-9])月(?P<D>3[01]|[12]\d|[1-9])日(?:电|讯)")
AHEAD = 7
"""Days: a bare day that lies up to this far after the issue is to come, as in a forecast; others were last month."""
_CLAUSE, _AFTER = 60, 8
"""Characters before and after a date that are looked at."""


def dates_of(parts: Sequence[Stretch], issue: IssueDate) -> tuple[DateMention, ...]:
    """Return the dates that an article names, each value once, in order.

    Without a date of issue only those are resolved that carry their year.
    """
    day = date.fromisoformat(issue.value) if issue.value else None
    written = dateline_day(parts, day)
    found: dict[str, DateMention] = {}
    for part in parts:
        for span, value in resolve(part.text, day, written):
            if part.severed and span[0] == 0:
                continue
            found.setdefault(value, DateMention(part.quote(*span), value, part.page, part.line_at(span[0])))
    return tuple(found.values())


def dateline_day(parts: Sequence[Stretch], issue: date | None) -> date | None:
    """Return the day on which a dateline says that the text was written: 11月13日讯; None where none does."""
    for part in parts:
        if issue and (line := _DATELINE.match(part.text)):
            month, day = int(line["M"]), int(line["D"])
            year = issue.year - (month > issue.month)
            return date(year, month, day) if day <= monthrange(year, month)[1] else None
    return None


def resolve(text: str, issue: date | None, written: date | None = None) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield ((start, end), value) for every date in ``text`` that can be resolved.

    ``written`` is the day of the article's dateline, where that gives one.
    """
    known = Known(issue, written=written or issue)
    at = 0
    for found in find_dates(text):
        known = known.after(text[at : found.start])
        at = found.end
        if is_yearly(text, found):
            continue
        value = _value(found, known, coming=is_coming(text, found))
        if value is None:
            known = replace(known, year=None) if found.first.has_year else known
        else:
            before, after = text[max(0, found.start - 1) : found.start], text[found.end : found.end + _AFTER]
            known = known.having_read(found, value, before, after)
            yield (found.start, found.end), value


def is_yearly(text: str, found: Found) -> bool:
    """Whether a date comes round every year: 每年9月3日."""
    return bool(_EVERY.search(text, max(0, found.start - 4), found.start))


def is_coming(text: str, found: Found) -> bool:
    """Whether the words around a date say that it is still to come: 预计9月投产, 10月5日前, 9月将投产."""
    near = max(0, found.start - _CLAUSE)
    begin = max(near, *(text.rfind(mark, near, found.start) + 1 for mark in _CLAUSE_MARKS))
    deadline = text[found.end - 1] == "前" or _DEADLINE.match(text, found.end)
    return bool(deadline or _COMING.search(text, begin, found.start) or _COMING.match(text, found.end))


def _value(found: Found, known: Known, *, coming: bool) -> str | None:
    match found.form:
        case "near":
            return _near(found, known)
        case "week":
            return _week(found, known)
        case "bare" | "bare_days":
            return _bare(found, known, coming=coming)
        case "lunar" | "festival":
            return _of_the_moon(found, known)
        case "years":
            return f"{found.first.year}/{found.last.year}" if found.last else None
    year = year_of(found.first, found.last, known, coming=coming)
    return _written(found, year) if year else None


def _written(found: Found, year: int) -> str | None:
    if found.first.month is None:
        return f"{year:04}"
    if found.last:
        return _span(year, found.first, found.last)
    return _third(year, found.first.month, found.part) or _write(year, found.first)


def _write(year: int, point: Point) -> str | None:
    if point.day is None:
        return f"{year:04}-{point.month:02}"
    month = point.month or 1
    return f"{year:04}-{month:02}-{point.day:02}" if point.day <= monthrange(year, month)[1] else None


def _span(year: int, first: Point, last: Point) -> str | None:
    month = last.month or first.month or 1
    until = last.year or (year + 1 if month < (first.month or 1) else year)
    start, end = _write(year, first), _write(until, replace(last, month=month))
    return f"{start}/{end}" if start and end and start <= end else None


def _third(year: int, month: int, part: str) -> str | None:
    """Return 上旬, 中旬 or 下旬 as days; None for 初 and 底, which are as fine as their month."""
    if part not in _THIRDS:
        return None
    first, last = _THIRDS[part]
    return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{min(last, monthrange(year, month)[1]):02}"


def _near(found: Found, known: Known) -> str | None:
    """Resolve 昨日, 本月15日, 上月底."""
    issue, word = known.written, found.part
    if issue is None:
        return None
    if word in _DAYS_BACK:
        return (issue - timedelta(days=_DAYS_BACK[word])).isoformat()
    months = issue.year * 12 + issue.month - 1 + {"上": -1, "下": 1}.get(word[0], 0)
    year, month = divmod(months, 12)
    if found.first.day:
        return _write(year, Point(month=month + 1, day=found.first.day))
    return _third(year, month + 1, word[-2:]) or f"{year:04}-{month + 1:02}"


def _week(found: Found, known: Known) -> str | None:
    """Resolve 上周五."""
    if known.written is None:
        return None
    which, day = found.part[0], _WEEKDAYS.index(found.part[-1].replace("天", "日"))
    monday = known.written - timedelta(days=known.written.weekday())
    return (monday + timedelta(days=7 * {"上": -1, "下": 1}.get(which, 0) + day)).isoformat()


def _bare(found: Found, known: Known, *, coming: bool) -> str | None:
    """Resolve 15日, or 15日至18日, by the day named before it, else by the issue."""
    day = found.first.day or 1
    month = _month_of(day, known, coming=coming)
    if month is None:
        return None
    start = _write(month[0], Point(month=month[1], day=day))
    if found.last is None or start is None:
        return start
    end = _write(month[0], Point(month=month[1], day=found.last.day))
    return f"{start}/{end}" if end and start < end else None


def _month_of(day: int, known: Known, *, coming: bool) -> tuple[int, int] | None:
    """Return year and month of a bare day: that of a day named just before it, else the one nearest to the issue."""
    issue = known.issue
    if known.last and (issue is None or known.same_sentence or known.year is not None):
        year, month, named = known.last
        if named is not None and day > named:
            return year, month
    if issue is None:
        return None
    step = 1 if coming and day < issue.day else -1 if not coming and day - issue.day > AHEAD else 0
    year, month = divmod(issue.year * 12 + issue.month - 1 + step, 12)
    return year, month + 1


def _of_the_moon(found: Found, known: Known) -> str | None:
    """Resolve a festival, its days of leave, or a day of the lunar calendar."""
    point = found.first
    written = year_of(point, None, known, coming=False) if point.has_year else known.year
    if written is None and known.issue is None:
        return None
    if found.form == "lunar":
        days = (festivals.lunar_day(y, point.month or 1, point.day or 1) for y in _years(written, known))
        return _lunar_days(_nearest(days, known), point.day or 1, found.last)
    name, _, what = found.part.partition(" ")
    day = _nearest((festivals.festival(name, y) for y in _years(written, known)), known)
    leave = festivals.holiday(name, day.year) if day else None
    if day and what == EVE:
        return ((leave[0] if leave else day) - timedelta(days=1)).isoformat()
    if leave and what in ENDS:
        return leave[ENDS[what]].isoformat()
    if leave and what in LEAVE:
        return "/".join(dict.fromkeys(each.isoformat() for each in leave))
    return day.isoformat() if day else None


def _lunar_days(first: date | None, number: int, last: Point | None) -> str | None:
    """Return the day, or the days up to the one written last: 正月初一至初六."""
    if first is None or last is None or last.day is None or last.day <= number:
        return first.isoformat() if first else None
    return f"{first}/{first + timedelta(days=last.day - number)}"


def _years(written: int | None, known: Known) -> Sequence[int]:
    if written is not None:
        return (written,)
    return range(known.issue.year - 1, known.issue.year + 2) if known.issue else ()


def _nearest(days: Iterable[date | None], known: Known) -> date | None:
    there = [day for day in days if day]
    issue = known.issue
    return min(there, key=lambda day: abs((day - issue).days) if issue else 0, default=None)
