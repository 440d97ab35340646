"""What every step of the grammar costs, in nats, as ``data/weights.json`` gives it by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import exp, inf
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kaifaqu_archive.credits import names_writer
from kaifaqu_archive.model import Role

from .grammar import (
    ALONE,
    APART,
    BEHIND,
    CLOSE,
    DATED,
    LOOSE,
    ONE,
    PAGE_TOP,
    PLAIN,
    TIGHT,
    Names,
    dated,
    end,
    met,
    named_after,
    nameless,
    nameless_end,
    rubric,
    signed,
    start,
    step,
    unnamed,
    wrong_body,
)
from .junctions import ONE_PHRASE, flows_on
from .marks import COMMAS, INSIDE, WANTING
from .shape import COMPLETE, CREDITED, NOTICE, SECTION
from .shape import DATED as HAS_DATELINE
from .states import FITTING, STATES
from .view import RECURS
from .weights import shipped
from .word_kinds import is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .shape import Shape

Steps = tuple[tuple[int, float, float], ...]
"""(state, price in nats, its exponential) of every state that may follow."""
Row = Mapping[Role, tuple[float, Steps]]
"""For each role, the dearest that any step into it is worth, and the steps: none where none can be taken."""


class Kind(NamedTuple):
    """What of a line the grammar asks."""

    dating: int = PLAIN
    """PLAIN or DATED."""
    complete: bool = False
    """Ends a sentence."""
    section: bool = False
    """Is, or sounds like, a section's name."""
    notice: bool = False
    """Heads a notice."""
    behind_signed: bool = False
    """The line before ends with its writer's name."""
    credited: bool = False
    """Stands on a page whose articles say who wrote them."""
    joint: int = LOOSE
    """How it meets the line before, when both may stand in one headline."""
    rubric: int = 0
    """Where a section's name stands in brackets: 0, BEHIND or ALONE."""


def kinds_of(shapes: Sequence[Shape]) -> list[Kind]:
    """Return the kinds of a page's lines."""
    credited = sum([_says_who(shape) for shape in shapes if shape.traits & _MAY_NAME or shape.closed]) >= RECURS
    kinds: list[Kind] = []
    headline = behind = False
    before: Shape | None = None
    for here in shapes:
        joint = where = 0
        if headline and before and here.headline:
            joint, where = _joint(before, here), _rubric(before, here)
        kinds.append(_kind(here.traits & _OF_KIND, behind, credited, joint, where))
        before, headline, behind = here, here.headline, here.closed
    return kinds


@cache
def _kind(traits: int, behind: bool, credited: bool, joint: int, where: int) -> Kind:  # noqa: FBT001
    dating = DATED if traits & HAS_DATELINE else PLAIN
    complete, section, notice = (bool(traits & trait) for trait in (COMPLETE, SECTION, NOTICE))
    return Kind(dating, complete, section, notice, behind, credited, joint, where)


_OF_KIND = HAS_DATELINE | COMPLETE | SECTION | NOTICE
_MAY_NAME = HAS_DATELINE | CREDITED


def _says_who(shape: Shape) -> bool:
    """Whether the line says who reports or wrote."""
    return shape.dateline is not None or shape.closed or names_writer(shape.credits)


def _joint(before: Shape, here: Shape) -> int:
    last, first = before.text[-1], here.text[0]
    if first in INSIDE or first == "的" or last in _GOING_ON or (before.unclosed and here.unopened):
        return ONE
    flow = flows_on(before.text, here.text)
    whole = is_word(before.text[-2:])
    crossed = is_word(last + first)
    if flow >= _TIGHT or (crossed and not whole):
        return TIGHT
    if flow >= ONE_PHRASE or crossed or (last in WANTING and not whole):  # 为导向 wants nothing more
        return CLOSE
    return LOOSE if flow >= _APART else APART


_APART, _TIGHT = 3.0, 7.0
"""Nats of flow: two lines of a headline that flow on by fewer than three are one part once in twenty, by seven and
more twice in three times."""
_GOING_ON = frozenset(COMMAS + "（(《“")
"""Marks that no headline ends with."""


