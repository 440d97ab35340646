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
from .grammar import DATED, FITTING, GRAMMAR, PLAIN, STATES, State
from .shape import Shape

_BEAM = 14.0
"""Nats below a line's best state at which a state is dropped: its share is under one in a million."""
_AGAINST_GRAMMAR = 50.0


@dataclass(frozen=True, slots=True)
class Read:
    """One line's place in the best reading."""

    state: State
    confidence: float


Cells = dict[int, float]


def _step(
    previous: Cells, grammar: int, scores: dict[Role, float], fitting: Sequence[bool]
) -> tuple[Cells, dict[int, int]]:
    best: Cells = {}
    back: dict[int, int] = {}
    table = GRAMMAR.followers[grammar]
    for i, so_far in previous.items():
        row = table[i]
        for role, score in scores.items():
            for j, cost in row.get(role, ()):
                if not fitting[j]:
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


def _first(grammar: int, scores: dict[Role, float], fitting: Sequence[bool]) -> Cells:
    return {
        j: cost + score
        for role, score in scores.items()
        for j, cost in GRAMMAR.starts[grammar].get(role, ())
        if fitting[j]
    }


def _anywhere(scores: dict[Role, float], fitting: Sequence[bool], so_far: float) -> Cells:
    """Let a line be in any state of its roles, at a price that nothing else pays."""
    fit = {j: scores[s.role] for j, s in enumerate(STATES) if s.role in scores and fitting[j]}
    return {j: so_far + score - _AGAINST_GRAMMAR for j, score in fit.items()}


def best_reading(shapes: Sequence[Shape], evidence: Sequence[dict[Role, float]]) -> tuple[list[Read], float]:
    """Return every line's state and confidence, and the reading's log weight.

    ``evidence`` holds, per line, the roles it may have and what speaks for each, in nats.
    Takes time linear in the number of lines.
    """
    if not shapes:
        return [], 0.0
    grammars = [DATED if shape.dateline else PLAIN for shape in shapes]
    fitting = [FITTING[shape.complete, shape.section] for shape in shapes]
    cells = [_pruned(_first(grammars[0], evidence[0], fitting[0])) or _anywhere(evidence[0], fitting[0], 0.0)]
    backs: list[dict[int, int]] = [{}]
    for i in range(1, len(shapes)):
        best, back = _step(cells[-1], grammars[i], evidence[i], fitting[i])
        if not best:
            # No step of the grammar leads here: an editor asked for what never stands in print.
            top = max(cells[-1], key=cells[-1].__getitem__)
            best = _anywhere(evidence[i], fitting[i], cells[-1][top])
            back = dict.fromkeys(best, top)
        cells.append(_pruned(best))
        backs.append(back)
    last = {j: score + GRAMMAR.ends[j] for j, score in cells[-1].items()}
    j = max(last, key=last.__getitem__)
    weight = last[j]
    path = [j]
    for back in reversed(backs[1:]):
        path.append(back[path[-1]])
    path.reverse()
    shares = _shares(cells, grammars, evidence)
    reads = []
    for state, share in zip(path, shares, strict=True):
        role = STATES[state].role
        reads.append(Read(STATES[state], min(1.0, share.get(role, 0.0))))
    return reads, weight


def _shares(
    cells: Sequence[Cells], grammars: Sequence[int], evidence: Sequence[dict[Role, float]]
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
        top = max(evidence[i].values())
        factors = {role: exp(score - top) for role, score in evidence[i].items()}
        for a, weight in forward[-1].items():
            row = table[a]
            for role, factor in factors.items():
                for b, cost in row.get(role, ()):
                    if b in alive:
                        link = exp(cost) * factor
                        made.append((a, b, link))
                        sums[b] = sums.get(b, 0.0) + weight * link
        if not sums:
            made = [(a, b, 1.0) for a in forward[-1] for b in alive]
            sums = dict.fromkeys(alive, 1.0)
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
