"""Page labels (版次) as papers print them: ``A2``, ``第7版``, ``二版``."""

from __future__ import annotations

import re
from unicodedata import normalize

_LABEL = re.compile(r"[第版\s]")
_AND = re.compile(r"[-—~、,至]")
"""Between the labels of two pages that one note names."""
_HAN_NUMBER = re.compile(r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]+")
_HAN_DIGITS = "〇一二三四五六七八九"


def same_label(one: str, other: str) -> bool:
    """Whether two page labels mean the same page, or one names it among others.

    ``第7版`` and ``7``, ``A2`` and ``Ａ０２``, ``2`` and ``2、3``.
    """
    return not _plain(one).isdisjoint(_plain(other))


def _plain(label: str) -> set[str]:
    bare = _LABEL.sub("", normalize("NFKC", label)).upper()
    bare = _HAN_NUMBER.sub(lambda m: str(_number(m[0])), bare)
    found = [re.fullmatch(r"([A-Z]?)0*(\d+)", part) for part in _AND.split(bare)]
    return {f"{match[1]}{match[2]}" for match in found if match} or {bare}


def _number(han: str) -> int:
    """Return the number below a hundred that Chinese numerals write: ``十二`` is 12, ``二十`` is 20."""
    tens, ten, ones = han.rpartition("十")
    if not ten:
        return int("".join(str(_HAN_DIGITS.index(char)) for char in han))
    first = _HAN_DIGITS.index(tens[-1]) if tens else 1
    return 10 * first + (_HAN_DIGITS.index(ones[0]) if ones else 0)
