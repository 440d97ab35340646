"""Personal names as bylines and captions print them.

Knows family names, names of two to four characters, names set with a space inside
(``朱 妹``) and names of other peoples with a middle dot (``买买提·艾山``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

_DATA = resources.files("kaifaqu_archive") / "data"
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•・][\u4e00-\u9fff]{1,7}){1,3}")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


def data_words(name: str) -> list[str]:
    """Return the words of a file of ``data/``; rows that begin with # are remarks."""
    rows = (_DATA / name).read_text("utf-8").splitlines()
    return [word for row in rows if not row.startswith("#") for word in row.split()]


SURNAMES = frozenset("".join(data_words("surnames.txt")))
"""Family names of one character."""
COMPOUND_SURNAMES = frozenset(data_words("compound_surnames.txt"))
"""Family names of two characters."""


_SIMPLE_SIZES = (2, 3)
_COMPOUND_SIZES = (3, 4)
"""Characters of a whole name, by its family name."""


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether ``text``, without spaces, has the form of one person's name."""
    if not _HAN.fullmatch(text):
        return bool(_DOTTED.fullmatch(text))
    if text[:2] in COMPOUND_SURNAMES:
        return len(text) in _COMPOUND_SIZES
    if text[0] not in SURNAMES:
        return False
    return len(text) in _SIMPLE_SIZES
