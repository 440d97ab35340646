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
    from collections.abc import Iterable

    from numpy.typing import NDArray

_END = "\0"
_ODD = 0xFFFF
_PLAIN = ((0, 0x80), (0x2010, 0x2028), (0x3000, 0x302A), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xFF01, 0xFF5F))
"""ASCII, dashes and quotation marks, Chinese punctuation, hanzi, full-width ASCII: nothing that combines."""
_SPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85"
"""White space that is left after NFKC; spelled out, for the browser's idea of it is another than Python's."""
_NEEDLESS_SPACE = re.compile(rf"(?<=[^\x01-\x7f])[{_SPACE}]+|[{_SPACE}]+(?=[^\x01-\x7f])")
"""Beside a Chinese character, or at either end of a text."""
_SPACE_IN_LINE = re.compile(r"[\n\r\v\f]")

BREAK, HAN, OTHER = 0, 1, 2
"""Classes of UTF-16 units: ends a run of words, is cut by jieba, makes words by itself (Latin, digits)."""


def fold_lines(texts: Iterable[str]) -> str:
    """Return each text on a line of its own: NFKC, lower case, without the white space that print puts beside hanzi."""
    joined = _END + "".join(f"{text.replace(_END, ' ')}{_END}" for text in texts)
    folded = _NEEDLESS_SPACE.sub("", _normal(joined))
    return _SPACE_IN_LINE.sub(" ", folded)[1:].replace(_END, "\n")


def _normal(joined: str) -> str:
    """Return texts, each ended by ``_END``, in NFKC and lower case.

    Most texts hold only characters that stand for themselves or for one other; a table does for them
    what ``unicodedata`` takes ten times as long for.
    """
    table = _folded_units()
    before = units(joined)
    after = table[before]
    odd = np.flatnonzero(after == _ODD)
    if not len(odd):
        return str(after.tobytes(), "utf-16-le", "surrogatepass")
    ends = np.flatnonzero(before == 0)
    lines = str(after.tobytes(), "utf-16-le", "surrogatepass").split(_END)
    for line in np.unique(np.searchsorted(ends, odd)).tolist():
        text = str(before[ends[line - 1] + 1 : ends[line]].tobytes(), "utf-16-le", "surrogatepass")
        lines[line] = unicodedata.normalize("NFKC", text).lower()
    return _END.join(lines)


@cache
def _folded_units() -> NDArray[np.uint16]:
    """Return for each unit the one it folds to, or ``_ODD`` where that depends on what stands beside it."""
    table = np.full(0x10000, _ODD, np.uint16)
    for first, last in _PLAIN:
        for code in range(first, last):
            folded = unicodedata.normalize("NFKC", chr(code)).lower()
            if len(folded) == 1:
                table[code] = ord(folded)
    return table


def fold(text: str) -> str:
    """Return one text folded, without its line feed."""
    return fold_lines((text,))[:-1]


def units(text: str) -> NDArray[np.uint16]:
    """Return the UTF-16 units of ``text``; a lone surrogate counts as itself."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")


def spelled(text_units: NDArray[np.uint16]) -> str:
    """Return a text with one character to a UTF-16 unit, so that indices agree with the browser's."""
    return "".join(map(chr, text_units.tolist()))


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


def han_only(text_units: NDArray[np.uint16], kinds: NDArray[np.uint8]) -> str:
    """Return a text with a space in the place of every unit that jieba does not cut."""
    return str(np.where(kinds == HAN, text_units, np.uint16(ord(" "))).tobytes(), "utf-16-le")
