"""The best reading of a page, held against all readings that there are."""

from __future__ import annotations

import random
from itertools import product
from math import exp, inf, log
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse import reading
from kaifaqu_archive.parse.prices import GRAMMAR, Kind, kinds_of
from kaifaqu_archive.parse.reading import best_reading
from kaifaqu_archive.parse.states import FITTING, STATES, Place
from tests.parse.making import prose, shapes

if TYPE_CHECKING:
    from kaifaqu_archive.parse.shape import Shape

R = Role
LINES = (
    "老厂房唤醒新业态",
    "林 萍",
    "本报讯 " + prose(80),
    prose(80),
    prose(90, "推进"),
    "创新前沿",
    "会议结束了。",
    "（下转A2版）",
)
CHOICES = (R.TITLE, R.BODY, R.CONT, R.AUTHOR, R.HEADING, R.KICKER, R.NOISE, R.COLUMN, R.CAPTION)


def every_reading(seen: list[Shape], evidence: list[dict[Role, float]]) -> dict[tuple[int, ...], float]:
    """Return the log weight of every sequence of states that the grammar allows."""
    kinds = kinds_of(seen)
    found: dict[tuple[int, ...], float] = {}
    options = [
        [j for j, s in enumerate(STATES) if s.role in row and FITTING[kind.complete, kind.section][j]]
        for row, kind in zip(evidence, kinds, strict=True)
    ]
    for path in product(*options):
        weight, before = 0.0, None
        for j, row, kind in zip(path, evidence, kinds, strict=True):
            table = GRAMMAR.starts[kind] if before is None else GRAMMAR.followers[kind][before]
            prices = {b: price for b, price, _ in table[STATES[j].role][1]}
            weight += prices.get(j, -inf) + row[STATES[j].role]
            before = j
        if weight > -inf and before is not None:
            found[path] = weight + GRAMMAR.ends(kinds[-1])[before]
    return found


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no state be dropped."""
    monkeypatch.setattr(reading, "_BEAM", 1e6)
    monkeypatch.setattr(reading, "_PROSE_BEAM", 1e6)
    monkeypatch.setattr(reading, "_ROLE_BEAM", 1e6)


def drawn(rng: random.Random) -> tuple[list[Shape], list[dict[Role, float]]]:
    """Draw a page of two or three lines and what speaks for which role."""
    seen = shapes(*(rng.choice(LINES) for _ in range(rng.choice((2, 2, 3)))))
    return seen, [{role: rng.uniform(-4, 4) for role in rng.sample(CHOICES, 3)} for _ in seen]


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("seed", range(25))
def test_the_best_reading_is_the_best_of_all(seed: int) -> None:
    """Its weight is the greatest; each line's confidence is the share of all readings that agree."""
    seen, evidence = drawn(random.Random(seed))  # noqa: S311 - a page, not a secret
    everything = every_reading(seen, evidence)
    if not everything:
        pytest.skip("the grammar allows no reading")
    reads, weight = best_reading(seen, evidence)
    best = max(everything.values())
    assert weight == pytest.approx(best)
    path = tuple(STATES.index(read.state) for read in reads)
    assert everything[path] == pytest.approx(best)
    whole = sum(exp(w - best) for w in everything.values())
    for i, read in enumerate(reads):
        agree = sum(exp(w - best) for p, w in everything.items() if STATES[p[i]].role is read.state.role)
        assert read.confidence == pytest.approx(agree / whole, abs=1e-9)


def test_the_beam_seldom_drops_the_best() -> None:
    """With the beams as shipped the best of all is found on nine pages of ten, though the evidence is drawn by lot."""
    found = []
    for seed in range(60):
        seen, evidence = drawn(random.Random(seed))  # noqa: S311 - a page, not a secret
        everything = every_reading(seen, evidence)
        if everything:
            found.append(best_reading(seen, evidence)[1] - max(everything.values()))
    assert len(found) >= 30
    assert max(found) <= 1e-9
    assert sum(less > -1e-9 for less in found) >= 0.9 * len(found)


@pytest.mark.parametrize(
    "roles", [(R.SUBTITLE,), (R.CONT, R.CONT), (R.TITLE, R.CONT, R.SUBTITLE), (R.NOTICE, R.SUBTITLE)]
)
def test_what_never_stands_in_print_is_read_all_the_same(roles: tuple[Role, ...]) -> None:
    """An editor may ask for it; every line has the role that was asked."""
    seen = shapes(*(["老厂房唤醒新业态"] * len(roles)))
    reads, weight = best_reading(seen, [{role: 0.0} for role in roles])
    assert [read.state.role for read in reads] == list(roles)
    assert all(0.0 <= read.confidence <= 1.0 for read in reads)
    # A step without a name in the grammar is dear; where a page begins nothing was stepped over.
    assert (weight < -40.0) is (Role.TITLE in roles or Role.NOTICE in roles)


def test_a_page_without_lines_has_an_empty_reading() -> None:
    """Nothing weighs nothing."""
    assert best_reading([], []) == ([], 0.0)


