"""Evidence in how a line joins the next: whether one goes on where the other broke off."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from kaifaqu_archive import lists
from kaifaqu_archive.background import load_background

from .shape import SIGNED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kaifaqu_archive.background import Common

    from .shape import Shape
    from .view import View

_STRONG, _WEAK = 1.0, 0.5
_MEETING = 2.0
"""Nats that characters which often meet are worth beside the edges of words (689 pairs of a headline's lines)."""
_UNKNOWN = 2.0
"""Nats by which a word that is not known is taken to be rarer at a clause's edge than elsewhere."""
ONE_PHRASE = 5.0
"""Nats of flow from which two lines of a title are joined without a pause: the best of eight on 51 joins of a daily."""
_WORD_SIZES = (4, 3, 2, 1)
"""Characters of the words whose edges are counted, the longest first."""


@cache
def _following() -> dict[str, tuple[str, str]]:
    """Return for each character those that often follow it, and those that do now and then."""
    table: dict[str, tuple[str, str]] = {}
    for row in lists.rows("junctions.txt"):
        strong, _, weak = row[2:].partition(":")
        table[row[0]] = (strong, weak)
    return table


def reads_on(one: str, other: str) -> float:
    """Return how well ``other`` goes on where ``one`` broke off, by the two characters that meet: 0, 0.5 or 1."""
    last, first = one[-1], other[0]
    if last.isdigit() and first.isdigit():
        return _STRONG
    strong, weak = _following().get(last, ("", ""))
    return _STRONG if first in strong else _WEAK if first in weak else 0.0


def flows_on(one: str, other: str) -> float:
    """Return by how many nats a reader would rather go on from ``one`` to ``other`` than pause between them.

    What mostly stands at the end of a clause, or at the beginning of one, is followed or led by a
    pause; two lines of a headline that meet elsewhere are one phrase.
    """
    ends = _rare_at_edge([one[-size:] for size in _WORD_SIZES], attrgetter("ends"))
    begins = _rare_at_edge([other[:size] for size in _WORD_SIZES], attrgetter("begins"))
    return ends + begins + _MEETING * reads_on(one, other)


def _rare_at_edge(words: Sequence[str], edge: Callable[[Common], float | None]) -> float:
    """Return by how many nats the first of some words that is known is rarer at a clause's edge than elsewhere."""
    known = load_background().words
    found = (edge(known[word]) for word in words if word in known)
    return next((rare for rare in found if rare is not None), _UNKNOWN)


def reads_on_below(v: View) -> float:
    """How well the next line goes on where it breaks off."""
    return reads_on(v.here.text, v.after.text) if v.after and _breaks_off(v.here) else 0.0


def reads_on_from_above(v: View) -> float:
    """How well it goes on where the line before broke off."""
    return reads_on(v.before.text, v.here.text) if v.before and _breaks_off(v.before) else 0.0


def _breaks_off(shape: Shape) -> bool:
    """Whether something could go on behind it: it ends no sentence, and is neither a credit nor a jump note."""
    return not shape.complete and not shape.traits & SIGNED
