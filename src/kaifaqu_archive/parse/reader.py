"""One page from its lines to its articles: look, weigh, read, bring home, assemble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Article, Page, ParsedPage, Reading, Role
from .assemble import Assembly
from .cohesion import Cohesion, pairs
from .drafts import cut
from .evidence import View, loudest, weigh
from .homecoming import Home
from .reading import Read, best_reading
from .shape import Shape, shape_of

_NEAR = 3
"""Lines of prose on either side of a short line that are held against each other."""
_DOUBT = 0.6


def _views(shapes: Sequence[Shape]) -> list[View]:
    short = [i for i, s in enumerate(shapes) if s.short]
    words = frozenset().union(*(pairs(s.text) for s in shapes if not s.short)) if short else frozenset()
    views = [
        View(s, shapes[i - 1] if i else None, shapes[i + 1] if i + 1 < len(shapes) else None, words)
        for i, s in enumerate(shapes)
    ]
    _mark_parallels(views, short)
    _mark_kinship(views, shapes)
    return views


def _pattern(text: str) -> str:
    """Return how a short line is built: what stands at its ends and how long it is."""
    return f"{text[0]}{len(text)}"


def _mark_parallels(views: Sequence[View], short: Sequence[int]) -> None:
    """Mark short lines that open alike or are of one length and stand between prose."""
    built: dict[object, list[int]] = {}
    for i in short:
        here = views[i].here
        if here.credits or here.jump or here.complete or not _between_prose(views[i]):
            continue
        for key in (("opens", here.text[:2]), ("size", here.size, " " in here.text)):
            built.setdefault(key, []).append(i)
    for group in built.values():
        if len(group) > 1:
            for i in group:
                views[i].parallel = True


def _between_prose(view: View) -> bool:
    return bool(view.before and view.after and not view.before.short and not view.after.short and not view.after.dateline)


def _mark_kinship(views: Sequence[View], shapes: Sequence[Shape]) -> None:
    asked = [i for i, view in enumerate(views) if view.here.short and not view.here.complete and _between_prose(view)]
    if not asked:
        return
    words = Cohesion([s.text for s in shapes])
    for i in asked:
        above = [j for j in range(max(0, i - 2 * _NEAR), i) if not shapes[j].short][-_NEAR:]
        below = [j for j in range(i + 1, min(len(shapes), i + 1 + 2 * _NEAR)) if not shapes[j].short][:_NEAR]
        views[i].kinship = words.kinship(words.union(above), words.union(below))


def read_through(page: Page) -> ParsedPage:
    """Return the page with every line's role and every article."""
    shapes = [shape_of(line) for line in page.lines]
    views = _views(shapes)
    reads, _ = best_reading(shapes, [weigh(view) for view in views])
    drafts, labels = cut(shapes, reads)
    home = Home(shapes, labels, drafts)
    home.orphan_headlines()
    home.late_headlines()
    home.photographs()
    assembly = Assembly(page, shapes, labels, views[0].words or frozenset() if views else frozenset())
    articles = [assembly.article(draft) for draft in home.drafts]
    owner = {i: article.id for draft, article in zip(home.drafts, articles, strict=True) for i in draft.lines}
    readings = tuple(_reading(view, read, labels[i], owner.get(i)) for i, (view, read) in enumerate(zip(views, reads, strict=True)))
    return ParsedPage(page, readings, tuple(_with_confidence(a, readings) for a in articles))


def _reading(view: View, read: Read, role: Role, article: str | None) -> Reading:
    return Reading(view.here.line, role, article, round(read.confidence, 3), loudest(view, role))


def _with_confidence(article: Article, readings: Sequence[Reading]) -> Article:
    own = [r.confidence for r in readings if r.article == article.id]
    return replace(article, confidence=round(sum(own) / len(own), 3) if own else 0.0)
