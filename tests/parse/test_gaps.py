"""How many blank lines stand before a line tells of pictures only beyond what the page's text has everywhere."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Line, Role
from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.gaps import evened
from tests.parse.making import page, prose


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        ([], []),
        ([0], [0]),
        ([0, 1, 1, 3, 1, 1], [0, 1, 1, 3, 1, 1]),
        ([0, 0, 0, 2, 0, 0, 1], [0, 0, 0, 2, 0, 0, 1]),  # without blank lines two are as many as elsewhere
        ([0, 2, 2, 2, 5, 2, 2], [0, 1, 1, 1, 4, 1, 1]),
        ([2, 3, 3, 3, 3, 0], [0, 1, 1, 1, 1, 0]),
        ([0, 1, 3, 1, 2, 0, 4, 1], [0, 1, 1, 1, 1, 0, 1, 1]),
    ],
    ids=["nothing", "one line", "as usual", "dense", "double", "threefold", "at random"],
)
def test_gaps_are_held_against_the_page_s_own(gaps: list[int], told: list[int]) -> None:
    """What most lines have is one; where many have more, it means nothing."""
    lines = [Line(n, "甲", gap) for n, gap in enumerate(gaps, 1)]
    assert [line.gap for line in evened(lines)] == told


def test_a_page_in_double_spacing_is_read_as_in_single() -> None:
    """No paragraph is taken for a caption because blank lines stand before it; every line stays where it was."""
    texts = ["石桥经开区老厂房里长出新产业", "本报记者 周望川", prose(70), "从租金到人气", prose(80), prose(60)]
    single, double = (parse_page(page(("\n" * n).join(texts))) for n in (2, 4))
    assert [reading.role for reading in double.readings] == [reading.role for reading in single.readings]
    assert [reading.role for reading in double.readings].count(Role.BODY) == 3
    assert [reading.line for reading in double.readings] == list(double.page.lines)
