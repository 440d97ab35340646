"""The pages read by hand: what a parse scored once, it scores from then on.

``make floors`` raises ``floors.json`` to today's scores; only ``make floors LOWER=1`` lowers one.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.cli import main
from tests.corpus.score_parse import FIELDS, load_gold, score, total

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
GOLD = sorted((HERE / "gold").glob("*.gold.yml"))
SEEDS = HERE.parent.parent / "seeds"
PLACES = 4
"""Decimal places of a floor, cut off and not rounded, so that a score never lies under its own floor."""


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Return today's scores of the gold pages, parsed without what editors know of them."""
    folder = tmp_path_factory.mktemp("parsed")
    names = [path.name.removesuffix(".gold.yml") for path in GOLD]
    files = [str(SEEDS / f"{name}.txt") for name in names]
    assert main(["parse", *files, "--json", "--without-knowledge", "--out", str(folder)]) == 0
    parsed = [json.loads((folder / f"{name}.json").read_text("utf-8")) for name in names]
    sheets = [score(load_gold(gold), parse) for gold, parse in zip(GOLD, parsed, strict=True)]
    return {name: value for name, value in total(sheets).items() if value is not None}


def test_no_score_falls_under_its_floor(scores: dict[str, float], pytestconfig: pytest.Config) -> None:
    """A change that reads the gold pages worse is noticed, whatever it does elsewhere."""
    floors = {} if not FLOORS.exists() else json.loads(FLOORS.read_text("utf-8"))["gold"]
    if pytestconfig.getoption("--renew-floors"):
        floors = renewed(floors, scores, lower=pytestconfig.getoption("--lower-floors"))
        FLOORS.write_text(json.dumps({"gold": floors}, indent=2) + "\n", "utf-8", newline="\n")
    assert [
        f"{name}: {scores.get(name)} < {floor}" for name, floor in floors.items() if below(scores, name, floor)
    ] == []


def test_every_figure_has_a_floor(scores: dict[str, float]) -> None:
    """A new figure is pinned from its first day."""
    assert set(json.loads(FLOORS.read_text("utf-8"))["gold"]) == set(scores)


def test_floors_rise_and_fall_only_when_told() -> None:
    """A better score raises a floor; a worse one lowers it with the flag alone."""
    floors = {"role": 0.9, "title": 0.8}
    today = {"role": 0.95678, "title": 0.7}
    assert renewed(floors, today, lower=False) == {"role": 0.9567, "title": 0.8}
    assert renewed(floors, today, lower=True) == {"role": 0.9567, "title": 0.7}
    assert below(today, "title", 0.8)
    assert not below(today, "role", 0.9567)
    assert below(today, "unscored", 0.1)


def below(scores: Mapping[str, float], name: str, floor: float) -> bool:
    """Whether a figure lies under its floor, or is not there any more."""
    return scores.get(name, -1.0) < floor


def renewed(floors: Mapping[str, float], scores: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """Return today's floors, in the order of the table of figures."""
    today = {name: math.floor(scores[name] * 10**PLACES) / 10**PLACES for name in FIELDS if name in scores}
    return {name: value if lower else max(value, floors.get(name, 0.0)) for name, value in today.items()}
