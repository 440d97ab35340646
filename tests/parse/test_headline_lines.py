"""How the lines of one headline go together."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse import headline_lines
from tests.parse.making import prose, view, views

LONG = prose(80)


@pytest.mark.parametrize(
    ("one", "other", "how_much"),
    [
        (4, 4, 1.0),
        (7, 7, 1.0),
        (8, 8, 0.75),
        (9, 9, 0.5),
        (11, 11, 0.0),
        (12, 12, -0.25),
        (15, 15, -1.0),
        (30, 30, -1.0),
        (7, 10, 0.25),  # the longer counts
        (7, 11, 0.0),  # more than three longer
        (12, 15, -1.0),
        (12, 16, 0.0),
    ],
)
def test_halves_of_a_title_are_short_and_about_as_long(one: int, other: int, how_much: float) -> None:
    """Either may be the longer; two long lines that are of one length speak against it."""
    for first, second in ((one, other), (other, one)):
        above, below = prose(first, "新"), prose(second, "新")
        assert headline_lines.half_with_next(view(above, after=below)) == how_much
        assert headline_lines.half_with_last(view(below, before=above)) == how_much


def test_a_half_is_measured_without_its_section_s_name() -> None:
    """Which stands in brackets behind it; where no line follows or stands before there is no half."""
    assert headline_lines.half_with_next(view("老厂房唤醒新业", after="旧街区长出新园（新观察）")) == 1.0
    assert headline_lines.half_with_last(view("旧街区长出新园（新观察）", before="老厂房唤醒新业")) == 1.0
    assert headline_lines.half_with_next(view("老厂房唤醒新业", before="旧街区长出新园")) == 0.0
    assert headline_lines.half_with_last(view("老厂房唤醒新业", after="旧街区长出新园")) == 0.0


@pytest.mark.parametrize(
    ("kicker", "second"),
    [
        ("青溪县委全会强调", True),
        ("青溪县委全会强调——", True),
        ("青溪县委全会强调。", False),  # no line of a headline
        ("青溪县委强调全会", False),
        (LONG + "强调", False),
        ("——", False),
    ],
)
def test_a_title_may_stand_on_two_lines_under_a_kicker(kicker: str, second: bool) -> None:  # noqa: FBT001
    """The second line under what ends as kickers do, with or without a dash; not the first, nor the third."""
    seen = views(kicker, "把每一棵古树", "都管起来", "管好护好")
    assert [bool(headline_lines.second_under_kicker(each)) for each in seen] == [False, False, second, False]


@pytest.mark.parametrize(
    ("above", "parted"),
    [
        ("让古树活下去——青溪县护林纪略", True),
        ("让古树活下去——", False),
        ("——青溪县护林纪略", False),
        ("让古树活下去", False),
        (LONG + "——" + LONG, False),
    ],
)
def test_a_title_that_has_its_subtitle_has_no_other(above: str, parted: bool) -> None:  # noqa: FBT001
    """Where a dash parts the line before into two."""
    assert [bool(headline_lines.under_two_parts(each)) for each in views(above, "护林员的一天")] == [False, parted]
