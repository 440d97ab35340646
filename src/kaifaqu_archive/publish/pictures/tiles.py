"""Shanxi's eleven cities as tiles: which lies beside which, no borders claimed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish.cities import CITIES, stem
from kaifaqu_archive.publish.pictures.shades import Step, scale

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACES = {
    "朔州市": (1, 0), "大同市": (2, 0),
    "忻州市": (1, 1),
    "吕梁市": (0, 2), "太原市": (1, 2), "阳泉市": (2, 2),
    "临汾市": (0, 3), "晋中市": (1, 3), "长治市": (2, 3),
    "运城市": (0, 4), "晋城市": (2, 4),
}  # fmt: skip
"""City -> (column, row): north above, west on the left, and most neighbours side by side."""

WIDE, HIGH, GAP = 112, 76, 6
"""Size of a tile and the space between two, in the picture's own units."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One city."""

    x: int
    y: int
    name: str
    """长治."""
    href: str
    count: int
    level: int
    label: str
    """长治 3篇: what is seen on the tile, so that it is also what a voice may ask for."""


@dataclass(frozen=True, slots=True)
class TileMap:
    """The eleven cities, shaded by the number of their articles."""

    title: str
    summary: str
    wide: int
    high: int
    tile_wide: int
    tile_high: int
    tiles: tuple[Tile, ...]
    """In the order of the cities' codes."""
    legend: tuple[Step, ...]


def tile_map(counts: Mapping[str, int], hrefs: Mapping[str, str]) -> TileMap:
    """Return the map for city -> number of articles."""
    shades = scale(max((counts.get(city, 0) for city in CITIES), default=0))
    columns, rows = (max(place[axis] for place in PLACES.values()) + 1 for axis in (0, 1))
    return TileMap(
        title="山西十一市报道篇数示意图",
        summary=_summary(counts),
        wide=columns * (WIDE + GAP) - GAP,
        high=rows * (HIGH + GAP) - GAP,
        tile_wide=WIDE,
        tile_high=HIGH,
        tiles=tuple(
            Tile(
                x=PLACES[city][0] * (WIDE + GAP),
                y=PLACES[city][1] * (HIGH + GAP),
                name=stem(city),
                href=hrefs[city],
                count=counts.get(city, 0),
                level=shades.level(counts.get(city, 0)),
                label=f"{stem(city)} {counts.get(city, 0)}篇",
            )
            for city in CITIES
        ),
        legend=shades.steps,
    )


def _summary(counts: Mapping[str, int]) -> str:
    told = [city for city in CITIES if counts.get(city)]
    if not told:
        return "十一市都还没有报道。方块只示相对方位，不表示边界。"
    most = sorted(told, key=lambda city: (-counts[city], CITIES.index(city)))[:3]
    named = "、".join(f"{city}{counts[city]}篇" for city in most)
    return f"十一市中{len(told)}市有报道，最多的是{named}。方块只示相对方位，不表示边界。"
