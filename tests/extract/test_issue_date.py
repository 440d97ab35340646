"""The day of an issue, inferred from its page."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.dates import infer_issue_date
from kaifaqu_archive.model import DateBasis, IssueDate, Line, Page

TUESDAY = 2


YEAR = ("2021年全年签约30个项目。", "企业从2019年的3户提升至2021年的7户。", "2022年重点项目清单下发。")
"""Lines of a page of 2022, as sure as words can make it."""


def infer(*lines: str, weekday: int | None = None) -> IssueDate:
    """Return what is inferred from a page of these lines."""
    page = Page("a.txt", tuple(Line(n, text, 1) for n, text in enumerate(lines, 1)), "")
    return infer_issue_date(page, weekday)


def test_a_dateline_is_printed_the_day_after() -> None:
    """A daily says when its reports were sent."""
    found = infer("新华社太原5月6日电 会议召开。", "4月30日,活动举行。", *YEAR)
    assert found.value == "2022-05-07"
    assert found.basis is DateBasis.INFERRED
    assert found.range == ("2022-05-06", "2022-05-08")


def test_a_weekly_appears_on_its_weekday_after_the_latest_event() -> None:
    """The first Tuesday after 8 June 2022."""
    found = infer("6月8日,签约仪式举行。", "6月2日,会议召开。", *YEAR, weekday=TUESDAY)
    assert found.value == "2022-06-14"
    assert found.range == ("2022-06-09", "2022-06-21")


def test_the_evidence_quotes_the_page() -> None:
    """An editor sees the words that the date was inferred from."""
    found = infer("6月8日,签约仪式举行。", *YEAR)
    assert any("6月8日" in words for words in found.evidence)
    assert any("2021年的7户" in words for words in found.evidence)


def test_without_a_weekday_the_range_is_a_fortnight() -> None:
    """A best guess in an honest range."""
    found = infer("6月8日,签约仪式举行。", *YEAR)
    assert found.range == ("2022-06-09", "2022-06-22")
    assert found.value is not None
    assert found.range[0] <= found.value <= found.range[1]


def test_a_weekly_skips_national_day() -> None:
    """Tuesday 4 October 2022 lies in the leave; the paper appears a week later."""
    assert infer("9月29日,项目开工。", *YEAR, weekday=TUESDAY).value == "2022-10-11"


def test_a_notice_of_suspension_stands_in_the_last_issue_before() -> None:
    """休刊 on two Tuesdays: the page is of the Tuesday before."""
    found = infer(*YEAR, "因春节放假,本周刊1月25日、2月1日休刊,2月8日恢复出刊。")
    assert found.value == "2022-01-18"


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("2021年全年完成投资30亿元。", "2022"),
        ("2021年度考核优秀单位受到表彰。", "2022"),
        ("企业从2019年的3户提升至2021年的7户。", "2022"),
        ("“十四五”开局之年,项目建设提速。", "2021"),
        ("今年是新中国成立72周年。", "2021"),
        ("去年6月,荣获“2021最佳投资城市”称号。", "2022"),
    ],
)
def test_small_words_tell_whether_a_year_is_over(line: str, year: str) -> None:
    """The running year is seldom written; the one just over is."""
    found = infer("5月6日,会议召开。", line)
    assert found.value is not None
    assert found.value.startswith(year)


def test_a_year_that_is_only_likely_widens_the_range() -> None:
    """A guess stands in a range that holds the other years in which the page may have been printed."""
    found = infer("5月6日,会议召开。", "2021年全年完成投资30亿元。")
    assert found.basis is DateBasis.INFERRED
    assert found.range is not None
    assert found.range[0] <= "2022-05-07"
    assert found.range[1] > "2023-01-01"


def test_a_year_that_is_not_even_likely_is_not_claimed() -> None:
    """A year named once may be any: the years that are possible are said, and no day."""
    found = infer("5月6日,会议召开。", "2015年,老王开始种树。")
    assert (found.value, found.basis) == (None, DateBasis.UNKNOWN)
    assert found.range is not None
    assert found.range[0] <= "2015-12-31"
    assert found.range[1] >= "2017-01-01"


def test_events_on_both_sides_of_a_new_year() -> None:
    """December belongs to the year before January."""
    found = infer("12月28日,会议召开。", "1月4日,考察组到访。", *YEAR, weekday=TUESDAY)
    assert found.value == "2022-01-11"


def test_a_festival_just_past_dates_a_page() -> None:
    """元宵节刚过: the fifteenth day of the first lunar month, 15 February 2022."""
    found = infer("元宵节刚过,企业复工。", *YEAR)
    assert found.range is not None
    assert found.range[0] == "2022-02-16"


def test_figures_of_a_period_date_a_page_without_events() -> None:
    """Figures of the first half-year are printed in July or August."""
    found = infer("今年上半年,签约30个项目。", *YEAR)
    assert found.range == ("2022-07-01", "2022-08-14")


def test_plans_and_yearly_days_are_no_events() -> None:
    """What is to come, or comes every year, says nothing of the day of issue."""
    found = infer("6月8日,签约仪式举行。", "项目预计9月1日投产。", "9月30日前完工。", "每年12月3日庆祝。", *YEAR)
    assert found.evidence[0].startswith("6月8日")


def test_nothing_tells_the_year() -> None:
    """Then the date is unknown, and nothing is claimed."""
    assert infer("5月6日,会议召开。") == IssueDate(None, None, DateBasis.UNKNOWN, ())


def test_a_year_without_a_day_is_no_date() -> None:
    """The year is the range, the day is unknown."""
    found = infer("企业从2019年的3户提升至2021年的7户。", "2021年全年签约30个项目。", "2022年重点项目清单下发。")
    assert (found.value, found.basis) == (None, DateBasis.UNKNOWN)
    assert found.range == ("2022-01-01", "2022-12-31")


def test_an_empty_page_is_undated() -> None:
    """No lines, no date, no error."""
    assert infer().basis is DateBasis.UNKNOWN
