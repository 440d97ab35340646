"""What the parser is not sure of, said to the editor in the page's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaifaqu_archive.model import ROLE_NAMES, Article, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

DOUBT_BELOW = 0.7
"""Confidence under which a line becomes a doubt.  On 85 pages of two papers one line in
twenty-five lies below it, and of those three in ten are wrong (``tools/calibrate.py``)."""
_QUOTE = 16


def quoted(text: str) -> str:
    """Return the first words of a line in quotation marks."""
    return f"“{text}”" if len(text) <= _QUOTE else f"“{text[: _QUOTE - 1]}…”"


def with_doubts(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Article, ...]:
    """Give articles their confidence, the mean of their lines', and a doubt for every line under the threshold."""
    own: dict[str | None, list[Reading]] = {}
    for reading in readings:
        own.setdefault(reading.article, []).append(reading)
    return tuple(_with_doubts(article, own.get(article.id, [])) for article in articles)


def _with_doubts(article: Article, own: Sequence[Reading]) -> Article:
    unsure = tuple(
        f"第{r.line.n}行{quoted(r.line.text)}读作{ROLE_NAMES[r.role]}，把握只有{r.confidence:.0%}"
        for r in own
        if r.confidence < DOUBT_BELOW
    )
    mean = sum(r.confidence for r in own) / len(own) if own else 0.0
    return replace(article, confidence=round(mean, 3), doubts=article.doubts + unsure)
