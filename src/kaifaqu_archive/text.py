"""Chinese text primitives that every room may use."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACE = re.compile(r"\s+")

OPENERS = "“‘「『（《〈【［("
CLOSERS = "”’」』）》〉】］)"
SENTENCE_ENDS = "。！？!?…；;"
"""Marks after which a sentence, or a member of a list, is complete."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return ``text`` in NFKC without white space and case: the form in which texts are compared."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text)).casefold()


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
