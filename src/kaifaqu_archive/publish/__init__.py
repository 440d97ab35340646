"""Catalogue -> (path, bytes): every file of the published site.

``urls`` knows every address, ``shelf`` lays the catalogue out for readers, ``views`` decides and words
what a page shows, ``pages`` renders it; ``data``, ``feeds`` and ``search`` are the site's other files.
``edition`` is what comes out: the files, in parts that can be made at the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.about import about_html
from kaifaqu_archive.publish.assets import SEARCH as SCRIPTS
from kaifaqu_archive.publish.assets import assets
from kaifaqu_archive.publish.data import data_files
from kaifaqu_archive.publish.doors import doors
from kaifaqu_archive.publish.edition import Edition, Files
from kaifaqu_archive.publish.feeds import feed, robots, sitemap
from kaifaqu_archive.publish.pages import renderer
from kaifaqu_archive.publish.scripts import early_script
from kaifaqu_archive.publish.search import build_index
from kaifaqu_archive.publish.searchable import documents
from kaifaqu_archive.publish.shelf import shelve
from kaifaqu_archive.publish.site import Site
from kaifaqu_archive.publish.views.article import article_view
from kaifaqu_archive.publish.views.authors import author_views, authors_view
from kaifaqu_archive.publish.views.cities import cities_view, city_views
from kaifaqu_archive.publish.views.data import data_view
from kaifaqu_archive.publish.views.frame import Press
from kaifaqu_archive.publish.views.front import front_view
from kaifaqu_archive.publish.views.issues import issue_views, issues_view
from kaifaqu_archive.publish.views.people import people_views, person_views
from kaifaqu_archive.publish.views.plain import about_view, forward_views, not_found_view, search_view
from kaifaqu_archive.publish.views.sources import source_views
from kaifaqu_archive.publish.views.terms import term_views, terms_view
from kaifaqu_archive.publish.views.years import all_year_views
from kaifaqu_archive.publish.views.zone import zone_views
from kaifaqu_archive.publish.views.zones import zones_view

if TYPE_CHECKING:
    from kaifaqu_archive.model import Catalogue
    from kaifaqu_archive.publish.search.keeping import Cache
    from kaifaqu_archive.publish.shelf import Shelf, Shelved
    from kaifaqu_archive.publish.views.frame import Frame

__all__ = ["Edition", "Files", "Site", "publish"]

ARTICLES = 5000
"""Articles of one part."""


class View(Protocol):
    """What a page shows."""

    @property
    def frame(self) -> Frame:
        """What surrounds it."""


Views = Iterable[tuple[str, str, View]]
"""(address, template, view)."""
Render = Callable[[str, str, View], tuple[str, bytes]]


def publish(catalogue: Catalogue, site: Site, cache: Cache | None = None) -> Edition:
    """Return every file of the site, in parts.

    ``cache`` keeps parts of the search index between builds; with it or without it the bytes are the same.
    """
    shelf = shelve(catalogue)
    folder, files = assets(site.static)
    press = Press(site, catalogue.settings, folder)
    render = _render(site)
    return Edition(
        parts=(
            partial(_data, press, shelf, render),
            # Not beside the tables, which it would find at their largest.
            *(partial(_rendered, render, views) for views in _views(press, shelf)),
            partial(_search, press, shelf, render, cache),
            lambda: files,
        ),
        last=partial(_last, press, shelf, render),
    )


def _render(site: Site) -> Render:
    """Return a function of address, template and view that gives the file of a page."""
    fill = renderer(site.templates)

    def render(address: str, template: str, view: View) -> tuple[str, bytes]:
        return urls.file_of(address), fill(template, view=view, frame=view.frame)

    return render


def _rendered(render: Render, views: Callable[[], Views]) -> Files:
    return (render(*page) for page in views())


def _data(press: Press, shelf: Shelf, render: Render) -> Files:
    """Yield the data files and the page that tells of them."""
    made = yield from data_files(shelf)
    yield render(urls.DATA, "data.html", data_view(press, made))


def _search(press: Press, shelf: Shelf, render: Render, cache: Cache | None) -> Files:
    """Yield the search index and the page that asks it."""
    leads = {("term", name): address for name, address in shelf.urls.terms.items()}
    index = yield from build_index(documents(shelf), cache, leads)
    yield render(urls.SEARCH, "search.html", search_view(press, index, early_script(press.site.static / SCRIPTS)))


def _views(press: Press, shelf: Shelf) -> Iterator[Callable[[], Views]]:
    """Yield what makes (address, template, view) of the pages that readers find by following links, in parts."""

    def of(template: str, views: Callable[[Press, Shelf], Iterable[tuple[str, View]]]) -> Callable[[], Views]:
        return lambda: ((address, template, view) for address, view in views(press, shelf))

    for start in range(0, len(shelf.articles), ARTICLES):
        yield partial(_article_views, press, shelf, shelf.articles[start : start + ARTICLES])
    yield of("person.html", person_views)
    yield of("term.html", term_views)
    yield of("year.html", all_year_views)
    yield of("source.html", source_views)
    yield of("issue.html", issue_views)
    yield of("people.html", people_views)
    yield of("zone.html", zone_views)
    yield of("city.html", city_views)
    yield of("author.html", author_views)
    yield partial(_indexes, press, shelf)


def _article_views(press: Press, shelf: Shelf, articles: Iterable[Shelved]) -> Views:
    return ((urls.article(each.entry.id), "article.html", article_view(press, shelf, each)) for each in articles)


def _indexes(press: Press, shelf: Shelf) -> Views:
    """Yield the pages of which there is one."""
    yield urls.FRONT, "front.html", front_view(press, shelf)
    yield urls.ISSUES, "issues.html", issues_view(press, shelf)
    yield urls.ZONES, "zones.html", zones_view(press, shelf)
    yield urls.CITIES_INDEX, "cities.html", cities_view(press, shelf)
    yield urls.TERMS, "terms.html", terms_view(press, shelf)
    yield urls.AUTHORS, "authors.html", authors_view(press, shelf)
    yield urls.ABOUT, "about.html", about_view(press, about_html(press.site.templates))


def _last(press: Press, shelf: Shelf, render: Render, paths: Sequence[str]) -> Files:
    """Yield what needs to know all addresses, and what stands at the site's root."""
    catalogue, site = shelf.catalogue, press.site
    known = sorted(address for path in paths if (address := urls.address_of(path)) is not None)
    for address, forward in forward_views(press, catalogue.forwards, frozenset(known)):
        yield render(address, "forward.html", forward)
    yield render(urls.NOT_FOUND, "404.html", not_found_view(press))
    yield feed(site, shelf)
    yield from doors(site, catalogue.settings.title, f"{press.assets}img/icon.svg")
    yield from sitemap(site, known)
    yield robots(site)
