"""What every step of the grammar costs, in nats, as ``data/weights.json`` gives it by name."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kaifaqu_archive.model import Role

from .grammar import DATED, PAGE_TOP, PLAIN, Names, dated, end, signed, start, step, unnamed, wrong_body
from .states import FITTING, STATES
from .weights import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .shape import Shape

Steps = tuple[tuple[int, float, float], ...]
"""(state, price in nats, its exponential) of every state that may follow."""
Row = dict[Role, tuple[float, Steps]]
"""For each role, the dearest that any step into it is worth, and the steps."""


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


def kind_of(shape: Shape, before: Shape | None) -> Kind:
    """Return the kind of a line."""
    dating = DATED if shape.dateline else PLAIN
    return Kind(dating, shape.complete, shape.section, shape.notice, bool(before and before.closed))


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
        self.followers: Mapping[Kind, Mapping[int, Row]] = _Met(self._rows)
        """By kind of line and state: for each role, the states that may follow."""
        self.starts: Mapping[Kind, Row] = _Met(lambda kind: self._row(None, kind))
        self.ends = tuple(self._price(end(state)) for state in STATES)
        """What it costs that the page ends in a state."""

    def _price(self, names: tuple[str, ...]) -> float:
        return sum((self.prices.get(name, 0.0) for name in names), 0.0)

    def _rows(self, kind: Kind) -> Mapping[int, Row]:
        return _Met(lambda i: self._row(i, kind))

    def _row(self, i: int | None, kind: Kind) -> Row:
        fitting = FITTING[kind.complete, kind.section]
        row: dict[Role, list[tuple[int, float, float]]] = {}
        for j, b in enumerate(STATES):
            names = names_of(i, j, kind) if fitting[j] else None
            if names is not None:
                price = self._price(names)
                row.setdefault(b.role, []).append((j, price, exp(price)))
        return {role: (max(price for _, price, _ in steps), tuple(steps)) for role, steps in row.items()}


_STEPS = tuple(tuple(step(a, b) for b in STATES) for a in STATES)
_STARTS = tuple(start(b) for b in STATES)


def names_of(i: int | None, j: int, kind: Kind) -> Names:
    """Return what it costs, by name, to go from a state, or from the page's top, to another with a line of a kind.

    States are given by their places in ``STATES``.
    """
    b = STATES[j]
    names = _STARTS[j] if i is None else _STEPS[i][j]
    a = PAGE_TOP if i is None else STATES[i]
    if names is None or (i is not None and wrong_body(a, b, kind.dating)):
        return None
    if kind.dating == DATED:
        names += dated(a, b)
    if not kind.notice:
        names += unnamed(b)
    return names + signed(a, b) if kind.behind_signed else names


GRAMMAR = Grammar(shipped()["grammar"])
