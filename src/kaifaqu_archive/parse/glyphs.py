"""The characters of a line as they were printed, where a PDF's text layer gives others.

Many a PDF says of a character only which glyph it is; and one glyph may stand for several
characters, or be set for looks.  So texts taken out of PDFs hold radicals in place of the
characters that look the same, the forms of brackets that upright lines have, and spaces
between all the characters of a line that was spread to fill its column.
"""

from __future__ import annotations

import re
import unicodedata

_RADICALS = (
    "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺜⺝⺟⺠⺧⺩⺫⺬⺮⺶⺻⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂乙刀卜小小兀巳幺日月母民牛王目示竹羊聿肉臼虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)
"""Of the supplement those that are characters by themselves; Unicode, ``EquivalentUnifiedIdeograph.txt``."""
_UPRIGHT = ("︐︑︒︓︔︕︖︙︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄", "，、。：；！？…（）｛｝〔〕【】《》〈〉‘’“”")
"""Marks as they stand in upright lines.  Quotes are as GB/T 15834 sets them: ﹃ ﹄ outside, ﹁ ﹂ inside."""
_KANGXI = "".join(map(chr, range(0x2F00, 0x2FD6)))
_PRINTED = str.maketrans(
    _RADICALS[0] + _UPRIGHT[0] + _KANGXI, _RADICALS[1] + _UPRIGHT[1] + unicodedata.normalize("NFKC", _KANGXI)
)
ODD = re.compile("[\u2e80-\u2fd5\ufe10-\ufe19\ufe30-\ufe44]")
"""Radicals and the forms that marks have in upright lines."""

_SPREAD = re.compile("(?:[^ !-~] +){3}[^ ]")
_BETWEEN = re.compile(" [^ !-~] +[^ !-~] ")
"""Stands inside of that, and is looked for sooner as it begins with a space."""
_PAUSE = re.compile(" [，。、]")
_LEAST, _WITH_PAUSE = 8, 4
"""Pieces of a spread line; of fewer without a pause among them some may be names."""
_SINGLE = 0.6
"""Share of its pieces that are one character: those that are not are figures."""
_SPACES = re.compile("(?<![A-Za-z]) +| +(?![A-Za-z])")
"""Of which two Latin words keep theirs."""


def plain(text: str) -> str:
    """Return ``text`` with characters for radicals, and marks for the forms that they have in upright lines."""
    return text.translate(_PRINTED) if ODD.search(text) else text


def is_spread(text: str) -> bool:
    """Whether any line of ``text`` with a pause inside is spread: headlines may be for their looks."""
    return _BETWEEN.search(text) is not None and any(
        _PAUSE.search(line) is not None and _is_spread(line) for line in text.split("\n")
    )


def closed_up(text: str) -> str:
    """Return a spread line without the spaces between its characters, any other as it is.

    Where there are more spaces than elsewhere in the line, one stays.
    """
    if not _is_spread(text):
        return text
    usual = min(map(len, _SPACES.findall(text)))
    return _SPACES.sub(lambda found: "" if len(found[0]) == usual else " ", text)


def _is_spread(line: str) -> bool:
    if " " not in line or _SPREAD.search(line) is None:
        return False
    pieces = line.split()
    single = sum([len(piece) == 1 and not (piece.isascii() and piece.isalpha()) for piece in pieces])
    least = _WITH_PAUSE if _PAUSE.search(line) else _LEAST
    return len(pieces) >= least and single >= _SINGLE * len(pieces)
