"""Every readable case of ``tests/cases/`` is read as its rows and fields say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.cases import NONE, Case, judge, load
from tests.corpus.floors import below, case_floors

HERE = Path(__file__).resolve().parent
CASES = sorted((HERE.parent / "cases").glob("*.txt"))
FLOORS = HERE / "floors.json"
MEAN = "all"
"""The floor of the mean over all cases; every other name in the floors is a case."""
WHOLE = 0.75
"""Share of the cases that must be read without a mistake."""


@pytest.fixture(scope="module")
def floors() -> dict[str, float]:
    """Return the floors of the cases; a case that has none must be read without a mistake."""
    pinned: dict[str, float] = json.loads(FLOORS.read_text("utf-8")).get("cases", {})
    return pinned


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    """Return, for every case, the share of what it asks that is right today."""
    return {path.stem: judge(load(path)).share for path in CASES}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_read_as_it_says(path: Path, floors: dict[str, float], pytestconfig: pytest.Config) -> None:
    """Roles, grouping and fields are as an editor wrote them down; a pinned case falls no lower than it stood."""
    verdict = judge(load(path))
    if pytestconfig.getoption("--renew-floors"):
        pytest.skip("the floors are being renewed")
    assert verdict.share >= floors.get(path.stem, 1.0), "\n".join(verdict.wrong)


def test_the_mean_of_the_cases_does_not_fall(
    shares: dict[str, float], floors: dict[str, float], pytestconfig: pytest.Config
) -> None:
    """A change that reads one case better and others worse is noticed."""
    if pytestconfig.getoption("--renew-floors"):
        floors = case_floors(floors, shares, lower=pytestconfig.getoption("--lower-floors"))
        everything = json.loads(FLOORS.read_text("utf-8")) | {"cases": floors}
        FLOORS.write_text(json.dumps(everything, indent=2) + "\n", "utf-8", newline="\n")
    assert not below({MEAN: sum(shares.values()) / len(shares)}, MEAN, floors[MEAN])


def test_most_cases_are_read_whole(shares: dict[str, float]) -> None:
    """Cases that are still read wrong are the few, and there are enough cases to say so."""
    assert len(shares) >= 40
    assert sum(share == 1.0 for share in shares.values()) >= WHOLE * len(shares)


def test_floors_name_only_cases_that_are_there(floors: dict[str, float]) -> None:
    """A floor outlives no case, and no case with a floor of one is listed."""
    assert set(floors) - {MEAN} <= {path.stem for path in CASES}
    assert all(value < 1.0 for name, value in floors.items() if name != MEAN)


def test_a_case_says_wrong_lines_and_fields(tmp_path: Path) -> None:
    """The judge is strict: a wrong role, a wrong home and a wrong field are each a sentence."""
    page = "青溪县启动古树名木普查\n\n本报讯 3月20日，青溪县启动古树名木普查，普查队员将用半年时间走遍二十四个乡镇，为每一棵古树建立电子档案。\n"
    text = "# shows nothing\n" + page + "=====\n{role} {home}\nbody a\na.title: {title}\n"

    def judged(role: str, home: str, title: str) -> Case:
        path = tmp_path / "one.txt"
        path.write_text(text.format(role=role, home=home, title=title), "utf-8")
        return load(path)

    right = judge(judged("title", "a", "青溪县启动古树名木普查"))
    assert (right.asked, right.wrong, right.share) == (3, (), 1.0)
    assert len(judge(judged("kicker|title", "a", "青溪县启动古树名木普查")).wrong) == 0
    for role, home, title in (
        ("heading", "a", "青溪县启动古树名木普查"),
        ("title", "b", "青溪县启动古树名木普查"),
        ("title", "a", NONE),
    ):
        assert len(judge(judged(role, home, title)).wrong) == 1, (role, home, title)
