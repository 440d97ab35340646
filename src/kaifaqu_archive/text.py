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
    """Whether ``char`` is a Chinese character (unified ideographs with extension A, compatibility, and beyond the BMP)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"
