"""Blank lines as a sign of pictures, held against the spacing that the page's text has by itself.

One blank line between printed lines is the rule, and several are where a picture stood.
Some texts have two between any lines, and some have them at random.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Line

USUAL = 1
"""Blank lines between two printed lines."""
_MOST_PICTURES = 0.25
"""Share of lines with more blank lines before them than usual, beyond which those tell nothing.  On 359 pages the most
is 0.24, a page of photographs."""


def evened(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with gaps as they would be if one blank line stood between any two but where a picture was."""
    gaps = [line.gap for line in lines[1:]]
    if max(gaps, default=0) <= USUAL:
        return lines
    usual = max(USUAL, Counter(gaps).most_common(1)[0][0])
    wide = sum([gap > usual for gap in gaps])
    if wide > _MOST_PICTURES * len(lines):
        return [line._replace(gap=min(line.gap, USUAL)) for line in lines]
    if usual == USUAL:
        return lines
    return [line._replace(gap=max(0, line.gap - usual + USUAL)) for line in lines]
