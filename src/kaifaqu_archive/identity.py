"""Telling articles apart whose opening texts, and so their ids, are the same.

A notice that a paper prints every year opens with the same words.  The article that was published
first keeps the id; the ledger remembers which one that was.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kaifaqu_archive.model import Address, ParsedPage

_SUFFIX = 6
"""Hexadecimal digits added to an id that is taken: sixteen million for a handful of repeats."""


def tell_apart(parsed: Sequence[ParsedPage], ledger: Iterable[Address]) -> tuple[ParsedPage, ...]:
    """Return the pages with every article's id unique among them.

    Of the articles with one id, the one on the page that the ledger has for it keeps the id, else
    the first by file name; the others' ids are made longer by what their page and line give.
    """
    holders: dict[str, list[str]] = {}
    for page in sorted(parsed, key=lambda page: page.page.source_file):
        for article in page.articles:
            holders.setdefault(article.id, []).append(page.page.source_file)
    shared = {ident: pages for ident, pages in holders.items() if len(pages) > 1}
    if not shared:
        return tuple(parsed)
    published = {row.at.split("/")[1]: row.page for row in ledger if row.at.startswith("articles/")}
    keepers = {ident: _keeper(pages, published.get(ident)) for ident, pages in shared.items()}
    return tuple(_renamed(page, keepers) for page in parsed)


def _keeper(pages: Sequence[str], published_on: str | None) -> str:
    return next((page for page in pages if page == published_on), pages[0])


def _renamed(page: ParsedPage, keepers: Mapping[str, str]) -> ParsedPage:
    new = {
        article.id: f"{article.id}{_suffix(page, article.id)}"
        for article in page.articles
        if keepers.get(article.id, page.page.source_file) != page.page.source_file
    }
    return rename(page, new)


def _suffix(page: ParsedPage, ident: str) -> str:
    return hashlib.sha256(f"{page.page.sha256} {ident}".encode()).hexdigest()[:_SUFFIX]


def rename(page: ParsedPage, new: Mapping[str, str]) -> ParsedPage:
    """Return the page with the ids of articles changed as ``new`` says, old id -> new id."""
    if not new:
        return page
    articles = tuple(replace(article, id=new.get(article.id, article.id)) for article in page.articles)
    readings = tuple(
        reading._replace(article=new.get(reading.article, reading.article)) if reading.article else reading
        for reading in page.readings
    )
    return replace(page, articles=articles, readings=readings)
