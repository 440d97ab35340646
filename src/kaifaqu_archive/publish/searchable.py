"""What the search index is told of every article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import DateBasis
from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.search import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kaifaqu_archive.model import Article, Zone, ZoneRow
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


def documents(shelf: Shelf) -> Iterator[Document]:
    """Yield every published article as the index is told of it, newest issue first."""
    arrivals = {ident: place for place, ident in enumerate(shelf.catalogue.arrivals)}
    known = {row.name: row for row in shelf.catalogue.gazetteer}
    for shelved in shelf.articles:
        terms = shelf.terms_of.get(shelved.entry.id, ())
        yield _document(shelved, known, terms, arrivals.get(shelved.entry.id, len(arrivals)))


def _document(shelved: Shelved, known: Mapping[str, ZoneRow], terms: tuple[str, ...], arrival: int) -> Document:
    article, facts, issue = shelved.entry.article, shelved.entry.facts, shelved.issue
    zones = sorted(facts.zones, key=lambda zone: not zone.primary)
    return Document(
        id=article.id,
        url=urls.article(article.id),
        title=article.headline,
        paragraphs=_texts(article),
        kicker=article.kicker.text if article.kicker else "",
        subtitle=article.subtitle.text if article.subtitle else "",
        authors=tuple(dict.fromkeys(author.name for author in facts.authors)),
        zones=tuple(dict.fromkeys(zone.name for zone in zones)),
        cities=tuple(dict.fromkeys(zone.city for zone in zones if zone.city)),
        aliases=_aliases(facts.zones, known),
        terms=terms,
        also=tuple(amendment.text for amendment in article.amendments),
        date=issue.date.value,
        inferred=issue.date.basis is DateBasis.INFERRED,
        issue=wording.publication(issue.publication),
        kind=article.kind.value,
        page="、".join(dict.fromkeys(page.label for page in shelved.entry.pages if page.label)),
        arrival=arrival,
    )


def _texts(article: Article) -> tuple[str, ...]:
    """Return body, subheadings, captions and credits in reading order."""
    captions = (piece.text for photo in article.photos for piece in (photo.caption, photo.credit) if piece)
    return (*(paragraph.text for paragraph in article.paragraphs), *captions)


def _aliases(zones: tuple[Zone, ...], known: Mapping[str, ZoneRow]) -> tuple[str, ...]:
    """Return the forms in which the article names its zones and their former and short names, beside the official."""
    official = {zone.name for zone in zones}
    rows = (known[zone.name] for zone in zones if zone.name in known)
    forms = (*(form for zone in zones for form in zone.mentions), *(name for row in rows for name in row.names))
    return tuple(form for form in dict.fromkeys(forms) if form not in official)
