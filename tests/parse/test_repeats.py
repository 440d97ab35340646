"""Blocks of text that were printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.parse.repeats import left_out, runs
from tests.parse.making import prose, shapes

if TYPE_CHECKING:
    from collections.abc import Callable

A = "冷链中心建在县城以北的高速公路出口，方圆三十公里内有果园十一万亩。"
B = "县供销社负责人介绍，冷链中心采取会员制，合作社按用量付费。"
C = "微专业共设八门课程，修满二十学分可获得证书，实验课在企业的车间里上。"
D = "新学期，云岭大学面向全校二年级以上学生开设微专业，首批招收六十人。"


def found(*texts: str) -> list[tuple[list[int], list[int]]]:
    """Return the runs as lists of indices."""
    return [(list(one), list(other)) for one, other in runs(shapes(*texts))]


def test_a_run_is_as_long_as_the_lines_agree() -> None:
    """Neighbouring lines that repeat in the same order are one run."""
    assert found(A, B, C, A, B, D) == [([0, 1], [3, 4])]
    assert found(A, B, C, B, A) == [([1], [3]), ([0], [4])]
    assert found(A, B, C, D) == []
    assert found() == []


def test_a_run_may_reach_to_the_end_of_the_page() -> None:
    """The last line belongs to it."""
    assert found(C, A, B, A, B) == [([1, 2], [3, 4])]
    assert found(A, B, C, A, B, C) == [([0, 1, 2], [3, 4, 5])]


def test_copies_that_follow_each_other_do_not_overlap() -> None:
    """A line printed three times in a row is two copies of the first."""
    assert found(A, A, A) == [([0], [1]), ([0], [2])]
    assert found(A, B, A, B, A, B) == [([0, 1], [2, 3]), ([0, 1], [4, 5])]


def test_short_lines_recur_by_themselves() -> None:
    """A name or a slogan that stands twice is no repeat; behind a long line that repeats it is."""
    assert found("林萍", C, "林萍") == []
    assert found(A, "林萍", C, A, "林萍") == [([0, 1], [3, 4])]
    nineteen, twenty = prose(19), prose(20)
    assert found(nineteen, C, nineteen) == []
    assert found(twenty, C, twenty) == [([0], [2])]


def test_width_and_spaces_do_not_tell_copies_apart() -> None:
    """Half- and full-width marks and stray spaces are what extraction does."""
    assert found(A, C, A.replace("，", ",")) == [([0], [2])]
    assert found(A, C, A.replace("县城", "县 城")) == [([0], [2])]
    assert found("冷链中心，" + A, C, "冷链中心," + A) == [([0], [2])]
    assert found(A, C, A.replace("三十", "五十")) == []


def test_short_lines_before_a_copy_belong_to_it() -> None:
    """A whole article may be printed twice, its headline and its byline with it."""
    head, byline = "老厂房唤醒新业态", "本报记者 林 萍"
    assert found(head, byline, A, B, C, head, byline, A, B) == [([0, 1, 2, 3], [5, 6, 7, 8])]
    assert found(byline, A, byline, B, byline, A) == [([0, 1], [4, 5])]
    assert found(head, A, head, A) == [([0, 1], [2, 3])]


def test_a_copy_may_be_read_otherwise_here_and_there() -> None:
    """In one character of ten, if lines beside it are copies as well; a formula with other names in it is none."""
    long = A.removesuffix("。") + "，" + D
    misread = long[:20] + "口" + long[21:50] + "曰" + long[51:]
    garbled = "".join("口" if i % 4 == 3 else char for i, char in enumerate(long))
    assert found(long, B, C, misread, B) == [([0, 1], [3, 4])]
    assert found(long, B, C, misread) == []
    assert found(long, B, C, garbled, B) == [([1], [4])]
    assert found(A, B, C, A.replace("三十", "五十"), B) == [([1], [4])]


def test_a_copy_may_break_off() -> None:
    """In mid-sentence, where it is longer than a headline; what ends with its sentence may be a caption."""
    assert found(A + B + D, C, A + B + D[:9]) == [([0], [2])]
    assert found(A + B + D, C, A + B) == []
    assert found(A + B + D, C, A + B[:9]) == []
    assert found(A + B, C, D, A[:30], C) == [([0, 1], [3, 4])]


def test_beyond_four_thousand_characters_nobody_looks() -> None:
    """Lines of any length cost the same."""
    assert found(prose(4000) + A, C, prose(4000) + B) == [([0], [2])]
    assert found(prose(3999) + A, C, prose(3999) + B) == []


def test_two_reports_may_share_their_first_sentence() -> None:
    """A single line with a dateline is no copy; with the line behind it it is."""
    dated = "本报讯 " + A
    assert found(dated, B, dated, C) == []
    assert found(dated, B, dated, B) == [([0, 1], [2, 3])]


def _kin(near: frozenset[int]) -> Callable[[range], float]:
    return lambda run: 0.5 if near & frozenset(run) else 0.0


@pytest.mark.parametrize(
    ("first_reads", "second_reads", "near", "out"),
    [
        (3.0, 1.0, frozenset(), {0}),  # the page reads better without the first
        (1.0, 3.0, frozenset(), {2}),
        (1.0, 1.0, frozenset(), {2}),  # alike: the second copy goes
        (1.0, 1.0, frozenset({2}), {0}),  # alike, but the second goes on from what is around it
        (1.0, 1.0, frozenset({0}), {2}),
        (0.0, 4.1, frozenset({2}), {0}),  # a kinship of one half counts for five nats, but the later copy goes rather
        (0.0, 4.3, frozenset({2}), {2}),
        (1.7, 1.0, frozenset(), {2}),
    ],
)
def test_the_copy_stays_whose_page_reads_better(
    first_reads: float, second_reads: float, near: frozenset[int], out: set[int]
) -> None:
    """The weight of the page without a copy decides, and beside it what stands around each."""
    weights = {frozenset({0}): first_reads, frozenset({2}): second_reads}
    assert left_out(shapes(A, C, A), weights.__getitem__, _kin(near)) == out


def test_a_later_run_is_weighed_with_the_earlier_left_out() -> None:
    """What was decided once is not asked again."""
    asked: list[frozenset[int]] = []

    def weight(gone: frozenset[int]) -> float:
        asked.append(gone)
        return 0.0

    assert left_out(shapes(A, B, C, B, A), weight, _kin(frozenset())) == {3, 4}
    assert asked == [{1}, {3}, {3, 0}, {3, 4}]


def test_a_page_with_many_repeats_is_not_weighed_for_ever() -> None:
    """From the fifth run on the second copy goes without a reading of the page."""
    lines = [f"第{n}段，" + A for n in "一二三四五六"]
    asked: list[frozenset[int]] = []

    def weight(gone: frozenset[int]) -> float:
        asked.append(gone)
        return -float(len(gone & {0, 1, 2, 3, 4, 5}))

    out = left_out(shapes(*lines, C, *reversed(lines)), weight, _kin(frozenset()))
    assert out == frozenset(range(7, 13))
    assert len(asked) == 8


def test_of_two_copies_side_by_side_the_second_goes() -> None:
    """Both pages read alike then, whatever little things weigh against the first."""
    weights = {frozenset({0, 1}): 5.0, frozenset({2, 3}): 1.0}
    assert left_out(shapes(A, B, A, B), weights.__getitem__, _kin(frozenset())) == {2, 3}


def test_furniture_that_recurs_is_no_repeat() -> None:
    """A paper prints it on every page; that it is long changes nothing."""
    folio = "2024年5月21日 星期二 农历甲辰年四月十四 第3版"
    assert runs(shapes(folio, A, B, folio)) == []
    assert runs(shapes(A, folio, B, A, folio)) == [(range(2), range(3, 5))]


def test_a_copy_is_suspected_whatever_its_spaces() -> None:
    """Lines of very different lengths are not held against each other, but for spaces and what broke off."""
    whole = (A + B + D) * 2
    spread = whole[:5] + " ".join(whole[5:])
    assert found(whole, C, spread) == [([0], [2])]
    assert found(spread, C, whole) == [([0], [2])]
    assert found(whole, C, whole[: len(whole) // 2]) == []
    assert found(whole, C, whole[: len(whole) // 2 + 3]) == [([0], [2])]
