"""All development zones: by city, and by month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.cities import CITIES, HOME, city_of
from kaifaqu_archive.publish.pictures.months import Counts, MonthPicture, month_picture, months_of
from kaifaqu_archive.publish.slugs import slug
from kaifaqu_archive.publish.views.frame import Frame, Press, frame
from kaifaqu_archive.publish.views.groups import Counted, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Zone
    from kaifaqu_archive.publish.shelf import Shelf

ELSEWHERE = "所在市不详"
PARK = "园区"
PICTURED = 40
"""Rows of a picture: more no reader compares."""
SHORT = range(4, 10)
"""Characters of a name that fits beside a row: 长治高新区."""


@dataclass(frozen=True, slots=True)
class ZonesView:
    """All zones by city."""

    frame: Frame
    groups: tuple[Group, ...]
    count: int
    pictures: tuple[MonthPicture, ...]
    """Zone by month, one for each year, the newest first."""
    unseen: tuple[str, ...]
    """Zones of the gazetteer that no article names."""


def zones_view(press: Press, shelf: Shelf) -> ZonesView:
    """Return the page of all zones."""
    return ZonesView(
        frame=frame(press, urls.ZONES, "开发区", "按所在市列出本档案提到的开发区与园区，并逐月计其篇数。"),
        groups=zone_groups(shelf),
        count=len(shelf.by_zone),
        pictures=tuple(_pictures(shelf)),
        unseen=tuple(name for name in shelf.known if name not in shelf.by_zone),
    )


def zone_groups(shelf: Shelf, *, parks: bool = True) -> tuple[Group, ...]:
    """Return the zones by city: Shanxi's cities, other provinces by their pinyin, those whose city is not known."""
    held: dict[str, list[Counted]] = {}
    for name, articles in shelf.by_zone.items():
        zone = shelf.zones[name]
        if zone.kind == "park" and not parks:
            continue
        held.setdefault(_heading(zone), []).append(
            Counted(name, shelf.urls.zones[name], len(articles), PARK if zone.kind == "park" else "")
        )
    order = [city for city in CITIES if city in held]
    order += sorted((city for city in held if city not in CITIES and city != ELSEWHERE), key=slug)
    order += [ELSEWHERE] if ELSEWHERE in held else []
    return tuple(
        Group(
            city,
            f"g{number}",
            tuple(sorted(held[city], key=lambda zone: (bool(zone.note), -zone.count, zone.text))),
            shelf.urls.cities.get(city, ""),
        )
        for number, city in enumerate(order, 1)
    )


def place(zone: Zone) -> str:
    """Return where a zone lies: its city, with the province where it is another."""
    away = zone.province if zone.province and zone.province != HOME else ""
    city = zone.city if zone.city and zone.city != away else ""
    return f"{away}{city}"


def _heading(zone: Zone) -> str:
    if zone.province and zone.province != HOME:
        return zone.province
    return city_of(zone) or ELSEWHERE


def _pictures(shelf: Shelf) -> Iterator[MonthPicture]:
    """Yield zone by month of every year in which a zone is named."""
    months: dict[str, dict[str, dict[int, int]]] = {}
    for name, articles in shelf.by_zone.items():
        if shelf.zones[name].kind != "park":
            days = (day for shelved in articles if (day := shelved.issue.date.value))
            for year, counted in months_of(days).items():
                months.setdefault(year, {})[name] = counted
    for year in sorted(months, reverse=True):
        of_year = months[year]
        often = sorted(of_year, key=lambda name: (-sum(of_year[name].values()), name))
        rows = [
            Counts(short_name(shelf, name), name, shelf.urls.zones[name], of_year[name]) for name in often[:PICTURED]
        ]
        yield month_picture(
            f"m{year}", f"{year}年各开发区逐月报道篇数", _summary(year, often), "开发区", rows, hanzi=SHORT.stop - 1
        )


def _summary(year: str, names: list[str]) -> str:
    left = len(names) - PICTURED
    return f"{year}年见报的开发区{len(names)}个，按篇数排列" + (f"，只列前{PICTURED}个。" if left > 0 else "。")


def short_name(shelf: Shelf, name: str) -> str:
    """Return the name by which the paper most often calls a zone, short enough to stand beside a row."""
    if len(name) in SHORT:
        return name
    said = [shelved.zone(name) for shelved in shelf.by_zone[name]]
    forms = Counter(form for zone in said if zone for form in zone.mentions if len(form) in SHORT)
    row = shelf.known.get(name)
    known = [short for short in row.short if len(short) in SHORT] if row else []
    if forms:
        return min(forms, key=lambda form: (-forms[form], form))
    return known[0] if known else f"{name[: SHORT.stop - 2]}…"
