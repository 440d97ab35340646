"""Evidence in how the lines of one headline go together: which are halves of one title, what follows a kicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import phrases as look

if TYPE_CHECKING:
    from .view import View

_ABOUT = 3
"""Characters by which the halves of a title may differ."""
_HALF = 11
"""Characters of a line that is as often half of a title as not, beside another about as long (563 pairs of lines)."""
_SHORTER = 4
"""Characters less than that, or more, that say so as loudly as any."""


def half_with_next(v: View) -> float:
    """How much it and the next short line are the halves of one title: about as long, the shorter the likelier."""
    return _halves(v.here.core, v.after.core) if v.after else 0.0


def half_with_last(v: View) -> float:
    """The same of the short line before."""
    return _halves(v.before.core, v.here.core) if v.before else 0.0


def _halves(one: int, other: int) -> float:
    if abs(one - other) > _ABOUT:
        return 0.0
    return max(-1.0, min(1.0, (_HALF - max(one, other)) / _SHORTER))


def second_under_kicker(v: View) -> float:
    """Comes second under a line that ends as kickers do: ``…强调`` is followed by what was said, on two lines too."""
    above = v.above
    if not (v.before and above and above.headline):
        return 0.0
    return look.ends_like_kicker(above.text.rstrip("—") or above.text)


def under_two_parts(v: View) -> float:
    """Stands under a line of two parts with a dash between, a title that has its subtitle."""
    return bool(v.before and v.before.headline and look.joins_two_phrases(v.before.text))
