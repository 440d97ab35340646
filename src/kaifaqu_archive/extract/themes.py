"""Themes without quotation marks: a kind of economy, industry or reform with what tells it from others, 低空经济."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.background import UNKNOWN
from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.term_places import GAP
from kaifaqu_archive.lists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.background import Background

_HEADS = frozenset(words("term_heads.txt"))
_PLAIN = frozenset(words("not_terms.txt"))
_PLACES = load_places().named
_CONTENT = frozenset(f"nva{UNKNOWN}")
"""Kinds of words that themes are made of; no places, persons, bodies, numerals."""

_NAMING = frozenset(f"na{UNKNOWN}")
"""Kinds of words that narrow what stands behind them."""

MOST_WORDS = 3
SHORTEST, LONGEST = 3, 9
"""Characters of a theme."""
SET_PHRASE = 4
"""Characters from which one word of the dictionary is a theme by itself, where it ends with a head: 招商引资."""
STRANGER = 3
"""Characters of an unknown word; longer ones are several that were not told apart."""
COMMON = 0.2
"""Share of articles from which a noun narrows nothing: 发展 stands before anything."""
BUSY = 0.01
"""Share of articles from which a verb is taken for what is done with a theme and not for a part of its name."""


def themes_in(run: Sequence[str], background: Background) -> Iterator[tuple[str, str, str]]:
    """Yield (what may be a theme, the word that narrows it, the word behind it) of the words of a text.

    Between two runs of words stands a GAP.  What narrows is a noun or the like before it; other words, and those
    that stand before anything, are not given.
    """
    for place in [place for place, word in enumerate(run) if word in _HEADS or len(word) >= SET_PHRASE]:
        word, end = run[place], place + 1
        after = run[end] if end < len(run) and run[end] != GAP else ""
        if _is_theme(word, background):
            yield word, _narrowing(run, place, background), after
        if word in _HEADS:
            for begin, text in _ending_at(run, end, background):
                yield text, _narrowing(run, begin, background), after


def _narrowing(run: Sequence[str], begin: int, background: Background) -> str:
    before = run[begin - 1] if begin else GAP
    names = before != GAP and background.kind(before) in _NAMING and background.share(before) < COMMON
    return before if names else ""


def _is_theme(word: str, background: Background) -> bool:
    """Whether one word is a theme by itself."""
    return (
        len(word) >= SET_PHRASE and word[-2:] in _HEADS and word[:2] not in _PLAIN and background.kind(word) in _CONTENT
    )


def _ending_at(run: Sequence[str], end: int, background: Background) -> Iterator[tuple[int, str]]:
    """Yield (where it begins, what may be a theme) of the words that end before ``end`` with a head."""
    for begin in range(end - 2, max(-1, end - 1 - MOST_WORDS), -1):
        word = run[begin]
        kind = background.kind(word)
        if word == GAP or kind not in _CONTENT or word in _PLACES or (kind == "v" and background.share(word) >= BUSY):
            return
        if kind == UNKNOWN and len(word) > STRANGER:
            return
        # 镇 alone ends the names of ten thousand places.
        if len(run[end - 1]) == 1 and kind == UNKNOWN:
            return
        text = "".join(run[begin:end])
        if len(word) > 1 and word not in _PLAIN and word[:2] not in _PLAIN and SHORTEST <= len(text) <= LONGEST:
            yield begin, text
