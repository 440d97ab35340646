"""What speaks for which role of a line: a table of named functions.

Every piece of evidence looks at one line and its neighbours and answers with how much of
it is there (mostly 0 or 1).  The table says, in nats, for and against which roles that
speaks.  The size of a line comes first; the grammar weighs the sum against what stands
around it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..model import Role
from . import shape as look
from .shape import LONGEST_HEADLINE, Shape

R = Role

FLOOR = -30.0
"""Nats; a role that a line cannot have."""


@dataclass(slots=True)
class View:
    """A line among its neighbours; filled in once per line, thrown away with the page."""

    here: Shape
    before: Shape | None
    after: Shape | None
    words: frozenset[str] | None
    """Pairs of characters printed in the page's prose, where some line asks for them."""
    parallel: bool = False
    """Built like another short line of the page."""
    kinship: float | None = None
    """How much the prose before and behind share, where that was asked."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named piece of evidence and the roles it speaks for."""

    name: str
    test: Callable[[View], float]
    speaks: tuple[tuple[Role, float], ...]


# --- size ---------------------------------------------------------------------------

_SIZES = (4, 8, 14, 22, 32, 45, LONGEST_HEADLINE)
_BY_SIZE: dict[Role, tuple[float, ...]] = {
    R.KICKER: (-5.0, -1.6, -0.8, -0.5, -0.8, -1.4, -3.5),
    R.TITLE: (-1.6, -0.3, 0.0, 0.0, -0.4, -1.7, -4.0),
    R.SUBTITLE: (-6.0, -2.5, -1.1, -0.7, -0.9, -1.8, -3.5),
    R.HEADING: (-2.0, -0.5, 0.0, -0.3, -0.9, -2.2, -4.5),
    R.BODY: (-4.5, -3.2, -2.6, -2.0, -1.1, -0.4, 0.0),
    R.CONT: (-2.2, -2.0, -1.8, -1.6, -1.2, -0.5, -0.2),
    R.LEAD: (-5.0, -5.0, -5.0, -4.5, -4.0, -4.0, -4.0),
    R.CAPTION: (-7.0, -5.0, -3.0, -2.6, -2.4, -2.2, -2.2),
    R.COLUMN: (-3.5, -4.0, -6.5, -9.0, FLOOR, FLOOR, FLOOR),
    R.NOTICE: (-3.0, -2.5, -2.0, -1.5, -1.5, -1.5, -1.5),
    R.NOISE: (-7.0, -8.0, -9.0, -9.0, -9.0, -9.0, -9.0),
}
_LONG: tuple[tuple[Role, float], ...] = ((R.BODY, 0.0), (R.CONT, -0.3), (R.LEAD, -4.5), (R.CAPTION, -4.0), (R.NOTICE, -3.0))
_VERY_LONG: tuple[tuple[Role, float], ...] = ((R.BODY, 0.0), (R.CONT, -0.3), (R.LEAD, -6.0))
_LONGEST_CAPTION = 180
"""Characters; the longest on the known pages has 98."""


def _size_scores(size: int) -> dict[Role, float]:
    if size > LONGEST_HEADLINE:
        return dict(_LONG if size <= _LONGEST_CAPTION else _VERY_LONG)
    bucket = next(i for i, top in enumerate(_SIZES) if size <= top)
    return {role: row[bucket] for role, row in _BY_SIZE.items() if row[bucket] > FLOOR}


# --- the tests ----------------------------------------------------------------------


def _complete(v: View) -> float:
    return v.here.complete


def _full_stop(v: View) -> float:
    return v.here.text.rstrip("”’」』)） ")[-1:] == "。"


def _several_sentences(v: View) -> float:
    return v.here.stops >= 2  # noqa: PLR2004  two sentences are no headline


def _asks_or_calls(v: View) -> float:
    return v.here.text[-1] in "？！?!"


def _comma_end(v: View) -> float:
    return v.here.text[-1] in "，、,；;"


def _colon_end(v: View) -> float:
    return v.here.text[-1] in ":："


def _dash_end(v: View) -> float:
    return v.here.text.endswith(("——", "—", "--", "－－"))


def _ellipsis_end(v: View) -> float:
    return v.here.text.endswith(("……", "…"))


def _dash_start(v: View) -> float:
    return v.here.text.startswith(("——", "—", "--", "－－"))


def _dash_inside(v: View) -> float:
    return "——" in v.here.text[2:-2]


