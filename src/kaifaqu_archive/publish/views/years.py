"""The years of long dossiers: of zones, cities, people, authors and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish.views.authors import author_subject
from kaifaqu_archive.publish.views.cities import city_subject
from kaifaqu_archive.publish.views.dossier import year_views
from kaifaqu_archive.publish.views.people import person_subject
from kaifaqu_archive.publish.views.terms import term_subject
from kaifaqu_archive.publish.views.zone import zone_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf
    from kaifaqu_archive.publish.views.dossier import YearView
    from kaifaqu_archive.publish.views.frame import Press


def all_year_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, YearView]]:
    """Yield (address, page) of every year of every long dossier."""
    for held, subject in (
        (shelf.by_zone, zone_subject),
        (shelf.urls.cities, city_subject),
        (shelf.by_person, person_subject),
        (shelf.by_author, author_subject),
        (shelf.terms, term_subject),
    ):
        for name in held:
            yield from year_views(press, shelf, subject(shelf, name))
