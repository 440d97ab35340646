"""Which role may follow which: the grammar of a newspaper page.

A page is articles, one after another, each with the parts

    column? kicker* title* subtitle* (author | lead | jump_from)* (body | cont | heading |
    caption | credit)* author* jump_to?

and with what stands out of order: photographs between the lines, a headline that comes
after the body's first lines.  A state is a role in a place of the page; what it costs to
go from one to the next is said here by name; ``prices.py`` has the price, in nats.
"""

from __future__ import annotations

from kaifaqu_archive.model import Role

from .states import ASIDES, BODIES, HEADLINE, PICTURE, TRACKED, Place, State

R = Role

Names = tuple[str, ...] | None
"""What a step costs, by name; None for a step that cannot be."""

FREE: tuple[str, ...] = ()

_HEADLINE_ORDER = frozenset(
    (
        (R.KICKER, R.KICKER),
        (R.KICKER, R.TITLE),
        (R.TITLE, R.TITLE),
        (R.TITLE, R.SUBTITLE),
        (R.SUBTITLE, R.SUBTITLE),
        (R.TITLE, R.AUTHOR),
        (R.SUBTITLE, R.AUTHOR),
        (R.AUTHOR, R.AUTHOR),
        (R.LEAD, R.AUTHOR),
        (R.TITLE, R.LEAD),
        (R.SUBTITLE, R.LEAD),
        (R.AUTHOR, R.LEAD),
        (R.LEAD, R.LEAD),
        (R.TITLE, R.CAPTION),
        (R.SUBTITLE, R.CAPTION),
        (R.AUTHOR, R.CAPTION),
        (R.LEAD, R.CAPTION),
        (R.CAPTION, R.CAPTION),
        (R.CREDIT, R.CAPTION),
        (R.CAPTION, R.CREDIT),
        (R.CREDIT, R.CREDIT),
        (R.TITLE, R.CREDIT),
        (R.CAPTION, R.AUTHOR),
        (R.CREDIT, R.AUTHOR),
        (R.CREDIT, R.LEAD),
        (R.CAPTION, R.LEAD),
        (R.TITLE, R.JUMP_FROM),
        (R.SUBTITLE, R.JUMP_FROM),
        (R.AUTHOR, R.JUMP_FROM),
        (R.JUMP_FROM, R.TITLE),
        (R.JUMP_FROM, R.KICKER),
        (R.JUMP_FROM, R.AUTHOR),
    )
)
"""Within a headline, from the top: what each role may be followed by."""
_BEFORE_BODY = (R.TITLE, R.SUBTITLE, R.AUTHOR, R.LEAD, R.CAPTION, R.CREDIT, R.KICKER, R.JUMP_FROM)

PLAIN, DATED = 0, 1
"""Two grammars: for a line without, and one with, a dateline."""


def _carries(a: State, b: State) -> bool:
    return a.place is b.place and a.open is b.open and not b.begins


def _leave(a: State) -> tuple[str, ...]:
    """What it costs that the article around ``a`` ends behind it."""
    if a.role is R.JUMP_FROM and a.begins and a.place is not Place.HEAD:
        return ("a jump stands alone",)
    if a.place is Place.BARE:
        return ("a body ends without a headline",)
    if a.place is Place.HEAD:
        # A photograph with its title is complete without a body.
        return ("a photograph has no body",) if a.role in PICTURE else ("a headline has no body",)
    unfinished = a.place is Place.LATE or (a.place is Place.BRIEFS and a.role in (R.TITLE, R.HEADING))
    return ("a headline has no body",) if unfinished else FREE


