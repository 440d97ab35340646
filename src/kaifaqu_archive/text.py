"""Chinese text primitives that every room may use."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOLDABLE = re.compile("[^\u4e00-\u9fff、。《》“”‘’—·0-9 .,%():;!?-]+")
"""What NFKC may change; it leaves all else as it is, wherever that stands."""
_WIDE = tuple(zip("，（）：；！？", ",():;!?", strict=True))
"""What it changes in most Chinese texts."""

HIDDEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
"""Characters that take no room on paper: soft hyphens, joiners, marks of direction and of a glyph's form."""
OPENERS = "“‘「『（《〈【［([〔"
CLOSERS = "”’」』）》〉】］)]〕"
"""Each closes the one at its place among the openers."""
SENTENCE_ENDS = "。！？!?…；;"
"""Marks after which a sentence, or a member of a list, is complete."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return ``text`` in NFKC without white space, hidden characters and case: the form in which texts are compared."""
    return HIDDEN.sub("", "".join(nfkc(text).split())).casefold()


def nfkc(text: str) -> str:
    """Return ``text`` in NFKC.

    What that leaves as it is is passed over: for a Chinese character unicodedata goes through a whole table to find
    that it is composed with nothing.
    """
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return _FOLDABLE.sub(_of_run, text)


def _of_run(found: re.Match[str]) -> str:
    return _normalized(found[0])


@lru_cache(maxsize=1024)
def _normalized(run: str) -> str:
    return unicodedata.normalize("NFKC", run)


def is_han(char: str) -> bool:
    """Whether ``char`` is a Chinese character (with extension A, compatibility, beyond the BMP)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or char >= "\U00020000"
    )


LONGEST_MADE_TITLE = 20
"""Characters of a headline made of the first words."""


def made_title(opening: str) -> str:
    """Make a headline of the first words: up to a mark of punctuation, at most twenty characters."""
    head = opening[: LONGEST_MADE_TITLE + 1]
    if len(opening) <= LONGEST_MADE_TITLE:
        return opening.rstrip("。")
    cut = max((head.rfind(mark) for mark in "，。；：、,;:"), default=-1)
    return (head[:cut] if cut >= LONGEST_MADE_TITLE // 2 else head[:LONGEST_MADE_TITLE]) + "…"