def _starts_inside(v: View) -> float:
    return v.here.text[0] in "，。、；：！？”’」』）》,.;:!?)]%"


def _unopened(v: View) -> float:
    return v.here.unopened


def _unclosed(v: View) -> float:
    return v.here.unclosed


def _closes_the_last(v: View) -> float:
    return bool(v.here.unopened and v.before and v.before.unclosed)


def _broken_bracket(v: View) -> float:
    return bool(v.here.unclosed and v.after and v.after.unopened and v.after.short)


def _comma_inside(v: View) -> float:
    return "，" in v.here.text or "," in v.here.text


def _spaced(v: View) -> float:
    return " " in v.here.text or "\u3000" in v.here.text


def _person_credit(v: View) -> float:
    return bool(v.here.credits) and all(c.role not in ("摄影", "供图") for c in v.here.credits)


def _marked_credit(v: View) -> float:
    """A byline that says so: by a role, a mark, or a space inside a name."""
    text = v.here.text
    return _person_credit(v) and (
        text[0] in "■□●◆▲（(" or " " in text or "\u3000" in text or any(c.role != "作者" for c in v.here.credits)
    )


def _photo_credit(v: View) -> float:
    return bool(v.here.credits) and any(c.role in ("摄影", "供图") for c in v.here.credits)


def _author_note(v: View) -> float:
    return v.here.short and look.is_author_note(v.here.text)


def _wire_note(v: View) -> float:
    return v.here.short and look.is_wire_note(v.here.text)


def _caption_with_credit(v: View) -> float:
    return v.here.size <= _LONGEST_CAPTION and look.caption_credit(v.here.text) is not None and not v.here.credits


def _credit_follows(v: View) -> float:
    after = v.after
    return bool(after and after.credits and any(c.role in ("摄影", "供图") for c in after.credits))


def _pictured(v: View) -> float:
    return v.here.size <= _LONGEST_CAPTION and look.is_pictured(v.here.text)


def _dated_scene(v: View) -> float:
    return v.here.size <= _LONGEST_CAPTION and look.is_dated_scene(v.here.text)


def _picture_gap(v: View) -> float:
    return bool(v.before) and v.here.line.gap >= 2  # noqa: PLR2004  one blank line is the rule


def _one_sentence_under_gap(v: View) -> float:
    return bool(_picture_gap(v) and v.here.complete and v.here.stops == 1 and v.here.size <= _LONGEST_CAPTION)


def _section_name(v: View) -> float:
    return v.here.size <= 8 and look.is_section_name(v.here.text)  # noqa: PLR2004


def _section_sound(v: View) -> float:
    return v.here.size <= 8 and look.sounds_like_section(v.here.text)  # noqa: PLR2004


def _furniture(v: View) -> float:
    return v.here.short and look.is_furniture(v.here.text)


def _notice_title(v: View) -> float:
    return v.here.short and look.is_notice_title(v.here.text)


def _lead_opening(v: View) -> float:
    return look.opens_lead(v.here.text)


def _follows_lead_opening(v: View) -> float:
    return bool(v.before and v.before.size <= 14 and look.opens_lead(v.before.text))  # noqa: PLR2004


def _item_opening(v: View) -> float:
    return look.opens_item(v.here.text)


def _kicker_end(v: View) -> float:
    return look.ends_like_kicker(v.here.text)


def _place_like(v: View) -> float:
    return look.is_place_like(v.here.text)


def _speaker(v: View) -> float:
    """A turn of a conversation: ``记者：…``, ``张振涛：…``."""
    cut = v.here.text[:6].replace(":", "：").find("：")
    return 2 <= cut <= 4  # noqa: PLR2004


def _byline_follows(v: View) -> float:
    after = v.after
    return bool(after and after.credits and all(c.role not in ("摄影", "供图") for c in after.credits))


def _dateline_follows(v: View) -> float:
    return bool(v.after and v.after.dateline)


def _prose_follows(v: View) -> float:
    return bool(v.after and not v.after.short and not v.after.dateline)


def _dash_line_follows(v: View) -> float:
    return bool(v.after and v.after.short and v.after.text.startswith(("——", "—")))


def _short_follows(v: View) -> float:
    return bool(v.after and v.after.short and not v.after.complete and not v.after.credits and not v.after.jump)


