"""The sentence in which a word stands, as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.text import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = "。！？!?"
_STOPS = "，,；;：:、 "

LONGEST = 140
"""Characters of a quotation: four lines of a phone's width; longer sentences are cut on both sides of the word."""
_DOTS = "……"


def sentence_with(text: str, forms: Iterable[str]) -> str:
    """Return the first sentence of ``text`` in which one of ``forms`` stands; empty where none does."""
    places = [(at, form) for form in forms if (at := text.find(form)) >= 0]
    if not places:
        return ""
    at, form = min(places, key=lambda place: (place[0], -len(place[1])))
    return cut_around(sentence_at(text, at), form)


def sentence_at(text: str, at: int) -> str:
    """Return the sentence of ``text`` that holds the character at ``at``, closing marks included."""
    begin = max(text.rfind(mark, 0, at) for mark in _ENDS) + 1
    while begin < at and text[begin] in CLOSERS:
        begin += 1
    end = min((place for mark in _ENDS if (place := text.find(mark, at)) >= 0), default=len(text) - 1) + 1
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    return text[begin:end].strip()


def cut_around(sentence: str, form: str) -> str:
    """Return at most ``LONGEST`` characters of a sentence around ``form``, cut at marks where there are some."""
    if len(sentence) <= LONGEST:
        return sentence
    at = sentence.find(form)
    begin = max(0, min(at - LONGEST // 3, len(sentence) - LONGEST))
    begin = _next_stop(sentence, begin, at)
    end = min(len(sentence), begin + LONGEST)
    end = _last_stop(sentence, at + len(form), end)
    return f"{_DOTS if begin else ''}{sentence[begin:end]}{_DOTS if end < len(sentence) else ''}"


def _next_stop(sentence: str, begin: int, at: int) -> int:
    """Return the place behind the first mark from ``begin`` up to ``at``; ``begin`` where there is none."""
    stops = (place + 1 for place in range(begin, at) if sentence[place] in _STOPS)
    return next(stops, begin) if begin else 0


def _last_stop(sentence: str, start: int, end: int) -> int:
    """Return the place of the last mark before ``end``, but not before ``start``; ``end`` where there is none."""
    if end == len(sentence):
        return end
    stops = (place for place in range(end - 1, start - 1, -1) if sentence[place] in _STOPS)
    return next(stops, end)
