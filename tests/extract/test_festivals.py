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


@pytest.mark.parametrize(("year", "days"), [(2025, 8), (2024, 7), (2020, 8)])
def test_national_day_is_longer_where_it_meets_mid_autumn(year: int, days: int) -> None:
    """The two leaves are taken as one."""
    leave = festivals.holiday("国庆", year)
    assert leave is not None
    assert (leave[1] - leave[0]).days + 1 == days


def test_days_that_do_not_exist_are_none() -> None:
    """Neither a wrong day nor a year beyond the tables raises."""
    assert festivals.lunar_day(2024, 13, 1) is None
    assert festivals.lunar_day(2024, 1, 30) is None
    assert festivals.lunar_day(2025, 1, 31) is None
    assert festivals.lunar_day(3000, 1, 1) is None
    assert festivals.holiday("重阳", 2024) is None
