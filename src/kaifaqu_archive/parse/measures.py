"""Lines as a narrow column broke them, put together again into printed paragraphs.

Some page texts hold one line for every line of print: a dozen characters and a break, in
the middle of a word as often as not.  By its size such a line could be a headline; nothing
but the width that it shares with all others tells that it is not.  That width is the
column's measure, and a line that fills it goes on below.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kaifaqu_archive.credits import BULLETS
from kaifaqu_archive.model import Fixed, Line, Role
from kaifaqu_archive.text import CLOSERS, is_han

from .gaps import USUAL
from .junctions import reads_on
from .marks import INSIDE
from .phrases import opens_caption, opens_item, tells_picture
from .shape import LONGEST_HEADLINE, is_complete, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = tuple[Line, ...]
"""The printed lines that are read as one."""

NARROWEST = 8
"""Ems of the narrowest column."""
_WIDEST = 2 * LONGEST_HEADLINE
"""Characters of the longest line that is looked at."""
_PLAY = 2
"""Ems by which full lines of one measure differ: figures are half as wide as characters, no line begins with a mark."""
_SURELY, _LIKELY, _OF_ALL = 8, 5, 0.2
"""Lines that break off with half a sentence in them, at one width, by which a measure is known; on short pages, which
share of all.  On 352 pages in paragraphs the most is 4, on 300 set in lines of 14 to 36 characters the fewest is 34."""
_ONCE_KNOWN = 2
"""Those by which another measure is known on the same page: that of a box, of the captions."""
_BESIDE = 2
"""Lines on either side that tell how wide a full line is there."""
_NEAR, _NEAR_BY = 6, 3
"""Lines on either side that tell of what measure one may be: of none that has less than a third of what another has."""
_NARROW, _OFTEN = (1.5, 3), 0.5
"""Ems by which a paragraph begins narrower than it goes on where it is set in by two (marks and figures make it more or
less), and how many of a page's then do.  Of lines of random widths a quarter do."""
_UPRIGHT, _TWO = 4, 2
"""Chinese characters on lines of their own that are a headline; two figures stand side by side in it."""
_LONGEST = 200
"""Lines of a paragraph; longer ones are read as several that go on."""
_MARKS = frozenset("，。；、：？！,;:?!")
_PAUSES = frozenset("，。；、,;")
"""Marks that seldom stand inside a headline."""
_STOPS = frozenset("。；？！;?!")
_INDENTED = 3
"""Paragraphs set in by which a page is known to set in all."""
_HEAD_ENDS, _OPENS = "）)—", "【—"
_TWO_PHRASES = re.compile(r"[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff]")
_BEGINNINGS = ("近日", "日前", "近年来", "今年", "去年", "连日来", "眼下", "当前")
"""With which reports begin that have no dateline."""


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
        return self.width - _PLAY <= width <= self.width + _PLAY


def measures_of(lines: Sequence[Line]) -> tuple[Measure, ...]:
    """Return the measures, in ems, of a page's narrow columns; none for a page in paragraphs."""
    broken = [
        i
        for i, line in enumerate(lines[:-1])
        if line.text[-1] not in _STOPS and NARROWEST <= len(line.text) <= _WIDEST and _breaks_off(line.text)
    ]
    if len(broken) < _LIKELY:
        return ()
    widths: Counter[int] = Counter()
    flush = _flush(lines)
    for i in broken:
        width = round(ems(lines[i].text))
        # Under a headline stands prose, which is longer.
        if lines[i].indent == flush and len(lines[i + 1].text) <= 2 * width:
            widths[width] += 1
    found: list[Measure] = []
    while widths:
        best = max(widths, key=lambda width: (_around(widths, width, 1) + widths[width], width))
        full = _around(widths, best, _PLAY)
        if full < (_ONCE_KNOWN if found else max(_LIKELY, min(_SURELY, _OF_ALL * len(lines)))):
            break
        play = range(best - _PLAY, best + _PLAY + 1)
        some = _SOME * full
        found.append(Measure(best, next(width for width in play if widths[width] >= some)))
        for width in play:
            del widths[width]
    return tuple(found)


def _breaks_off(text: str) -> bool:
    """Whether half a sentence stands behind a mark in a line that ends none: no headline has that."""
    return not _PAUSES.isdisjoint(text[:-1])


def _flush(lines: Iterable[Line]) -> int:
    """Return how far most lines are set in; of two that are as frequent, the less."""
    indents = Counter([line.indent for line in lines])
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _around(widths: Counter[int], width: int, play: int) -> int:
    return sum(widths[width + by] for by in range(-play, play + 1))


