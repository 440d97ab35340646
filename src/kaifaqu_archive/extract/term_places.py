"""Where forms stand in a text: at the borders of words only, the longest form first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.background import UNKNOWN, load_background
from kaifaqu_archive.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_KEY = 2
"""Characters by which forms are looked up: no form is shorter."""


def runs_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (place, words) of every run of Chinese characters in ``text``."""
    for run in _RUN.finditer(text):
        yield run.start(), cut(run[0])


def inside_words(text: str) -> frozenset[int]:
    """Return the places of ``text`` inside words that are known: no form begins or ends there."""
    kind = load_background().kind
    places: list[int] = []
    for start, run in runs_of(text):
        at = start
        for word in run:
            if len(word) > 1 and kind(word) != UNKNOWN:
                places += range(at + 1, at + len(word))
            at += len(word)
    return frozenset(places)


class Finder:
    """Finds forms in texts; the time it takes hardly grows with the number of forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms: dict[str, list[str]] = {}
        for form in sorted(set(forms), key=lambda form: (-len(form), form)):
            self._forms.setdefault(form[:_KEY], []).append(form)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (place, form) of every form in ``text``; of forms that overlap the first, of those the longest."""
        forms, free = self._forms, 0
        closed: frozenset[int] | None = None
        for place in [place for place in range(len(text) - 1) if text[place : place + _KEY] in forms]:
            if place < free:
                continue
            for form in forms[text[place : place + _KEY]]:
                if not text.startswith(form, place):
                    continue
                if closed is None:  # cutting a text into words takes longest: only where a form may stand
                    closed = inside_words(text)
                if place not in closed and place + len(form) not in closed:
                    yield place, form
                    free = place + len(form)
                    break
