"""Festivals and the lunar calendar: the one door to ``lunar_python``."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from lunar_python import Lunar

from kaifaqu_archive import lists

_MILLENNIUM = 2000
_LAST_MONTH, _LAST_DAY = 12, 30
FIRST_YEAR, LAST_YEAR = 1901, 2098
"""Years for which the lunar calendar is known."""

_SOLAR = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "青年节": (5, 4),
    "儿童节": (6, 1),
    "建党节": (7, 1),
    "七一": (7, 1),
    "建军节": (8, 1),
    "八一": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "十一": (10, 1),
}
_LUNAR = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "龙抬头": (2, 2),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
    "小年": (12, 23),
}
_HOLIDAYS = {"元旦": 3, "春节": 7, "清明": 3, "五一": 3, "劳动节": 3, "端午": 3, "中秋": 3, "国庆": 7, "十一": 7}
"""Days of leave, from the festival's day on, in years whose leave is not known."""
_SAME = {"劳动节": "五一", "十一": "国庆"}
NAMES = (*_SOLAR, *_LUNAR, "清明", "除夕")


@lru_cache(maxsize=512)
def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of the lunar calendar, ``year`` being that in which its new year falls; None if there is none."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    lunar = Lunar.fromYmd(year, month, 1).next(day - 1)
    if lunar.getMonth() != month:
        return None
    solar = lunar.getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@lru_cache(maxsize=512)
def festival(name: str, year: int) -> date | None:
    """Return the day of a festival in a year of the common calendar; 腊八, 小年 and 除夕 come early in it."""
    if name in _SOLAR:
        return date(year, *_SOLAR[name])
    if name == "清明":
        # The sun's longitude of 15° in Chinese time; holds from 1901 to 2099.
        short = year % 100
        this_century = int(short * 0.2422 + 4.81) - short // 4
        return date(year, 4, this_century if year >= _MILLENNIUM else int(short * 0.2422 + 5.59) - (short - 1) // 4)
    if name == "除夕":
        new_year = lunar_day(year, 1, 1)
        return new_year - timedelta(days=1) if new_year else None
    month, day = _LUNAR[name]
    return lunar_day(year - 1 if month == _LAST_MONTH else year, month, day)


@cache
def _announced() -> dict[tuple[str, int], tuple[date, date]]:
    rows = (row.split() for row in lists.rows("leave.txt"))
    leaves = ((name, date.fromisoformat(first), date.fromisoformat(last)) for name, first, last in rows)
    # 元旦 of a year may begin in the one before.
    return {(name, last.year): (first, last) for name, first, last in leaves}


def holiday(name: str, year: int) -> tuple[date, date] | None:
    """Return the first and last day of a festival's leave: as announced, else by rule; None for one without."""
    name = _SAME.get(name, name)
    announced = _announced().get((name, year))
    first = festival(name, year)
    days = _HOLIDAYS.get(name)
    if announced or first is None or days is None:
        return announced
    moon = festival("中秋", year)
    # The two leaves are taken as one, a day longer, where they meet.
    if name == "国庆" and moon and date(year, 9, 30) <= moon <= date(year, 10, 8):
        days += 1
    return first, first + timedelta(days=days - 1)
