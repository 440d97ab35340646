"""Which year a date without one belongs to."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaifaqu_archive.extract.date_grammar import Found, Point

AHEAD_DAY, AHEAD_MONTH = 100, 150
"""Days: a day, or a month, without a year that lies up to this far after the issue is still to come; one
farther ahead is that of the year before.  Papers announce weeks ahead and look back over most of a year;
read off a thousand dates of real news, where four in five of those beyond were past."""
ONGOING = 190
"""Days: figures of 上半年 may be read from its first day on, those of 前三季度 not in January."""
TURN = 15
"""Days: 1月3日 read in a paper of 28 December is the coming one."""
HALF_A_YEAR = 180
"""What is said to come lies ahead rather than farther back than this."""

_NOW = re.compile(
    r"今年|目前|近日|日前|近期|眼下|当前|如今|截至|现在|今后|下一步|未来|接下来|今天|昨天|昨日|近年来|本届|这次|此次|本次|这几天|这两天"
)
_TO = ("至", "到", "-", "—", "~")
_SENTENCE_END = re.compile(r"[。!?;]")
# 2023年以来 and 从2014年开始 do not place what follows.
_OPEN = re.compile(r"以来|以后|后|起|至今|开始|之前|前|以前")


@dataclass(frozen=True, slots=True)
class Known:
    """What has been read before a date in the same paragraph."""

    issue: date | None
    year: int | None = None
    """The year that the text speaks of, where it is not that of the issue."""
    loose: bool = False
    """Whether that year holds only to the end of its sentence: 去年 does, 2022年 does not."""
    last: tuple[int, int, int | None] | None = None
    """Year, month and day named last."""
    same_sentence: bool = False
    """Whether the sentence in which that was named still goes on."""
    written: date | None = None
    """The day that 今天 is, where a dateline gives it (13日电); else that is the day of issue."""
    joined: bool = False
    """Whether nothing but 至 or 到 stands between that and what is read now."""

    def after(self, between: str) -> Known:
        """Return what is still known after the words ``between`` the last date and the next."""
        ended = bool(_SENTENCE_END.search(between))
        kept = None if _NOW.search(between) or (self.loose and ended) else self.year
        return replace(self, year=kept, same_sentence=self.same_sentence and not ended, joined=between in _TO)

    def having_read(self, found: Found, value: str, before: str, after: str) -> Known:
        """Return what is known after a date; ``before`` and ``after`` are the text around it."""
        parts = [int(part) for part in value.rpartition("/")[2].split("-")]
        named = (parts[0], parts[1], parts[2] if parts[2:] else None) if parts[1:] else self.last
        point = found.first
        if found.form in ("near", "week"):
            return replace(self, year=None, last=named, same_sentence=True)
        if not point.has_year:
            return replace(self, last=named, same_sentence=True)
        opens = (before == "" or before[-1] in "。!?;,:、“(") and (point.month is not None or after.startswith(","))
        holds = opens and not found.last and not _OPEN.match(after) and not self._is_ahead(parts[0])
        year = parts[0] if holds else None
        return replace(self, last=named, year=year, loose=point.year is None, same_sentence=True)

    def carried(self, month: int) -> int | None:
        """Return the year that the text speaks of when it comes to a month; None where it no longer does.

        Stories run forward: 2021年9月 …, 5月 is May of the next year; 去年11月 …, 3月28日 is this year's.
        """
        if self.year is None:
            # 自4月中旬至11月: the end is of the same year.
            return self.last[0] if self.last and self.joined and month >= self.last[1] else None
        if self.last is None or self.last[0] != self.year or month >= self.last[1]:
            return self.year
        turned = self.issue is not None and self.year + 1 <= self.issue.year
        return self.year + 1 if turned and not self.loose else None

    def _is_ahead(self, year: int) -> bool:
        return self.issue is not None and year > self.issue.year


def nearest_year(issue: date, month: int, day: int | None, *, coming: bool = False) -> int:
    """Return the year of a month or day without one, seen from the day of issue.

    What is past lies behind by up to a year; what is to come (``coming``), or near ahead, lies ahead.
    """
    that = date(issue.year, month, min(day or 1, monthrange(issue.year, month)[1]))
    ahead = (that - issue).days
    if ahead > 0:
        return issue.year if coming or ahead <= (AHEAD_MONTH if day is None else AHEAD_DAY) else issue.year - 1
    long_ago = -ahead > HALF_A_YEAR if coming else day is not None and -ahead > 365 - TURN
    return issue.year + 1 if long_ago else issue.year


def year_of(point: Point, end: Point | None, known: Known, *, coming: bool) -> int | None:
    """Return the year of a date that begins at ``point``; a span is placed by its ``end``.

    None where nothing tells: without a date of issue a day without a year has none.
    """
    issue = known.issue
    if point.year is not None:
        return point.year
    if point.again is not None:
        named = known.year or (known.last[0] if known.last else None)
        return named + point.again if named else None
    if point.shift is not None:
        return issue.year + point.shift if issue else None
    carried = known.carried(point.month or 1) if issue else known.year
    return carried if carried or issue is None else _unwritten(issue, point, end, coming=coming)


def _unwritten(issue: date, point: Point, end: Point | None, *, coming: bool) -> int:
    """Return the year of a date that neither carries one nor stands after one."""
    month = point.month or 1
    if end is None or end.day or end.month is None or end.month < month:
        return nearest_year(issue, month, point.day, coming=coming)
    return _year_of_months(issue, month, end.month, coming=coming)


def _year_of_months(issue: date, first: int, last: int, *, coming: bool) -> int:
    """Return the year of a span of months: 1-11月 read in December is this year's, read in January last year's."""
    if first > issue.month or last <= issue.month:
        return nearest_year(issue, first if first > issue.month else last, None, coming=coming)
    left = (date(issue.year, last, monthrange(issue.year, last)[1]) - issue).days
    return issue.year if coming or first > 1 or left <= ONGOING else issue.year - 1
