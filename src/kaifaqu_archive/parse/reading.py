"""The best reading of a whole page: dynamic programming over evidence and grammar.

Viterbi finds the best sequence of states; forward and backward sums over all sequences
give each line's confidence: the share of all readings of the page, weighed by their
probability, in which the line has the role that it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from ..model import Role
from .grammar import DATED, GRAMMAR, PLAIN, STATES, State
from .shape import Shape

_BEAM = 14.0
"""Nats below a line's best state at which a state is dropped: its share is under one in a million."""
_SENTENCE_ROLES = (Role.BODY, Role.CONT)


@dataclass(frozen=True, slots=True)
class Read:
    """One line's place in the best reading."""

    state: State
    confidence: float


Cells = dict[int, float]


def _candidates(shape: Shape, scores: dict[Role, float]) -> dict[Role, tuple[float, bool | None]]:
    """Per role: its score, and which way the sentence must stand behind it (None: either)."""
    return {
        role: (score, (not shape.complete) if role in _SENTENCE_ROLES else None) for role, score in scores.items()
    }


def _step(previous: Cells, grammar: int, wanted: dict[Role, tuple[float, bool | None]]) -> tuple[Cells, dict[int, int]]:
    best: Cells = {}
    back: dict[int, int] = {}
    table = GRAMMAR.followers[grammar]
    for i, so_far in previous.items():
        row = table[i]
        for role, (score, must_open) in wanted.items():
            for j, cost in row.get(role, ()):
                if must_open is not None and STATES[j].open is not must_open:
                    continue
                total = so_far + cost + score
                if j not in best or total > best[j]:
                    best[j] = total
                    back[j] = i
    return best, back


def _pruned(cells: Cells) -> Cells:
    if not cells:
        return cells
    top = max(cells.values())
    return {j: score for j, score in cells.items() if score > top - _BEAM}


def _first(grammar: int, wanted: dict[Role, tuple[float, bool | None]]) -> Cells:
    return {
        j: cost + score
        for role, (score, must_open) in wanted.items()
        for j, cost in GRAMMAR.starts[grammar].get(role, ())
        if must_open is None or STATES[j].open is must_open
    }


def best_reading(shapes: Sequence[Shape], evidence: Sequence[dict[Role, float]]) -> tuple[list[Read], float]:
    """Return every line's state and confidence, and the reading's log weight.

    ``evidence`` holds, per line, the roles it may have and what speaks for each, in nats.
    Takes time linear in the number of lines.
    """
    if not shapes:
        return [], 0.0
    grammars = [DATED if shape.dateline else PLAIN for shape in shapes]
    wanted = [_candidates(shape, scores) for shape, scores in zip(shapes, evidence, strict=True)]
    cells = [_pruned(_first(grammars[0], wanted[0]))]
    backs: list[dict[int, int]] = [{}]
    for i in range(1, len(shapes)):
        best, back = _step(cells[-1], grammars[i], wanted[i])
        cells.append(_pruned(best))
        backs.append(back)
    last = {j: score + GRAMMAR.ends[j] for j, score in cells[-1].items()}
    j = max(last, key=last.__getitem__)
    weight = last[j]
    path = [j]
    for back in reversed(backs[1:]):
        path.append(back[path[-1]])
    path.reverse()
    shares = _shares(cells, grammars, wanted)
    reads = []
    for state, share in zip(path, shares, strict=True):
        role = STATES[state].role
        reads.append(Read(STATES[state], min(1.0, share.get(role, 0.0))))
    return reads, weight


def _shares(
    cells: Sequence[Cells], grammars: Sequence[int], wanted: Sequence[dict[Role, tuple[float, bool | None]]]
) -> list[dict[Role, float]]:
    """Return, per line and role, the share of all readings that give the line the role."""
    n = len(cells)
    forward: list[dict[int, float]] = [_normal({j: exp(s - max(cells[0].values())) for j, s in cells[0].items()})]
    links: list[list[tuple[int, int, float]]] = [[]]
    for i in range(1, n):
        table = GRAMMAR.followers[grammars[i]]
        alive = cells[i]
        sums: dict[int, float] = {}
        made: list[tuple[int, int, float]] = []
        top = max(score for score, _ in wanted[i].values())
        factors = {role: exp(score - top) for role, (score, _) in wanted[i].items()}
        for a, weight in forward[-1].items():
            row = table[a]
            for role, factor in factors.items():
                for b, cost in row.get(role, ()):
                    if b in alive:
                        link = exp(cost) * factor
                        made.append((a, b, link))
                        sums[b] = sums.get(b, 0.0) + weight * link
        forward.append(_normal(sums))
        links.append(made)
    backward: dict[int, float] = {j: exp(GRAMMAR.ends[j]) for j in cells[-1]}
    shares: list[dict[Role, float]] = [{}] * n
    for i in range(n - 1, -1, -1):
        joint = _normal({j: forward[i].get(j, 0.0) * backward.get(j, 0.0) for j in cells[i]})
        by_role: dict[Role, float] = {}
        for j, share in joint.items():
            role = STATES[j].role
            by_role[role] = by_role.get(role, 0.0) + share
        shares[i] = by_role
        if i:
            earlier: dict[int, float] = {}
            for a, b, link in links[i]:
                earlier[a] = earlier.get(a, 0.0) + link * backward.get(b, 0.0)
            backward = _normal(earlier)
    return shares


def _normal(weights: dict[int, float]) -> dict[int, float]:
    total = sum(weights.values()) or 1.0
    return {j: weight / total for j, weight in weights.items()}
