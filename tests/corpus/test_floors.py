"""The pages read by hand: what a parse scored once, it scores from then on.

``make floors`` raises ``floors.json`` to today's scores; only ``make floors LOWER=1`` lowers one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaifaqu_archive.cli import main
from tests.corpus.damage import DAMAGE, damaged
from tests.corpus.floors import below, case_floors, readme_table, renewed, with_table
from tests.corpus.score_parse import load_gold, score, total

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
ROOT = HERE.parent.parent
SETS = {
    "gold": (HERE / "gold", ROOT / "seeds"),
    "learned papers": (HERE / "papers" / "learned",) * 2,
    "unseen papers": (HERE / "papers" / "unseen",) * 2,
    "everyday papers": (HERE / "papers" / "everyday",) * 2,
    "fresh papers": (HERE / "papers" / "fresh",) * 2,
    **{f"gold, {kind}": (HERE / "gold", ROOT / "seeds") for kind in DAMAGE},
}
"""Name of a set of pages -> (folder of its gold files, folder of its page texts).

Papers are invented, each with its own manner of printing: from the fresh ones no weight was ever
learned (``tools/learn_weights.py``); those called unseen are stranger and more damaged than the
everyday ones.
"""


@pytest.fixture(scope="module", params=list(SETS))
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, float]]:
    """Return a set's name and today's scores of its pages, parsed without what editors know of them."""
    folder = tmp_path_factory.mktemp("parsed")
    golds, texts = SETS[request.param]
    sheets = sorted(golds.glob("*.gold.yml"))
    names = [path.name.removesuffix(".gold.yml") for path in sheets]
    files = [texts / f"{name}.txt" for name in names]
    readings = [load_gold(sheet) for sheet in sheets]
    kind = request.param.partition(", ")[2]
    if kind:
        for i, file in enumerate(files):
            text, readings[i] = damaged(kind, file.read_text("utf-8"), readings[i])
            files[i] = folder / file.name
            files[i].write_text(text, "utf-8")
    assert main(["parse", *map(str, files), "--json", "--without-knowledge", "--out", str(folder)]) == 0
    parsed = [json.loads((folder / f"{name}.json").read_text("utf-8")) for name in names]
    rows = [score(gold, parse) for gold, parse in zip(readings, parsed, strict=True)]
    return request.param, {name: value for name, value in total(rows).items() if value is not None}


def test_no_score_falls_under_its_floor(scored: tuple[str, dict[str, float]], pytestconfig: pytest.Config) -> None:
    """A change that reads the pages worse is noticed, whatever it does elsewhere."""
    pages, scores = scored
    everything = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floors = everything.get(pages, {})
    if pytestconfig.getoption("--renew-floors"):
        floors = renewed(floors, scores, lower=pytestconfig.getoption("--lower-floors"))
        FLOORS.write_text(json.dumps(everything | {pages: floors}, indent=2) + "\n", "utf-8", newline="\n")
        readme = ROOT / "README.md"
        if pages == "gold":
            readme.write_text(with_table(readme.read_text("utf-8"), floors), "utf-8", newline="\n")
    assert floors
    assert [
        f"{name}: {scores.get(name)} < {floor}" for name, floor in floors.items() if below(scores, name, floor)
    ] == []


def test_every_figure_has_a_floor(scored: tuple[str, dict[str, float]]) -> None:
    """A new figure is pinned from its first day."""
    pages, scores = scored
    assert set(json.loads(FLOORS.read_text("utf-8"))[pages]) == set(scores)


def test_floors_rise_and_fall_only_when_told() -> None:
    """A better score raises a floor; a worse one lowers it with the flag alone."""
    floors = {"role": 0.9, "title": 0.8}
    today = {"role": 0.95678, "title": 0.7}
    assert renewed(floors, today, lower=False) == {"role": 0.9567, "title": 0.8}
    assert renewed(floors, today, lower=True) == {"role": 0.9567, "title": 0.7}
    assert below(today, "title", 0.8)
    assert not below(today, "role", 0.9567)
    assert below(today, "unscored", 0.1)


def test_a_case_read_whole_loses_its_floor() -> None:
    """Floors of cases rise until they are no longer needed; a new mistake gets one with the flag alone."""
    shares = {"good": 1.0, "better": 0.75, "worse": 0.5}
    floors = {"all": 0.5, "good": 0.7, "better": 0.6}
    assert case_floors(floors, shares, lower=False) == {"all": 0.75, "better": 0.75}
    assert case_floors(floors, shares, lower=True) == {"all": 0.75, "better": 0.75, "worse": 0.5}
    assert case_floors({"all": 0.95, "worse": 0.6}, shares, lower=False) == {"all": 0.95, "worse": 0.6}


def test_the_readme_is_given_the_figures() -> None:
    """The table is written between its marks, as often as one likes, and nothing else changes."""
    readme = "Before.\n\n<!-- floors: by make -->\n<!-- /floors -->\n\nAfter.\n"
    written = with_table(readme, {"role": 0.98765, "title": 1.0})
    assert "| role | title |\n| --- | --- |\n| 0.987 | 1.000 |\n" in written
    assert written.startswith("Before.")
    assert written.endswith("After.\n")
    again = with_table(written, {"role": 0.5})
    assert readme_table({"role": 0.5}) in again
    assert "0.987" not in again
