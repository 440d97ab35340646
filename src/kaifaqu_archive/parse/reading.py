"""The best reading of a whole page: dynamic programming over evidence and grammar.

Viterbi finds the best sequence of states; in the same pass forward sums, and then backward
ones, over all sequences give each line's confidence: the share of all readings of the page,
weighed by their probability, in which the line has the role that it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, inf
from operator import itemgetter
from typing import TYPE_CHECKING

from .prices import GRAMMAR, kinds_of
from .states import ASIDES, FITTING, STATES, Place, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Role

    from .prices import Kind
    from .shape import Shape

_BEAM = 6.5
"""Nats below a line's best state at which a state is dropped: its share is under one in six hundred."""
_PROSE_BEAM = 5.5
"""The same in prose, which tells little about where articles begin: at every paragraph a body might, and never does.
On 351 pages (16,366 lines) three lines have another role for it, of one page."""
_ROLE_BEAM = 8.0
"""Nats below what speaks loudest on a line at which a role is not considered: no step of the grammar weighs more."""
_AGAINST_GRAMMAR = 50.0
"""Nats that a step costs for which the grammar has no name."""
_ROLES = tuple(state.role for state in STATES)
_SCORE = itemgetter(1)
_ASIDE = {role: State(role, Place.OUT, open=False) for role in ASIDES}
_TOP = 0
_PAGE_TOP = [(_TOP, 0.0, 1.0)]
"""The one way to the top of a page."""

Link = tuple[int, int, float]
"""(state before, state here, weight of going from one to the other)."""
Way = tuple[int, float, float]
"""(state, log weight of the best way into it, weight of all ways into it)."""


@dataclass(slots=True)
class Read:
    """One line's place in the best reading."""

    state: State
    confidence: float


@dataclass(slots=True)
class _Column:
    """One line's live states."""

    ways: list[Way]
    """The best way's dearest first; the weights of all ways sum to one."""
    back: dict[int, int]
    """State -> the state before it on the best way into it."""
    links: list[Link]
    """Of these, the steps into states that were dropped lead nowhere."""


def best_reading(shapes: Sequence[Shape], evidence: Sequence[dict[Role, float]]) -> tuple[list[Read], float]:
    """Return every line's state and confidence, and the reading's log weight.

    ``evidence`` holds, per line, the roles it may have and what speaks for each, in nats.
    What can be nothing but furniture or a repeat is passed over: the article around it goes on behind it.
    Takes time linear in the number of lines.
    """
    passed = [role if len(row) == 1 and (role := next(iter(row))) in ASIDES else None for row in evidence]
    if not any(passed):
        return _read(shapes, evidence)
    kept = [i for i, role in enumerate(passed) if role is None]
    reads, weight = _read([shapes[i] for i in kept], [evidence[i] for i in kept])
    rest = iter(reads)
    return [next(rest) if role is None else Read(_ASIDE[role], 1.0) for role in passed], weight


def _read(shapes: Sequence[Shape], evidence: Sequence[dict[Role, float]]) -> tuple[list[Read], float]:
    if not shapes:
        return [], 0.0
    columns: list[_Column] = []
    kinds = kinds_of(shapes)
    for shape, kind, scores in zip(shapes, kinds, evidence, strict=True):
        before = columns[-1] if columns else None
        if shape.short:
            columns.append(_next(before, kind, scores, _BEAM))
        elif before and len(before.ways) == 1:
            columns.append(_prose_behind(before.ways[0], kind, scores))
        else:
            columns.append(_next(before, kind, scores, _PROSE_BEAM))
    ends = GRAMMAR.ends(kinds[-1])
    last = {j: score + ends[j] for j, score, _ in columns[-1].ways}
    j = max(last, key=last.__getitem__)
    weight = last[j]
    path = [j]
    for column in reversed(columns[1:]):
        path.append(column.back[path[-1]])
    path.reverse()
    shares = _shares(columns, [_ROLES[j] for j in path], ends)
    return [Read(STATES[j], share) for j, share in zip(path, shares, strict=True)], weight