def _rubric(before: Shape, here: Shape) -> int:
    if here.text[0] in "（(" and here.text[-1] in "）)":
        return ALONE
    return BEHIND if before.text[-1] in "）)" and before.core < before.size else 0


Key = TypeVar("Key")
Made = TypeVar("Made")


class _Met(dict[Key, Made]):
    """What is made for a kind of line, or for a state, when it is first met: a page meets few of all there are."""

    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Made:
        made = self[key] = self._make(key)
        return made


class Grammar:
    """Every step that can be taken on a page, and its price."""

    def __init__(self, prices: Mapping[str, float]) -> None:
        """``prices`` gives every name's price in nats; what is not named is free."""
        self.prices = prices
        self._costs: Mapping[tuple[str, ...], tuple[float, float]] = _Met(self._cost)
        """By names: the price and its exponential."""
        self.followers: Mapping[Kind, Mapping[int, Row]] = _Met(lambda kind: _Met(lambda i: self._row(i, kind)))
        """By kind of line and state: for each role, the states that may follow."""
        self.starts: Mapping[Kind, Row] = _Met(lambda kind: self._row(None, kind))
        self._ends = tuple(
            tuple(self._price((*end(state), *(nameless_end(state) if credited else ()))) for state in STATES)
            for credited in (False, True)
        )

    def ends(self, kind: Kind) -> tuple[float, ...]:
        """Return what it costs that a page whose last line is of a kind ends in each state."""
        return self._ends[kind.credited]

    def _price(self, names: tuple[str, ...]) -> float:
        return sum([self.prices.get(name, 0.0) for name in names], 0.0)

    def _cost(self, names: tuple[str, ...]) -> tuple[float, float]:
        price = self._price(names)
        return price, exp(price)

    def _row(self, i: int | None, kind: Kind) -> Row:
        return _Met(lambda role: self._into(role, i, kind))

    def _into(self, role: Role, i: int | None, kind: Kind) -> tuple[float, Steps]:
        """Return the steps into a role, and what the dearest is worth; a page considers few of all roles."""
        fitting = FITTING[kind.complete, kind.section]
        named = [(j, names_of(i, j, kind)) for j in _steps(i, role) if fitting[j]]
        steps = tuple([(j, *self._costs[names]) for j, names in named if names is not None])
        return max([price for _, price, _ in steps], default=-inf), steps


_PLACES = {state: i for i, state in enumerate(STATES)}
_NAMELESS = tuple(_PLACES.get(replace(state, named=False), i) for i, state in enumerate(STATES))
"""For each state the one that differs in nothing but whether names are known, which no step depends on."""
_OF_ROLE = {role: tuple(j for j, state in enumerate(STATES) if state.role is role) for role in Role}


@cache
def _steps(i: int | None, role: Role) -> dict[int, tuple[str, ...]]:
    """Return the states of a role that may follow a state, or begin a page, and what that costs by name."""
    if i is None:
        named = {j: start(STATES[j]) for j in _OF_ROLE[role]}
    elif _NAMELESS[i] != i:
        return _steps(_NAMELESS[i], role)
    else:
        named = {j: step(STATES[i], STATES[j]) for j in _OF_ROLE[role]}
    return {j: names for j, names in named.items() if names is not None}


def names_of(i: int | None, j: int, kind: Kind) -> Names:
    """Return what it costs, by name, to go from a state, or from the page's top, to another with a line of a kind.

    States are given by their places in ``STATES``.
    """
    b = STATES[j]
    a = PAGE_TOP if i is None else STATES[i]
    if b.named is not named_after(a, b, dated_line=kind.dating == DATED, behind_signed=kind.behind_signed):
        return None
    names = _steps(i, b.role).get(j)
    if names is None or (i is not None and wrong_body(a, b, kind.dating)):
        return None
    if kind.dating == DATED:
        names += dated(a, b)
    if not kind.notice:
        names += unnamed(b)
    if kind.credited and not kind.behind_signed:
        names += nameless(a, b)
    if kind.joint:
        names += met(a, b, kind.joint)
    if kind.rubric:
        names += rubric(a, b, kind.rubric)
    return names + signed(a, b) if kind.behind_signed else names


GRAMMAR = Grammar(shipped()["grammar"])