def _longer_than_next(v: View) -> float:
    return bool(_short_follows(v) and v.after and v.here.size > v.after.size + 2 and not v.after.unopened)


def _shorter_than_last(v: View) -> float:
    before = v.before
    return bool(before and before.short and not before.complete and not before.credits and before.size > v.here.size + 2)


def _even_with_next(v: View) -> float:
    return bool(_short_follows(v) and v.after and v.here.size == v.after.size and v.here.size <= 12)  # noqa: PLR2004


def _even_with_last(v: View) -> float:
    before = v.before
    return bool(
        before and before.short and not before.complete and not before.credits and before.size == v.here.size <= 12  # noqa: PLR2004
    )


def _word_goes_on(v: View) -> float:
    """The last character and the next line's first stand together elsewhere on the page."""
    return bool(_short_follows(v) and v.after and v.words and v.here.text[-1] + v.after.text[0] in v.words)


def _word_goes_back(v: View) -> float:
    before = v.before
    return bool(
        before and before.short and not before.complete and not before.credits and v.words
        and before.text[-1] + v.here.text[0] in v.words
    )


def _parallel(v: View) -> float:
    return v.parallel


def _kin(v: View) -> float:
    """The prose before and behind is about the same things."""
    return 0.0 if v.kinship is None else min(1.0, max(0.0, (v.kinship - _KIN_EVEN) / _KIN_RANGE))


def _strange(v: View) -> float:
    """The prose before and behind has hardly a word in common."""
    return 0.0 if v.kinship is None else min(1.0, max(0.0, (_KIN_EVEN - v.kinship) / _KIN_RANGE))


_KIN_EVEN = 0.14
"""Kinship at which a subheading and a new headline are equally likely (150 short lines of two papers)."""
_KIN_RANGE = 0.1


def _jump_note(v: View) -> float:
    return v.here.jump is not None


def _page_top(v: View) -> float:
    return v.before is None


