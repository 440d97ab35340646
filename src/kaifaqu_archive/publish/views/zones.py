"""Development zones: all of them by city, and a page each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.views.frame import Frame, Press, frame
from kaifaqu_archive.publish.views.rows import Year, row, years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Zone
    from kaifaqu_archive.publish.shelf import Shelf, Shelved

CITIES = (
    "太原市", "大同市", "阳泉市", "长治市", "晋城市", "朔州市", "晋中市", "运城市", "忻州市", "临汾市", "吕梁市",
)  # fmt: skip
"""Shanxi's eleven cities in the order of their administrative codes (GB/T 2260)."""

ELSEWHERE = "所在市不详"
PRIMARY = "主要报道"
MENTIONS = "文中提及"


@dataclass(frozen=True, slots=True)
class Counted:
    """A name with the number of its articles."""

    text: str
    href: str
    count: int
    note: str


@dataclass(frozen=True, slots=True)
class Group:
    """Names under one heading."""

    name: str
    anchor: str
    names: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ZonesView:
    """All zones by city."""

    frame: Frame
    groups: tuple[Group, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """The articles about a zone, or those that only name it."""

    name: str
    count: int
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class ZoneView:
    """A zone's page."""

    frame: Frame
    name: str
    place: str
    park: bool
    known: bool
    forms: tuple[str, ...]
    """The other forms in which the paper names it."""
    parts: tuple[Part, ...]
    neighbours: tuple[Counted, ...]
    """Zones named in the same articles, most often first."""
    count: int


HOME = "山西省"
"""The province that need not be said."""

NEIGHBOURS = 12
"""As many neighbours as a reader takes in at a glance."""


def zone_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, ZoneView]]:
    """Yield (address, page) of every zone."""
    for name, articles in shelf.by_zone.items():
        address = shelf.urls.zones[name]
        zone = of(articles, name)
        view = ZoneView(
            frame=frame(press, address, name, f"本档案中有关{name}的{len(articles)}篇报道。"),
            name=name,
            place=place(zone),
            park=zone.kind == "park",
            known=zone.known,
            forms=_forms(articles, name),
            parts=tuple(_parts(shelf, articles, name)),
            neighbours=tuple(_neighbours(shelf, articles, name)),
            count=len(articles),
        )
        yield address, view


def zones_view(press: Press, shelf: Shelf) -> ZonesView:
    """Return the page of all zones by city."""
    return ZonesView(
        frame=frame(press, urls.ZONES, "开发区", "按所在市列出本档案提到的开发区与园区。"),
        groups=zone_groups(shelf),
        count=len(shelf.by_zone),
    )


def zone_groups(shelf: Shelf, *, parks: bool = True) -> tuple[Group, ...]:
    """Return the zones by city, Shanxi's cities first, then other provinces, then those whose city is not known."""
    held: dict[str, list[Counted]] = {}
    for name, articles in shelf.by_zone.items():
        zone = of(articles, name)
        if zone.kind == "park" and not parks:
            continue
        held.setdefault(_city(zone), []).append(
            Counted(name, shelf.urls.zones[name], len(articles), "园区" if zone.kind == "park" else "")
        )
    order = [city for city in CITIES if city in held]
    order += sorted(city for city in held if city not in CITIES and city != ELSEWHERE)
    order += [ELSEWHERE] if ELSEWHERE in held else []
    return tuple(
        Group(city, f"g{number}", tuple(sorted(held[city], key=lambda zone: (bool(zone.note), -zone.count, zone.text))))
        for number, city in enumerate(order, 1)
    )


def of(articles: tuple[Shelved, ...], name: str) -> Zone:
    """Return what is known of a zone: of all articles' words on it, the first that names its city."""
    said = [zone for zone in (shelved.zone(name) for shelved in articles) if zone]
    return next((zone for zone in said if zone.city), said[0])


def place(zone: Zone) -> str:
    """Return where a zone lies: its city, with the province where it is another."""
    away = zone.province if zone.province and zone.province != HOME else ""
    city = zone.city if zone.city and zone.city != away else ""
    return f"{away}{city}"


def _city(zone: Zone) -> str:
    if zone.province and zone.province != HOME:
        return zone.province
    return zone.city or ELSEWHERE


def _forms(articles: tuple[Shelved, ...], name: str) -> tuple[str, ...]:
    forms = (form for shelved in articles if (zone := shelved.zone(name)) for form in zone.mentions)
    return tuple(form for form in dict.fromkeys(forms) if form != name)


def _parts(shelf: Shelf, articles: tuple[Shelved, ...], name: str) -> Iterator[Part]:
    """Yield the articles about the zone, then those that only name it."""
    for title, primary in ((PRIMARY, True), (MENTIONS, False)):
        held = [shelved for shelved in articles if (zone := shelved.zone(name)) and zone.primary is primary]
        if held:
            yield Part(title, len(held), years(row(shelf, shelved) for shelved in held))


def _neighbours(shelf: Shelf, articles: tuple[Shelved, ...], name: str) -> list[Counted]:
    together: dict[str, int] = {}
    for shelved in articles:
        for other in {zone.name for zone in shelved.entry.facts.zones} - {name}:
            together[other] = together.get(other, 0) + 1
    often = sorted(together, key=lambda other: (-together[other], other))[:NEIGHBOURS]
    return [Counted(other, shelf.urls.zones[other], together[other], "") for other in often]
