"""What speaks for which role of a line: a table of named functions and their weights.

Every piece of evidence looks at one line among its neighbours and answers with how much
of it is there.  ``data/weights.json`` says, in nats, for and against which roles that
speaks; the size of a line comes first.  The grammar weighs the sum against what stands
around the line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from kaifaqu_archive.model import Role

from . import headline_marks, marks, neighbours
from .marks import LONGEST_CAPTION
from .phrases import may_show_picture
from .shape import LONGEST_HEADLINE
from .view import View

R = Role
Test = Callable[[View], float]

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

Row = tuple[str, Test, tuple[tuple[int, float], ...]]
"""(name, test, what it says: (place of a role in ``_ROLES``, nats))."""


def _table(weights: Weights, asked: Sequence[tuple[str, Test]]) -> tuple[Row, ...]:
    return tuple(
        (name, test, tuple((_PLACE_OF[role], nats) for role, nats in weights.evidence.get(name, {}).items()))
        for name, test in asked
    )


_TABLES: tuple[tuple[Row, ...], ...] = (
    *(
        _table(WEIGHTS, (*OWN, *AROUND, *(BEFORE_SHORT if before else ()), *(AFTER_SHORT if after else ())))
        for before in (False, True)
        for after in (False, True)
    ),
    _table(WEIGHTS, [row for row in EVERYTHING if row[0] in _FOR_PROSE]),
    _table(WEIGHTS, [row for row in EVERYTHING if row[0] in _FOR_LONG_PROSE]),
)
"""For short lines by their neighbours, for prose, and for prose too long for a caption."""


def _table_for(view: View) -> int:
    size = view.here.size
    if size > LONGEST_HEADLINE:
        caption = size <= LONGEST_CAPTION and (view.here.line.gap > 1 or may_show_picture(view.here.text))
        return 4 if caption else 5
    return 2 * bool(view.after and view.after.headline) + bool(view.before and view.before.headline)


def found(view: View) -> list[tuple[str, float]]:
    """Return every piece of evidence that the line holds, with its amount."""
    return [(name, amount) for name, test, _ in _TABLES[_table_for(view)] if (amount := test(view))]


def size_class(size: int) -> int:
    """Return the index of a size among ``SIZES``; one and two beyond for prose and long prose."""
    if size > LONGEST_HEADLINE:
        return len(SIZES) + (size > LONGEST_CAPTION)
    return next(i for i, top in enumerate(SIZES) if size <= top)


def possible(view: View) -> frozenset[Role]:
    """Return the roles that the line's form allows at all."""
    jump = view.here.jump
    if jump is not None:
        return frozenset((R.JUMP_TO if jump[0] == "to" else R.JUMP_FROM, R.BODY))
    gates = frozenset(name for name, _ in found(view) if name in _GATES)
    return frozenset(_bases(size_class(view.here.size), view.noted, view.noticed, gates))


@lru_cache(maxsize=1024)
def _bases(size: int, noted: bool, noticed: bool, gates: frozenset[str]) -> dict[Role, float]:  # noqa: FBT001
    """Return the roles that a line of a size class may have and what the size alone says for each."""
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
    if not short:
        return {role: WEIGHTS.prose.get(role, 0.0) for role in roles}
    return {role: WEIGHTS.sizes[role][size] if role in WEIGHTS.sizes else 0.0 for role in roles}


_COLUMN_CLASS = 2
"""The largest size class of a section's name."""


def weigh(view: View) -> dict[Role, float]:
    """Return for each role that the line could have, in nats, what speaks for it."""
    said = _SILENCE.copy()
    gates: list[str] = []
    for name, test, speaks in _TABLES[_table_for(view)]:
        amount = test(view)
        if amount:
            if name in _GATES:
                gates.append(name)
            for place, nats in speaks:
                said[place] += amount * nats
    if view.here.jump is not None:
        bases = dict.fromkeys(possible(view), 0.0)
    else:
        bases = _bases(size_class(view.here.size), view.noted, view.noticed, frozenset(gates))
    return {role: nats + said[_PLACE_OF[role]] for role, nats in bases.items()}


def _speakers(rows: tuple[Row, ...]) -> dict[Role, tuple[tuple[float, str, Test], ...]]:
    """Return for each role who speaks for it, the loudest first."""
    out: dict[Role, list[tuple[float, str, Test]]] = {}
    for name, test, speaks in rows:
        for place, weight in speaks:
            if weight > 0:
                out.setdefault(_ROLES[place], []).append((weight, name, test))
    return {role: tuple(sorted(found, key=lambda row: -row[0])) for role, found in out.items()}


_SPEAKERS = tuple(map(_speakers, _TABLES))


def loudest(view: View, role: Role) -> str:
    """Return the name of the evidence that spoke loudest for ``role``; ``size`` when none did."""
    best, name = 0.0, "size"
    for weight, row_name, test in _SPEAKERS[_table_for(view)].get(role, ()):
        if weight <= best:
            break
        amount = test(view)
        if amount and amount * weight > best:
            best, name = amount * weight, row_name
    return name
