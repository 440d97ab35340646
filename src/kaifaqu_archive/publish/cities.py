"""Which cities an article is about: those of its zones, and those that it is about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Entry, Zone

HOME = "山西省"
"""The province that need not be said."""

CITIES = (
    "太原市", "大同市", "阳泉市", "长治市", "晋城市", "朔州市", "晋中市", "运城市", "忻州市", "临汾市", "吕梁市",
)  # fmt: skip
"""Shanxi's eleven cities in the order of their administrative codes (GB/T 2260)."""


def stem(city: str) -> str:
    """Return a city's name as people say it: 长治."""
    return city.removesuffix("市")


def city_of(zone: Zone) -> str | None:
    """Return the city in which a zone lies; a city that is a province is its own city."""
    if zone.city:
        return zone.city
    return zone.province if zone.province and zone.province.endswith("市") else None


def province_of(zones: Iterable[Zone], city: str) -> str:
    """Return the province of a city, as its zones say; empty for Shanxi and for a city that is one."""
    provinces = (zone.province for zone in zones if city_of(zone) == city)
    return next((province for province in provinces if province and province not in (HOME, city)), "")


def cities_of(entry: Entry) -> Iterator[str]:
    """Yield the cities that an article is about, those of its zones first; one may come twice."""
    yield from (city for zone in entry.facts.zones if (city := city_of(zone)))
    yield from (city.name for city in entry.facts.cities)
