"""Lines as narrow columns broke them, put together again into printed paragraphs.

A line that fills its column's measure goes on below, unless what stands there opens
something new.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import BULLETS
from kaifaqu_archive.model import Role
from kaifaqu_archive.text import CLOSERS

from .bylines import bylines_of
from .junctions import reads_on
from .marks import INSIDE
from .measures import PLAY, STOPS, Measure, breaks_off, ems, flush_of, measures_of
from .phrases import caption_credit, opens_caption, opens_item, tells_picture
from .rows import Row, joined
from .shape import is_complete, shape_of
from .upright import upright_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaifaqu_archive.model import Fixed, Line

_LONGEST = 200
"""Lines of a paragraph; longer ones are read as several that go on."""
_NEAR, _NEAR_BY = 6, 3
"""Lines on either side that tell of what measure one may be: of none that has less than a third of what another has."""
_BESIDE = 2
"""Lines on either side that tell how wide a full line is there."""
_NARROW, _OFTEN = (1.5, 3), 0.5
"""Ems by which a paragraph begins narrower than it goes on where it is set in by two (marks and figures make it more or
less), and how many of a page's then do.  Of lines of random widths a quarter do."""
_INDENTED = 3
"""Paragraphs set in by which a page is known to set in all."""
_MARKS = frozenset("，。；、：？！,;:?!")
_BROKEN_AT = frozenset(INSIDE + "“‘《")
_BROKEN_SO = 4
"""Lines that seem to go on in the line of print before by which a page is known to be broken so.  On 12 pages that were
the fewest were 4, on 24 that were not the most 3."""
_SCRAP = 5
"""Ems of a line that is too short to begin a paragraph with half a sentence."""
_CREDITED = frozenset("摄图供影）)")
"""With which the credit behind a caption ends."""
_HEAD_ENDS, _OPENS = "）)—", "【—"
_TWO_PHRASES = re.compile(r"[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff]")
_BEGINNINGS = ("近日", "日前", "近年来", "今年", "去年", "连日来", "眼下", "当前")
"""With which reports begin that have no dateline."""


def rows_of(lines: Sequence[Line], fixed: Fixed) -> list[Row]:
    """Return the page's lines, those that a narrow column broke together.

    What the editor fixed begins a row, and runs on behind it only as what runs over several lines.
    On a page in paragraphs every line is a row of its own, but for upright headlines and for bylines on two lines.
    """
    measures = measures_of(lines)
    told = upright_of(lines, fixed) | bylines_of(lines, fixed)
    if not measures and not told:
        return [(line,) for line in lines]
    column = _Column(lines, measures, fixed) if measures else None
    rows: list[Row] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and i - start < _LONGEST:
            if i in told:
                continue
            if column and i - 1 not in told and i + 1 not in told and column.goes_on(i, first=start == i - 1):
                continue
        whole = start + 1 in told or column is None
        rows += [tuple(lines[start:i])] if whole or column is None else column.parts(start, i)
        start = i
    return rows


_RUNNING = (Role.BODY, Role.CONT, Role.LEAD, Role.CAPTION)
"""Roles of what runs over several lines."""


