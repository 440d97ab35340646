"""What speaks for which role of a line, and how loudly.

Every piece of evidence looks at one line among its neighbours and answers with how much
of it is there.  ``data/weights.json`` says, in nats, for and against which roles that
speaks; the size of a line comes first.  The grammar weighs the sum against what stands
around the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kaifaqu_archive.model import Role

from .marks import LONGEST_CAPTION
from .occasions import Asked
from .phrases import may_show_picture
from .shape import LONGEST_HEADLINE
from .view import NOTED, NOTICED
from .weights import shipped
from .witnesses import EVERYTHING, FOR_LONG_PROSE, FOR_PROSE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .occasions import Test
    from .shape import Shape
    from .view import View

R = Role

SIZES = (4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 25, 28, 32, 38, 45, LONGEST_HEADLINE)
"""Upper ends, in characters, of the size classes of short lines."""

_GATES: dict[str, tuple[Role, ...]] = {
    "is a name": (R.AUTHOR,),
    "is a photo credit": (R.AUTHOR, R.CREDIT),
    "says who the author is": (R.AUTHOR,),
    "credits a chart or a drawing": (R.AUTHOR,),
    "stands under a picture": (R.CAPTION,),
    "a photo credit follows": (R.CAPTION,),
    "ends with a photo credit": (R.CAPTION,),
    "speaks of a picture": (R.CAPTION,),
    "opens as captions do": (R.CAPTION,),
    "tells which picture it is for": (R.CAPTION,),
    "opens with a day": (R.CAPTION,),
}
"""Evidence without which a line cannot have a role; a short line may be a caption without any."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How loudly each piece of evidence speaks, in nats."""

    sizes: dict[Role, tuple[float, ...]]
    """Per role, for each class of ``SIZES``."""
    prose: dict[Role, float]
    """Per role, for lines longer than a headline."""
    evidence: dict[str, dict[Role, float]]


def weights_of(raw: Mapping[str, Any]) -> Weights:
    """Return the weights that a file in the shape of ``data/weights.json`` gives."""
    return Weights(
        sizes={Role(role): tuple(row) for role, row in raw["sizes"].items()},
        prose={Role(role): value for role, value in raw["prose"].items()},
        evidence={name: {Role(role): value for role, value in row.items()} for name, row in raw["evidence"].items()},
    )


WEIGHTS = weights_of(shipped())

_ROLES = tuple(Role)
_PLACE_OF = {role: i for i, role in enumerate(_ROLES)}
_SILENCE = [0.0] * len(_ROLES)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One piece of evidence."""

    name: str
    nats: Mapping[Role, float]
    """For and against which roles it speaks, and how loudly."""
    speaks: tuple[tuple[int, float], ...]
    """The same by the roles' places in ``_ROLES``."""
    mostly: tuple[tuple[int, float], ...]
    """The same of the roles that most lines may have and no others."""
    gate: bool
    """Whether it opens roles to a line that it could not have otherwise."""
    place: int
    """Among all evidence."""


Loud = tuple[float, float, int, str]
"""(amount times nats, nats, how early in the table, name): the greatest is the loudest; of two as loud it is the one
that is less of a matter of degree."""
_NOBODY: Loud = (0.0, 0.0, 0, "size")


class Choice:
    """A selection of evidence: what is there for sure, and what to ask.  Many lines have the same."""

    def __init__(self, sure: Sequence[tuple[Test, Row]], asked: Sequence[tuple[Test, Row]]) -> None:
        self.sure = [row for _, row in sure]
        self.asked = asked
        self.gates = tuple([row.name for row in self.sure if row.gate])
        """Names of those that open roles."""
        self.said = said = _SILENCE.copy()
        """What those that are sure say for and against each role, by the roles' places."""
        for row in self.sure:
            for place, nats in row.speaks:
                said[place] += nats
        self.of_prose: dict[Weighed, dict[Role, float]] = {}
        """What was weighed of prose with this selection; of 5,754 lines of news 5,410 weigh what one before did."""
        self._loudest: dict[Role, Loud] = {}

    def loudest(self, role: Role) -> Loud:
        """Return which of those that are sure speaks loudest for ``role``."""
        loud = self._loudest.get(role)
        if loud is None:
            loud = max([_loud(row, 1.0, role) for row in self.sure], default=_NOBODY)
            self._loudest[role] = loud
        return loud


