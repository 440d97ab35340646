"""Which role may follow which: the grammar of a newspaper page.

A page is articles, one after another, each with the parts

    column? kicker* title* subtitle* (author | lead | jump_from)* (body | cont | heading |
    caption | credit)* author* jump_to?

and with what stands out of order: photographs between the lines, a headline that comes
after the body's first lines.  A state is a role in a place of the page; what it costs to
go from one to the next is set here, in nats, from what is usual in print.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ..model import Role

R = Role


class Place(IntEnum):
    """Where in an article a line stands."""

    OUT = 0
    """Between articles."""
    HEAD = 1
    """A headline stands, no body yet."""
    BARE = 2
    """In a body that began without a headline."""
    BODY = 3
    """In a body under its headline."""
    LATE = 4
    """In a headline that comes after the first lines of its body."""
    NOTICE = 5
    """In a notice."""
    BRIEFS = 6
    """In a block of briefs under one standing name."""


@dataclass(frozen=True, slots=True)
class State:
    """A role in a place."""

    role: Role
    place: Place
    open: bool
    """Whether the article's last body line broke off inside a sentence."""
    begins: bool = False
    """Whether the line begins an article."""


IMPOSSIBLE = float("-inf")

# Within a headline, from the top: what each role is followed by.
_HEADLINE = {
    (R.KICKER, R.KICKER): -2.0,
    (R.KICKER, R.TITLE): 0.0,
    (R.TITLE, R.TITLE): -1.6,
    (R.TITLE, R.SUBTITLE): -1.2,
    (R.SUBTITLE, R.SUBTITLE): -1.2,
    (R.TITLE, R.AUTHOR): 0.0,
    (R.SUBTITLE, R.AUTHOR): 0.0,
    (R.AUTHOR, R.AUTHOR): -1.5,
    (R.LEAD, R.AUTHOR): -1.0,
    (R.TITLE, R.LEAD): -1.5,
    (R.SUBTITLE, R.LEAD): -1.5,
    (R.AUTHOR, R.LEAD): -1.5,
    (R.LEAD, R.LEAD): -0.7,
    (R.TITLE, R.CAPTION): -2.0,
    (R.SUBTITLE, R.CAPTION): -2.0,
    (R.AUTHOR, R.CAPTION): -2.0,
    (R.LEAD, R.CAPTION): -2.5,
    (R.CAPTION, R.CAPTION): -2.5,
    (R.CREDIT, R.CAPTION): -1.5,
    (R.CAPTION, R.CREDIT): 0.0,
    (R.CREDIT, R.CREDIT): -3.0,
    (R.TITLE, R.CREDIT): -3.0,
    (R.CAPTION, R.AUTHOR): -2.0,
    (R.CREDIT, R.AUTHOR): -2.0,
    (R.CREDIT, R.LEAD): -3.0,
    (R.CAPTION, R.LEAD): -3.0,
}
_TO_BODY = {
    R.TITLE: -0.3,
    R.SUBTITLE: -0.1,
    R.AUTHOR: 0.0,
    R.LEAD: -0.3,
    R.CAPTION: -0.3,
    R.CREDIT: -0.3,
    R.KICKER: -5.0,
    R.COLUMN: -1.0,
}
_TO_HEADING = {
    R.TITLE: -2.5,
    R.SUBTITLE: -2.0,
    R.AUTHOR: -1.2,
    R.LEAD: -0.7,
    R.CAPTION: -1.5,
    R.CREDIT: -1.5,
    R.COLUMN: -4.0,
}