class _Column:
    """The lines of a page set in narrow columns."""

    def __init__(self, lines: Sequence[Line], measures: Sequence[Measure], fixed: Fixed) -> None:
        self.lines = lines
        self.measures = measures
        self.shapes = [shape_of(line) for line in lines]
        self.widths = [ems(line.text) for line in lines]
        self.broken = [breaks_off(line.text) for line in lines]
        self.pieces = self._pieces()
        # What runs over several lines runs on with the role that its first was given.
        self.apart = {n for n, role in fixed.roles if role not in _RUNNING}
        self.begins = fixed.begins
        self.filled = [self._measure(i) for i in range(len(lines))]
        full = [i for i, measure in enumerate(self.filled) if measure]
        gaps = Counter([lines[i].gap for i in full])
        self.gap = max(gaps, key=gaps.__getitem__, default=0)
        self.flush = flush_of(lines[i] for i in full)
        self.indented = sum(lines[i].indent > self.flush for i in full) >= _INDENTED
        self.sets_in = not self.indented and self._sets_in()

    def _pieces(self) -> frozenset[int]:
        """Return the lines that go on in the line of print before, which was broken at a quotation or at a mark.

        The width of such a line counts from where the print's begins.
        """
        widest = max([measure.width for measure in self.measures]) + PLAY / 2
        found: dict[int, float] = {}
        for i in range(1, len(self.lines)):
            before, here = self.lines[i - 1].text, self.lines[i].text
            width = found.get(i - 1, self.widths[i - 1]) + self.widths[i]
            if here[0] not in _BROKEN_AT or width > widest:
                continue
            cut = self.broken[i - 1] or before[-1] in "：:" or i - 1 in found
            whole = self.shapes[i - 1].complete
            if (cut and not whole) or (whole and self.widths[i] <= _SCRAP and not self.shapes[i].complete):
                found[i] = width
        if len(found) < _BROKEN_SO:
            return frozenset()
        for i, width in found.items():
            self.widths[i] = width
        return frozenset(found)

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
            and self.widths[i - 1] < self.widths[i + 1] - 2 * PLAY
        ]
        narrow = sum([_NARROW[0] <= one <= _NARROW[1] for one in by])
        return narrow >= max(_INDENTED, _OFTEN * sum([abs(one) <= 2 * PLAY for one in by]))

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
        if i in self.pieces:
            return True
        measure = self.filled[i - 1] or (self._first_measure(i - 1) if first else None)
        if not measure or self.widths[i] > measure.width + 2 * PLAY or self._parts(i):
            return False
        if self.indented:
            return other.indent <= self.flush and not (before.complete and self._is_subheading(i))
        return not ((first and self._heads(i - 1)) or (before.complete and self._ends(i - 1, measure)))

    def _first_measure(self, i: int) -> Measure | None:
        """Return the measure of what begins with line ``i``, which fills none: a paragraph set in, a caption."""
        if self.sets_in and i > 0 and self.shapes[i - 1].complete and self._begins_narrow(i):
            return self.filled[i + 1]
        if opens_caption(self.lines[i].text) and not self.shapes[i].complete:
            # Captions are set in smaller type, and few lines of them tell how wide.
            return Measure(round(self.widths[i]), round(self.widths[i]))
        return None

    def _is_subheading(self, i: int) -> bool:
        """Whether a paragraph begins behind line ``i``, and the line ends none; where paragraphs are set in."""
        ends = i + 1 == len(self.lines) or self.lines[i + 1].indent > self.flush
        return ends and not self.shapes[i].complete and _MARKS.isdisjoint(self.lines[i].text)

    def _heads(self, i: int) -> bool:
        """Whether a paragraph begins behind line ``i``, which ends none: a subheading."""
        return self.sets_in and i > 0 and self.shapes[i - 1].complete and self._begins_narrow(i + 1)

    def _ends(self, i: int, measure: Measure) -> bool:
        """Whether a paragraph ends with line ``i``, which ends a sentence; where it is full, mostly none does."""
        by = self._widest(i) - self.widths[i]
        if not self.sets_in:
            return by > 2 * PLAY or round(self.widths[i]) < measure.least
        return by > PLAY / 2 or self._begins_narrow(i + 1)

    def _widest(self, i: int) -> float:
        """Return the width of the widest line around line ``i`` that breaks off."""
        near = range(max(0, i - _BESIDE), min(len(self.lines), i + _BESIDE + 1))
        return max([self.widths[j] for j in near if self.broken[j]], default=0)

    def _parts(self, i: int) -> bool:
        return self._credited(i - 1) or self._stands_alone(i - 1) or self._stands_alone(i) or self._opens(i)

    def _credited(self, i: int) -> bool:
        """Whether the credit behind a caption ends with line ``i``, where it may have begun on the one before."""
        if self.lines[i].text[-1] not in _CREDITED:
            return False
        split = caption_credit(joined(tuple(self.lines[max(0, i - 1) : i + 1])).text)
        # A full line may end like a credit by chance, behind a stop of its own it seldom does.
        return split is not None and (not self.filled[i] or len(split[1]) < len(self.lines[i].text))

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
        if row[-2].text[-1] in STOPS and not self.filled[stop - 1] and not closes:
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
