"""Where forms stand in a text: at the borders of words only, the longest form first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.background import UNKNOWN, load_background
from kaifaqu_archive.words import cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_KEY = 2
"""Characters by which forms are looked up: no form is shorter."""


def runs_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (place, words) of every run of Chinese characters in ``text``."""
    for run in _RUN.finditer(text):
        yield run.start(), cut(run[0])


def inside_words(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of ``text`` inside words that are known, and those inside any words."""
    kind = load_background().kind
    known: list[int] = []
    every: list[int] = []
    for start, run in runs_of(text):
        at = start
        for word in run:
            if len(word) > 1:
                inside = range(at + 1, at + len(word))
                every += inside
                if kind(word) != UNKNOWN:
                    known += inside
            at += len(word)
    return frozenset(known), frozenset(every)


class Finder:
    """Finds forms in texts; the time it takes hardly grows with the number of forms.

    A form neither begins nor ends inside a word that is known.  jieba cuts what it does not know as it can, and
    names that were seen in quotation marks are not known: only a form of ``strict`` must not end inside such a word.
    """

    def __init__(self, forms: Iterable[str], strict: Collection[str] = ()) -> None:
        self._strict = frozenset(strict)
        self._forms: dict[str, list[str]] = {}
        for form in sorted({*forms, *strict}, key=lambda form: (-len(form), form)):
            self._forms.setdefault(form[:_KEY], []).append(form)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (place, form) of every form in ``text``; of forms that overlap the first, of those the longest."""
        forms, free = self._forms, 0
        closed: frozenset[int] | None = None
        torn: frozenset[int] = frozenset()
        for place in [place for place in range(len(text) - 1) if text[place : place + _KEY] in forms]:
            if place < free:
                continue
            for form in forms[text[place : place + _KEY]]:
                if not text.startswith(form, place):
                    continue
                end = place + len(form)
                if closed is None:  # cutting a text into words takes longest: only where a form may stand
                    closed, torn = inside_words(text)
                if place not in closed and end not in (torn if form in self._strict else closed):
                    yield place, form
                    free = end
                    break