# Costs of what is rare.  Each was set by what it must outweigh on the gold pages and then
# held against the pages of a paper that had no part in setting it.
BARE_START = -3.0
"""A body begins with no headline above it."""
BARE_START_INSIDE = -7.5
"""... and with nothing that closes the article before it."""
NEW_HEAD_IN_BODY = -2.0
"""A headline follows a body that no author line or jump closed."""
NEW_HEAD_IN_OPEN = -5.5
"""... and that broke off inside a sentence."""
LATE_HEAD = -2.2
"""A headline comes after the first lines of its body."""
LATE_HEAD_IN_OPEN = -2.7
NOTICE_START = -6.0
"""A notice begins; only its own words make that likely."""
LEAVE_BARE = -2.0
"""A body ends without ever having had a headline."""
EMPTY_HEAD = -3.5
"""A headline is followed by no body of its own."""
OPEN_TO_BODY = -4.0
"""After a line that broke off, a new paragraph."""
COMPLETE_TO_CONT = -4.5
"""After a complete sentence, the rest of a paragraph."""
OPEN_TO_CONT = 0.0
BODY_TO_BODY = -0.1
BODY_TO_HEADING = -1.6
OPEN_TO_HEADING = -5.0
BODY_TO_CAPTION = -3.0
BODY_TO_END = -1.5
OPEN_TO_END = -5.0
INTO_BRIEFS = -2.0
"""The headline names a block of briefs; its items follow."""
NEXT_BRIEF = -0.8
BRIEF_WITHOUT_DATELINE = -2.5
ASIDE = -2.5
"""Furniture or a repeated line stands between."""

PLAIN, DATED = 0, 1
"""Two grammars: for a line without, and one with, a dateline."""

_DATELINE_BEGINS = 2.5
"""A dateline speaks for the first paragraph of an article, or of an item among briefs."""
_DATELINE_INSIDE = -4.0
_DATELINE_AFTER_HEADING = -2.0

_ASIDES = (R.NOISE, R.DUP)


def _all_states() -> list[State]:
    states = [State(role, Place.OUT, False) for role in (R.AUTHOR, R.JUMP_TO, R.COLUMN, *_ASIDES, R.LEAD)]
    states += [State(role, Place.OUT, False, True) for role in (R.CAPTION, R.CREDIT)]
    states += [State(role, Place.OUT, False) for role in (R.CAPTION, R.CREDIT)]
    states += [State(role, Place.HEAD, False, True) for role in (R.KICKER, R.TITLE, R.LEAD)]
    head = (R.KICKER, R.TITLE, R.SUBTITLE, R.AUTHOR, R.LEAD, R.CAPTION, R.CREDIT, *_ASIDES)
    states += [State(role, Place.HEAD, False) for role in head]
    for place in (Place.BARE, Place.BODY):
        for is_open in (False, True):
            inside = (R.BODY, R.CONT, R.HEADING, R.CAPTION, R.CREDIT, *_ASIDES)
            states += [State(role, place, is_open) for role in inside]
            states.append(State(R.AUTHOR, place, is_open))
    states += [State(R.BODY, Place.BARE, is_open, True) for is_open in (False, True)]
    states += [State(R.HEADING, Place.BARE, False, True)]
    states += [State(R.JUMP_FROM, Place.BODY, is_open, True) for is_open in (False, True)]
    late = (R.KICKER, R.TITLE, R.SUBTITLE, R.AUTHOR)
    states += [State(role, Place.LATE, is_open) for role in late for is_open in (False, True)]
    states += [State(role, Place.BRIEFS, is_open) for role in (R.BODY, R.CONT) for is_open in (False, True)]
    states += [State(role, Place.BRIEFS, False) for role in (R.HEADING, R.AUTHOR)]
    states += [State(R.NOTICE, Place.NOTICE, False, True), State(R.NOTICE, Place.NOTICE, False)]
    return states


STATES = tuple(_all_states())
ROLES_OF_STATES = tuple(state.role for state in STATES)


def _carries(a: State, b: State) -> bool:
    return a.place is b.place and a.open is b.open and not b.begins


def _leave(a: State) -> float:
    """What it costs that the article around ``a`` ends behind it."""
    if a.place is Place.BARE:
        return LEAVE_BARE
    if a.place is Place.HEAD:
        # A photograph with its title is complete without a body.
        return -0.5 if a.role in (R.CAPTION, R.CREDIT) else EMPTY_HEAD
    if a.place is Place.LATE:
        return EMPTY_HEAD
    return 0.0


