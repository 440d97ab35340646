"""Personal names as bylines and captions print them.

Knows family names, names of two to four characters, names set with a space inside
(``朱 妹``) and names of other peoples with a middle dot (``买买提·艾山``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from . import lists

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•・][\u4e00-\u9fff]{1,7}){1,3}")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


SURNAMES = frozenset("".join(lists.words("surnames.txt")))
"""Family names of one character."""
COMPOUND_SURNAMES = frozenset(lists.words("compound_surnames.txt"))
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
