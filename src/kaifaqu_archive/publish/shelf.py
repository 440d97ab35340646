"""The catalogue laid out for readers: every article with its neighbours, by zone, city, author and person."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish.cities import cities_of
from kaifaqu_archive.publish.places import printed_on
from kaifaqu_archive.publish.urls import AddressBook, address_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kaifaqu_archive.model import Catalogue, Entry, Issue, ParsedPage, Term, Zone, ZoneRow


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article in its place: the issue it belongs to and what stands before and after it there."""

    entry: Entry
    issue: Issue
    before: Entry | None
    after: Entry | None

    def zone(self, name: str) -> Zone | None:
        """Return what the article says of a zone, or None."""
        return next((zone for zone in self.entry.facts.zones if zone.name == name), None)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that is published, reachable by id, zone, author and page."""

    catalogue: Catalogue
    urls: AddressBook
    articles: tuple[Shelved, ...]
    """Newest issue first, in reading order inside an issue."""
    by_id: Mapping[str, Shelved]
    by_zone: Mapping[str, tuple[Shelved, ...]]
    """Official name -> its articles, newest first; names in the order of their characters."""
    by_city: Mapping[str, tuple[Shelved, ...]]
    by_author: Mapping[str, tuple[Shelved, ...]]
    by_person: Mapping[str, tuple[Shelved, ...]]
    """Name of a person named with an office -> the articles that do so."""
    by_term: Mapping[str, tuple[Shelved, ...]]
    """Name of a policy term -> the articles that use it, newest first; the most used term first."""
    terms: Mapping[str, Term]
    terms_of: Mapping[str, tuple[str, ...]]
    """Id of an article -> the terms that it uses, the most used first."""
    zones: Mapping[str, Zone]
    """Official name -> what the articles say of where it lies: the first that names its city, newest first."""
    known: Mapping[str, ZoneRow]
    """Official name -> its row of the gazetteer, whether or not an article names it."""
    first_of_day: Mapping[str, Issue]
    """``YYYY-MM-DD`` -> the first issue of that day."""
    issue_of_page: Mapping[str, Issue]
    """Source file -> its issue."""
    parsed: Mapping[str, ParsedPage]
    """Source file -> the page as it was read."""
    lines_of: Mapping[str, tuple[tuple[str, tuple[int, ...]], ...]]
    """Id of an article -> (source file, lines) that the reading of the pages gives it."""

    def spots(self, shelved: Shelved) -> tuple[tuple[str, int], ...]:
        """Return (source file, line) of every line of an article, in order."""
        read = self.lines_of.get(shelved.entry.id, ())
        return printed_on(shelved.entry.article, ((page, n) for page, lines in read for n in lines))

    def printed(self, source_file: str, line: int) -> str | None:
        """Return a line as it was received; None where the archive does not hold it."""
        page = self.parsed.get(source_file)
        lines = page.page.lines if page else ()
        at = bisect_left(lines, line, key=lambda each: each.n)
        return lines[at].text if at < len(lines) and lines[at].n == line else None


def shelve(catalogue: Catalogue) -> Shelf:
    """Lay the catalogue out."""
    articles = tuple(shelved for issue in catalogue.issues for shelved in _in_place(issue))
    by_id = {shelved.entry.id: shelved for shelved in articles}
    return Shelf(
        catalogue=catalogue,
        urls=address_book(catalogue),
        articles=articles,
        by_id=by_id,
        by_zone=_grouped(articles, lambda entry: (zone.name for zone in entry.facts.zones)),
        by_city=_grouped(articles, cities_of),
        by_author=_grouped(articles, lambda entry: (author.name for author in entry.facts.authors)),
        by_person=_grouped(articles, lambda entry: (person.name for person in entry.facts.people)),
        by_term=_by_term(catalogue, by_id),
        terms={term.name: term for term in catalogue.terms},
        terms_of=_terms_of(catalogue),
        zones=_zones(articles),
        known={row.name: row for row in catalogue.gazetteer},
        first_of_day={day: issue for issue in reversed(catalogue.issues) if (day := issue.date.value)},
        issue_of_page={page.source_file: issue for issue in catalogue.issues for page in issue.pages},
        parsed={parsed.page.source_file: parsed for parsed in catalogue.parsed},
        lines_of=_lines_of(catalogue.parsed),
    )


def _in_place(issue: Issue) -> Iterable[Shelved]:
    around = (None, *issue.entries, None)
    return (
        Shelved(entry, issue, before, after)
        for before, entry, after in zip(around, issue.entries, around[2:], strict=False)
    )


def _lines_of(pages: Iterable[ParsedPage]) -> dict[str, tuple[tuple[str, tuple[int, ...]], ...]]:
    found: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for parsed in pages:
        of_page: dict[str, list[int]] = {}
        for reading in parsed.readings:
            if reading.article:
                of_page.setdefault(reading.article, []).append(reading.line.n)
        for ident, lines in of_page.items():
            found.setdefault(ident, []).append((parsed.page.source_file, tuple(lines)))
    return {ident: tuple(lines) for ident, lines in found.items()}


def _grouped(articles: Iterable[Shelved], names_in: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Shelved, ...]]:
    groups: dict[str, list[Shelved]] = {}
    for shelved in articles:
        for name in dict.fromkeys(names_in(shelved.entry)):
            groups.setdefault(name, []).append(shelved)
    return {name: tuple(groups[name]) for name in sorted(groups)}


def _by_term(catalogue: Catalogue, by_id: Mapping[str, Shelved]) -> dict[str, tuple[Shelved, ...]]:
    """Return the articles of each term; its uses come in the order of the catalogue."""
    return {
        term.name: tuple(by_id[ident] for ident in dict.fromkeys(use.article for use in term.uses))
        for term in catalogue.terms
    }


def _terms_of(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for term in catalogue.terms:
        for use in term.uses:
            found.setdefault(use.article, {})[term.name] = None
    return {ident: tuple(names) for ident, names in found.items()}


def _zones(articles: Iterable[Shelved]) -> dict[str, Zone]:
    found: dict[str, Zone] = {}
    for zone in (zone for shelved in articles for zone in shelved.entry.facts.zones):
        if zone.name not in found or (zone.city and not found[zone.name].city):
            found[zone.name] = zone
    return found