def _begin(a: State, b: State) -> Names:
    """An article begins with ``b`` after ``a``."""
    inside = a.place in (*BODIES, Place.BRIEFS) and a.role is not R.AUTHOR
    cost = _leave(a)
    if b.role in (R.KICKER, R.TITLE, R.LEAD, R.NOTICE):
        if inside:
            cost += ("a headline cuts a sentence off",) if a.open else ("a headline follows an unsigned body",)
        if b.role is R.LEAD:
            cost += ("an article begins with a note",)
        if b.place is Place.BRIEFS:
            cost += ("a block of briefs",)
        return (*cost, "a notice begins") if b.role is R.NOTICE else cost
    if b.role is R.JUMP_FROM:
        return cost
    if b.role in PICTURE:
        return cost + (("a photograph of its own inside a body",) if inside else ("a photograph of its own",))
    if inside:
        cost += ("a body begins inside another",) + (("a paragraph after a broken sentence",) if a.open else FREE)
    else:
        cost += ("a body follows its section's name",) if a.role is R.COLUMN else ("a body begins without a headline",)
    return (*cost, "a bare body begins with a subheading") if b.role is R.HEADING else cost


def _out(a: State, b: State) -> Names:  # noqa: PLR0911  a case for every pair of roles
    """``b`` stands between articles, or closes the one around ``a``."""
    if b.role is R.AUTHOR:
        if a.place in (*BODIES, Place.BRIEFS):
            return ("an author after a broken sentence",) if a.open else ("an author closes the article",)
        if a.place is Place.OUT and a.role in (R.AUTHOR, R.DUP, R.JUMP_TO, *PICTURE):
            return ("another author line",)
        # A photograph's own author line; else a line that strayed from its article.
        return ("another author line",) if a.role in PICTURE else ("an author stands alone",)
    if b.role is R.JUMP_TO:
        inside = a.place in (*BODIES, Place.HEAD)
        return ("a jump closes the article",) if inside else ("a jump stands alone",)
    if b.role in PICTURE:
        if a.place is not Place.OUT:
            return None
        return FREE if a.role is R.CAPTION else ("another credit",)
    cost = _leave(a) if a.place is not Place.OUT else FREE
    if a.place in BODIES and a.open:
        cost += ("an author after a broken sentence",)
    return (*cost, {R.COLUMN: "a section's name", R.DUP: "furniture or a repeat inside"}.get(b.role, "furniture"))


def _into_body(a: State, b: State) -> Names:
    """From a headline into its body."""
    if b.place not in (Place.BODY, Place.WIRE) or a.role not in _BEFORE_BODY:
        return None
    if a.role is R.JUMP_FROM and a.begins:
        return None  # An article without a headline is in its body from the note on.
    if b.role is R.BODY:
        return (f"body after {a.role}",)
    if b.place is Place.BODY and b.role is R.CONT and a.role is R.JUMP_FROM:
        return ("a sentence goes on behind a jump",)
    heads = b.place is Place.BODY and b.role is R.HEADING and not b.open and a.role is not R.KICKER
    return (f"subheading after {a.role}",) if heads else None


def _in_body(a: State, b: State) -> Names:  # noqa: PLR0911  a case for every pair of roles
    """Going on inside one body."""
    if not (b.place is Place.BODY if a.place is Place.LATE else a.place is b.place):
        return None
    if b.role is R.BODY:
        return ("a paragraph after a broken sentence",) if a.open else ("the next paragraph",)
    if b.role is R.CONT:
        if a.role in (R.HEADING, R.JUMP_FROM) and not a.open:
            return None
        if a.role is R.JUMP_FROM:
            return ("a sentence goes on behind a jump",)
        return FREE if a.open else ("the rest of a paragraph after a full stop",)
    if a.open is not b.open:
        return None
    if b.role is R.HEADING:
        if a.role is R.JUMP_FROM:
            return ("a bare body begins with a subheading",)
        again = ("another subheading",) if a.role is R.HEADING else FREE
        again += ("a subheading in a report",) if a.place is Place.WIRE else FREE
        return again + (("a subheading after a broken sentence",) if a.open else ("a subheading",))
    if b.role is R.CREDIT and a.role is R.CAPTION:
        return FREE
    names = {R.AUTHOR: "an author inside a body", R.CREDIT: "a credit without a caption", R.CAPTION: "a photograph"}
    return (names[b.role],)