def _loud(row: Row, amount: float, role: Role) -> Loud:
    nats = row.nats.get(role, 0.0)
    return (amount * nats, nats, -row.place, row.name) if nats > 0 else _NOBODY


Weighed = tuple[int, int, tuple[tuple[Row, float], ...]]
"""(size class, what of the page opens roles, what was found)."""
Heard = tuple[Choice, list[tuple[Row, float]]]
"""The evidence that a line holds: what is sure, and what was found, with its amount."""


_HEADLINE_ONLY = (R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.COLUMN, R.NOISE)
"""Roles that a line too long for a headline never has."""


def _exact(nats: float) -> float:
    """Return a weight to within a billionth as sums hold it without rounding, so that their order makes no difference.

    Weights have two decimals: sums that are equal are many, and a beam's edge or a tie would be decided by rounding.
    """
    return round(nats * 2**32) / 2**32


_BODY = (R.BODY, R.CONT)
"""Roles that every line may have."""
_SHORT = (R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.CAPTION, R.NOISE)
"""Roles that every short line may have."""


_PLACES = {name: i for i, (name, _) in enumerate(EVERYTHING)}


def _row(name: str, silent: Sequence[Role]) -> Row:
    """Return a piece of evidence that says nothing for or against the ``silent`` roles."""
    nats = {role: _exact(said) for role, said in WEIGHTS.evidence.get(name, {}).items() if role not in silent}
    usual = _BODY if silent else (*_BODY, *_SHORT)
    speaks, mostly = (
        tuple((_PLACE_OF[role], said) for role, said in nats.items() if role in roles) for roles in (_ROLES, usual)
    )
    return Row(name, nats, speaks, mostly, name in _GATES, _PLACES[name])


def _table(rows: Sequence[tuple[str, Test]], silent: Sequence[Role]) -> Asked[tuple[Test, Row], Choice]:
    return Asked([(test, _row(name, silent)) for name, test in rows], itemgetter(0), Choice)


_OF_SHORT = _table(EVERYTHING, ())
_OF_PROSE = _table([row for row in EVERYTHING if row[0] in FOR_PROSE], _HEADLINE_ONLY)
_OF_LONG_PROSE = _table([row for row in EVERYTHING if row[0] in FOR_LONG_PROSE], _HEADLINE_ONLY)
"""What is asked of short lines, of prose that may be a caption, and of other prose."""


def _table_for(here: Shape) -> Asked[tuple[Test, Row], Choice]:
    if here.short:
        return _OF_SHORT
    caption = here.size <= LONGEST_CAPTION and (here.line.gap > 1 or may_show_picture(here.text))
    return _OF_PROSE if caption else _OF_LONG_PROSE


def hear(view: View) -> Heard:
    """Return every piece of evidence that the line holds."""
    choice, more = _table_for(view.here).of(view)
    asked = (*choice.asked, *more) if more else choice.asked
    return choice, [(row, amount) for test, row in asked if (amount := test(view))]


def found(view: View) -> list[tuple[str, float]]:
    """Return the names of all evidence that the line holds, with its amount."""
    choice, asked = hear(view)
    rows = sorted([*((row, 1.0) for row in choice.sure), *asked], key=lambda heard: heard[0].place)
    return [(row.name, amount) for row, amount in rows]


_CLASS_OF = tuple(next(i for i, top in enumerate(SIZES) if size <= top) for size in range(LONGEST_HEADLINE + 1))