EVIDENCE: tuple[Evidence, ...] = (
    Evidence("ends with a full stop", _full_stop, (
        (R.BODY, 2.5), (R.CONT, 2.0), (R.CAPTION, 1.5), (R.LEAD, 1.0), (R.NOTICE, 0.5),
        (R.TITLE, -5.0), (R.KICKER, -5.0), (R.SUBTITLE, -5.0), (R.HEADING, -4.0), (R.COLUMN, -5.0),
    )),
    Evidence("holds several sentences", _several_sentences, (
        (R.TITLE, -3.0), (R.KICKER, -3.0), (R.SUBTITLE, -3.0), (R.HEADING, -3.0), (R.CAPTION, -0.8), (R.BODY, 0.5),
    )),
    Evidence("ends with a question or a call", _asks_or_calls, ((R.BODY, 1.0), (R.CONT, 0.5), (R.KICKER, -1.0))),
    Evidence("ends with a comma", _comma_end, (
        (R.BODY, 1.5), (R.CONT, 1.0), (R.TITLE, -1.0), (R.KICKER, -1.5), (R.HEADING, -3.0), (R.SUBTITLE, -1.5), (R.CAPTION, -2.0),
    )),
    Evidence("ends with a colon", _colon_end, ((R.BODY, 1.0), (R.KICKER, 0.8), (R.TITLE, -2.5), (R.SUBTITLE, -2.0), (R.HEADING, 0.3))),
    Evidence("ends with a dash", _dash_end, ((R.KICKER, 4.5), (R.TITLE, -2.0), (R.BODY, -1.0), (R.SUBTITLE, -2.0))),
    Evidence("trails off", _ellipsis_end, ((R.KICKER, 0.8), (R.TITLE, -0.5))),
    Evidence("begins with a dash", _dash_start, (
        (R.SUBTITLE, 5.0), (R.TITLE, -3.0), (R.KICKER, -5.0), (R.HEADING, -0.8), (R.CONT, 0.5),
    )),
    Evidence("a dash between two phrases", _dash_inside, ((R.TITLE, 1.0), (R.HEADING, 0.5), (R.KICKER, -0.5))),
    Evidence("begins inside a sentence", _starts_inside, (
        (R.CONT, 7.0), (R.BODY, -3.0), (R.TITLE, -3.0), (R.KICKER, -4.0), (R.HEADING, -4.0), (R.SUBTITLE, -3.0), (R.CAPTION, -3.0),
    )),
    Evidence("closes what it did not open", _unopened, (
        (R.CONT, 2.0), (R.KICKER, -2.5), (R.HEADING, -2.0), (R.SUBTITLE, -0.7), (R.BODY, -0.5), (R.CAPTION, -1.5),
    )),
    Evidence("leaves a bracket open", _unclosed, ((R.KICKER, -2.0), (R.HEADING, -2.0), (R.SUBTITLE, -0.7))),
    Evidence("closes the last line's bracket", _closes_the_last, ((R.CONT, 1.5), (R.TITLE, 2.5))),
    Evidence("its bracket closes on the next line", _broken_bracket, ((R.TITLE, 3.0),)),
    Evidence("a comma inside", _comma_inside, ((R.KICKER, 0.5), (R.SUBTITLE, 0.3), (R.HEADING, -0.2), (R.BODY, 0.3))),
    Evidence("a space inside", _spaced, ((R.TITLE, 0.4), (R.HEADING, 0.3), (R.BODY, -0.8), (R.CONT, -0.5))),
    Evidence("is a name", _person_credit, (
        (R.AUTHOR, 3.2 + 30.0), (R.TITLE, -1.0), (R.HEADING, -1.5), (R.KICKER, -2.0), (R.BODY, -1.0), (R.COLUMN, -1.0),
    )),
    Evidence("is a byline", _marked_credit, ((R.AUTHOR, 4.0), (R.TITLE, -3.0), (R.HEADING, -3.0), (R.CONT, -1.0))),
    Evidence("is a photo credit", _photo_credit, (
        (R.CREDIT, 7.0 + 30.0), (R.AUTHOR, 2.0 + 30.0), (R.TITLE, -4.0), (R.HEADING, -4.0), (R.BODY, -3.0), (R.CONT, -2.0),
    )),
    Evidence("says who the author is", _author_note, ((R.AUTHOR, 8.0 + 30.0), (R.BODY, 2.0), (R.TITLE, -3.0), (R.HEADING, -3.0))),
    Evidence("is a wire note", _wire_note, ((R.BODY, 5.0), (R.TITLE, -4.0), (R.HEADING, -4.0), (R.KICKER, -4.0), (R.CONT, -1.0))),
    Evidence("ends with a photo credit", _caption_with_credit, (
        (R.CAPTION, 8.0), (R.BODY, -2.0), (R.CONT, -2.0), (R.TITLE, -3.0), (R.HEADING, -3.0), (R.KICKER, -3.0), (R.SUBTITLE, -3.0),
    )),
    Evidence("a photo credit follows", _credit_follows, ((R.CAPTION, 5.5), (R.BODY, -0.5), (R.HEADING, -1.0))),
    Evidence("speaks of a picture", _pictured, ((R.CAPTION, 3.0), (R.HEADING, -1.0), (R.TITLE, -1.0))),
    Evidence("opens with a day", _dated_scene, ((R.CAPTION, 0.7), (R.BODY, 0.7), (R.TITLE, -1.0), (R.HEADING, -1.0))),
    Evidence("stands under a picture", _picture_gap, ((R.CAPTION, 1.5), (R.CONT, -0.3))),
    Evidence("one sentence under a picture", _one_sentence_under_gap, ((R.CAPTION, 2.0),)),
    Evidence("is a section's name", _section_name, ((R.COLUMN, 5.5), (R.HEADING, -1.0), (R.KICKER, -1.0))),
    Evidence("sounds like a section's name", _section_sound, ((R.COLUMN, 3.0), (R.KICKER, -0.5))),
    Evidence("is furniture", _furniture, (
        (R.NOISE, 13.0), (R.TITLE, -3.0), (R.HEADING, -3.0), (R.BODY, -3.0), (R.CONT, -3.0), (R.AUTHOR, -2.0), (R.KICKER, -3.0),
    )),
    Evidence("heads a notice", _notice_title, ((R.NOTICE, 7.0), (R.HEADING, -1.0))),
    Evidence("opens an editor's note", _lead_opening, ((R.LEAD, 8.0), (R.HEADING, -1.0), (R.TITLE, -2.0))),
    Evidence("follows the words that open a note", _follows_lead_opening, ((R.LEAD, 5.5),)),
    Evidence("opens a member of a list", _item_opening, ((R.BODY, 0.8), (R.HEADING, 0.5), (R.TITLE, -1.0), (R.CONT, -1.0), (R.KICKER, -1.0))),
    Evidence("ends as kickers do", _kicker_end, ((R.KICKER, 1.5), (R.TITLE, -0.5), (R.HEADING, -0.5))),
    Evidence("names a place or an institution", _place_like, ((R.KICKER, 1.8), (R.HEADING, -0.8), (R.COLUMN, -2.0), (R.SUBTITLE, -0.8))),
    Evidence("a speaker's turn", _speaker, ((R.BODY, 2.0), (R.CONT, -1.5), (R.TITLE, -0.5))),
    Evidence("a byline follows", _byline_follows, ((R.TITLE, 1.8), (R.SUBTITLE, 1.2), (R.HEADING, -3.0), (R.KICKER, -1.0), (R.COLUMN, -1.0))),
    Evidence("a dateline follows", _dateline_follows, ((R.TITLE, 1.0), (R.SUBTITLE, 0.5), (R.KICKER, -1.5))),
    Evidence("prose follows", _prose_follows, ((R.HEADING, 0.7), (R.KICKER, -2.0), (R.COLUMN, -0.5))),
    Evidence("a line with a dash follows", _dash_line_follows, ((R.TITLE, 2.0), (R.KICKER, -2.0), (R.HEADING, -0.5))),
    Evidence("another short line follows", _short_follows, ((R.KICKER, 0.5), (R.TITLE, 0.3), (R.HEADING, -1.0))),
    Evidence("longer than the next short line", _longer_than_next, ((R.KICKER, 0.8),)),
    Evidence("shorter than the last short line", _shorter_than_last, ((R.TITLE, 0.5),)),
    Evidence("as long as the next", _even_with_next, ((R.TITLE, 1.8),)),
    Evidence("as long as the last", _even_with_last, ((R.TITLE, 1.0),)),
    Evidence("a word goes on in the next line", _word_goes_on, ((R.TITLE, 1.5), (R.KICKER, -1.0), (R.CONT, 0.3))),
    Evidence("a word goes on from the last line", _word_goes_back, ((R.TITLE, 1.0), (R.CONT, 0.5))),
    Evidence("built like other short lines", _parallel, ((R.HEADING, 2.0), (R.TITLE, -0.5))),
    Evidence("the prose around is of one piece", _kin, ((R.HEADING, 2.0), (R.TITLE, -1.0))),
    Evidence("the prose around has nothing in common", _strange, ((R.TITLE, 1.2), (R.HEADING, -1.5))),
    Evidence("is a jump note", _jump_note, ((R.JUMP_TO, 30.0), (R.JUMP_FROM, 30.0))),
)
_BY_NAME = {e.name: e for e in EVIDENCE}
_LONG_EVIDENCE = tuple(_BY_NAME[name] for name in (
    "begins inside a sentence", "ends with a photo credit", "a photo credit follows", "speaks of a picture", "opens with a day",
    "stands under a picture", "one sentence under a picture", "opens an editor's note", "follows the words that open a note",
    "opens a member of a list", "a speaker's turn", "closes the last line's bracket", "ends with a full stop",
))
_ONLY_WITH_EVIDENCE = (R.AUTHOR, R.CREDIT, R.JUMP_TO, R.JUMP_FROM)


def weigh(view: View) -> dict[Role, float]:
    """Return for each role that the line could have, in nats, what speaks for it."""
    here = view.here
    if here.jump is not None:
        way = R.JUMP_TO if here.jump[0] == "to" else R.JUMP_FROM
        return {way: 0.0, R.BODY: -14.0}
    scores = _size_scores(here.size)
    if here.short:
        for role in _ONLY_WITH_EVIDENCE:
            scores[role] = FLOOR
        table = EVIDENCE
    else:
        table = _LONG_EVIDENCE
    for evidence in table:
        amount = evidence.test(view)
        if amount:
            for role, weight in evidence.speaks:
                if role in scores:
                    scores[role] += amount * weight
    return {role: score for role, score in scores.items() if score > FLOOR / 2}


def loudest(view: View, role: Role) -> str:
    """Return the name of the evidence that spoke loudest for ``role``; its size when none did."""
    best, name = 0.0, "size"
    for evidence in EVIDENCE if view.here.short else _LONG_EVIDENCE:
        for spoken, weight in evidence.speaks:
            if spoken is role and weight > best:
                amount = evidence.test(view)
                if amount and amount * weight > best:
                    best, name = amount * weight, evidence.name
    return name
