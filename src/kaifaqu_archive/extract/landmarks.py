"""Zones of other provinces that are called after no province, prefecture or county: 张江, 洋浦."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kaifaqu_archive import lists
from kaifaqu_archive.extract.zone_grammar import Family

_WHOLE = "="
_FAMILIES = {"高新": Family.HIGH_TECH, "经开": Family.ECONOMIC, "保税": Family.BONDED}
_EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Landmark:
    """What the name of a zone may stand on that is not in the table of places."""

    word: str
    family: Family | None
    """None where it serves for any."""
    province: str
    city: str | None
    stem: str
    """What the full name of the zone has before its suffix; all of it where ``whole``."""
    whole: bool = False
    """Whether the word is a zone's name by itself: 苏州工业园区."""


@cache
def load_landmarks() -> dict[str, tuple[Landmark, ...]]:
    """Return the landmarks by the word that papers print."""
    found: dict[str, tuple[Landmark, ...]] = {}
    for row in lists.rows("landmarks.txt"):
        word, family, province, city, stem = row.split()
        place = None if city == _EMPTY else city
        mark = Landmark(word, _FAMILIES.get(family), province, place, stem, whole=family == _WHOLE)
        found[word] = (*found.get(word, ()), mark)
    return found


@cache
def whole_landmarks() -> dict[str, Landmark]:
    """Return the landmarks that are zones' names by themselves."""
    return {word: mark for word, marks in load_landmarks().items() for mark in marks if mark.whole}


def landmark_before(text: str, family: Family) -> Landmark | None:
    """Return the landmark, the longest there is, with which ``text`` ends and which a zone of ``family`` may bear."""
    marks = load_landmarks()
    for size in range(min(max(map(len, marks)), len(text)), 1, -1):
        for mark in marks.get(text[-size:], ()):
            if mark.whole:
                continue
            if mark.family in (None, family):
                return mark
    return None
