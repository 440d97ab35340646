"""Where a line can stand in an article: the states of the page's grammar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from kaifaqu_archive.model import Role

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
    WIRE = 7
    """In a body under its headline that a dateline opens: a report, seldom with subheadings."""


# ruff: noqa: FBT003  the states are a table; its columns are named by State
@dataclass(frozen=True, slots=True)
class State:
    """A role in a place."""

    role: Role
    place: Place
    open: bool
    """Whether the article's last body line broke off inside a sentence."""
    begins: bool = False
    """Whether the line begins an article."""
    named: bool = False
    """Whether the article has said who wrote it: a byline, a dateline."""


BODIES = (Place.BARE, Place.BODY, Place.WIRE)
TRACKED = (Place.HEAD, *BODIES, Place.LATE)
"""Places in which it is known whether the article has named its writer."""
ASIDES = (R.NOISE, R.DUP)
HEADLINE = (R.KICKER, R.TITLE, R.SUBTITLE)
PICTURE = (R.CAPTION, R.CREDIT)


def _all_states() -> list[State]:
    states = [State(role, Place.OUT, False) for role in (R.AUTHOR, R.JUMP_TO, R.COLUMN, *ASIDES)]
    states += [State(role, Place.OUT, False, True) for role in PICTURE]
    states.append(State(R.CREDIT, Place.OUT, False))
    states += [State(role, Place.HEAD, False, True) for role in (R.KICKER, R.TITLE, R.LEAD)]
    head = (R.KICKER, R.TITLE, R.SUBTITLE, R.AUTHOR, R.LEAD, *PICTURE, *ASIDES)
    inside = (R.BODY, R.CONT, R.HEADING, *PICTURE, R.AUTHOR, *ASIDES)
    late = (R.KICKER, R.TITLE, R.SUBTITLE, R.AUTHOR)
    for named in (False, True):
        states += [State(role, Place.HEAD, False, False, named) for role in head]
        states += [State(role, place, o, False, named) for place in BODIES for o in (False, True) for role in inside]
        states += [State(R.BODY, Place.BARE, o, True, named) for o in (False, True)]
        states += [State(role, Place.LATE, o, False, named) for role in late for o in (False, True)]
    states += [State(R.HEADING, Place.BARE, False, True)]
    states += [State(R.JUMP_FROM, Place.BODY, o, True, True) for o in (False, True)]
    # A note beside the headline that the rest of an article is printed under.
    states += [State(R.JUMP_FROM, Place.HEAD, False, begins, True) for begins in (False, True)]
    states += [State(role, Place.BRIEFS, o) for role in (R.BODY, R.CONT) for o in (False, True)]
    states += [State(role, Place.BRIEFS, False) for role in (R.HEADING, R.AUTHOR)]
    states += [State(R.TITLE, Place.BRIEFS, False, True)]
    states += [State(R.NOTICE, Place.NOTICE, False, True), State(R.NOTICE, Place.NOTICE, False)]
    # A byline and a dateline are themselves the article's name.
    return [state for state in states if state.named or state.place not in TRACKED or not _names(state)]


def _names(state: State) -> bool:
    return state.role is R.AUTHOR or state.place is Place.WIRE


STATES = tuple(_all_states())


def fits(state: State, *, complete: bool, section: bool) -> bool:
    """Whether a line that does (not) end a sentence and is (not) a section's name can be in ``state``."""
    if state.role in (R.BODY, R.CONT):
        return state.open is not complete
    return section or state.place is not Place.BRIEFS or state.role is not R.TITLE


FITTING = {
    (complete, section): tuple(fits(state, complete=complete, section=section) for state in STATES)
    for complete in (False, True)
    for section in (False, True)
}
"""By (ends a sentence, is a section's name): for each state, whether the line can be in it."""
