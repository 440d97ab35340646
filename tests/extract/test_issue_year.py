"""The year of an issue, weighed from clues."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.issue_year import FIRST_YEAR, LAST_YEAR, guess_year
from kaifaqu_archive.extract.year_clues import AHEAD, BEFORE, bucket, clues


def kinds(text: str, month: int | None = None) -> set[tuple[str, int]]:
    """Return the clues of a text, but for those that say a thing twice."""
    found = {(clue.kind, clue.year) for clue in clues([text], month)}
    return {(kind, year) for kind, year in found if "latest" not in kind and "early" not in kind}


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("2021年全年完成投资30亿元。", "whole", 2021),
        ("截至2021年底,入驻企业30家。", "ended", 2021),
        ("2021年度考核优秀的单位受到表彰。", "judged", 2021),
        ("落实2021年工作安排。", "agenda", 2021),
        ("从2019年的3户提升至2021年的7户。", "rises", 2021),
        ("2019年~2021年,签约30个。", "span ends", 2021),
        ("力争到2025年产值翻番。", "goal", 2025),
        ("2021年以来,签约30个。", "since", 2021),
        ("2021年9月,公司成立。", "month", 2021),
        ("2021年9月3日,公司成立。", "day", 2021),
        ("2021年,公司成立。", "opens", 2021),
        ("2021年国际博览会举行。", "named", 2021),
        ("“十四五”开局之年。", "plan opens", 2021),
        ("“十三五”圆满收官。", "plan closes", 2020),
        ("新中国成立70周年。", "anniversary", 2019),
        ("推进供给侧结构性改革。", "milestone", 2015),
    ],
)
def test_the_way_a_year_is_written_is_told(text: str, kind: str, year: int) -> None:
    """Each way has its name, which is that of its weights."""
    assert (kind, year) in kinds(text)


def test_a_month_after_the_latest_event_is_of_another_year() -> None:
    """2021年11月 on a page whose events happen in May."""
    assert ("later month", 2021) in kinds("2021年11月,公司成立。", 5)
    assert ("month", 2021) in kinds("2021年3月,公司成立。", 5)


def test_only_the_latest_year_is_the_latest() -> None:
    """A single year far above the others is a goal and not the latest that a page tells of."""
    found = clues(["2018年,甲。2019年,乙。2020年,丙。2035年,丁。"], None)
    assert [clue.year for clue in found if clue.kind == "latest"] == [2020]


def test_spring_looks_back() -> None:
    """What is printed up to April says so."""
    early = {clue.kind for clue in clues(["2021年全年完成30亿元。"], 3)}
    late = {clue.kind for clue in clues(["2021年全年完成30亿元。"], 9)}
    assert "whole, early" in early
    assert "whole, early" not in late


def test_nothing_tells_of_a_year() -> None:
    """A page without a clue has no guess."""
    assert guess_year(["5月6日,会议召开。"], 5) is None


def test_more_clues_make_surer() -> None:
    """The share grows where clues agree, and what is possible shrinks."""
    one = guess_year(["2021年全年完成30亿元。"], 5)
    more = guess_year(["2021年全年完成30亿元。", "从2019年的3户提升至2021年的7户。"], 5)
    assert one is not None
    assert more is not None
    assert (one.year, more.year) == (2022, 2022)
    assert more.share > one.share
    assert more.possible[1] - more.possible[0] <= one.possible[1] - one.possible[0]
    assert one.turned


def test_words_stand_in_no_page_before_their_day() -> None:
    """新质生产力 of September 2023 lifts the year; read in May, to the one after."""
    early = guess_year(["2019年,公司成立。"], 5)
    lifted = guess_year(["2019年,公司成立。", "培育新质生产力。"], 5)
    assert early is not None
    assert lifted is not None
    assert early.year <= 2021
    assert lifted.year >= 2023


def test_the_share_is_a_share() -> None:
    """It lies in [0, 1], and the possible years hold the likeliest, whatever a page says."""
    for text in ("1949年", "2044年", "2021年至2019年", "“十一五”收官", "新中国成立99周年", "2021年" * 500):
        guess = guess_year([text], None)
        assert guess is not None
        assert 0 < guess.share <= 1
        assert FIRST_YEAR <= guess.possible[0] <= guess.year <= guess.possible[1] <= LAST_YEAR


def test_a_distance_has_its_place() -> None:
    """What lies far is told apart no further."""
    places = [bucket(distance) for distance in range(-BEFORE - 5, AHEAD + 5)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, BEFORE + AHEAD + 2)
    assert len(set(places)) == BEFORE + AHEAD + 3


@pytest.mark.parametrize(
    ("text", "month", "over"),
    [
        ("表彰2024年度考核优秀的15个实验室。", 4, True),
        ("公布2024年度十大新闻。", 1, True),
        ("表彰2024年度考核优秀的15个实验室。", 12, False),
        ("印发2024年度考核办法。", 4, False),
        ("推进2024年度重点项目。", 4, False),
    ],
)
def test_a_year_that_was_judged_before_autumn_is_over(text: str, month: int, *, over: bool) -> None:
    """Who was excellent in a year is known when it has ended; how it will be judged is known before."""
    assert (("year that was judged", 2024) in kinds(text, month)) is over
    guess = guess_year([text, "今年以来,全区发展新质生产力。"], month)
    assert guess is not None
    if over:
        assert guess.year > 2024
        assert guess.possible[0] > 2024
