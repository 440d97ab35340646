"""What speaks for which role of a line: a table of named functions and their weights.

Every piece of evidence looks at one line among its neighbours and answers with how much
of it is there.  ``data/weights.json`` says, in nats, for and against which roles that
speaks; the size of a line comes first.  The grammar weighs the sum against what stands
around the line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from kaifaqu_archive.model import Role

from . import headline_marks, marks, neighbours
from .marks import LONGEST_CAPTION
from .occasions import Asked, Test
from .phrases import may_show_picture
from .shape import LONGEST_HEADLINE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .view import View

R = Role

SIZES = (4, 8, 14, 22, 32, 45, LONGEST_HEADLINE)
"""Upper ends, in characters, of the size classes of short lines."""

OWN: tuple[tuple[str, Test], ...] = (
    ("ends with a full stop", marks.full_stop),
    ("holds several sentences", marks.several_sentences),
    ("a sentence ends inside", marks.stop_inside),
    ("ends with a question or a call", marks.asks_or_calls),
    ("ends with a comma", marks.comma_end),
    ("ends with a colon", marks.colon_end),
    ("ends with a dash", marks.dash_end),
    ("trails off", marks.ellipsis_end),
    ("begins with a dash", marks.dash_start),
    ("a dash between two phrases", marks.dash_inside),
    ("begins inside a sentence", marks.starts_inside),
    ("closes what it did not open", marks.unopened),
    ("leaves a bracket open", marks.unclosed),
    ("ends with a bracket", marks.bracket_end),
    ("stands in brackets", marks.all_bracket),
    ("opens with a label in brackets", marks.bracket_label),
    ("ends with a word that wants more", marks.wants_more),
    ("writes numbers out", marks.written_numbers),
    ("a comma inside", marks.comma_inside),
    ("a space inside", marks.spaced),
    ("is a name", marks.person_credit),
    ("is a byline", marks.marked_credit),
    ("is a photo credit", marks.photo_credit),
    ("says who the author is", marks.author_note),
    ("credits a chart or a drawing", marks.production_credit),
    ("is a wire note", marks.wire_note),
    ("ends with a photo credit", marks.caption_with_credit),
    ("speaks of a picture", marks.pictured),
    ("opens as captions do", marks.caption_opening),
    ("tells which picture it is for", marks.tells_picture),
    ("opens with a day", marks.dated_scene),
    ("is a section's name", marks.section_name),
    ("sounds like a section's name", marks.section_sound),
    ("is furniture", marks.furniture),
    ("heads a notice", marks.notice_title),
    ("signs a notice", marks.signature),
    ("opens an editor's note", marks.lead_opening),
    ("opens a member of a list", marks.item_opening),
    ("ends as kickers do", marks.kicker_end),
    ("names a place or an institution", marks.place_like),
    ("gives a person's office", marks.office_line),
    ("a speaker's turn", marks.speaker),
    ("is a jump note", marks.jump_note),
    ("short and broken off", marks.broken_short),
    ("opens like a paragraph", marks.opens_like_prose),
    ("opens like a headline", marks.opens_like_headline),
    ("ends like a headline", marks.ends_like_headline),
    ("is a stretch of time", headline_marks.span_of_time),
    ("two phrases of one length", headline_marks.couplet),
    ("tells who came", headline_marks.attends),
    ("an institution issues something", headline_marks.issues),
    ("opens with a place", headline_marks.opens_with_place),
    ("ends as subtitles do", headline_marks.subtitle_end),
    ("opens as subtitles do", headline_marks.subtitle_opening),
    ("opens with a bullet", headline_marks.bullet),
    ("opens with a dateline", headline_marks.opens_with_dateline),
    ("tells a scene", headline_marks.scene),
    ("names its subject before a colon", headline_marks.subject_and_colon),
    ("holds a figure", headline_marks.figure),
    ("is one quotation", headline_marks.quotation),
)
AROUND: tuple[tuple[str, Test], ...] = (
    ("its last word goes on in the prose below", neighbours.goes_on_below),
    ("the prose below begins inside a sentence", neighbours.prose_below_breaks_in),
    ("the prose below opens like a paragraph", neighbours.prose_opens_below),
    ("closes the last line's bracket", neighbours.closes_the_last),
    ("its bracket closes on the next line", neighbours.broken_bracket),
    ("a photo credit follows", neighbours.credit_follows),
    ("stands under a picture", neighbours.picture_gap),
    ("one sentence under a picture", neighbours.one_sentence_under_gap),
    ("follows the words that open a note", neighbours.follows_lead_opening),
    ("a byline follows", neighbours.byline_follows),
    ("a dateline follows", neighbours.dateline_follows),
    ("prose follows", neighbours.prose_follows),
    ("complete prose before", neighbours.prose_before),
    ("broken prose before", neighbours.broken_prose_before),
    ("prose before ends with a comma", neighbours.comma_before),
    ("prose before breaks off in a word", neighbours.word_from_prose),
    ("prose before ends with a quotation", neighbours.quote_before),
    ("a byline or jump before", neighbours.byline_before),
    ("first line of the page", neighbours.page_top),
    ("a line with a dash follows", neighbours.dash_line_follows),
    ("a line in brackets follows", neighbours.all_bracket_follows),
    ("the next short line begins inside a sentence", neighbours.next_starts_inside),
    ("a bulleted line follows", headline_marks.bulleted_below),
    ("follows a bulleted line", headline_marks.bulleted_above),
    ("the prose below speaks its words", neighbours.named_below),
    ("the prose above speaks its words", neighbours.named_above),
    ("built like other short lines", neighbours.parallel),
    ("the prose around is of one piece", neighbours.kin),
    ("the prose around has nothing in common", neighbours.strange),
)
BEFORE_SHORT: tuple[tuple[str, Test], ...] = (
    ("the next short line opens like a headline", neighbours.headline_opens_below),
    ("a byline comes second", neighbours.byline_second),
    ("a dateline comes second", neighbours.dateline_second),
    ("a line that ends in brackets follows", neighbours.bracket_line_follows),
    ("another short line follows", neighbours.short_follows),
    ("the next short line opens with its verb", headline_marks.verb_below),
    ("longer than the next short line", neighbours.longer_than_next),
    ("shorter than the next short line", neighbours.shorter_than_next),
    ("as long as the next", neighbours.even_with_next),
    ("a word goes on in the next line", neighbours.word_goes_on),
)
"""Asked where another line follows that could stand in a headline."""
AFTER_SHORT: tuple[tuple[str, Test], ...] = (
    ("the last short line ends like a headline", neighbours.last_ends_like_headline),
    ("another short line before", neighbours.short_before),
    ("longer than the last short line", neighbours.longer_than_last),
    ("shorter than the last short line", neighbours.shorter_than_last),
    ("as long as the last", neighbours.even_with_last),
    ("a word goes on from the last line", neighbours.word_goes_back),
)
"""Asked where another line that could stand in a headline comes before."""
EVERYTHING = (*OWN, *AROUND, *BEFORE_SHORT, *AFTER_SHORT)
_FOR_PROSE = frozenset(
    (
        "ends with a full stop",
        "begins inside a sentence",
        "says who the author is",
        "ends with a photo credit",
        "speaks of a picture",
        "opens as captions do",
        "tells which picture it is for",
        "opens with a day",
        "opens an editor's note",
        "opens a member of a list",
        "a speaker's turn",
        "closes the last line's bracket",
        "a photo credit follows",
        "stands under a picture",
        "one sentence under a picture",
        "follows the words that open a note",
        "opens like a paragraph",
        "follows a bulleted line",
        "prose before ends with a comma",
        "prose before breaks off in a word",
        "prose before ends with a quotation",
    )
)
"""Evidence that is asked of lines too long for a headline."""


_FOR_LONG_PROSE = _FOR_PROSE - {
    "ends with a photo credit",
    "speaks of a picture",
    "opens as captions do",
    "tells which picture it is for",
    "opens with a day",
    "one sentence under a picture",
    "says who the author is",
}
"""Evidence that is asked of lines too long for a caption."""
_GATES: dict[str, tuple[Role, ...]] = {
    "is a name": (R.AUTHOR,),
    "is a photo credit": (R.AUTHOR, R.CREDIT),
    "says who the author is": (R.AUTHOR,),
    "credits a chart or a drawing": (R.AUTHOR,),
    "stands under a picture": (R.CAPTION,),
    "a photo credit follows": (R.CAPTION,),
    "ends with a photo credit": (R.CAPTION,),
    "speaks of a picture": (R.CAPTION,),
    "opens as captions do": (R.CAPTION,),
    "tells which picture it is for": (R.CAPTION,),
    "opens with a day": (R.CAPTION,),
}
"""Evidence without which a line cannot have a role; a short line may be a caption without any."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How loudly each piece of evidence speaks, in nats."""

    sizes: dict[Role, tuple[float, ...]]
    """Per role, for each class of ``SIZES``."""
    prose: dict[Role, float]
    """Per role, for lines longer than a headline."""
    evidence: dict[str, dict[Role, float]]


