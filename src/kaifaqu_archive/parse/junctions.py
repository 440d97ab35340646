"""Evidence in how a line joins the next: whether one goes on where the other broke off."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kaifaqu_archive import lists

from .shape import SIGNED

if TYPE_CHECKING:
    from .shape import Shape
    from .view import View

_STRONG, _WEAK = 1.0, 0.5


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


def reads_on_below(v: View) -> float:
    """How well the next line goes on where it breaks off."""
    return reads_on(v.here.text, v.after.text) if v.after and _breaks_off(v.here) else 0.0


def reads_on_from_above(v: View) -> float:
    """How well it goes on where the line before broke off."""
    return reads_on(v.before.text, v.here.text) if v.before and _breaks_off(v.before) else 0.0


def _breaks_off(shape: Shape) -> bool:
    """Whether something could go on behind it: it ends no sentence, and is neither a credit nor a jump note."""
    return not shape.complete and not shape.traits & SIGNED
