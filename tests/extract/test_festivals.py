"""Festivals of the two calendars."""

from __future__ import annotations

from datetime import date

import pytest

from kaifaqu_archive.extract import festivals


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("元旦", date(2024, 1, 1)),
        ("春节", date(2024, 2, 10)),
        ("元宵", date(2025, 2, 12)),
        ("清明", date(2024, 4, 4)),
        ("清明", date(2023, 4, 5)),
        ("清明", date(1999, 4, 5)),
        ("端午", date(2023, 6, 22)),
        ("中秋", date(2025, 10, 6)),
        ("重阳", date(2022, 10, 4)),
        ("腊八", date(2024, 1, 18)),
        ("除夕", date(2024, 2, 9)),
        ("三八", date(2024, 3, 8)),
        ("妇女节", date(2024, 3, 8)),
        ("植树节", date(2024, 3, 12)),
        ("五一", date(2024, 5, 1)),
        ("劳动节", date(2024, 5, 1)),
        ("青年节", date(2024, 5, 4)),
        ("儿童节", date(2024, 6, 1)),
        ("建党节", date(2024, 7, 1)),
        ("七一", date(2024, 7, 1)),
        ("建军节", date(2024, 8, 1)),
        ("八一", date(2024, 8, 1)),
        ("教师节", date(2024, 9, 10)),
        ("国庆", date(2024, 10, 1)),
        ("十一", date(2024, 10, 1)),
        ("龙抬头", date(2024, 3, 11)),
        ("七夕", date(2024, 8, 10)),
        ("小年", date(2024, 2, 2)),
    ],
)
def test_a_festival_falls_on_its_day(name: str, day: date) -> None:
    """Days as the calendars of those years print them."""
    assert festivals.festival(name, day.year) == day


def test_every_festival_has_a_day_in_every_year_of_the_calendar() -> None:
    """No name is left without an answer, in old years or far ones."""
    for year in range(festivals.FIRST_YEAR + 1, festivals.LAST_YEAR + 1, 7):
        for name in festivals.NAMES:
            assert festivals.festival(name, year) is not None, (name, year)


@pytest.mark.parametrize(("year", "days"), [(2025, 8), (2024, 7), (2020, 8), (2028, 8), (2029, 7)])
def test_national_day_is_longer_where_it_meets_mid_autumn(year: int, days: int) -> None:
    """The two leaves are taken as one."""
    leave = festivals.holiday("国庆", year)
    assert leave is not None
    assert (leave[1] - leave[0]).days + 1 == days


@pytest.mark.parametrize(
    ("name", "days"), [("元旦", 3), ("清明", 3), ("五一", 3), ("端午", 3), ("中秋", 3), ("春节", 7)]
)
def test_leave_that_was_not_announced_is_as_long_as_usual(name: str, days: int) -> None:
    """Seven days for the great festivals, three for the others, from the day itself on."""
    leave = festivals.holiday(name, 2090)
    assert leave is not None
    assert leave[0] == festivals.festival(name, 2090)
    assert (leave[1] - leave[0]).days + 1 == days


def test_days_that_do_not_exist_are_none() -> None:
    """Neither a wrong day nor a year beyond the tables raises."""
    assert festivals.lunar_day(2024, 13, 1) is None
    assert festivals.lunar_day(2024, 1, 30) is None
    assert festivals.lunar_day(2025, 1, 31) is None
    assert festivals.lunar_day(3000, 1, 1) is None
    assert festivals.holiday("重阳", 2024) is None
