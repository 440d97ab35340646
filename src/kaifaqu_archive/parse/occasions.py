"""When a piece of evidence can be there at all.

One look at a line's first and last character, at its traits and at those of its neighbours
rules out most of what could be asked of it; only the rest is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from kaifaqu_archive.credits import BULLETS

from . import headline_lines, headline_marks, junctions, marks, neighbours, phrases, word_kinds
from .shape import (
    ABSENT,
    COMPLETE,
    CREDIT_ENDS,
    CREDITED,
    DASHED,
    DATED,
    FULL_STOP,
    HEADLINE,
    JUMP,
    LABELLED,
    LEAD,
    NOTICE,
    OPEN,
    PAUSES,
    PICTURED,
    PROSE,
    QUOTING,
    RUNS_OUT,
    SCRAP,
    SECTION,
    SHORT,
    SIGN,
    SIGNED,
    SPACED,
    STOPPED,
    STOPPED_INSIDE,
    UNCLOSED,
    UNDATED,
    UNDER_GAP,
    UNOPENED,
)
from .view import (
    AT_FOOT,
    COMPARED,
    ENCLOSED,
    FIGURED,
    FURNITURE,
    IN_RUN,
    MOSTLY_BULLETED,
    MOSTLY_BYLINED,
    MOSTLY_DATED,
    MOSTLY_SIGNED,
    NAMED_ABOVE,
    NAMED_BELOW,
    NOTICED,
    PARALLEL,
    TOP,
)

if TYPE_CHECKING:
    from .view import View

Test = Callable[["View"], float]

_DIFFERENT = 4096
"""Selections from a table that are kept at hand; 351 pages of many papers have 2,359 at most."""


class Needs(NamedTuple):
    """What must be so of a line, or else a test finds nothing on it."""

    first: Collection[str] = ()
    """What its first character is one of; nothing where that does not matter."""
    last: Collection[str] = ()
    here: int = 0
    """Traits that it has all of."""
    before: int = 0
    """Traits that the line before has all of."""
    after: int = 0
    told: int = 0
    """What the page tells of it."""
    enough: bool = False
    """Whether the test finds all there can be wherever these traits are, and need not be asked."""

    @property
    def of_page(self) -> bool:
        """Whether it is only something that the page tells."""
        return bool(self.told) and not (self.here or self.before or self.after)


NEEDS: dict[Test, Needs] = {
    marks.full_stop: Needs(here=FULL_STOP, enough=True),
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
    marks.unopened: Needs(here=UNOPENED, enough=True),
    marks.unclosed: Needs(here=UNCLOSED, enough=True),
    marks.bracket_end: Needs(last="）)"),
    marks.all_bracket: Needs(first="（(", last="）)"),
    marks.bracket_label: Needs(first="【〖［〔"),
    marks.all_label: Needs(first="【〖［〔", last="】〗］〕"),
    marks.table_row: Needs(here=SPACED),
    marks.comma_inside: Needs(here=PAUSES, enough=True),
    marks.furniture: Needs(told=FURNITURE),
    marks.signature: Needs(told=NOTICED),
    marks.wants_more: Needs(last=marks.WANTING),
    marks.spaced: Needs(here=SPACED, enough=True),
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
    marks.notice_title: Needs(here=NOTICE, enough=True),
    marks.lead_opening: Needs(here=LEAD, enough=True),
    marks.item_opening: Needs(first=phrases.ITEM_FIRST),
    marks.kicker_end: Needs(last=phrases.KICKER_LAST),
    marks.place_like: Needs(last=phrases.PLACE_LAST),
    marks.office_line: Needs(here=SPACED),
    marks.speaker: Needs(here=LABELLED),
    marks.jump_note: Needs(here=JUMP, enough=True),
    marks.broken_short: Needs(here=SCRAP, enough=True),
    marks.ends_like_headline: Needs(here=RUNS_OUT),
    headline_marks.span_of_time: Needs(first=headline_marks.SPAN_FIRST),
    headline_marks.subtitle_opening: Needs(first=headline_marks.SUBTITLE_FIRST),
    headline_marks.couplet: Needs(here=SPACED),
    headline_marks.attends: Needs(last=headline_marks.ATTENDS_LAST),
    headline_marks.subtitle_end: Needs(last=headline_marks.SUBTITLE_LAST),
    headline_marks.opens_with_place: Needs(first=headline_marks.PLACE_FIRST),
    headline_marks.bullet: Needs(first=BULLETS),
    headline_marks.opens_with_dateline: Needs(here=DATED, enough=True),
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
    word_kinds.quotes: Needs(here=QUOTING, enough=True),
    neighbours.goes_on_below: Needs(here=OPEN, after=PROSE),
    neighbours.prose_below_breaks_in: Needs(here=OPEN, after=PROSE),
    neighbours.prose_opens_below: Needs(here=OPEN, after=PROSE),
    neighbours.closes_the_last: Needs(here=UNOPENED, before=UNCLOSED, enough=True),
    neighbours.broken_bracket: Needs(here=UNCLOSED, after=UNOPENED | SHORT, enough=True),
    neighbours.credit_follows: Needs(after=CREDITED),
    neighbours.picture_gap: Needs(here=UNDER_GAP),
    neighbours.one_sentence_under_gap: Needs(here=UNDER_GAP | COMPLETE | STOPPED),
    neighbours.follows_lead_opening: Needs(before=LEAD),
    neighbours.byline_follows: Needs(after=CREDITED),
    neighbours.dateline_follows: Needs(after=DATED, enough=True),
    neighbours.prose_follows: Needs(after=UNDATED, enough=True),
    neighbours.prose_before: Needs(before=PROSE | COMPLETE, enough=True),
    neighbours.report_begins_before: Needs(here=HEADLINE, before=DATED | COMPLETE, after=UNDATED, enough=True),
    neighbours.broken_prose_before: Needs(before=PROSE | OPEN, enough=True),
    neighbours.comma_before: Needs(before=PROSE | OPEN),
    neighbours.word_from_prose: Needs(before=PROSE | OPEN),
    neighbours.photo_credit_before: Needs(before=CREDITED),
    neighbours.headline_before: Needs(before=HEADLINE, enough=True),
    neighbours.stand_first_before: Needs(before=OPEN),
    junctions.reads_on_below: Needs(here=OPEN),
    junctions.reads_on_from_above: Needs(before=OPEN),
    neighbours.quote_before: Needs(before=PROSE | OPEN),
    neighbours.byline_before: Needs(before=SIGNED),
    neighbours.page_top: Needs(told=TOP),
    neighbours.enclosed: Needs(told=ENCLOSED),
    neighbours.dash_line_follows: Needs(after=SHORT | SIGN),
    neighbours.all_bracket_follows: Needs(after=SHORT | SIGN),
    neighbours.next_starts_inside: Needs(after=SHORT | SIGN),
    neighbours.last_ends_like_headline: Needs(before=HEADLINE | RUNS_OUT),
    neighbours.named_at_foot: Needs(told=AT_FOOT),
    neighbours.named_below: Needs(told=NAMED_BELOW),
    neighbours.named_above: Needs(told=NAMED_ABOVE),
    neighbours.parallel: Needs(told=PARALLEL),
    neighbours.in_run: Needs(told=IN_RUN),
    neighbours.kin: Needs(told=COMPARED),
    neighbours.strange: Needs(told=COMPARED),
    neighbours.undated_among_dated: Needs(here=HEADLINE, before=PROSE, after=UNDATED, told=MOSTLY_DATED, enough=True),
    neighbours.unmarked_among_bullets: Needs(here=HEADLINE, before=PROSE, after=UNDATED, told=MOSTLY_BULLETED),
    neighbours.unsigned_among_signed: Needs(
        here=HEADLINE, before=PROSE, after=UNDATED, told=MOSTLY_SIGNED, enough=True
    ),
    neighbours.bare_among_bylines: Needs(here=HEADLINE, before=PROSE, after=UNDATED, told=MOSTLY_BYLINED, enough=True),
    neighbours.headline_opens_below: Needs(after=HEADLINE),
    neighbours.byline_second: Needs(after=HEADLINE),
    neighbours.dateline_second: Needs(after=HEADLINE),
    neighbours.bracket_line_follows: Needs(after=HEADLINE),
    neighbours.short_follows: Needs(after=HEADLINE, enough=True),
    neighbours.longer_than_next: Needs(after=HEADLINE),
    neighbours.shorter_than_next: Needs(after=HEADLINE),
    headline_lines.half_with_next: Needs(after=HEADLINE),
    neighbours.word_goes_on: Needs(after=HEADLINE),
    neighbours.short_before: Needs(before=HEADLINE, enough=True),
    neighbours.numbers_upright: Needs(before=HEADLINE, told=FIGURED),
    neighbours.longer_than_last: Needs(before=HEADLINE),
    neighbours.shorter_than_last: Needs(before=HEADLINE),
    headline_lines.half_with_last: Needs(before=HEADLINE),
    neighbours.word_goes_back: Needs(before=HEADLINE),
    headline_lines.second_under_kicker: Needs(before=HEADLINE),
    headline_lines.under_two_parts: Needs(before=HEADLINE | DASHED),
}
"""What is not named here is asked of every line."""

_ALWAYS = Needs()

Row = TypeVar("Row")
Choice = TypeVar("Choice")


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


class _ByTold(dict[int, tuple[Row, ...]]):
    """The rows whose tests look at nothing but what the page tells of a line; put together when first asked for."""

    def __init__(self, rows: Sequence[tuple[Row, int]]) -> None:
        super().__init__()
        self.rows = rows
        self.asked = reduce(or_, [what for _, what in rows], 0)

    def __missing__(self, told: int) -> tuple[Row, ...]:
        found = self[told] = (
            tuple([row for row, what in self.rows if what & told])
            if told & self.asked == told
            else self[told & self.asked]
        )
        return found


def _by_character(rows: Sequence[tuple[Row, Collection[str]]]) -> dict[str, tuple[Row, ...]]:
    """Return for each character the rows of whose characters it is one."""
    found: dict[str, tuple[Row, ...]] = {}
    for row, chars in rows:
        for char in chars:
            found[char] = (*found.get(char, ()), row)
    return found


class Asked(Generic[Row, Choice]):
    """A table of evidence that selects what is worth asking of a line.

    What is asked because of its traits and its neighbours' is kept as a selection, as many lines have the same.  What a
    character or the page gives rise to comes on top of that, or few lines would.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        test_of: Callable[[Row], Test],
        choice: Callable[[list[Row], list[Row]], Choice],
    ) -> None:
        """``choice`` makes what is kept of a selection: of the rows that are there for sure, and of those to ask."""
        needed = [(row, NEEDS.get(test_of(row), _ALWAYS)) for row in rows]
        self._by_first = _by_character([(row, need.first) for row, need in needed if need.first])
        self._by_last = _by_character([(row, need.last) for row, need in needed if need.last and not need.first])
        self._by_told = _ByTold([(row, need.told) for row, need in needed if need.of_page])
        kept = [(row, need) for row, need in needed if not (need.first or need.last or need.of_page)]
        self._kept = [row for row, _ in kept]
        self._sure = sum([1 << i for i, (_, need) in enumerate(kept) if need.enough])
        self._here = _ByTraits([need.here for _, need in kept])
        self._before = _ByTraits([need.before for _, need in kept])
        self._after = _ByTraits([need.after for _, need in kept])
        self._told = _ByTraits([need.told for _, need in kept])
        self._choice = choice
        self._select = lru_cache(maxsize=_DIFFERENT)(self._selected)

    def of(self, view: View) -> tuple[Choice, tuple[Row, ...]]:
        """Return what may be found on the line by its traits, and what is to be asked besides."""
        here, before, after, told = view.here, view.before, view.after, view.told
        choice = self._select(
            self._here[here.traits]
            & self._before[before.traits if before else ABSENT]
            & self._after[after.traits if after else ABSENT]
            & self._told[told]
        )
        text = here.text
        return choice, self._by_first.get(text[0], ()) + self._by_last.get(text[-1], ()) + self._by_told[told]

    def _selected(self, bits: int) -> Choice:
        return self._choice(self._rows(bits & self._sure), self._rows(bits & ~self._sure))

    def _rows(self, bits: int) -> list[Row]:
        """Return the rows of the bits that are set: mostly a few of many."""
        found: list[Row] = []
        while bits:
            last = bits & -bits
            found.append(self._kept[last.bit_length() - 1])
            bits ^= last
        return found
