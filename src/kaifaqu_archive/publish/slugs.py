"""Chinese names as addresses: pinyin that reads aloud, the same on every run and every file system.

A slug is made from the name alone, never from its place in a list, so that it does not change when
another name is added.  This module is the only door to pypinyin.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from kaifaqu_archive.names import COMPOUND_SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_SAFE_STEM = re.compile(r"[a-z0-9][a-z0-9_-]*")

MAX_SLUG = 72
"""Longer slugs are cut and told apart by a hash: 255 bytes is what file systems take, 72 what people read."""

SURNAME_READINGS = {
    "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "曾": "zeng", "任": "ren", "区": "ou", "朴": "piao",
    "盖": "ge", "缪": "miao", "翟": "zhai", "覃": "qin", "折": "she", "召": "shao", "员": "yun", "贠": "yun",
    "尉迟": "yu-chi", "万俟": "mo-qi", "澹台": "tan-tai", "单于": "chan-yu", "长孙": "zhang-sun",
}  # fmt: skip
"""Family names that are read otherwise than the same characters in words."""

PLACE_READINGS = {
    "长治": "chang-zhi", "洪洞": "hong-tong", "繁峙": "fan-shi", "尧都": "yao-du", "万柏林": "wan-bai-lin",
    "解州": "hai-zhou", "朝阳": "chao-yang", "长丰": "chang-feng", "长葛": "chang-ge", "长泰": "chang-tai",
    "长垣": "chang-yuan", "长岛": "chang-dao", "涡阳": "guo-yang", "单县": "shan-xian", "漯河": "luo-he",
    "浚县": "xun-xian", "闵行": "min-hang", "都匀": "du-yun", "郫都": "pi-du", "筠连": "jun-lian", "宕昌": "tan-chang",
}  # fmt: skip
"""Places whose names pypinyin reads as other words."""
_PLACES = re.compile("|".join(PLACE_READINGS))


def digest(text: str, length: int = 4) -> str:
    """Return ``length`` hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def syllables(text: str) -> list[str]:
    """Return the text's pinyin without tones, and its Latin words and numbers, in lower case."""
    spelled = _PLACES.sub(lambda place: f"-{PLACE_READINGS[place.group()]}-", text)
    joined = "-".join(lazy_pinyin(spelled)).lower().replace("ü", "v")
    return [part for part in _NOT_PLAIN.split(joined) if part]


def slug(text: str) -> str:
    """Return the text as ``[a-z0-9-]+``, syllable by syllable: 稷山工业园 is ``ji-shan-gong-ye-yuan``."""
    made = "-".join(syllables(text))
    if not made:
        return digest(text, 8)
    return made if len(made) <= MAX_SLUG else f"{made[:MAX_SLUG].rstrip('-')}-{digest(text)}"


def reading(name: str) -> str:
    """Return a person's name in pinyin, the family name read as family names are: 单丽 is ``shan-li``."""
    for length in (2, 1):
        family = name[:length]
        if family in SURNAME_READINGS and (length == 1 or family in COMPOUND_SURNAMES):
            return "-".join([SURNAME_READINGS[family], *syllables(name[length:])])
    return slug(name)


def person_slug(name: str) -> str:
    """Return the address of a name: its pinyin, and four digits of its hash, for 王波 and 王博 sound alike."""
    return f"{reading(name)}-{digest(name)}"


@lru_cache(maxsize=1 << 16)
def stem_slug(stem: str) -> str:
    """Return a file's stem as an address: itself where it is plain, else its pinyin and a hash."""
    return stem if _SAFE_STEM.fullmatch(stem) else f"{slug(stem)}-{digest(stem, 6)}"


def told_apart(slugs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return name -> slug for ``(name, slug)`` pairs; slugs that meet all get a hash of their own name."""
    pairs = list(slugs)
    met = Counter(made for _, made in pairs)
    return {name: made if met[made] == 1 else f"{made}-{digest(name, 6)}" for name, made in pairs}
