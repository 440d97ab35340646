"""Cities: the map of Shanxi's eleven, an index of all, and a dossier each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.cities import CITIES, city_of, province_of, stem
from kaifaqu_archive.publish.pictures.tiles import TileMap, tile_map
from kaifaqu_archive.publish.views.dossier import Record, Subject, record
from kaifaqu_archive.publish.views.frame import Frame, Press, frame
from kaifaqu_archive.publish.views.groups import Counted, most
from kaifaqu_archive.publish.views.offices import mentions_in
from kaifaqu_archive.publish.views.telling import Quote, coverage, quotes
from kaifaqu_archive.publish.views.zone import PRIMARY
from kaifaqu_archive.publish.views.zones import PARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Zone
    from kaifaqu_archive.publish.pictures.months import MonthPicture
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


@dataclass(frozen=True, slots=True)
class CityRow:
    """A city as the index lists it."""

    name: str
    href: str
    count: int
    zones: tuple[Counted, ...]
    """Its zones that the paper names, most often first."""


@dataclass(frozen=True, slots=True)
class CitiesView:
    """All cities."""

    frame: Frame
    map: TileMap
    home: tuple[CityRow, ...]
    """Shanxi's eleven, in the order of their codes."""
    away: tuple[Counted, ...]
    """Those of other provinces, most articles first."""


@dataclass(frozen=True, slots=True)
class CityView:
    """A city's page."""

    frame: Frame
    name: str
    province: str
    """Empty for Shanxi."""
    zones: tuple[Counted, ...]
    unseen: tuple[str, ...]
    """Zones of the city in the gazetteer that no article names."""
    record: Record
    writers: tuple[Counted, ...]
    coverage: MonthPicture | None
    count: int


def city_map(shelf: Shelf) -> TileMap:
    """Return the map of Shanxi's cities, shaded by the number of their articles."""
    return tile_map({city: len(articles) for city, articles in shelf.by_city.items()}, shelf.urls.cities)


def cities_view(press: Press, shelf: Shelf) -> CitiesView:
    """Return the page of all cities."""
    zones = _zones_by_city(shelf)
    counts = {name: len(shelf.by_city.get(name, ())) for name in shelf.urls.cities}
    away = [
        Counted(name, shelf.urls.cities[name], count, province_of(shelf.zones.values(), name))
        for name, count in counts.items()
        if name not in CITIES
    ]
    return CitiesView(
        frame=frame(press, urls.CITIES_INDEX, "城市", "山西十一市与外省城市：各市开发区在本档案中的报道。"),
        map=city_map(shelf),
        home=tuple(CityRow(name, shelf.urls.cities[name], counts[name], tuple(zones.get(name, ()))) for name in CITIES),
        away=tuple(sorted(away, key=lambda city: (-city.count, city.text))),
    )


def city_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, CityView]]:
    """Yield (address, dossier) of every city; Shanxi's eleven also where no article is about them."""
    zones = _zones_by_city(shelf)
    for name, address in shelf.urls.cities.items():
        yield address, _city_view(press, shelf, name, tuple(zones.get(name, ())))


def _city_view(press: Press, shelf: Shelf, name: str, zones: tuple[Counted, ...]) -> CityView:
    articles = shelf.by_city.get(name, ())
    writers = (author for shelved in articles for author in {each.name for each in shelved.entry.facts.authors})
    told_of = f"本档案中有关{name}各开发区的{len(articles)}篇报道，按日期排列。"
    return CityView(
        frame=frame(press, shelf.urls.cities[name], name, told_of if articles else f"本档案尚无{name}的报道。"),
        name=name,
        province=province_of(shelf.zones.values(), name),
        zones=zones,
        unseen=tuple(row.name for row in shelf.known.values() if row.city == name and row.name not in shelf.by_zone),
        record=record(shelf, city_subject(shelf, name)),
        writers=most(writers, shelf.urls.authors),
        coverage=coverage(articles, name),
        count=len(articles),
    )


def city_subject(shelf: Shelf, name: str) -> Subject:
    """Return what a city's dossier is about and how articles speak of it."""
    return Subject(
        name,
        shelf.urls.cities[name],
        shelf.by_city.get(name, ()),
        say=lambda shelved: _say(shelved, name),
        people=lambda some: mentions_in(shelf, some, frozenset((name,)), lambda shelved: _is_about(shelved, name)),
    )


def _zones_by_city(shelf: Shelf) -> dict[str, list[Counted]]:
    """Return the zones of every city, parks last, those named most often first."""
    held: dict[str, list[Counted]] = {}
    for name, zone in shelf.zones.items():
        if city := city_of(zone):
            note = PARK if zone.kind == "park" else ""
            held.setdefault(city, []).append(Counted(name, shelf.urls.zones[name], len(shelf.by_zone[name]), note))
    for zones in held.values():
        zones.sort(key=lambda zone: (bool(zone.note), -zone.count, zone.text))
    return held


def _zones_in(shelved: Shelved, city: str) -> list[Zone]:
    return [zone for zone in shelved.entry.facts.zones if city_of(zone) == city]


def _is_about(shelved: Shelved, city: str) -> bool:
    zones = _zones_in(shelved, city)
    return not zones or any(zone.primary for zone in zones)


def _say(shelved: Shelved, city: str) -> tuple[str, str, tuple[Quote, ...]]:
    zones = _zones_in(shelved, city)
    named = [each for each in shelved.entry.facts.cities if each.name == city]
    spots = frozenset({spot for zone in zones for spot in zone.lines} | {spot for each in named for spot in each.lines})
    forms = (*(form for zone in zones for form in zone.mentions), *((city, stem(city)) if named else ()))
    return PRIMARY if _is_about(shelved, city) else "", "", quotes(shelved, spots, forms)