def size_class(size: int) -> int:
    """Return the index of a size among ``SIZES``; one and two beyond for prose and long prose."""
    if size > LONGEST_HEADLINE:
        return len(SIZES) + (size > LONGEST_CAPTION)
    return _CLASS_OF[size]


def possible(view: View) -> frozenset[Role]:
    """Return the roles that the line's form allows at all."""
    return frozenset(weigh(view, hear(view)))


Base = tuple[Role, int, float]
"""(role, its place in ``_ROLES``, what the size alone says for it, in nats)."""
Bases = tuple[tuple[Base, ...], bool]
"""(every role that a line may have, whether most lines of its size may have all of them)."""


@lru_cache(maxsize=1024)
def _bases(size: int, told: int, gates: tuple[str, ...]) -> Bases:
    """Return the roles that a line of a size class may have; ``told`` is ``NOTED``, ``NOTICED``, both or neither."""
    short = size < len(SIZES)
    roles = [*_BODY]
    if told & NOTED:
        roles.append(R.LEAD)
    if short:
        roles += _SHORT
        if size <= _COLUMN_CLASS:
            roles.append(R.COLUMN)
    if told & NOTICED and size <= len(SIZES):
        roles.append(R.NOTICE)
    roles += [role for gate in sorted(gates) for role in _GATES[gate]]
    said = {role: row[size] for role, row in WEIGHTS.sizes.items()} if short else WEIGHTS.prose
    usual = {*_BODY, *(_SHORT if short else ())}
    return tuple(
        (role, _PLACE_OF[role], _exact(said.get(role, 0.0))) for role in dict.fromkeys(roles)
    ), usual.issuperset(roles)


_OPENS_ROLES = NOTED | NOTICED
_COLUMN_CLASS = SIZES.index(14)
"""The largest size class of a section's name."""


def _bases_of(view: View, heard: Heard) -> Bases:
    jump = view.here.jump
    if jump is not None:
        roles = (R.JUMP_TO if jump[0] == "to" else R.JUMP_FROM, R.BODY)
        return tuple((role, _PLACE_OF[role], 0.0) for role in roles), False
    choice, asked = heard
    gates = (*choice.gates, *[row.name for row, _ in asked if row.gate])
    return _bases(size_class(view.here.size), _opens_roles(view), gates)


def _opens_roles(view: View) -> int:
    """Return which roles the page opens to the line, by ``NOTED`` and ``NOTICED``; a report ends every notice."""
    return view.told & (NOTED if view.here.dateline else _OPENS_ROLES)


def weigh(view: View, heard: Heard) -> dict[Role, float]:
    """Return for each role that the line could have, in nats, what speaks for it; for what stands apart, one."""
    if view.apart:
        return {R.NOISE: 0.0}
    if view.here.short:
        return _weighed(view, heard)
    choice, asked = heard
    key = (size_class(view.here.size), _opens_roles(view), tuple(asked))
    known = choice.of_prose.get(key)
    if known is None:
        known = choice.of_prose[key] = _weighed(view, heard)
    return known


def _weighed(view: View, heard: Heard) -> dict[Role, float]:
    choice, asked = heard
    bases, usual = _bases_of(view, heard)
    said = choice.said
    if asked:
        said = said.copy()
        for row, amount in asked:
            for place, nats in row.mostly if usual else row.speaks:
                said[place] += amount * nats
    return {role: nats + said[place] for role, place, nats in bases}


def loudest(heard: Heard, role: Role) -> str:
    """Return the name of the evidence that spoke loudest for ``role``; ``size`` when none did."""
    choice, asked = heard
    loud = choice.loudest(role)
    for row, amount in asked:
        nats = row.nats.get(role, 0.0)
        if nats > 0 and amount * nats >= loud[0]:
            loud = max(loud, (amount * nats, nats, -row.place, row.name))
    return loud[3]