@pytest.mark.usefixtures("wide")
def test_two_roles_alike_are_half_as_sure() -> None:
    """Evidence tells roles apart: two nats more make the one e² times as likely."""
    seen = shapes("创新前沿")
    even = best_reading(
        seen,
        [
            {
                R.COLUMN: 0.0,
                R.NOISE: GRAMMAR.starts[Kind(section=True)][R.COLUMN][0]
                - GRAMMAR.starts[Kind(section=True)][R.NOISE][0],
            }
        ],
    )
    assert even[0][0].confidence == pytest.approx(0.5)
    base = GRAMMAR.starts[Kind(section=True)][R.NOISE][0] - GRAMMAR.starts[Kind(section=True)][R.COLUMN][0]
    (read,), _ = best_reading(seen, [{R.COLUMN: base + log(3), R.NOISE: 0.0}])
    assert read.state.role is R.COLUMN
    assert read.confidence == pytest.approx(0.75)


def _noise_against_column(nats: float) -> list[dict[Role, float]]:
    """Return evidence by which furniture, with its price, lies ``nats`` under a section's name."""
    first = GRAMMAR.starts[Kind(section=True)]
    ends = {role: GRAMMAR.ends(Kind())[first[role][1][0][0]] for role in (R.COLUMN, R.NOISE)}
    assert ends[R.COLUMN] == ends[R.NOISE]
    return [{R.COLUMN: 0.0, R.NOISE: first[R.COLUMN][0] - first[R.NOISE][0] - nats}]


@pytest.mark.parametrize(("nats", "kept"), [(0.5, True), (6.4, True), (6.6, False), (7.4, False)])
def test_what_is_far_less_likely_is_dropped(monkeypatch: pytest.MonkeyPatch, nats: float, kept: bool) -> None:  # noqa: FBT001
    """A state six and a half nats under the best of its line takes no part in how sure the line is."""
    monkeypatch.setattr(reading, "_ROLE_BEAM", 1e6)
    (read,), _ = best_reading(shapes("创新前沿"), _noise_against_column(nats))
    assert read.state.role is R.COLUMN
    assert read.confidence == pytest.approx(1 / (1 + exp(-nats)) if kept else 1.0, abs=1e-12)
    assert (read.confidence < 1.0) is kept


@pytest.mark.parametrize(("nats", "kept"), [(7.9, True), (8.1, False), (8.9, False)])
def test_a_role_that_little_speaks_for_is_not_considered(
    monkeypatch: pytest.MonkeyPatch,
    nats: float,
    kept: bool,  # noqa: FBT001
) -> None:
    """Eight nats under what speaks loudest on the line, whatever the grammar would say."""
    monkeypatch.setattr(reading, "_BEAM", 1e6)
    monkeypatch.setattr(reading, "_PROSE_BEAM", 1e6)
    (read,), _ = best_reading(shapes("创新前沿"), [{R.COLUMN: 0.0, R.NOISE: -nats}])
    assert (read.confidence < 1.0) is kept


def test_the_beams_are_asked_of_every_line() -> None:
    """What was dropped on one line does not come back on the next; where one state is left it is sure."""
    even, far = _noise_against_column(0.0), _noise_against_column(7.0)
    reads, _ = best_reading(shapes("创新前沿", "创新前沿"), [*far, *even])
    assert reads[0].confidence == 1.0
    assert reads[1].confidence < 1.0


def test_a_step_against_the_grammar_costs_fifty_nats() -> None:
    """More than all evidence of a line together; the role that was asked for is weighed as ever."""
    notice = GRAMMAR.starts[Kind(notice=True)][R.NOTICE][0]
    reads, weight = best_reading(shapes("休刊启事", "老厂房唤醒"), [{R.NOTICE: 1.0}, {R.SUBTITLE: 2.0}])
    assert [read.state.role for read in reads] == [R.NOTICE, R.SUBTITLE]
    assert weight == pytest.approx(notice + 1.0 + 2.0 - 50.0 + GRAMMAR.ends(Kind())[STATES.index(reads[1].state)])


@pytest.mark.parametrize("role", [R.NOISE, R.DUP])
def test_what_can_be_nothing_else_is_passed_over(role: Role) -> None:
    """The other lines are read as they would be without it, whatever stands before and behind."""
    seen = shapes("老厂房唤醒新业态", "03", "本报讯 " + prose(80), "03", prose(90, "推进"), "03", prose(80))
    rows = [{R.TITLE: 1.0, R.NOISE: 0.0}, {R.BODY: 1.0}, {R.BODY: 1.0, R.HEADING: 0.5}, {R.CONT: 0.0, R.BODY: 0.5}]
    between: list[dict[Role, float]] = [{role: 0.0}]
    without, weight = best_reading(seen[::2], rows)
    evidence = [*rows[:1], *between, *rows[1:2], *between, *rows[2:3], *between, *rows[3:]]
    reads, same = best_reading(seen, evidence)
    assert [(read.state, read.confidence) for read in reads[::2]] == [(read.state, read.confidence) for read in without]
    assert [(read.state.role, read.state.place, read.confidence) for read in reads[1::2]] == [
        (role, Place.OUT, 1.0)
    ] * 3
    assert same == weight


def test_a_page_of_nothing_but_furniture_is_read() -> None:
    """Nothing is weighed."""
    reads, weight = best_reading(shapes("03", "04"), [{R.NOISE: 0.0}, {R.NOISE: 0.0}])
    assert [read.state.role for read in reads] == [R.NOISE, R.NOISE]
    assert weight == 0.0
