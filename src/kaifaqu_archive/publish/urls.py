"""Every address of the site, in one place.

An address is relative to the site's root and ends in a slash (``articles/abc/``); the page stands at
``articles/abc/index.html``.  Pages reach one another by relative links, so that the site works under
any base path; only the feed, the sitemap and canonical links need to know the base URL.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from kaifaqu_archive.publish.cities import CITIES, cities_of
from kaifaqu_archive.publish.slugs import digest, person_slug, slug, stem_slug, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kaifaqu_archive.model import Catalogue, Issue

FRONT = ""
ISSUES = "issues/"
ZONES = "zones/"
CITIES_INDEX = "cities/"
PEOPLE = "people/"
TERMS = "terms/"
AUTHORS = "authors/"
SEARCH = "search/"
ABOUT = "about/"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NOT_FOUND = "404.html"
DATA = "data/"


def article(article_id: str) -> str:
    """Return the address of an article."""
    return f"articles/{article_id}/"


def source_page(source_file: str) -> str:
    """Return the address at which a page can be read as it was received."""
    return f"pages/{stem_slug(PurePath(source_file).stem)}/"


def source_line(source_file: str, line: int) -> str:
    """Return the address of one line of a page as it was received."""
    return f"{source_page(source_file)}#L{line}"


def file_of(address: str) -> str:
    """Return the path of the file that answers for an address."""
    return f"{address}index.html" if address == FRONT or address.endswith("/") else address


def address_of(path: str) -> str | None:
    """Return the address for which the page at a path answers; None of what is no page."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else None


def root_from(address: str) -> str:
    """Return the relative link from a page back to the site's root: ``../../`` from ``articles/abc/``."""
    return "../" * address.count("/") or "./"


def base_path(base_url: str) -> str:
    """Return the path under which the site is served, with a slash at both ends."""
    path = urlsplit(base_url).path.strip("/")
    return f"/{path}/" if path else "/"


def is_full(base_url: str) -> bool:
    """Whether the base URL names a host, so that absolute addresses can be made."""
    parts = urlsplit(base_url)
    return bool(parts.scheme and parts.netloc)


def absolute(base_url: str, address: str) -> str:
    """Return the address under the base URL: a full URL where the base names a host, else an absolute path."""
    base = base_url if base_url.endswith("/") else f"{base_url}/"
    return urljoin(base, address) if is_full(base_url) else base_path(base_url) + address


@dataclass(frozen=True, slots=True)
class AddressBook:
    """The addresses that depend on names and are told apart over the whole catalogue."""

    zones: Mapping[str, str]
    """Official name -> address."""
    cities: Mapping[str, str]
    """Name -> address; Shanxi's eleven cities whether or not an article is about them."""
    authors: Mapping[str, str]
    """Name -> address."""
    people: Mapping[str, str]
    """Name of a person named with an office -> address."""
    terms: Mapping[str, str]
    """Name of a policy term -> address."""
    issues: Mapping[str, str]
    """The source file of any page of an issue -> address of the issue."""

    def issue(self, issue: Issue) -> str:
        """Return the address of an issue."""
        return self.issues[issue.pages[0].source_file]


def address_book(catalogue: Catalogue) -> AddressBook:
    """Return the addresses that names and dates give."""
    entries = [entry for issue in catalogue.issues for entry in issue.entries]
    zones = {zone.name for entry in entries for zone in entry.facts.zones}
    cities = {*CITIES, *(city for entry in entries for city in cities_of(entry))}
    authors = {author.name for entry in entries for author in entry.facts.authors}
    people = {person.name for entry in entries for person in entry.facts.people}
    return AddressBook(
        zones={name: f"{ZONES}{made}/" for name, made in told_apart(_slugged(zones)).items()},
        cities={name: f"{CITIES_INDEX}{made}/" for name, made in told_apart(_slugged(cities)).items()},
        authors={name: f"{AUTHORS}{person_slug(name)}/" for name in sorted(authors)},
        people={name: f"{PEOPLE}{person_slug(name)}/" for name in sorted(people)},
        # Many words sound alike, and a term must keep its address when another of its sound turns up.
        terms={term.name: f"{TERMS}{slug(term.name)}-{digest(term.name)}/" for term in catalogue.terms},
        issues=_issues(catalogue.issues),
    )


def _slugged(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, slug(name)) for name in sorted(names)]


def _issues(issues: Iterable[Issue]) -> dict[str, str]:
    """Give every page of every issue the issue's address, made from its date and its publication."""
    keyed = {" ".join(page.source_file for page in issue.pages): issue for issue in issues}
    made = told_apart((key, _issue_slug(key, issue)) for key, issue in keyed.items())
    return {page.source_file: f"{ISSUES}{made[key]}/" for key, issue in keyed.items() for page in issue.pages}


def _issue_slug(key: str, issue: Issue) -> str:
    day = issue.date.value or f"undated-{digest(key, 8)}"
    return f"{day}-{slug(issue.publication)}" if issue.publication else day
