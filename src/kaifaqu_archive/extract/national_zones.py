"""Official names of national zones outside the home province, where a printed form does not spell them out."""

from __future__ import annotations

from functools import cache

from kaifaqu_archive import lists
from kaifaqu_archive.extract.places import SHORTEST, load_places, stem
from kaifaqu_archive.extract.zone_grammar import Family, split_name


@cache
def _official() -> dict[tuple[str, Family], str]:
    """Return the official names by (what stands before the suffix, family)."""
    names = [name for row in lists.rows("national_zones.txt") for name in row.split()[1:]]
    split = [(split_name(name), name) for name in names]
    keys = {key: name for key, name in split if key}
    for (before, family), name in list(keys.items()):
        if part := _county_in(before):
            keys.setdefault((part, family), name)
    for (before, family), name in list(keys.items()):
        if family is Family.ECONOMIC:
            keys.setdefault((before, Family.ANY), name)
    return keys


def _county_in(before: str) -> str | None:
    """Return 余杭 of 杭州余杭: a name that papers print without its city; None where the rest is no county of it."""
    named = load_places().named
    for size in range(SHORTEST, len(before) - SHORTEST + 1):
        cities = {place.city for place in named.get(before[:size], ()) if place.is_city}
        if any(place.city in cities and stem(place.name) == before[size:] for place in named.get(before[size:], ())):
            return before[size:]
    return None


def official_name(before: str, family: Family) -> str | None:
    """Return the official name of the zone with ``before`` in front of its suffix; None where the list has none."""
    listed = _official()
    # 上海虹桥 is 虹桥 of the list.
    begin = next((size for size in (2, 3) if before[:size] in load_places().named and len(before) > size + 1), 0)
    return listed.get((before, family)) or (listed.get((before[begin:], family)) if begin else None)