def _in_briefs(a: State, b: State) -> Names:  # noqa: PLR0911  a case for every pair of roles
    """Items under one standing name: each a heading, a body, perhaps an author."""
    if b.place is not Place.BRIEFS:
        return None
    if a.place is not Place.BRIEFS:
        return None
    if a.role is R.TITLE:
        return FREE if b.role is R.HEADING else None
    if a.role is R.HEADING:
        names = {R.BODY: ("a brief without a dateline",), R.HEADING: ("another subheading",)}
        return names.get(b.role)
    if b.role in (R.HEADING, R.AUTHOR):
        return None if a.open or a.role is R.AUTHOR is b.role else ("the next brief",)
    if a.role is R.AUTHOR:
        return None
    if b.role is R.BODY:
        return ("a paragraph after a broken sentence",) if a.open else ("the next paragraph",)
    return FREE if a.open else ("the rest of a paragraph after a full stop",)


def _late(a: State, b: State) -> Names:
    """A headline comes home late."""
    if a.open is not b.open:
        return None
    if a.place is Place.BARE and a.role is not R.AUTHOR:
        if b.role not in (R.KICKER, R.TITLE):
            return None
        return ("a late headline inside a sentence",) if a.open else ("a late headline",)
    fits = a.place is Place.LATE and (a.role, b.role) in _HEADLINE_ORDER
    return (f"{b.role} after {a.role}",) if fits else None


def step(a: State, b: State) -> Names:  # noqa: C901, PLR0911  a case for every pair of places
    """Return what going from ``a`` to ``b`` costs, by name; None where it cannot be."""
    if a.place is Place.NOTICE and not b.begins:
        if b.place is Place.NOTICE:
            return ("a notice goes on",)
        return _out(a, b) if b.place is Place.OUT and b.role not in (R.AUTHOR, *PICTURE) else None
    if b.begins:
        return _begin(a, b)
    if b.place is Place.OUT:
        return _out(a, b)
    if b.place is Place.NOTICE:
        return None
    if Place.BRIEFS in (a.place, b.place):
        return _in_briefs(a, b)
    if a.place is Place.OUT:
        return None
    if b.role in ASIDES:
        return ("furniture or a repeat inside",) if _carries(a, b) else None
    if b.place is Place.HEAD:
        if a.place is not Place.HEAD:
            return None
        if a.role in ASIDES:
            return ("furniture or a repeat inside",)
        return (f"{b.role} after {a.role}",) if (a.role, b.role) in _HEADLINE_ORDER else None
    if b.place is Place.LATE:
        return _late(a, b)
    return _into_body(a, b) if a.place is Place.HEAD else _in_body(a, b)


def dated(a: State, b: State) -> tuple[str, ...]:
    """Return what a dateline on ``b``'s line adds, by name."""
    if b.role is R.CONT:
        return ("a dateline inside a paragraph",)
    if b.role is not R.BODY:
        return FREE
    if a.place is Place.HEAD or b.begins:
        return ("a dateline begins the body",)
    if a.place is Place.LATE:
        return ("a dateline behind a late headline",)
    if a.role is R.HEADING:
        return ("a dateline begins a brief",) if a.place is Place.BRIEFS else ("a dateline after a subheading",)
    return ("a dateline inside a body",)


def unnamed(b: State) -> tuple[str, ...]:
    """Return what a line costs, by name, that heads no notice and yet begins one as ``b``."""
    return ("a notice without its name",) if b.role is R.NOTICE and b.begins else FREE


def signed(a: State, b: State) -> tuple[str, ...]:
    """Return what it costs, by name, to go on with ``b`` behind a line that ends with its writer's name."""
    if a.place not in BODIES or a.role not in (R.BODY, R.CONT):
        return FREE
    if b.begins:
        return ("an article begins behind a signed body",)
    return ("a signed body goes on",) if b.place is a.place and b.role in (R.BODY, R.CONT, R.HEADING) else FREE


