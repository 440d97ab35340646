"""Catalogue -> (path, bytes): every file of the published site.

``urls`` knows every address, ``shelf`` lays the catalogue out for readers, ``views`` decides and words
what a page shows, ``pages`` renders it; ``data``, ``feeds`` and ``search`` are the site's other files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish import citations, urls
from kaifaqu_archive.publish.about import about_html
from kaifaqu_archive.publish.assets import SEARCH as SCRIPTS
from kaifaqu_archive.publish.assets import assets
from kaifaqu_archive.publish.data import data_files
from kaifaqu_archive.publish.doors import doors
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
    from collections.abc import Callable, Iterator, Mapping

    from kaifaqu_archive.model import Catalogue
    from kaifaqu_archive.publish.data.package import File
    from kaifaqu_archive.publish.search.keeping import Cache
    from kaifaqu_archive.publish.shelf import Shelf

__all__ = ["Site", "publish"]


def publish(catalogue: Catalogue, site: Site, cache: Cache | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site as (path below the site's root, content), each path once.

    ``cache`` keeps parts of the search index between builds; with it or without it the bytes are the same.
    """
    shelf = shelve(catalogue)
    folder, files = assets(site.static)
    press = Press(site, catalogue.settings, folder)
    render = renderer(site.templates)
    yield from files
    known: list[str] = []
    made = yield from data_files(shelf)
    leads = {("term", name): address for name, address in shelf.urls.terms.items()}
    index = yield from build_index(documents(shelf), cache, leads)
    for address, template, view in _views(press, shelf, index, made):
        known.append(address)
        yield urls.file_of(address), render(template, view=view, frame=view.frame)  # type: ignore[attr-defined]
    yield from _citations(site, shelf)
    for address, forward in forward_views(press, catalogue.forwards, frozenset(known)):
        yield urls.file_of(address), render("forward.html", view=forward, frame=forward.frame)
    yield urls.NOT_FOUND, _not_found(press, render)
    yield feed(site, shelf)
    yield from doors(site, catalogue.settings.title, f"{folder}img/icon.svg")
    yield from sitemap(site, known)
    yield robots(site)


def _views(press: Press, shelf: Shelf, index: str, made: Mapping[str, File]) -> Iterator[tuple[str, str, object]]:
    """Yield (address, template, view) of every page that readers find by following links."""
    yield urls.FRONT, "front.html", front_view(press, shelf)
    yield urls.ISSUES, "issues.html", issues_view(press, shelf)
    yield urls.ZONES, "zones.html", zones_view(press, shelf)
    yield urls.CITIES_INDEX, "cities.html", cities_view(press, shelf)
    yield from ((address, "people.html", view) for address, view in people_views(press, shelf))
    yield urls.TERMS, "terms.html", terms_view(press, shelf)
    yield urls.AUTHORS, "authors.html", authors_view(press, shelf)
    yield urls.SEARCH, "search.html", search_view(press, index, early_script(press.site.static / SCRIPTS))
    yield urls.DATA, "data.html", data_view(press, made)
    yield urls.ABOUT, "about.html", about_view(press, about_html(press.site.templates))
    yield from ((address, "issue.html", view) for address, view in issue_views(press, shelf))
    for shelved in shelf.articles:
        yield urls.article(shelved.entry.id), "article.html", article_view(press, shelf, shelved)
    yield from ((address, "zone.html", view) for address, view in zone_views(press, shelf))
    yield from ((address, "city.html", view) for address, view in city_views(press, shelf))
    yield from ((address, "person.html", view) for address, view in person_views(press, shelf))
    yield from ((address, "term.html", view) for address, view in term_views(press, shelf))
    yield from ((address, "author.html", view) for address, view in author_views(press, shelf))
    yield from ((address, "year.html", view) for address, view in all_year_views(press, shelf))
    yield from ((address, "source.html", view) for address, view in source_views(press, shelf))


def _citations(site: Site, shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """Yield the citation files of every article."""
    forms = {"RIS": citations.ris, "BibTeX": citations.bibtex, "CSL-JSON": citations.csl_json}
    for shelved in shelf.articles:
        url = urls.absolute(site.base_url, urls.article(shelved.entry.id))
        yield from (
            (urls.citation(shelved.entry.id, form), write(shelved, url).encode()) for form, write in forms.items()
        )


def _not_found(press: Press, render: Callable[..., bytes]) -> bytes:
    view = not_found_view(press)
    return render("404.html", view=view, frame=view.frame)
