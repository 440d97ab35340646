"""Applying corrections of articles and of misread words to a page that was read."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kaifaqu_archive.corrections.quotes import shortened, stale
from kaifaqu_archive.corrections.reread import Rereading
from kaifaqu_archive.corrections.shapes import ArticleCorrection, PageKnowledge, TextCorrection
from kaifaqu_archive.errors import KnowledgeError, StaleCorrectionError
from kaifaqu_archive.model import Article, Author, ParsedPage, Printed, Role
from kaifaqu_archive.text import fold, made_title

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRINTED = ("title", "kicker", "subtitle", "column")


def amended(known: PageKnowledge, parsed: ParsedPage) -> ParsedPage:
    """Return the page with the editor's fields in place of the parser's, and misread words set right.

    Fields come first, so that articles are found by their titles as parsed.  Raises
    StaleCorrectionError for an article or words that are no longer there.
    """
    for place, correction in known.placed():
        if isinstance(correction, ArticleCorrection):
            parsed = _with_fields(parsed, correction, place)
    for place, correction in known.placed():
        if isinstance(correction, TextCorrection):
            parsed = _reread(parsed, correction, place)
    return parsed


# --- fields of an article -----------------------------------------------------------------


def _with_fields(parsed: ParsedPage, correction: ArticleCorrection, place: str) -> ParsedPage:
    article = _found(parsed.articles, correction, place)
    line = _quoted_line(parsed, article, correction, place)
    changes: dict[str, Any] = {}
    for name in correction.corrected:
        value = getattr(correction, name)
        if name in _PRINTED:
            changes[name] = _printed(value, getattr(article, name), parsed.page.source_file, line)
        elif name == "authors":
            page = parsed.page.source_file
            changes[name] = tuple(Author(author.name, author.role, page, (line,)) for author in value or ())
        elif value is not None:
            changes[name] = value
    if "title" in changes:
        changes["made_title"] = None if changes["title"] else made_title(_opening(article))
    new = replace(article, **changes)
    return replace(parsed, articles=tuple(new if one is article else one for one in parsed.articles))


def _printed(value: str | None, before: Printed | None, page: str, line: int) -> Printed | None:
    if value is None:
        return None
    return Printed(value, page, before.lines if before else (line,))


def _found(articles: Sequence[Article], correction: ArticleCorrection, place: str) -> Article:
    """Return the article of that id or title; titles are compared without white space and width."""
    wanted = fold(correction.article)
    found = [article for article in articles if correction.article == article.id or wanted == fold(article.headline)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(article.id for article in found)
        raise KnowledgeError(place, f"{len(found)} articles have this title.", f"Name one by its id: {ids}.")
    titles = [article.headline for article in articles]
    near = difflib.get_close_matches(correction.article, titles, n=1) or titles[:1]
    raise StaleCorrectionError(
        place,
        f"No article of this page is called “{shortened(correction.article)}”.",
        f"The nearest is “{near[0]}”: name it by its title as parsed, or by its id." if near else "Remove it.",
    )


def _quoted_line(parsed: ParsedPage, article: Article, correction: ArticleCorrection, place: str) -> int:
    """Return the line of the article on which the correction's quote begins."""
    expect, at, starts, text = fold(correction.expect), 0, [], ""
    for reading in parsed.readings:
        if reading.article == article.id:
            starts.append((at, reading.line.n))
            text += fold(reading.line.text)
            at = len(text)
    found = text.find(expect)
    if found < 0:
        what = f"“{correction.expect}” does not stand in the article “{shortened(article.headline)}”."
        raise stale(place, parsed.page, what, correction.expect)
    return next(n for start, n in reversed(starts) if start <= found)


def _opening(article: Article) -> str:
    return next((text.text for text in article.paragraphs if text.role is Role.BODY), article.headline)


# --- misread words ------------------------------------------------------------------------


def _reread(parsed: ParsedPage, correction: TextCorrection, place: str) -> ParsedPage:
    rereading = Rereading(correction, {reading.line.n: reading.line.text for reading in parsed.readings})
    articles = tuple(rereading.article(article) for article in parsed.articles)
    if not rereading.found and not _stands_aside(parsed, correction):
        where = f"on line {correction.line} of" if correction.line else "anywhere in"
        what = f"“{correction.text}” does not stand {where} {parsed.page.source_file}."
        raise stale(place, parsed.page, what, correction.text)
    return replace(parsed, articles=articles)


def _stands_aside(parsed: ParsedPage, correction: TextCorrection) -> bool:
    """Whether the words stand on a line that is in no text of an article: furniture, a repeated block."""
    lines = (reading.line for reading in parsed.readings if correction.line in (None, reading.line.n))
    return any(correction.text in line.text for line in lines)
