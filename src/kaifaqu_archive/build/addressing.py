"""Every permanent address of a catalogue as the ledger remembers it, and where everything is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaifaqu_archive.ledger import OPENING, Homes
from kaifaqu_archive.publish import permanent, urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Address, Catalogue, ZoneRow


def homes(catalogue: Catalogue) -> Homes:
    """Return where the articles, issues, pages and zones of the catalogue are published."""
    entries = (entry for issue in catalogue.issues for entry in issue.entries)
    book = urls.address_book(catalogue)
    return Homes(
        articles={entry.id: urls.article(entry.id) for entry in entries},
        issues=book.issues,
        pages={parsed.page.source_file: urls.source_page(parsed.page.source_file) for parsed in catalogue.parsed},
        zones={other: book.zones[name] for name, other in _other_names(catalogue.gazetteer) if name in book.zones},
    )


def _other_names(rows: Iterable[ZoneRow]) -> Iterator[tuple[str, str]]:
    """Yield (the name that a zone or a park is published under, another that it had or has)."""
    for row in rows:
        yield from ((row.name, other) for other in row.former)
        for name, *others in row.park_names:
            yield from ((name, other) for other in others)


def published_terms(ledger: Iterable[Address]) -> frozenset[str]:
    """Return the terms that were ever published: as long as an article uses one, it keeps its address."""
    return frozenset(row.name for row in ledger if row.at.startswith(urls.TERMS) and row.at != urls.TERMS)


def current_addresses(catalogue: Catalogue) -> Iterator[Address]:
    """Yield the permanent addresses of the catalogue, each with the line at which its text begins, as printed.

    An address of a whole page or issue begins at the page's first line.  The words are those of the
    page text, which nobody edits, not the article's, which corrections may change.
    """
    printed = {parsed.page.source_file: {r.line.n: r.line.text for r in parsed.readings} for parsed in catalogue.parsed}
    for address in permanent.addresses(catalogue):
        if address.page is None:
            yield address
            continue
        lines = printed[address.page]
        line = address.line or min(lines)
        yield replace(address, line=line, opening=lines[line][:OPENING])