def _next(before: _Column | None, kind: Kind, scores: dict[Role, float], beam: float) -> _Column:
    """Take every step from the states of the line before to those of this line that are within ``beam`` of the best."""
    wanted = _wanted(scores)
    best: dict[int, float] = {}
    back: dict[int, int] = {}
    sums: dict[int, float] = {}
    links: list[Link] = []
    ways, followers = (before.ways, GRAMMAR.followers[kind]) if before else (_PAGE_TOP, {_TOP: GRAMMAR.starts[kind]})
    dearest_yet = floor = -inf
    for a, so_far, weight in ways:
        row = followers[a]
        for role, score, factor in wanted:
            here = so_far + score
            dearest, steps = row[role]
            # What the beam would drop anyway is not taken up.
            if here + dearest <= floor:
                continue
            for j, price, priced in steps:
                total = here + price
                if total <= floor:
                    continue
                link = priced * factor
                links.append((a, j, link))
                if j in best:
                    sums[j] += weight * link
                    if total <= best[j]:
                        continue
                else:
                    sums[j] = weight * link
                best[j] = total
                back[j] = a
                if total > dearest_yet:
                    dearest_yet, floor = total, total - beam
    return _Column(_ways(best, sums, floor), back, links) if best else _against_grammar(before, kind, scores)


def _prose_behind(way: Way, kind: Kind, scores: dict[Role, float]) -> _Column:
    """Take the steps into prose where one state is left: a sixth of all on pages of news, most of them taken before."""
    a, so_far, _ = way
    found = _prose_behind_state(a, kind, tuple(scores.items()))
    return _Column([(j, so_far + score, weight) for j, score, weight in found.ways], found.back, found.links)


@lru_cache(maxsize=4096)
def _prose_behind_state(a: int, kind: Kind, scores: tuple[tuple[Role, float], ...]) -> _Column:
    """Return the same as if nothing came before the state, which changes nothing in the steps from it."""
    return _next(_Column([(a, 0.0, 1.0)], {}, []), kind, dict(scores), _PROSE_BEAM)


def _wanted(scores: dict[Role, float]) -> list[tuple[Role, float, float]]:
    """Return the roles to consider, with what speaks for each, in nats and as a weight."""
    top = max(scores.values())
    least = top - _ROLE_BEAM
    return [(role, score, exp(score - top)) for role, score in scores.items() if score > least]


def _ways(best: dict[int, float], sums: dict[int, float], floor: float) -> list[Way]:
    """Return the states above ``floor``, the best first."""
    live = [way for way in best.items() if way[1] > floor]
    if len(live) == 1:
        return [(*live[0], 1.0)]
    live.sort(key=_SCORE, reverse=True)
    whole = sum([sums[j] for j, _ in live])
    return [(j, score, sums[j] / whole) for j, score in live]


def _against_grammar(before: _Column | None, kind: Kind, scores: dict[Role, float]) -> _Column:
    """Let the line be in any state of its roles: an editor asked for what never stands in print."""
    fitting = FITTING[kind[1], kind[2]]
    fit = {j: scores[s.role] for j, s in enumerate(STATES) if s.role in scores and fitting[j]}
    even = dict.fromkeys(fit, 1.0)
    if before is None:
        return _Column(_ways(fit, even, -inf), {}, [])
    top, so_far, _ = before.ways[0]
    best = {j: so_far + score - _AGAINST_GRAMMAR for j, score in fit.items()}
    links = [(a, j, 1.0) for a, _, _ in before.ways for j in fit]
    return _Column(_ways(best, even, -inf), dict.fromkeys(fit, top), links)


def _shares(columns: Sequence[_Column], roles: Sequence[Role], ends: Sequence[float]) -> list[float]:
    """Return, per line, the share of all readings that give it the role in ``roles``."""
    backward = {j: exp(ends[j]) for j, _, _ in columns[-1].ways}
    shares = [1.0] * len(columns)
    for i in range(len(columns) - 1, -1, -1):
        column, role = columns[i], roles[i]
        # Where one state is left all readings agree.
        if len(column.ways) > 1:
            whole = agreeing = 0.0
            for j, _, weight in column.ways:
                if j in backward:
                    joint = weight * backward[j]
                    whole += joint
                    if _ROLES[j] is role:
                        agreeing += joint
            shares[i] = min(1.0, agreeing / whole) if whole else 0.0
        if i:
            backward = _backward(columns[i - 1], column, backward)
    return shares


def _backward(earlier: _Column, column: _Column, behind: dict[int, float]) -> dict[int, float]:
    """Return, for the states of the ``earlier`` line, the weight of all ways from there to the page's end, scaled."""
    if len(earlier.ways) == 1:
        return {earlier.ways[0][0]: 1.0}
    sums: dict[int, float] = {}
    for a, j, link in column.links:
        if j in behind:
            joint = link * behind[j]
            sums[a] = sums[a] + joint if a in sums else joint
    whole = sum(sums.values()) or 1.0
    return {a: weight / whole for a, weight in sums.items()}
