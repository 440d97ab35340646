"""What the parser is not sure of, said to the editor in the page's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Article, Reading, Role

DOUBT_BELOW = 0.7
"""Confidence under which a line becomes a doubt.  On 65 pages of two papers one line in fifty lies below
it, and of those that do two in five are wrong."""
_QUOTE = 16

ROLE_NAMES = {
    Role.KICKER: "引题",
    Role.TITLE: "标题",
    Role.SUBTITLE: "副题",
    Role.HEADING: "小标题",
    Role.BODY: "正文",
    Role.CONT: "上段的接续",
    Role.LEAD: "编者按",
    Role.AUTHOR: "署名",
    Role.CAPTION: "图片说明",
    Role.CREDIT: "图片署名",
    Role.JUMP_TO: "下转说明",
    Role.JUMP_FROM: "上接说明",
    Role.COLUMN: "栏目名",
    Role.NOTICE: "启事",
    Role.DUP: "重复文字",
    Role.NOISE: "版面杂项",
}


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
