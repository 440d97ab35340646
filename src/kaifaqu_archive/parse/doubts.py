"""What the parser is not sure of, said to the editor in the page's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import ROLE_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Line, Role

DOUBT_BELOW = 0.7
"""Confidence under which a line becomes a doubt.  On 85 pages of two papers one line in
twenty-five lies below it, and of those three in ten are wrong (``tools/calibrate.py``)."""
_QUOTE = 16


def quoted(text: str) -> str:
    """Return the first words of a line in quotation marks."""
    return f"“{text}”" if len(text) <= _QUOTE else f"“{text[: _QUOTE - 1]}…”"


def how_sure(read: Sequence[tuple[Line, Role, float]]) -> tuple[float, tuple[str, ...]]:
    """Return how sure an article is, and a doubt for every one of its lines under the threshold.

    ``read`` holds its lines with role and confidence; the article is as sure as they are in the mean, to three places.
    """
    doubts = tuple(
        [
            f"第{line.n}行{quoted(line.text)}读作{ROLE_NAMES[role]}，把握只有{confidence:.0%}"
            for line, role, confidence in read
            if confidence < DOUBT_BELOW
        ]
    )
    mean = sum([confidence for _, _, confidence in read]) / len(read) if read else 0.0
    return round(mean, 3), doubts
