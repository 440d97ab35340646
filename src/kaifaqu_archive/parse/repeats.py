"""Blocks of text that faulty extraction printed twice.

Finds runs of lines that stand on the page a second time and says which copy to leave out:
the one that stands out of sequence.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kaifaqu_archive.text import fold

from .furniture import is_furniture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .shape import Shape

_LEAST = 20
"""Characters of a repeated line that make it a repeat; shorter ones (names, slogans) recur by themselves."""
_OPENING = 4
"""Characters at the start of a line, behind its dateline, by which a repeat is suspected; punctuation seldom stands
among them."""
_COMPARED = 4000
"""Characters of a line that are compared."""
_MOST_RUNS = 4
"""Runs of repeats that are weighed one by one; a page with more is damaged beyond choosing."""

Run = tuple[range, range]


def runs(shapes: Sequence[Shape]) -> list[Run]:
    """Return pairs of index ranges that hold the same lines, longest stretch each."""
    first: dict[str, int] = {}
    found: list[Run] = []
    keys = _keys(shapes)
    i = 0
    while i < len(keys):
        start = first.get(keys[i])
        if start is None or len(keys[i]) < _LEAST or (shapes[i].short and is_furniture(shapes[i].text)):
            first.setdefault(keys[i], i)
            i += 1
            continue
        length = 1
        # Behind a long line that repeats, short ones (an author, a heading) belong to the run.
        while i + length < len(keys) and start + length < i and keys[start + length] == keys[i + length]:
            length += 1
        # Two reports may share their first sentence without either being a copy.
        if length > 1 or not shapes[i].dateline:
            found.append((range(start, start + length), range(i, i + length)))
        i += length
    return found


def _keys(shapes: Sequence[Shape]) -> list[str]:
    """Return what lines are compared by: their folded text, where another line opens with the same words."""
    starts = [shape.dateline.end if shape.dateline else 0 for shape in shapes]
    openings = [shape.text[start : start + _OPENING] for shape, start in zip(shapes, starts, strict=True)]
    times = Counter(openings)
    return [
        fold(shape.text[:_COMPARED]) if times[opening] > 1 else shape.text
        for shape, opening in zip(shapes, openings, strict=True)
    ]


def left_out(
    shapes: Sequence[Shape], weight_without: Callable[[frozenset[int]], float], kin: Callable[[range], float]
) -> frozenset[int]:
    """Return the indices of the lines to leave out.

    ``weight_without`` is the log weight of the page's best reading when lines are left out,
    ``kin`` how much a run shares with the lines around it.  The copy stays whose page reads
    better; where both read alike, the one that goes on from what stands around it.
    """
    out: frozenset[int] = frozenset()
    for n, (one, other) in enumerate(runs(shapes)):
        # One behind the other both read alike: the second is the copy.
        if n >= _MOST_RUNS or one.stop == other.start:
            out |= frozenset(other)
            continue
        first_goes = weight_without(out | frozenset(one)) + _KIN_COUNTS * kin(other)
        second_goes = weight_without(out | frozenset(other)) + _KIN_COUNTS * kin(one)
        out |= frozenset(one if first_goes > second_goes + _LATER else other)
    return out


_LATER = 0.8
"""Nats by which the first copy must be the worse one: mostly it is the later that strayed."""
_KIN_COUNTS = 10.0
"""Nats that a kinship of one counts for beside the reading's own weight."""