def _begin(a: State, b: State) -> float:
    """An article begins with ``b`` after ``a``."""
    inside = a.place in (Place.BARE, Place.BODY, Place.BRIEFS)
    cost = _leave(a)
    if b.role in (R.KICKER, R.TITLE, R.LEAD, R.NOTICE):
        if inside and a.role is not R.AUTHOR:
            cost += NEW_HEAD_IN_OPEN if a.open else NEW_HEAD_IN_BODY
        if b.role is R.LEAD:
            cost -= 2.0
        if b.role is R.NOTICE:
            cost += NOTICE_START
        return cost
    if b.role is R.JUMP_FROM:
        return cost
    if b.role in (R.CAPTION, R.CREDIT):
        return cost + (-4.0 if inside else -1.0)
    if inside and a.role is not R.AUTHOR:
        cost += BARE_START_INSIDE + (OPEN_TO_BODY if a.open else 0.0)
    else:
        cost += 0.0 if a.role is R.COLUMN else BARE_START
    return cost - (4.0 if b.role is R.HEADING else 0.0)


def _out(a: State, b: State) -> float:
    """``b`` stands between articles, or closes the one around ``a``."""
    if b.role is R.AUTHOR:
        if a.place in (Place.BODY, Place.BARE, Place.BRIEFS):
            return OPEN_TO_END if a.open else BODY_TO_END
        if a.place is Place.OUT and a.role in (R.AUTHOR, R.DUP, R.JUMP_TO):
            return -1.5
        # A photograph's own author line.
        return -1.5 if a.role in (R.CAPTION, R.CREDIT) else IMPOSSIBLE
    if b.role is R.JUMP_TO:
        return -0.5 if a.place in (Place.BODY, Place.BARE, Place.HEAD) else -4.0
    if b.role in (R.CAPTION, R.CREDIT):
        if a.place is not Place.OUT:
            return IMPOSSIBLE
        return {R.CAPTION: 0.0, R.CREDIT: -1.5}.get(a.role, -2.0) if b.role is R.CREDIT else -1.5
    if b.role is R.LEAD:
        return IMPOSSIBLE
    cost = _leave(a) if a.place is not Place.OUT else 0.0
    if a.place in (Place.BARE, Place.BODY) and a.open:
        cost += OPEN_TO_END
    return cost + (-1.0 if b.role is R.COLUMN else ASIDE if b.role is R.DUP else -0.5)


def _in_body(a: State, b: State) -> float:
    """Going on inside one body, or from its headline into it."""
    if a.place is Place.HEAD:
        if b.place is not Place.BODY or (b.open and b.role is not R.BODY):
            return IMPOSSIBLE
        if b.role is R.BODY:
            return _TO_BODY.get(a.role, IMPOSSIBLE)
        return _TO_HEADING.get(a.role, IMPOSSIBLE) if b.role is R.HEADING else IMPOSSIBLE
    if a.place is Place.LATE:
        if b.place is not Place.BODY:
            return IMPOSSIBLE
    elif a.place is not b.place:
        return IMPOSSIBLE
    if b.role is R.BODY:
        return OPEN_TO_BODY if a.open else BODY_TO_BODY
    if b.role is R.CONT:
        if a.role in (R.HEADING, R.JUMP_FROM) and not a.open:
            return IMPOSSIBLE
        return OPEN_TO_CONT if a.open else COMPLETE_TO_CONT
    if a.open is not b.open:
        return IMPOSSIBLE
    if b.role is R.HEADING:
        return OPEN_TO_HEADING if a.open else BODY_TO_HEADING - (1.5 if a.role is R.HEADING else 0.0)
    if b.role is R.AUTHOR:
        # An author line inside a body: of a note, of a section of several authors.
        return -6.0
    if b.role is R.CREDIT:
        return 0.0 if a.role is R.CAPTION else -3.0
    return BODY_TO_CAPTION if b.role is R.CAPTION else ASIDE


def _in_briefs(a: State, b: State) -> float:
    """Items under one standing name: each a heading, a body, perhaps an author."""
    if b.place is not Place.BRIEFS:
        return IMPOSSIBLE
    if a.place is not Place.BRIEFS:
        return INTO_BRIEFS if a.place is Place.HEAD and a.role is R.TITLE and b.role is R.HEADING else IMPOSSIBLE
    if a.role is R.HEADING:
        return BRIEF_WITHOUT_DATELINE if b.role is R.BODY else IMPOSSIBLE
    if b.role in (R.HEADING, R.AUTHOR):
        if a.open or (a.role is R.AUTHOR and b.role is R.AUTHOR):
            return IMPOSSIBLE
        return NEXT_BRIEF
    if a.role is R.AUTHOR:
        return IMPOSSIBLE
    if b.role is R.BODY:
        return OPEN_TO_BODY if a.open else BODY_TO_BODY
    return OPEN_TO_CONT if a.open else COMPLETE_TO_CONT