def wrong_body(a: State, b: State, kind: int) -> bool:
    """A dateline leads from the headline into a report; prose without one into a body."""
    enters = a.place is Place.HEAD and b.role is R.BODY and not b.begins
    return enters and b.place is not (Place.WIRE if kind == DATED else Place.BODY)


def named_after(a: State, b: State, *, dated_line: bool, behind_signed: bool) -> bool:
    """Whether the article around ``b`` has named its writer when ``b`` has been read."""
    if b.place not in TRACKED:
        return False
    if b.begins:
        return b.role is R.JUMP_FROM or (b.place is Place.BARE and dated_line and b.role is R.BODY)
    if b.role in (R.AUTHOR, R.JUMP_FROM) or b.place is Place.WIRE or (dated_line and b.role in (R.BODY, R.CONT)):
        return True
    return a.named or (behind_signed and a.place in BODIES)


def nameless(a: State, b: State) -> tuple[str, ...]:
    """Return what it costs, by name, that an article ends before ``b`` which has not said who wrote it."""
    leaves = b.begins or (b.place is Place.OUT and b.role not in (R.AUTHOR, R.JUMP_TO))
    return nameless_end(a) if leaves else FREE


def nameless_end(state: State) -> tuple[str, ...]:
    """Return the same where the page ends."""
    return ("an article without a name",) if state.place is Place.BODY and not state.named else FREE


LOOSE, APART, CLOSE, TIGHT, ONE = range(5)
"""How the lines of a headline meet: anywhere, at a pause, perhaps in mid-phrase, probably, surely."""
_IN_MID_PHRASE = {APART: "hardly", CLOSE: "perhaps", TIGHT: "probably", ONE: "surely"}


def met(a: State, b: State, joint: int) -> tuple[str, ...]:
    """Return what a break in mid-phrase between two lines of a headline is worth, by name."""
    if joint == LOOSE or a.role not in HEADLINE or b.role not in HEADLINE or b.begins:
        return FREE
    how = _IN_MID_PHRASE[joint]
    return (
        (f"one part of a headline goes on, {how}",)
        if a.role is b.role
        else (f"a headline is cut in mid-phrase, {how}",)
    )


BEHIND, ALONE = 1, 2
"""Where a section's name stands in brackets: at the end of the line before, alone on the line."""


def rubric(a: State, b: State, where: int) -> tuple[str, ...]:
    """Return what a section's name in brackets says of a headline's lines, by name: it stands behind the title."""
    if b.begins or b.place is not a.place:
        return FREE
    if a.role is R.KICKER and where == BEHIND:
        return ("a kicker ends with a section's name",)
    if a.role is not R.TITLE or b.role is not R.TITLE:
        return FREE
    names = {BEHIND: "a title goes on behind its section's name", ALONE: "a section's name in brackets ends the title"}
    return (names[where],) if where in names else FREE


PAGE_TOP = State(R.NOISE, Place.OUT, open=False)
"""Where a page begins: between articles."""


def start(b: State) -> Names:
    """Return what it costs, by name, that the page begins with ``b``; None where it cannot."""
    if not b.begins and not (b.place is Place.OUT and b.role in (R.COLUMN, R.JUMP_TO, R.AUTHOR, *ASIDES)):
        return None
    cost = step(PAGE_TOP, b)
    # The page may open in the middle of a column.
    return (*cost, "a page opens with a body") if cost is not None and b.begins and b.role is R.BODY else cost


def end(state: State) -> tuple[str, ...]:
    """Return what it costs, by name, that the page ends in ``state``."""
    broken = state.open and state.role in (R.BODY, R.CONT)
    return (
        *_leave(state),
        *(("a page ends with a kicker",) if state.role is R.KICKER else FREE),
        *(("a page ends inside a sentence",) if broken else FREE),
    )
