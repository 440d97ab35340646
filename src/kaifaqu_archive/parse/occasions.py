"""When a piece of evidence can be there at all.

One look at a line's first and last character, at its traits and at those of its neighbours
rules out most of what could be asked of it; only the rest is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache, reduce
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from kaifaqu_archive.credits import BULLETS

from . import headline_marks, junctions, marks, neighbours, phrases, word_kinds
from .shape import (
    ABSENT,
    COMPLETE,
    CREDIT_ENDS,
    CREDITED,
    DASHED,
    DATED,
    HEADLINE,
    JUMP,
    LABELLED,
    LEAD,
    NOTICE,
    OPEN,
    PICTURED,
    PROSE,
    QUOTING,
    RUNS_OUT,
    SECTION,
    SHORT,
    SIGN,
    SIGNED,
    SPACED,
    STOPPED,
    STOPPED_INSIDE,
    UNCLOSED,
    UNDER_GAP,
    UNOPENED,
)

if TYPE_CHECKING:
    from .view import View

Test = Callable[["View"], float]

_DIFFERENT = 4096
"""Selections from a table that are kept at hand; 667 pages of many papers have 2,423 at most."""


class Needs(NamedTuple):
    """What must be so of a line, or else a test finds nothing on it."""

    first: Collection[str] | None = None
    """What its first character is one of; None where it does not matter."""
    last: Collection[str] | None = None
    here: int = 0
    """Traits that it has all of."""
    before: int = 0
    """Traits that the line before has all of."""
    after: int = 0


NEEDS: dict[Test, Needs] = {
    marks.full_stop: Needs(last="。”’」』)）"),
    marks.several_sentences: Needs(here=STOPPED_INSIDE),
    marks.stop_inside: Needs(here=STOPPED_INSIDE),
    marks.asks_or_calls: Needs(last=marks.CALLS),
    marks.comma_end: Needs(last=marks.COMMAS),
    marks.colon_end: Needs(last=marks.COLONS),
    marks.dash_end: Needs(last="—-－"),
    marks.ellipsis_end: Needs(last="…"),
    marks.dash_start: Needs(first="—-－"),
    marks.dash_inside: Needs(here=DASHED),
    marks.starts_inside: Needs(first=marks.INSIDE),
    marks.unopened: Needs(here=UNOPENED),
    marks.unclosed: Needs(here=UNCLOSED),
    marks.bracket_end: Needs(last="）)"),
    marks.all_bracket: Needs(first="（(", last="）)"),
    marks.bracket_label: Needs(first="【〖［〔"),
    marks.all_label: Needs(first="【〖［〔", last="】〗］〕"),
    marks.table_row: Needs(here=SPACED),
    marks.wants_more: Needs(last=marks.WANTING),
    marks.spaced: Needs(here=SPACED),
    marks.person_credit: Needs(here=CREDITED),
    marks.marked_credit: Needs(here=CREDITED),
    marks.photo_credit: Needs(here=CREDITED),
    marks.author_note: Needs(first="（("),
    marks.source_note: Needs(first="（(", last="）)"),
    marks.production_credit: Needs(here=LABELLED),
    marks.wire_note: Needs(first="（("),
    marks.caption_with_credit: Needs(here=CREDIT_ENDS),
    marks.pictured: Needs(here=PICTURED),
    marks.caption_opening: Needs(first="图本"),
    marks.tells_picture: Needs(first="上下左右中图"),
    marks.dated_scene: Needs(first=phrases.SCENE_FIRST),
    marks.section_name: Needs(here=SECTION),
    marks.section_sound: Needs(here=SECTION),
    marks.notice_title: Needs(here=NOTICE),
    marks.lead_opening: Needs(here=LEAD),
    marks.item_opening: Needs(first=phrases.ITEM_FIRST),
    marks.kicker_end: Needs(last=phrases.KICKER_LAST),
    marks.place_like: Needs(last=phrases.PLACE_LAST),
    marks.office_line: Needs(here=SPACED),
    marks.speaker: Needs(here=LABELLED),
    marks.jump_note: Needs(here=JUMP),
    marks.broken_short: Needs(here=OPEN),
    marks.ends_like_headline: Needs(here=RUNS_OUT),
    headline_marks.span_of_time: Needs(first=headline_marks.SPAN_FIRST),
    headline_marks.subtitle_opening: Needs(first=headline_marks.SUBTITLE_FIRST),
    headline_marks.couplet: Needs(here=SPACED),
    headline_marks.attends: Needs(last=headline_marks.ATTENDS_LAST),
    headline_marks.subtitle_end: Needs(last=headline_marks.SUBTITLE_LAST),
    headline_marks.opens_with_place: Needs(first=headline_marks.PLACE_FIRST),
    headline_marks.bullet: Needs(first=BULLETS),
    headline_marks.opens_with_dateline: Needs(here=DATED),
    headline_marks.detail: Needs(first=headline_marks.DETAILS_FIRST),
    headline_marks.numbered: Needs(first=phrases.ITEM_FIRST),
    headline_marks.scene: Needs(last="。"),
    headline_marks.subject_and_colon: Needs(here=LABELLED),
    headline_marks.quotation: Needs(first="“‘", last="”’"),
    headline_marks.wordless: Needs(here=SIGN),
    headline_marks.bulleted_below: Needs(after=SHORT | OPEN | SIGN),
    headline_marks.bulleted_above: Needs(before=SHORT | OPEN | SIGN),
    headline_marks.verb_below: Needs(after=HEADLINE),
    word_kinds.verb_end: Needs(here=RUNS_OUT),
    word_kinds.quality_end: Needs(here=RUNS_OUT),
    word_kinds.count_end: Needs(here=RUNS_OUT),
    word_kinds.quotes: Needs(here=QUOTING),
    neighbours.goes_on_below: Needs(here=OPEN, after=PROSE),
    neighbours.prose_below_breaks_in: Needs(here=OPEN, after=PROSE),
    neighbours.prose_opens_below: Needs(here=OPEN, after=PROSE),
    neighbours.closes_the_last: Needs(here=UNOPENED, before=UNCLOSED),
    neighbours.broken_bracket: Needs(here=UNCLOSED, after=UNOPENED | SHORT),
    neighbours.credit_follows: Needs(after=CREDITED),
    neighbours.picture_gap: Needs(here=UNDER_GAP),
    neighbours.one_sentence_under_gap: Needs(here=UNDER_GAP | COMPLETE | STOPPED),
    neighbours.follows_lead_opening: Needs(before=LEAD),
    neighbours.byline_follows: Needs(after=CREDITED),
    neighbours.dateline_follows: Needs(after=DATED),
    neighbours.prose_follows: Needs(after=PROSE),
    neighbours.prose_before: Needs(before=PROSE | COMPLETE),
    neighbours.report_begins_before: Needs(here=HEADLINE, before=DATED | COMPLETE, after=PROSE),
    neighbours.broken_prose_before: Needs(before=PROSE | OPEN),
    neighbours.comma_before: Needs(before=PROSE | OPEN),
    neighbours.word_from_prose: Needs(before=PROSE | OPEN),
    neighbours.photo_credit_before: Needs(before=CREDITED),
    neighbours.headline_before: Needs(before=HEADLINE),
    neighbours.stand_first_before: Needs(before=OPEN),
    junctions.reads_on_below: Needs(here=OPEN),
    junctions.reads_on_from_above: Needs(before=OPEN),
    neighbours.quote_before: Needs(before=PROSE | OPEN),
    neighbours.byline_before: Needs(before=SIGNED),
    neighbours.page_top: Needs(before=ABSENT),
    neighbours.enclosed: Needs(here=SHORT),
    neighbours.dash_line_follows: Needs(after=SHORT | SIGN),
    neighbours.all_bracket_follows: Needs(after=SHORT | SIGN),
    neighbours.next_starts_inside: Needs(after=SHORT | SIGN),
    neighbours.last_ends_like_headline: Needs(before=RUNS_OUT),
    neighbours.named_at_foot: Needs(here=HEADLINE),
    neighbours.named_below: Needs(here=HEADLINE),
    neighbours.named_above: Needs(here=HEADLINE, before=PROSE),
    neighbours.parallel: Needs(here=HEADLINE, after=PROSE),
    neighbours.kin: Needs(here=HEADLINE, before=PROSE, after=PROSE),
    neighbours.strange: Needs(here=HEADLINE, before=PROSE, after=PROSE),
    neighbours.undated_among_dated: Needs(here=HEADLINE, before=PROSE, after=PROSE),
    neighbours.unmarked_among_bullets: Needs(here=HEADLINE, before=PROSE, after=PROSE),
    neighbours.unsigned_among_signed: Needs(here=HEADLINE, before=PROSE, after=PROSE),
    neighbours.bare_among_bylines: Needs(here=HEADLINE, before=PROSE, after=PROSE),
}
"""What is not named here is asked of every line."""

_ALWAYS = Needs()

Row = TypeVar("Row")


class _ByCharacter(dict[str, int]):
    """A bit for every test that a character allows."""

    def __init__(self, needs: Sequence[Collection[str] | None]) -> None:
        super().__init__()
        self.any = sum(1 << i for i, chars in enumerate(needs) if chars is None)
        """Of the tests that every character allows."""
        for i, chars in enumerate(needs):
            for char in chars or ():
                self[char] = self.get(char, self.any) | 1 << i

    def __missing__(self, char: str) -> int:
        return self.any


class _ByTraits(dict[int, int]):
    """A bit for every test that a line's traits allow; found when first asked for."""

    def __init__(self, needs: Sequence[int]) -> None:
        super().__init__()
        self.any = sum(1 << i for i, need in enumerate(needs) if not need)
        self.needs = [(1 << i, need) for i, need in enumerate(needs) if need]
        self.asked = reduce(or_, needs, 0)
        """Traits on which any test depends."""

    def __missing__(self, traits: int) -> int:
        asked = traits & self.asked
        bits = self[traits] = (
            self.any | sum([bit for bit, need in self.needs if need & traits == need])
            if asked == traits
            else self[asked]
        )
        return bits


class Asked(Generic[Row]):
    """A table of evidence that selects what is worth asking of a line."""

    def __init__(self, rows: Sequence[Row], test_of: Callable[[Row], Test]) -> None:
        needs = [NEEDS.get(test_of(row), _ALWAYS) for row in rows]
        self.rows = tuple(rows)
        self._first = _ByCharacter([need.first for need in needs])
        self._last = _ByCharacter([need.last for need in needs])
        self._here = _ByTraits([need.here for need in needs])
        self._before = _ByTraits([need.before for need in needs])
        self._after = _ByTraits([need.after for need in needs])
        self._select = lru_cache(maxsize=_DIFFERENT)(self._selected)

    def of(self, view: View) -> tuple[Row, ...]:
        """Return the rows whose tests may find something on the line, in the table's order."""
        here, before, after = view.here, view.before, view.after
        return self._select(
            self._here[here.traits]
            & self._first[here.text[0]]
            & self._last[here.text[-1]]
            & self._before[before.traits if before else ABSENT]
            & self._after[after.traits if after else ABSENT]
        )

    def _selected(self, bits: int) -> tuple[Row, ...]:
        return tuple(compress(self.rows, map(int, reversed(f"{bits:b}"))))