def _late(a: State, b: State) -> float:
    """A headline comes home late."""
    if a.open is not b.open:
        return IMPOSSIBLE
    if a.place is Place.BARE and a.role is not R.AUTHOR:
        if b.role not in (R.KICKER, R.TITLE):
            return IMPOSSIBLE
        return LATE_HEAD_IN_OPEN if a.open else LATE_HEAD
    return _HEADLINE.get((a.role, b.role), IMPOSSIBLE) if a.place is Place.LATE else IMPOSSIBLE


def _cost(a: State, b: State) -> float:
    """Return the log weight of going from ``a`` to ``b``; minus infinity where it cannot be."""
    if a.place is Place.NOTICE and not b.begins:
        if b.place is Place.NOTICE:
            return -0.2
        return _out(a, b) if b.place is Place.OUT and b.role not in (R.AUTHOR, R.CAPTION, R.CREDIT) else IMPOSSIBLE
    if b.begins:
        return _begin(a, b)
    if b.place is Place.OUT:
        return _out(a, b)
    if b.place is Place.NOTICE:
        return IMPOSSIBLE
    if Place.BRIEFS in (a.place, b.place):
        return _in_briefs(a, b)
    if a.place is Place.OUT:
        return IMPOSSIBLE
    if b.role in _ASIDES:
        return ASIDE if _carries(a, b) else IMPOSSIBLE
    if b.place is Place.HEAD:
        if a.place is not Place.HEAD:
            return IMPOSSIBLE
        if a.role in _ASIDES:
            return -1.0
        return _HEADLINE.get((a.role, b.role), IMPOSSIBLE)
    return _late(a, b) if b.place is Place.LATE else _in_body(a, b)


def _dated(a: State, b: State) -> float:
    """What a dateline on ``b``'s line adds."""
    if b.role is R.BODY:
        if a.place in (Place.HEAD, Place.LATE) or b.begins:
            return _DATELINE_BEGINS
        if a.place is Place.BARE and a.role is R.BODY:
            return _DATELINE_INSIDE
        if a.place is Place.BRIEFS and a.role is R.HEADING:
            return _DATELINE_BEGINS - BRIEF_WITHOUT_DATELINE
        return _DATELINE_AFTER_HEADING if a.role is R.HEADING else _DATELINE_INSIDE
    return _DATELINE_INSIDE if b.role is R.CONT else 0.0


def _table(grammar: int) -> tuple[dict[Role, tuple[tuple[int, float], ...]], ...]:
    rows = []
    for a in STATES:
        row: dict[Role, list[tuple[int, float]]] = {}
        for j, b in enumerate(STATES):
            cost = _cost(a, b)
            if cost > IMPOSSIBLE:
                row.setdefault(b.role, []).append((j, cost + (_dated(a, b) if grammar == DATED else 0.0)))
        rows.append({role: tuple(pairs) for role, pairs in row.items()})
    return tuple(rows)


FOLLOWERS = tuple(_table(grammar) for grammar in (PLAIN, DATED))
"""By grammar and state: for each role, the states that may follow and what that costs."""


def _starts(grammar: int) -> dict[Role, tuple[tuple[int, float], ...]]:
    page_top = State(R.NOISE, Place.OUT, False)
    row: dict[Role, list[tuple[int, float]]] = {}
    for j, b in enumerate(STATES):
        if b.begins or (b.place is Place.OUT and b.role in (R.COLUMN, R.NOISE, R.DUP)):
            cost = _cost(page_top, b)
            if b.begins and b.role is R.BODY:
                cost += 1.5  # the page may open in the middle of a column
            row.setdefault(b.role, []).append((j, cost + (_dated(page_top, b) if grammar == DATED else 0.0)))
    return {role: tuple(pairs) for role, pairs in row.items()}


STARTS = tuple(_starts(grammar) for grammar in (PLAIN, DATED))
ENDS = tuple(_leave(state) - (5.0 if state.role is R.KICKER else 0.0) for state in STATES)
"""What it costs that the page ends in a state."""
