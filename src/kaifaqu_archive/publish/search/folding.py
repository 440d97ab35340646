"""The form in which texts and queries meet, and which of its characters make words.

``static/js/search/text.js`` does the same in the browser; the two must agree to the character, because
what the index says about a text counts in UTF-16 units of its folded form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85"
"""White space that is left after NFKC; spelled out, for the browser's idea of it is another than Python's."""
_SPACE_BY_HAN = re.compile(rf"(?<=[^\x00-\x7f])[{_SPACE}]+|[{_SPACE}]+(?=[^\x00-\x7f])")
_NOT_JIEBA = re.compile(r"[^\u4e00-\u9fd5]")

BREAK, HAN, OTHER = 0, 1, 2
"""Classes of UTF-16 units: ends a run of words, is cut by jieba, makes words by itself (Latin, digits)."""


def fold(text: str) -> str:
    """Return ``text`` in NFKC, lower case, without the white space that print puts beside Chinese characters."""
    return _SPACE_BY_HAN.sub("", unicodedata.normalize("NFKC", text).lower()).strip(_SPACE)


def units(text: str) -> NDArray[np.uint16]:
    """Return the UTF-16 units of ``text``; a lone surrogate counts as itself."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")


def by_unit(text: str) -> str:
    """Return ``text`` with one character per UTF-16 unit, so that indices agree with the browser's."""
    return text if text.isascii() or max(text) <= "\uffff" else "".join(map(chr, units(text).tolist()))


def han_only(text: str) -> str:
    """Return ``text`` with a space in the place of every character that jieba does not cut."""
    return _NOT_JIEBA.sub(" ", text)


@cache
def _class_of_unit() -> NDArray[np.uint8]:
    table = np.zeros(0x10000, np.uint8)
    for code in range(0x10000):
        if unicodedata.category(chr(code)) == "Cs" or unicodedata.category(chr(code))[0] in "LN":
            table[code] = OTHER
    table[0x4E00:0x9FD6] = HAN
    return table


def classes(text_units: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """Return the class of every unit; a point between two digits belongs to the number."""
    found = _class_of_unit()[text_units]
    digit = (text_units >= ord("0")) & (text_units <= ord("9"))
    inside = np.zeros(len(text_units), bool)
    inside[1:-1] = digit[:-2] & digit[2:] & (text_units[1:-1] == ord("."))
    found[inside] = OTHER
    return found
