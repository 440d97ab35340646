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
from .weights import shipped
from .witnesses import AFTER_SHORT, AROUND, BEFORE_SHORT, EVERYTHING, FOR_LONG_PROSE, FOR_PROSE, OWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .view import View

R = Role

SIZES = (4, 8, 14, 22, 32, 45, LONGEST_HEADLINE)
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


@dataclass(frozen=True, slots=True)
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


Heard = list[tuple[Row, float]]
"""The evidence that a line holds, with its amount."""


_HEADLINE_ONLY = (R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.COLUMN, R.NOISE)
"""Roles that a line too long for a headline never has."""


_BODY = (R.BODY, R.CONT)
"""Roles that every line may have."""
_SHORT = (R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.CAPTION, R.NOISE)
"""Roles that every short line may have."""


def _row(name: str, silent: Sequence[Role]) -> Row:
    """Return a piece of evidence that says nothing for or against the ``silent`` roles."""
    nats = {role: said for role, said in WEIGHTS.evidence.get(name, {}).items() if role not in silent}
    usual = _BODY if silent else (*_BODY, *_SHORT)
    speaks, mostly = (
        tuple((_PLACE_OF[role], said) for role, said in nats.items() if role in roles) for roles in (_ROLES, usual)
    )
    return Row(name, nats, speaks, mostly, name in _GATES)


_TABLES = tuple(
    Asked([(test, _row(name, silent)) for name, test in rows], itemgetter(0))
    for rows, silent in (
        *(
            ((*OWN, *AROUND, *(BEFORE_SHORT if before else ()), *(AFTER_SHORT if after else ())), ())
            for before in (False, True)
            for after in (False, True)
        ),
        ([row for row in EVERYTHING if row[0] in FOR_PROSE], _HEADLINE_ONLY),
        ([row for row in EVERYTHING if row[0] in FOR_LONG_PROSE], _HEADLINE_ONLY),
    )
)
"""For short lines by their neighbours, for prose, and for prose too long for a caption."""


def _table_for(view: View) -> int:
    size = view.here.size
    if size > LONGEST_HEADLINE:
        caption = size <= LONGEST_CAPTION and (view.here.line.gap > 1 or may_show_picture(view.here.text))
        return 4 if caption else 5
    return 2 * bool(view.after and view.after.headline) + bool(view.before and view.before.headline)


def hear(view: View) -> Heard:
    """Return every piece of evidence that the line holds, with its amount."""
    return [(row, amount) for test, row in _TABLES[_table_for(view)].of(view) if (amount := test(view))]


def found(view: View) -> list[tuple[str, float]]:
    """Return the names of all evidence that the line holds, with its amount."""
    return [(row.name, amount) for row, amount in hear(view)]


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
def _bases(size: int, noted: bool, noticed: bool, gates: tuple[str, ...]) -> Bases:  # noqa: FBT001
    """Return the roles that a line of a size class may have."""
    short = size < len(SIZES)
    roles = [*_BODY]
    if noted:
        roles.append(R.LEAD)
    if short:
        roles += _SHORT
        if size <= _COLUMN_CLASS:
            roles.append(R.COLUMN)
    if noticed and size <= len(SIZES):
        roles.append(R.NOTICE)
    roles += [role for gate in sorted(gates) for role in _GATES[gate]]
    said = {role: row[size] for role, row in WEIGHTS.sizes.items()} if short else WEIGHTS.prose
    usual = {*_BODY, *(_SHORT if short else ())}
    return tuple((role, _PLACE_OF[role], said.get(role, 0.0)) for role in dict.fromkeys(roles)), usual.issuperset(roles)


_COLUMN_CLASS = 2
"""The largest size class of a section's name."""


def _bases_of(view: View, heard: Heard) -> Bases:
    jump = view.here.jump
    if jump is not None:
        roles = (R.JUMP_TO if jump[0] == "to" else R.JUMP_FROM, R.BODY)
        return tuple((role, _PLACE_OF[role], 0.0) for role in roles), False
    gates = tuple([row.name for row, _ in heard if row.gate])
    noticed = view.noticed and view.here.dateline is None  # a report ends every notice
    return _bases(size_class(view.here.size), view.noted, noticed, gates)


def weigh(view: View, heard: Heard) -> dict[Role, float]:
    """Return for each role that the line could have, in nats, what speaks for it; for what stands apart, one."""
    if view.apart:
        return {R.NOISE: 0.0}
    said = _SILENCE.copy()
    bases, usual = _bases_of(view, heard)
    for row, amount in heard:
        speaks = row.mostly if usual else row.speaks
        if amount == 1:
            for place, nats in speaks:
                said[place] += nats
        else:
            for place, nats in speaks:
                said[place] += amount * nats
    return {role: nats + said[place] for role, place, nats in bases}


def loudest(heard: Heard, role: Role) -> str:
    """Return the name of the evidence that spoke loudest for ``role``; ``size`` when none did."""
    loudest_yet = best = 0.0
    name = "size"
    for row, amount in heard:
        nats = row.nats.get(role, 0.0)
        if nats <= 0:
            continue
        loud = amount * nats
        # Of two as loud the one that is less of a matter of degree.
        if loud > loudest_yet or (loud == loudest_yet and nats > best):
            loudest_yet, best, name = loud, nats, row.name
    return name