def rows_of(lines: Sequence[Line], fixed: Fixed) -> list[Row]:
    """Return the page's lines, those that a narrow column broke together; what the editor fixed stands alone.

    On a page in paragraphs every line is a row of its own, but for headlines that stand upright.
    """
    measures = measures_of(lines)
    upright = _upright(lines, fixed)
    if not measures and not upright:
        return [(line,) for line in lines]
    column = _Column(lines, measures, fixed) if measures else None
    rows: list[Row] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and i - start < _LONGEST:
            if i in upright:
                continue
            if column and i - 1 not in upright and i + 1 not in upright and column.goes_on(i, first=start == i - 1):
                continue
        whole = start + 1 in upright or column is None
        rows += [tuple(lines[start:i])] if whole or column is None else column.parts(start, i)
        start = i
    return rows


def _upright(lines: Sequence[Line], fixed: Fixed) -> frozenset[int]:
    """Return the lines that go on in a headline that stands upright beside its column: one character to a line."""
    if sum([len(line.text) == 1 for line in lines]) < _UPRIGHT:
        return frozenset()
    single = [len(line.text) == 1 or (len(line.text) == _TWO and line.text.isdigit()) for line in lines]
    apart = {n for n, _ in fixed.roles}
    begins = {*fixed.splits, *apart}
    found: set[int] = set()
    start = 0
    for i in range(1, len(lines) + 1):
        free = i < len(lines) and lines[i].n not in begins and lines[i - 1].n not in apart
        if free and single[i - 1] and single[i] and lines[i].gap <= USUAL:
            continue
        if sum([is_han(line.text[0]) for line in lines[start:i]]) >= _UPRIGHT:
            found.update(range(start + 1, i))
        start = i
    return frozenset(found)


def whole_lines(rows: Iterable[Row]) -> list[Line]:
    """Return every row as one line."""
    return [row[0] if len(row) == 1 else joined(row) for row in rows]


def joined(row: Row) -> Line:
    """Return a row as one line, with the number of its first."""
    if len(row) == 1:
        return row[0]
    return Line(row[0].n, "".join(pieces(row)), row[0].gap, row[0].indent)


def pieces(row: Row) -> list[str]:
    """Return the texts of a row's lines as they are joined: between two Latin words stands a space."""
    texts = [line.text for line in row]
    for i, (one, other) in enumerate(pairwise(texts)):
        if one[-1].isascii() and one[-1].isalpha() and other[0].isascii() and other[0].isalpha():
            texts[i] += " "
    return texts


def role_behind(role: Role) -> Role:
    """Return the role of a row's lines behind the first, which has ``role``: those of a paragraph go on."""
    return Role.CONT if role is Role.BODY else role


