"""Facts of an article: who wrote it, which zones, cities, dates and people it names, what figures it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.extract.bylines import authors_of, source_of
from kaifaqu_archive.extract.cities import cities_of
from kaifaqu_archive.extract.closures import closures_of
from kaifaqu_archive.extract.dates import dates_of
from kaifaqu_archive.extract.figures import figures_of
from kaifaqu_archive.extract.people import people_of
from kaifaqu_archive.extract.stretches import stretches
from kaifaqu_archive.extract.zones import zones_of
from kaifaqu_archive.model import Facts

if TYPE_CHECKING:
    from kaifaqu_archive.extract.gazetteer import Gazetteer
    from kaifaqu_archive.model import Article, IssueDate

__all__ = ["facts_of"]


def facts_of(article: Article, issue: IssueDate, gazetteer: Gazetteer) -> Facts:
    """Return what an article says of its authors, zones, cities, dates, people and figures."""
    parts = stretches(article)
    zones = zones_of(parts, gazetteer)
    return Facts(
        source=source_of(article),
        authors=authors_of(article),
        zones=zones,
        dates=dates_of(parts, issue),
        people=people_of(parts),
        closures=closures_of(article, parts, issue),
        figures=figures_of(parts),
        cities=cities_of(parts, zones),
    )
