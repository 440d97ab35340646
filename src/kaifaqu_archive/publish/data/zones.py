"""Development zones, the cities they lie in, and every line that names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish.cities import HOME, city_of, province_of
from kaifaqu_archive.publish.data.tables import (
    ARTICLE,
    DATE,
    OF_ARTICLE,
    OF_PAGE,
    SPOT,
    Field,
    Reference,
    Row,
    Table,
    spot,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Zone, ZoneRow
    from kaifaqu_archive.publish.shelf import Shelf, Shelved

FIRST = Field("first", "date", "最早见报的日期")
LAST = Field("last", "date", "最近见报的日期")
COUNT = Field("articles", "integer", "篇数")


def first_and_last(articles: Iterable[Shelved]) -> tuple[str | None, str | None]:
    """Return the first and the last day of the issues of some articles; None where none has a date."""
    days = [day for shelved in articles if (day := shelved.issue.date.value)]
    return min(days, default=None), max(days, default=None)


def _zones(shelf: Shelf) -> Iterator[Row]:
    for name in sorted({*shelf.by_zone, *shelf.known}):
        articles, row, zone = shelf.by_zone.get(name, ()), shelf.known.get(name), shelf.zones.get(name)
        about = sum(bool((said := shelved.zone(name)) and said.primary) for shelved in articles)
        yield (
            name,
            shelf.urls.zones.get(name),
            *_where(zone, row),
            *_row(row),
            len(articles),
            about,
            *first_and_last(articles),
        )


def _where(zone: Zone | None, row: ZoneRow | None) -> Row:
    """Return kind, province, city and county."""
    if zone is None:
        return "zone", HOME, row.city if row else None, row.county if row else None
    return zone.kind, zone.province, city_of(zone), row.county if row else None


def _row(row: ZoneRow | None) -> Row:
    """Return what the gazetteer says of a zone."""
    if row is None:
        return None, None, [], [], None, None, []
    return row.level, row.type, list(row.former), list(row.short), row.part_of, row.certainty, list(row.source)


ZONES = Table(
    "zones",
    "开发区与园区",
    "报上提到的开发区与园区，以及名录所载而未见报的。",
    (
        Field("name", "string", "正式名称"),
        Field("url", "string", "网址，相对于本站根目录；未见报的为空"),
        Field("kind", "string", "zone 开发区，park 区内园区"),
        Field("province", "string", "省"),
        Field("city", "string", "市"),
        Field("county", "string", "县区"),
        Field("level", "string", "级别"),
        Field("type", "string", "类型"),
        Field("former", "array", "曾用名"),
        Field("short", "array", "简称"),
        Field("part_of", "string", "现属"),
        Field("certainty", "string", "名录的把握：listed 见于官方名单，printed 见于报刊，recalled 编者所记待核"),
        Field("source", "array", "名录的依据"),
        COUNT,
        Field("primary_articles", "integer", "其中主要报道它的篇数"),
        FIRST,
        LAST,
    ),
    ("name",),
    (),
    _zones,
)


def _mentions(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        for zone in shelved.entry.facts.zones:
            for page, line in zone.lines:
                yield shelved.entry.id, zone.name, zone.primary, shelved.issue.date.value, *spot(shelf, page, line)


MENTIONS = Table(
    "mentions",
    "提到开发区的行",
    "哪篇文章在哪一行提到哪个开发区，包括“该区”“开发区”等按上下文判定的。",
    (
        ARTICLE,
        Field("zone", "string", "正式名称，见 zones"),
        Field("is_primary", "boolean", "该文是否主要报道它"),
        DATE,
        *SPOT,
    ),
    ("article", "zone", "source_file", "line"),
    (OF_ARTICLE, OF_PAGE, Reference("zone", "zones", "name")),
    _mentions,
)


def _cities(shelf: Shelf) -> Iterator[Row]:
    for name, address in shelf.urls.cities.items():
        articles = shelf.by_city.get(name, ())
        days = first_and_last(articles)
        zones = sum(city_of(zone) == name and zone.kind == "zone" for zone in shelf.zones.values())
        yield name, address, province_of(shelf.zones.values(), name) or HOME, zones, len(articles), *days


CITIES = Table(
    "cities",
    "城市",
    "山西十一市，以及报上提到的外省开发区所在的市。",
    (
        Field("name", "string", "市"),
        Field("url", "string", "网址，相对于本站根目录"),
        Field("province", "string", "省"),
        Field("zones", "integer", "见报的开发区数"),
        COUNT,
        FIRST,
        LAST,
    ),
    ("name",),
    (),
    _cities,
)