def load_weights() -> Weights:
    """Return the weights that are shipped, as ``tools/learn_weights.py`` wrote them."""
    raw = json.loads((resources.files("kaifaqu_archive") / "data" / "weights.json").read_text("utf-8"))
    return Weights(
        sizes={Role(role): tuple(row) for role, row in raw["sizes"].items()},
        prose={Role(role): value for role, value in raw["prose"].items()},
        evidence={name: {Role(role): value for role, value in row.items()} for name, row in raw["evidence"].items()},
    )


WEIGHTS = load_weights()

_ROLES = tuple(Role)
_PLACE_OF = {role: i for i, role in enumerate(_ROLES)}
_SILENCE = [0.0] * len(_ROLES)


class Row(NamedTuple):
    """One piece of evidence."""

    name: str
    test: Test
    nats: Mapping[Role, float]
    """For and against which roles it speaks, and how loudly."""
    speaks: tuple[tuple[int, float], ...]
    """The same by the roles' places in ``_ROLES``."""
    gate: bool
    """Whether it opens roles to a line that it could not have otherwise."""


Heard = list[tuple[Row, float]]
"""The evidence that a line holds, with its amount."""


_HEADLINE_ONLY = (R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.COLUMN, R.NOISE)
"""Roles that a line too long for a headline never has."""