class _Column:
    """The lines of a page set in narrow columns."""

    def __init__(self, lines: Sequence[Line], measures: Sequence[Measure], fixed: Fixed) -> None:
        self.lines = lines
        self.measures = measures
        self.shapes = [shape_of(line) for line in lines]
        self.widths = [ems(line.text) for line in lines]
        self.broken = [line.text[-1] not in _STOPS and _breaks_off(line.text) for line in lines]
        self.apart = {n for n, _ in fixed.roles}
        self.begins = {*fixed.splits, *self.apart}
        self.filled = [self._measure(i) for i in range(len(lines))]
        full = [i for i, measure in enumerate(self.filled) if measure]
        self.gap = Counter([lines[i].gap for i in full]).most_common(1)[0][0]
        self.flush = _flush(lines[i] for i in full)
        self.indented = sum(lines[i].indent > self.flush for i in full) >= _INDENTED
        self.sets_in = not self.indented and self._sets_in()

    def _measure(self, i: int) -> Measure | None:
        """Return the measure that line ``i`` fills, as lines near by do; None for one that ends before.

        Some papers set figures as wide as characters.
        """
        around = range(max(0, i - _NEAR), min(len(self.lines), i + _NEAR + 1))
        near = [self.widths[j] for j in around if self.broken[j]]
        counts = [sum(map(one.filled, near)) for one in self.measures]
        least = max(counts) / _NEAR_BY if max(counts) >= _NEAR_BY else 0
        for one, count in zip(self.measures, counts, strict=True):
            if (one.filled(self.widths[i]) or one.filled(len(self.lines[i].text))) and count >= least:
                return one
        return None

    def _sets_in(self) -> bool:
        """Whether paragraphs begin two ems narrower than they go on: set in by what the text has not kept."""
        by = [
            self._by(i)
            for i in range(1, len(self.lines) - 1)
            if self.filled[i]
            and self.shapes[i - 1].complete
            and not self.shapes[i].complete
            and self.widths[i - 1] < self.widths[i + 1] - 2 * _PLAY
        ]
        narrow = sum([_NARROW[0] <= one <= _NARROW[1] for one in by])
        return narrow >= max(_INDENTED, _OFTEN * sum([abs(one) <= 2 * _PLAY for one in by]))

    def _begins_narrow(self, i: int) -> bool:
        return _NARROW[0] <= self._by(i) <= _NARROW[1]

    def _by(self, i: int) -> float:
        """Return by how much line ``i`` is narrower than the next."""
        return self.widths[i + 1] - self.widths[i] if i + 1 < len(self.lines) else 0.0

    def goes_on(self, i: int, *, first: bool) -> bool:
        """Whether line ``i`` goes on in the paragraph of the line before, which may be the ``first`` of it."""
        one, other = self.lines[i - 1], self.lines[i]
        if other.gap > self.gap or one.n in self.apart or other.n in self.begins:
            return False
        before = self.shapes[i - 1]
        if other.text[0] in INSIDE and (not before.complete or other.text.strip(CLOSERS) == ""):
            return True
        measure = self.filled[i - 1]
        if not measure or self.widths[i] > measure.width + 2 * _PLAY or self._parts(i):
            return False
        if self.indented:
            return other.indent <= self.flush
        return not ((first and self._heads(i - 1)) or (before.complete and self._ends(i - 1, measure)))

    def _heads(self, i: int) -> bool:
        """Whether a paragraph begins behind line ``i``, which ends none: a subheading."""
        return self.sets_in and i > 0 and self.shapes[i - 1].complete and self._begins_narrow(i + 1)

    def _ends(self, i: int, measure: Measure) -> bool:
        """Whether a paragraph ends with line ``i``, which ends a sentence; where it is full, mostly none does."""
        by = self._widest(i) - self.widths[i]
        if not self.sets_in:
            return by > 2 * _PLAY or round(self.widths[i]) < measure.least
        return by > _PLAY / 2 or self._begins_narrow(i + 1)

    def _widest(self, i: int) -> float:
        """Return the width of the widest line around line ``i`` that breaks off."""
        near = range(max(0, i - _BESIDE), min(len(self.lines), i + _BESIDE + 1))
        return max([self.widths[j] for j in near if self.broken[j]], default=0)

    def _parts(self, i: int) -> bool:
        return self._stands_alone(i - 1) or self._stands_alone(i) or self._opens(i)

    def _opens(self, i: int) -> bool:
        """Whether a paragraph, a caption, a dateline or a headline begins with line ``i``."""
        here = self.shapes[i]
        text = here.text
        if here.lead or text[0] in BULLETS or opens_item(text) or opens_caption(text) or tells_picture(text):
            return True
        if self._dated(i):
            return True
        heads = not here.complete and _MARKS.isdisjoint(text) and not self.filled[i] and i + 1 < len(self.lines)
        return heads and (bool(self.shapes[i + 1].credits) or self._dated(i + 1))

    def _dated(self, i: int) -> bool:
        """Whether a dateline begins with line ``i``; it may end on the next."""
        whole = joined(tuple(self.lines[i : i + 2]))
        return self.shapes[i].dateline is not None or shape_of(whole).dateline is not None

    def _stands_alone(self, i: int) -> bool:
        """Whether a line is a credit, a jump note, a section's name; a full line may end like a credit by chance."""
        shape = self.shapes[i]
        if shape.credits and self.filled[i]:
            inside = self.broken[i] or (i > 0 and not self.shapes[i - 1].complete)
            by_chance = inside and shape.text[-1] in "供图摄"
            credit = not (by_chance or self._dated(i))
        else:
            credit = bool(shape.credits)
        return bool(credit or shape.jump or shape.section or shape.notice)

    def parts(self, start: int, stop: int) -> Iterable[Row]:
        """Part what only seemed to go on: headlines as wide as the column by chance."""
        row = tuple(self.lines[start:stop])
        if len(row) == 1:
            return [row]
        last = row[-1].text
        closes = last[0] in INSIDE or is_complete(last)
        if row[-2].text[-1] in _STOPS and not self.filled[stop - 1] and not closes:
            return [*self.parts(start, stop - 1), (row[-1],)]
        if all(_MARKS.isdisjoint(line.text) for line in row) and not _is_one_phrase(row):
            return [(line,) for line in row]
        first, second = row[0].text, row[1].text
        plain = _MARKS.isdisjoint(first) and not reads_on(first, second)
        if plain and _heads(first, second) and not shape_of(joined(row[:2])).dateline:
            return [(row[0],), *self.parts(start + 1, stop)]
        return [row]


def _heads(first: str, second: str) -> bool:
    """Whether a line as wide as the column heads the next: brackets or a dash end it, or it has two phrases."""
    return (
        first[-1] in _HEAD_ENDS
        or bool(_TWO_PHRASES.search(first))
        or second[0] in _OPENS
        or second.startswith(_BEGINNINGS)
    )


def _is_one_phrase(row: Sequence[Line]) -> bool:
    """Whether the last line of a row takes up what the ones before broke off: a bracket, a word."""
    return bool(reads_on(row[-2].text, row[-1].text)) or shape_of(joined(tuple(row[:-1]))).unclosed
