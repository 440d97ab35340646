"""Every permanent address of a catalogue: what may never disappear once it was published."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Address, Role
from kaifaqu_archive.publish import parts
from kaifaqu_archive.publish.cities import cities_of
from kaifaqu_archive.publish.urls import PEOPLE, address_book, article, source_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Article, Catalogue, Entry
    from kaifaqu_archive.publish.urls import AddressBook

OPENING = 16
"""Characters of a text that the ledger remembers it by: enough to tell any two openings of a page apart."""
ALL_PEOPLE = "人物"


def addresses(catalogue: Catalogue) -> Iterator[Address]:
    """Yield every permanent address and what it stands for.

    A part has the name of the whole, and leads to it where it is a part no more.
    """
    book = address_book(catalogue)
    for issue in catalogue.issues:
        day = issue.date.value or "undated"
        yield Address(book.issue(issue), f"{issue.publication or ''} {day}".strip(), issue.pages[0].source_file)
        for page in issue.pages:
            yield Address(source_page(page.source_file), page.source_file, page.source_file)
        for entry in issue.entries:
            yield _article_address(entry.article)
    for named in (book.zones, book.cities, book.authors, book.people, book.terms):
        yield from (Address(at, name) for name, at in named.items())
    yield from _years(catalogue, book)
    yield Address(PEOPLE, ALL_PEOPLE)
    yield from _letters(catalogue)


def _article_address(found: Article) -> Address:
    """Return an article's address with where its body begins, for that is what its id is made of."""
    bodies = (paragraph for paragraph in found.paragraphs if paragraph.role is not Role.HEADING)
    captions = (photo.caption or photo.credit for photo in found.photos)
    first = next(bodies, None) or found.title or next(captions, None)
    if first is None:
        return Address(article(found.id), found.headline)
    line = first.lines[0] if first.lines else None
    return Address(article(found.id), found.headline, first.page, line, first.text[:OPENING])


def _years(catalogue: Catalogue, book: AddressBook) -> Iterator[Address]:
    """Yield the years of the dossiers that are too long for one page."""
    held: dict[tuple[str, str], Counter[str]] = {}
    days: dict[str, str | None] = {}
    for issue in catalogue.issues:
        for entry in issue.entries:
            days[entry.id] = issue.date.value
            for name, at in _dossiers(entry, book):
                held.setdefault((name, at), Counter())[parts.year_of(at, issue.date.value)] += 1
    for term in catalogue.terms:
        at = book.terms[term.name]
        articles = {use.article for use in term.uses}
        held[term.name, at] = Counter(parts.year_of(at, days[ident]) for ident in articles)
    for (name, _), counted in held.items():
        if counted.total() > parts.LONG:
            yield from (Address(year, name) for year in sorted(counted))


def _dossiers(entry: Entry, book: AddressBook) -> Iterator[tuple[str, str]]:
    """Yield name and address of the dossiers that tell of an article, all but those of terms."""
    facts = entry.facts
    named = (
        (book.zones, {zone.name for zone in facts.zones}),
        (book.cities, set(cities_of(entry))),
        (book.authors, {author.name for author in facts.authors}),
        (book.people, {person.name for person in facts.people}),
    )
    for addresses_of, names in named:
        yield from ((name, addresses_of[name]) for name in names)


def _letters(catalogue: Catalogue) -> Iterator[Address]:
    """Yield the letters of the index of people where that is too long for one page."""
    names = [person.name for issue in catalogue.issues for entry in issue.entries for person in entry.facts.people]
    if len(names) > parts.ONE_PAGE:
        letters = sorted({parts.first_letter(name) for name in names})
        yield from (Address(parts.letter_of(letter), ALL_PEOPLE) for letter in letters)
