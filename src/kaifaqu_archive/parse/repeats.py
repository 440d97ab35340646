"""Blocks of text that faulty extraction printed twice.

Finds runs of lines that stand on the page a second time and says which copy to leave out:
the one that stands out of sequence.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from math import inf
from operator import eq
from typing import TYPE_CHECKING

from kaifaqu_archive.text import fold

from .furniture import is_furniture
from .shape import SPACED

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
_LONG, _READ = 40, 400
"""Characters of lines that may be one line read twice, and how many of them are held against each other."""
_MISREAD = 0.1
"""Share of a line's characters in which two readings of it may differ.  Of 22,218 lines of news three are so near
another that is not the same, formulas of diplomacy; no two of them stand side by side."""
_OF_A_SIZE = 1.3
"""Times longer that one of two readings of a line may be: the misread, and what is one character in print and three in
folding (…)."""
_HELD_AGAINST = 4
"""Lines with the same opening that a line is held against."""
_MOST_RUNS = 4
"""Runs of repeats that are weighed one by one; a page with more is damaged beyond choosing."""

Run = tuple[range, range]


def runs(shapes: Sequence[Shape]) -> list[Run]:
    """Return pairs of index ranges that hold the same lines, longest stretch each; behind is what may be the copy."""
    lines = _Lines(shapes)
    found: list[Run] = []
    i = 0
    while i < len(shapes):
        start = lines.seen_before(i) if lines.suspected[i] else None
        if start is None:
            i += 1
            continue
        length = 1
        # Behind a long line that repeats, short ones (an author, a heading) belong to the run.
        while i + length < len(shapes) and start + length < i and lines.alike(start + length, i + length):
            length += 1
        # So do those before it: a byline, a headline.
        end = found[-1][1].stop if found else 0
        back = 0
        while start - back > 0 and i - back > max(end, start + length) and lines.alike(start - back - 1, i - back - 1):
            back += 1
        # Two reports may share their first sentence, or a formula with other names in it, without either being a copy.
        if length + back > 1 or lines.certain(start, i):
            found.append((range(start - back, start + length), range(i - back, i + length)))
        i += length
    return found


def _suspects(shapes: Sequence[Shape], openings: Sequence[str]) -> set[int]:
    """Return the lines that may repeat one another: to fold and compare the others would take long.

    Where many open with the same words it is not one by one that they are held against each other.
    """
    times = Counter(openings)
    of_opening: dict[str, list[int]] = {}
    for i, opening in enumerate(openings):
        if times[opening] > 1:
            of_opening.setdefault(opening, []).append(i)
    found: set[int] = set()
    for lines in of_opening.values():
        sizes = sorted([(_size(shapes[i]), i) for i in lines])
        for (size, i), (larger, j) in pairwise(sizes):
            if larger <= size * _OF_A_SIZE:
                found |= {i, j}
        # What broke off may be the start of any that is longer.
        least = min([size for size, i in sizes if not shapes[i].complete and size * _OF_A_SIZE > _LEAST], default=inf)
        found.update([i for size, i in sizes if size >= least])
    return found


def _size(shape: Shape) -> int:
    """Return how many characters of a line are compared, but for spaces."""
    text = shape.text[:_COMPARED]
    return len("".join(text.split())) if shape.traits & SPACED else len(text)


class _Lines:
    """The lines of a page, and which of them were met already."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self.shapes = shapes
        starts = [shape.dateline.end if shape.dateline else 0 for shape in shapes]
        self.openings = [shape.text[at : at + _OPENING] for shape, at in zip(shapes, starts, strict=True)]
        suspects = _suspects(shapes, self.openings)
        self.suspected = [i in suspects for i in range(len(shapes))]
        """Whether another line opens with the same words and is of a length with which one may repeat the other."""
        self.keys = [
            fold(shape.text[:_COMPARED]) if suspected else shape.text
            for shape, suspected in zip(shapes, self.suspected, strict=True)
        ]
        """What lines are compared by: the folded text of those suspected."""
        self._first: dict[str, int] = {}
        self._opened: dict[str, list[int]] = {}

    def seen_before(self, i: int) -> int | None:
        """Return the line that line ``i``, a suspect, repeats; where none, remember line ``i``.

        ``i`` only ever grows.
        """
        key, shape = self.keys[i], self.shapes[i]
        before = self._opened.setdefault(self.openings[i], [])
        if before and len(key) >= _LEAST:
            start = self._first.get(key)
            if start is None:
                start = next((j for j in before if self._nearly(j, i)), None)
            if start is not None and not (shape.short and is_furniture(shape.text)):
                return start
        self._first.setdefault(key, i)
        # On a page of any length a line is held against few.
        del before[: max(0, len(before) - _HELD_AGAINST + 1)]
        before.append(i)
        return None

    def certain(self, j: int, i: int) -> bool:
        """Whether line ``i`` by itself is a copy of line ``j``."""
        shape = self.shapes[i]
        return not shape.dateline and (self.keys[j] == self.keys[i] or (not shape.short and self._broken_off(j, i)))

    def alike(self, j: int, i: int) -> bool:
        """Whether lines ``j`` and ``i``, in runs of the same lines, are the same line."""
        return self.keys[j] == self.keys[i] or self._nearly(j, i)

    def _nearly(self, j: int, i: int) -> bool:
        """Whether line ``i`` is the start of line ``j``, broken off, or all but the same."""
        one, other = self.keys[j], self.keys[i]
        if min(len(one), len(other)) < _LEAST or one[:_OPENING] != other[:_OPENING]:
            return False
        if self._broken_off(j, i):
            return True
        if len(other) < _LONG or abs(len(one) - len(other)) > len(other) * _MISREAD:
            return False
        head = sum(map(eq, one[:_LONG], other[:_LONG]))
        if head < _LONG / 2:
            return False
        one, other = one[:_READ], other[:_READ]
        # Characters that both have, in whatever order, are soon counted, and of two formulas mostly too few.
        if 2.0 * (Counter(one) & Counter(other)).total() / (len(one) + len(other)) < 1 - _MISREAD:
            return False
        return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 1 - _MISREAD

    def _broken_off(self, j: int, i: int) -> bool:
        return not self.shapes[i].complete and self.keys[j].startswith(self.keys[i])


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
