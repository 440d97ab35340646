"""The Atom feed, the sitemap and robots.txt."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.views.rows import byline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.publish.shelf import Shelf, Shelved
    from kaifaqu_archive.publish.site import Site

ENTRIES = 50
"""Articles in the feed: several issues of a weekly."""
SITEMAP_LIMIT = 50_000
"""Addresses that the sitemap protocol allows in one file."""
NAMESPACE = uuid.UUID("6f1a3d0c-5a0b-5f0e-9d53-0b9a4f6f7c11")
"""Of the archive's feed ids, drawn once; an article keeps its id wherever the archive is served."""
NEVER = "1970-01-01T00:00:00+08:00"
"""When a feed without a dated article was updated."""


def feed(site: Site, shelf: Shelf) -> tuple[str, bytes]:
    """Return the Atom feed of the latest articles that have a date."""
    dated = [shelved for shelved in shelf.articles if shelved.issue.date.value][:ENTRIES]
    settings = shelf.catalogue.settings
    updated = _moment(dated[0]) if dated else NEVER
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(settings.language)}>',
        f"<title>{escape(settings.title)}</title>",
        f"<id>{_id(settings.title)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(settings.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(urls.absolute(site.base_url, urls.FEED))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(urls.absolute(site.base_url, urls.FRONT))}/>',
        *(line for shelved in dated for line in _entry(site, shelved)),
        "</feed>",
    ]
    return urls.FEED, _text(lines)


def _entry(site: Site, shelved: Shelved) -> Iterator[str]:
    entry = shelved.entry
    href = urls.absolute(site.base_url, urls.article(entry.id))
    yield "<entry>"
    yield f"<title>{escape(entry.article.headline)}</title>"
    yield f"<id>{_id(entry.id)}</id>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(href)}/>'
    yield f"<updated>{_moment(shelved)}</updated>"
    yield f"<published>{_moment(shelved)}</published>"
    authors = dict.fromkeys(author.name for author in entry.facts.authors)
    yield from (f"<author><name>{escape(name)}</name></author>" for name in authors)
    yield from (f"<category term={quoteattr(zone.name)}/>" for zone in entry.facts.zones)
    yield f"<summary>{escape(_summary(shelved))}</summary>"
    yield "</entry>"


def _summary(shelved: Shelved) -> str:
    opening = wording.opening(shelved.entry.article.paragraphs)
    return "　".join(part for part in (byline(shelved.entry.facts.authors), opening) if part)


def _moment(shelved: Shelved) -> str:
    """Return the day of the issue as the moment an entry was made: the archive knows no clock."""
    value = shelved.issue.date.value or ""
    return f"{value}T00:00:00+08:00"


def _id(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name).urn


def sitemap(site: Site, addresses: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap of all pages; several and an index of them where they are more than one may hold."""
    if len(addresses) <= SITEMAP_LIMIT:
        yield urls.SITEMAP, _urlset(site, addresses)
        return
    names = []
    for number, start in enumerate(range(0, len(addresses), SITEMAP_LIMIT), 1):
        names.append(f"sitemap-{number}.xml")
        yield names[-1], _urlset(site, addresses[start : start + SITEMAP_LIMIT])
    yield urls.SITEMAP, _listed(site, "sitemapindex", "sitemap", names)


def _urlset(site: Site, addresses: Sequence[str]) -> bytes:
    return _listed(site, "urlset", "url", addresses)


def _listed(site: Site, outer: str, inner: str, addresses: Sequence[str]) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    lines += [f"<{inner}><loc>{escape(urls.absolute(site.base_url, each))}</loc></{inner}>" for each in addresses]
    return _text([*lines, f"</{outer}>"])


def robots(site: Site) -> tuple[str, bytes]:
    """Return robots.txt: everything may be read; the sitemap is named where its full address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if urls.is_full(site.base_url):
        lines.append(f"Sitemap: {urls.absolute(site.base_url, urls.SITEMAP)}")
    return urls.ROBOTS, _text(lines)


def _text(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
