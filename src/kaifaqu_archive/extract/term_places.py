"""Where forms stand in a text: at the borders of words only, the longest form first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.background import UNKNOWN, load_background
from kaifaqu_archive.words import cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_FIRST, _LAST = "\u4e00", "\u9fff"
_RUN = re.compile(f"[{_FIRST}-{_LAST}]+")
_BETWEEN = re.compile(f"[^{_FIRST}-{_LAST}]+")
GAP = " "
"""Stands among words for what is between two runs of Chinese characters."""
_KEY = 2
"""Characters by which forms are looked up: no form is shorter."""


def words_of(text: str) -> list[str]:
    """Return the words of all runs of Chinese characters in ``text``, a GAP between two runs."""
    return cut(_BETWEEN.sub(GAP, text))


class Borders:
    """Tells where words begin and end in a text; only the runs of Chinese characters that are asked for are cut."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._run = 0, 0
        """Where the run begins and ends that was asked for last."""
        self._inside: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        """Where a run begins -> the places inside words that are known, and those inside any words."""

    def is_closed(self, place: int, *, strict: bool = False) -> bool:
        """Whether ``place`` is inside a word that is known, or if ``strict`` inside any word."""
        begin, end = self._run_around(place)
        if not begin < place < end:
            return False
        if begin not in self._inside:
            self._inside[begin] = self._cut(self._text[begin:end], begin)
        return place in self._inside[begin][strict]

    def _run_around(self, place: int) -> tuple[int, int]:
        """Return where the run of Chinese characters that holds ``place`` begins and ends; (place, place) outside."""
        begin, end = self._run
        if begin <= place < end:
            return begin, end
        run = _RUN.match(self._text, place)
        if run is None:
            return place, place
        begin = place
        while begin and _FIRST <= self._text[begin - 1] <= _LAST:
            begin -= 1
        self._run = begin, run.end()
        return self._run

    @staticmethod
    def _cut(run: str, begin: int) -> tuple[frozenset[int], frozenset[int]]:
        kind = load_background().kind
        known: list[int] = []
        every: list[int] = []
        at = begin
        for word in cut(run):
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
            if len(form) >= _KEY:
                self._forms.setdefault(form[:_KEY], []).append(form)
        first, second = ("".join(re.escape(key[n]) for key in sorted(self._forms)) for n in range(_KEY))
        self._opens = re.compile(f"[{first}](?=[{second}])" if self._forms else "(?!)")
        """A class of characters passes over most places faster than looking each up."""

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (place, form) of every form in ``text``; of forms that overlap the first, of those the longest."""
        borders, free = Borders(text), 0
        for place in [found.start() for found in self._opens.finditer(text)]:
            if place < free:
                continue
            for form in self._forms.get(text[place : place + _KEY], ()):
                if not text.startswith(form, place) or borders.is_closed(place):
                    continue
                end = place + len(form)
                if not borders.is_closed(end, strict=form in self._strict):
                    yield place, form
                    free = end
                    break
