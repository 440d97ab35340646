"""How wide the narrow columns are whose lines a page text holds one by one.

Some page texts hold one line for every line of print: a dozen characters and a break, in
the middle of a word as often as not.  By its size such a line could be a headline; nothing
but the width that it shares with all others tells that it is not.  That width is the
column's measure.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .shape import LONGEST_HEADLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaifaqu_archive.model import Line

NARROWEST = 8
"""Ems of the narrowest column."""
_WIDEST = 2 * LONGEST_HEADLINE
"""Characters of the longest line that is looked at."""
PLAY = 2
"""Ems by which full lines of one measure differ: figures are half as wide as characters, no line begins with a mark."""
_SURELY, _LIKELY, _OF_ALL = 8, 5, 0.2
"""Lines that break off with half a sentence in them, at one width, by which a measure is known; on short pages, which
share of all.  On 352 pages in paragraphs the most is 4, on 300 set in lines of 14 to 36 characters the fewest is 34."""
_ONCE_KNOWN = 2
"""Those by which another measure is known on the same page: that of a box, of the captions."""
_PAUSES = frozenset("，。；、,;")
"""Marks that seldom stand inside a headline."""
STOPS = frozenset("。；？！;?!")
_SOME = 0.1
"""Share of a measure's lines that have a width by more than chance."""


def ems(text: str) -> float:
    """Return the width of ``text`` in print: a Chinese character is one em wide, a Latin letter or a figure half."""
    return len(text) - sum(map(str.isascii, text)) / 2


class Measure(NamedTuple):
    """How wide a page's full lines are, in ems."""

    width: int
    """What most have."""
    least: int
    """What some have: in a column that is set evenly the same."""

    def filled(self, width: float) -> bool:
        """Whether a line of a width fills it."""
        return self.width - PLAY <= width <= self.width + PLAY


def measures_of(lines: Sequence[Line]) -> tuple[Measure, ...]:
    """Return the measures, in ems, of a page's narrow columns; none for a page in paragraphs."""
    broken = [
        i for i, line in enumerate(lines[:-1]) if NARROWEST <= len(line.text) <= _WIDEST and breaks_off(line.text)
    ]
    if len(broken) < _LIKELY:
        return ()
    widths: Counter[int] = Counter()
    flush = flush_of(lines)
    for i in broken:
        width = round(ems(lines[i].text))
        # Under a headline stands prose, which is longer.
        if lines[i].indent == flush and len(lines[i + 1].text) <= 2 * width:
            widths[width] += 1
    found: list[Measure] = []
    while widths:
        best = max(widths, key=lambda width: (_around(widths, width, 1) + widths[width], width))
        full = _around(widths, best, PLAY)
        if full < (_ONCE_KNOWN if found else max(_LIKELY, min(_SURELY, _OF_ALL * len(lines)))):
            break
        play = range(best - PLAY, best + PLAY + 1)
        some = _SOME * full
        found.append(Measure(best, next(width for width in play if widths[width] >= some)))
        for width in play:
            del widths[width]
    return tuple(found)


def breaks_off(text: str) -> bool:
    """Whether half a sentence stands behind a mark in a line that ends none: no headline has that."""
    return text[-1] not in STOPS and not _PAUSES.isdisjoint(text[:-1])


def flush_of(lines: Iterable[Line]) -> int:
    """Return how far most lines are set in; of two that are as frequent, the less."""
    indents = Counter([line.indent for line in lines])
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _around(widths: Counter[int], width: int, play: int) -> int:
    return sum(widths[width + by] for by in range(-play, play + 1))
