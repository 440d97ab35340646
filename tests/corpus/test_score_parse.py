"""The scorer itself: a perfect parse scores one, and each sort of mistake costs the figure that is named after it."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.corpus.score_parse import bcubed, score, wrong_lines

GOLD: dict[str, Any] = {
    "issue": {"date": "2025-02-13/2025-02-26"},
    "articles": [
        {
            "id": "a1",
            "kind": "news",
            "title": ["甲市开工", "甲市 开工"],
            "kicker": [None],
            "subtitle": ["副题"],
            "authors": [{"name": "朱妹", "role": "记者"}],
            "photos": [{"caption": "图为现场。", "credit": "■ 王明摄"}],
            "zones": [
                {"name": "甲经济开发区", "also": ["甲开发区"], "primary": True},
                {"name": "乙高新区", "optional": True},
            ],
            "dates": [{"value": "2025-02-12"}, {"value": "2024-11", "optional": True}],
            "continued_to": "A2",
            "continues": "OTHER.txt",
        },
        {"id": "a2", "kind": "notice", "title": [None], "kicker": [None], "subtitle": [None], "zones": []},
    ],
    "lines": [[1, "a1", "title"], [2, "a1", "body|lead"], [3, "a1", "dup"], [4, "a2", "notice"], [6, None, "noise"]],
}
PERFECT: dict[str, Any] = {
    "issue": {"date": "2025-02-18"},
    "articles": [
        {
            "id": "x",
            "title": "甲市　开工",
            "kicker": None,
            "subtitle": "——副题",
            "authors": [{"name": "朱 妹", "role": "记者"}],
            "photos": [{"caption": "图为现场。", "credit": "王明摄"}],
            "zones": [
                {"name": "甲开发区", "primary": True, "province": "山西省", "kind": "zone"},
                {"name": "乙高新区", "province": None},
                {"name": "丙高新区", "province": "北京市"},
                {"name": "丁产业园", "kind": "park"},
            ],
            "dates": [{"value": "2025-02-12"}, {"value": "2024-11"}, {"value": "2025"}],
            "continued_to": "Ａ2",
            "continues": {"source_file": "OTHER.txt"},
        },
        {"id": "y", "title": None},
    ],
    "lines": [
        {"n": 1, "article": "x", "role": "title"},
        {"n": 2, "article": "x", "role": "lead"},
        {"n": 3, "article": None, "role": "dup"},
        {"n": 4, "article": "y", "role": "notice"},
        {"n": 6, "article": None, "role": "noise"},
    ],
}


def test_a_perfect_parse_scores_one_everywhere() -> None:
    """White space, full-width forms, leading marks, other provinces, parks and optional facts cost nothing."""
    row = score(GOLD, PERFECT).row()
    assert row == dict.fromkeys(row, 1.0) | {"kicker": None}
    assert list(wrong_lines(GOLD, PERFECT)) == []


MISTAKES: dict[str, tuple[object, ...]] = {
    "title": ("articles", 0, "title", "别的"),
    "kicker": ("articles", 0, "kicker", "没有的"),
    "subtitle": ("articles", 0, "subtitle", None),
    "authors": ("articles", 0, "authors", 0, "role", "作者"),
    "photos": ("articles", 0, "photos", 0, "caption", None),
    "jumps": ("articles", 0, "continued_to", "A3"),
    "joins": ("articles", 0, "continues", "source_file", "THIRD.txt"),
    "zones": ("articles", 0, "zones", 0, "name", "戊高新区"),
    "primary": ("articles", 0, "zones", 0, "primary", False),
    "dates": ("articles", 0, "dates", 0, "value", "2025-02-11"),
    "issue": ("issue", "date", "2025-03-01"),
    "conserved": ("lines", 4, "n", 4),
    "role": ("lines", 1, "role", "title"),
    "article": ("lines", 1, "article", "y"),
}


@pytest.mark.parametrize("figure", MISTAKES)
def test_a_mistake_costs_its_figure(figure: str) -> None:
    """Every figure can fall."""
    *steps, key, value = MISTAKES[figure]
    parse = copy.deepcopy(PERFECT)
    place: Any = parse
    for step in steps:
        place = place[step]
    place[key] = value
    after = score(GOLD, parse).row()[figure]
    assert after is not None
    assert after < 1


def test_lines_that_are_missing_stand_alone() -> None:
    """A parse cannot gain by leaving lines out of every article."""
    gold = {1: "a", 2: "a", 3: "b"}
    assert bcubed(gold, {1: "x", 2: "x", 3: "y"}) == 1
    assert bcubed(gold, {1: "x", 3: "y"}) == pytest.approx(0.8)
    assert bcubed({}, {}) is None