def _row(name: str, test: Test, silent: Sequence[Role]) -> Row:
    """Return a piece of evidence that says nothing for or against the ``silent`` roles."""
    nats = {role: said for role, said in WEIGHTS.evidence.get(name, {}).items() if role not in silent}
    return Row(name, test, nats, tuple((_PLACE_OF[role], said) for role, said in nats.items()), name in _GATES)


_TABLES = tuple(
    Asked([_row(name, test, silent) for name, test in rows], lambda row: row.test)
    for rows, silent in (
        *(
            ((*OWN, *AROUND, *(BEFORE_SHORT if before else ()), *(AFTER_SHORT if after else ())), ())
            for before in (False, True)
            for after in (False, True)
        ),
        ([row for row in EVERYTHING if row[0] in _FOR_PROSE], _HEADLINE_ONLY),
        ([row for row in EVERYTHING if row[0] in _FOR_LONG_PROSE], _HEADLINE_ONLY),
    )
)
"""For short lines by their neighbours, for prose, and for prose too long for a caption."""


def _table_for(view: View) -> int:
    size = view.here.size
    if size > LONGEST_HEADLINE:
        caption = size <= LONGEST_CAPTION and (view.here.line.gap > 1 or may_show_picture(view.here.text))
        return 4 if caption else 5
    return 2 * bool(view.after and view.after.headline) + bool(view.before and view.before.headline)


def hear(view: View) -> Heard:
    """Return every piece of evidence that the line holds, with its amount."""
    return [(row, amount) for row in _TABLES[_table_for(view)].of(view) if (amount := row.test(view))]


def found(view: View) -> list[tuple[str, float]]:
    """Return the names of all evidence that the line holds, with its amount."""
    return [(row.name, amount) for row, amount in hear(view)]


_CLASS_OF = tuple(next(i for i, top in enumerate(SIZES) if size <= top) for size in range(LONGEST_HEADLINE + 1))


def size_class(size: int) -> int:
    """Return the index of a size among ``SIZES``; one and two beyond for prose and long prose."""
    if size > LONGEST_HEADLINE:
        return len(SIZES) + (size > LONGEST_CAPTION)
    return _CLASS_OF[size]


def possible(view: View) -> frozenset[Role]:
    """Return the roles that the line's form allows at all."""
    return frozenset(weigh(view, hear(view)))


Base = tuple[Role, int, float]
"""(role, its place in ``_ROLES``, what the size alone says for it, in nats)."""


@lru_cache(maxsize=1024)
def _bases(size: int, noted: bool, noticed: bool, gates: tuple[str, ...]) -> tuple[Base, ...]:  # noqa: FBT001
    """Return the roles that a line of a size class may have."""
    short = size < len(SIZES)
    roles = [R.BODY, R.CONT]
    if noted:
        roles.append(R.LEAD)
    if short:
        roles += [R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.CAPTION, R.NOISE]
        if size <= _COLUMN_CLASS:
            roles.append(R.COLUMN)
    if noticed and size <= len(SIZES):
        roles.append(R.NOTICE)
    roles += [role for gate in sorted(gates) for role in _GATES[gate]]
    said = {role: row[size] for role, row in WEIGHTS.sizes.items()} if short else WEIGHTS.prose
    return tuple((role, _PLACE_OF[role], said.get(role, 0.0)) for role in dict.fromkeys(roles))


_COLUMN_CLASS = 2
"""The largest size class of a section's name."""


def _bases_of(view: View, heard: Heard) -> tuple[Base, ...]:
    jump = view.here.jump
    if jump is not None:
        return tuple((role, _PLACE_OF[role], 0.0) for role in (R.JUMP_TO if jump[0] == "to" else R.JUMP_FROM, R.BODY))
    gates = tuple([row.name for row, _ in heard if row.gate])
    return _bases(size_class(view.here.size), view.noted, view.noticed, gates)


def weigh(view: View, heard: Heard) -> dict[Role, float]:
    """Return for each role that the line could have, in nats, what speaks for it."""
    said = _SILENCE.copy()
    for row, amount in heard:
        for place, nats in row.speaks:
            said[place] += amount * nats
    return {role: nats + said[place] for role, place, nats in _bases_of(view, heard)}


def loudest(heard: Heard, role: Role) -> str:
    """Return the name of the evidence that spoke loudest for ``role``; ``size`` when none did."""
    best, name = (0.0, 0.0), "size"
    for row, amount in heard:
        nats = row.nats.get(role, 0.0)
        # Of two as loud the one that is less of a matter of degree.
        if nats > 0 and (amount * nats, nats) > best:
            best, name = (amount * nats, nats), row.name
    return name
