"""The front page: the latest issue and the ways in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.cities import CITIES
from kaifaqu_archive.publish.views.authors import author_groups
from kaifaqu_archive.publish.views.cities import city_map
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.issues import IssueRow, IssueYear, issue_row, issue_years
from kaifaqu_archive.publish.views.rows import Row, row
from kaifaqu_archive.publish.views.terms import most_used
from kaifaqu_archive.publish.views.zones import zone_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Issue
    from kaifaqu_archive.publish.pictures.tiles import TileMap
    from kaifaqu_archive.publish.shelf import Shelf
    from kaifaqu_archive.publish.views.groups import Counted, Group

RECENT = 8
"""Issues listed on the front page: two months of a weekly."""
ZONES_SHOWN = 6
"""Zones of a city listed on the front page, those in most articles."""
AUTHORS_SHOWN = 24
"""Authors listed on the front page, those with most articles."""
TERMS_SHOWN = 24
"""Terms listed on the front page, those that stand in most articles."""


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page."""

    frame: Frame
    description: str
    issue: IssueRow | None
    """The latest issue."""
    lead: Row | None
    rows: tuple[Row, ...]
    recent: tuple[IssueYear, ...]
    years: tuple[Link, ...]
    """Every year of the archive, the newest first; none where the recent issues show them all."""
    map: TileMap
    zones: tuple[Group, ...]
    """Of Shanxi's cities, the first ``ZONES_SHOWN`` of each."""
    terms: tuple[Counted, ...]
    authors: tuple[Counted, ...]
    zone_count: int
    term_count: int
    author_count: int
    person_count: int
    issues: int
    pages: int
    articles: int


def front_view(press: Press, shelf: Shelf) -> FrontView:
    """Return the front page."""
    issues = shelf.catalogue.issues
    rows = [row(shelf, shelved) for shelved in shelf.articles if issues and shelved.issue is issues[0]]
    authors = [author for group in author_groups(shelf) for author in group.names]
    often = sorted(authors, key=lambda author: -author.count)[:AUTHORS_SHOWN]
    description = press.settings.description
    return FrontView(
        frame=frame(
            press, urls.FRONT, None, description or f"{press.settings.title}：按日期、开发区、作者与全文检索阅读。"
        ),
        description=description,
        issue=issue_row(shelf, issues[0]) if issues else None,
        lead=rows[0] if rows else None,
        rows=tuple(rows[1:]),
        years=_years(issues) if len(issues) > RECENT else (),
        recent=tuple(issue_years(issue_row(shelf, issue) for issue in issues[:RECENT])),
        map=city_map(shelf),
        zones=tuple(_zones(shelf)),
        terms=most_used(shelf, TERMS_SHOWN),
        authors=tuple(often),
        zone_count=len(shelf.by_zone),
        term_count=len(shelf.terms),
        author_count=len(authors),
        person_count=len(shelf.by_person),
        issues=len(issues),
        pages=sum(len(issue.pages) for issue in issues),
        articles=len(shelf.articles),
    )


def _zones(shelf: Shelf) -> Iterator[Group]:
    """Yield the first zones of Shanxi's cities; of all places where the archive names none of Shanxi."""
    groups = zone_groups(shelf, parks=False)
    home = [group for group in groups if group.name in CITIES]
    for group in home or groups:
        shown = group.names[:ZONES_SHOWN] if group.href else group.names
        yield replace(group, names=shown, more=len(group.names) - len(shown))


def _years(issues: tuple[Issue, ...]) -> tuple[Link, ...]:
    years = dict.fromkeys(issue.date.value[:4] for issue in issues if issue.date.value)
    return tuple(Link(f"{year}年", f"{urls.ISSUES}#y{year}") for year in years)
