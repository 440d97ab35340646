"""A zone's dossier: what it is called, what the paper said of it by date, who and what was named with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish.cities import city_of
from kaifaqu_archive.publish.views.dossier import Record, Subject, record
from kaifaqu_archive.publish.views.figures import RULE, countings
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.groups import Counted, most
from kaifaqu_archive.publish.views.offices import mentions_in
from kaifaqu_archive.publish.views.telling import Quote, coverage, quotes
from kaifaqu_archive.publish.views.terms import terms_in
from kaifaqu_archive.publish.views.zones import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Zone, ZoneRow
    from kaifaqu_archive.publish.pictures.months import MonthPicture
    from kaifaqu_archive.publish.shelf import Shelf, Shelved

PRIMARY = "主要报道"

CERTAINTIES = {
    "listed": "官方名单或区划代码",
    "printed": "报刊或履历",
    "recalled": "引用前请核对",
}
"""How sure a row of the gazetteer is."""


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that is known of a zone: 曾用名 — 漳泽开发区."""

    name: str
    values: tuple[Link, ...]
    """Their ``href`` is empty where they lead nowhere."""


@dataclass(frozen=True, slots=True)
class ZoneView:
    """A zone's page."""

    frame: Frame
    name: str
    city: Link
    """Its ``text`` is empty where the city is not known."""
    park: bool
    known: bool
    about: tuple[Known, ...]
    """Its names and what the gazetteer says of it."""
    certainty: str
    """What the gazetteer's row rests on, and how sure that is; empty for a zone that is not in it."""
    record: Record
    rule: str
    """Which figures are listed."""
    neighbours: tuple[Counted, ...]
    """Zones named in the same articles, most often first."""
    terms: tuple[Counted, ...]
    """Policy terms that the articles about it use, most often first."""
    writers: tuple[Counted, ...]
    coverage: MonthPicture | None
    count: int
    primary: int


def zone_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, ZoneView]]:
    """Yield (address, dossier) of every zone that an article names."""
    for name in shelf.by_zone:
        yield shelf.urls.zones[name], _zone_view(press, shelf, name)


def _zone_view(press: Press, shelf: Shelf, name: str) -> ZoneView:
    articles, zone, row = shelf.by_zone[name], shelf.zones[name], shelf.known.get(name)
    forms = _forms(articles, name)
    city = city_of(zone)
    beside = (other.name for shelved in articles for other in shelved.entry.facts.zones)
    writers = (author for shelved in articles for author in {each.name for each in shelved.entry.facts.authors})
    return ZoneView(
        frame=frame(press, shelf.urls.zones[name], name, f"本档案中有关{name}的{len(articles)}篇报道，按日期排列。"),
        name=name,
        city=Link(place(zone), shelf.urls.cities[city] if city else ""),
        park=zone.kind == "park",
        known=zone.known,
        about=tuple(_about(shelf, zone, row, forms)),
        certainty=_certainty(row) if row else "",
        record=record(shelf, zone_subject(shelf, name)),
        rule=RULE,
        neighbours=most(beside, shelf.urls.zones, besides=name),
        terms=terms_in(shelf, (shelved for shelved in articles if _is_about(shelved, name))),
        writers=most(writers, shelf.urls.authors),
        coverage=coverage(articles, name),
        count=len(articles),
        primary=sum(_is_about(shelved, name) for shelved in articles),
    )


def zone_subject(shelf: Shelf, name: str) -> Subject:
    """Return what a zone's dossier is about and how articles speak of it."""
    articles = shelf.by_zone[name]
    forms = frozenset((name, *_forms(articles, name)))
    return Subject(
        name,
        shelf.urls.zones[name],
        articles,
        say=lambda shelved: _say(shelved, name),
        people=lambda some: mentions_in(shelf, some, forms, lambda shelved: _is_about(shelved, name)),
        figures=lambda some: countings(some, name),
    )


def _is_about(shelved: Shelved, name: str) -> bool:
    zone = shelved.zone(name)
    return zone is not None and zone.primary


def _say(shelved: Shelved, name: str) -> tuple[str, str, tuple[Quote, ...]]:
    zone = shelved.zone(name)
    if zone is None:
        return "", "", ()
    return PRIMARY if zone.primary else "", "", quotes(shelved, frozenset(zone.lines), zone.mentions)


def _forms(articles: tuple[Shelved, ...], name: str) -> tuple[str, ...]:
    """Return the other forms in which the paper names the zone, each once."""
    forms = (form for shelved in articles if (zone := shelved.zone(name)) for form in zone.mentions)
    return tuple(form for form in dict.fromkeys(forms) if form != name)


def _about(shelf: Shelf, zone: Zone, row: ZoneRow | None, forms: tuple[str, ...]) -> Iterator[Known]:
    """Yield what is known of the zone, nothing where nothing is."""
    said = {
        "报上又作": forms,
        "曾用名": row.former if row else (),
        "简称": tuple(short for short in row.short if short not in forms) if row else (),
        "级别": (f"{row.level}{row.type}",) if row else (),
        "所在": (f"{row.city}{row.county or ''}",) if row else (),
        "现属": (row.part_of,) if row and row.part_of else (),
        "区内园区": row.parks if row else (),
        "今由其管辖": tuple(other.name for other in shelf.known.values() if other.part_of == zone.name),
    }
    for name, values in said.items():
        if values:
            yield Known(name, tuple(Link(value, shelf.urls.zones.get(value, "")) for value in values))


def _certainty(row: ZoneRow) -> str:
    return f"{'、'.join(row.source)}（{CERTAINTIES[row.certainty]}）"
