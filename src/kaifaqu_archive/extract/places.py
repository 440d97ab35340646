"""Provinces, prefectures and counties of China, and where a place name points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

_FILE = resources.files("kaifaqu_archive") / "data" / "places.txt"
_TAILS = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "地区", "省", "市", "县", "区", "盟", "州", "旗")
_PEOPLES = (
    "土家族苗族 苗族侗族 布依族苗族 藏族羌族 哈尼族彝族 傣族景颇族 蒙古族藏族 壮族苗族 黎族苗族 苗族土家族 朝鲜族 "
    "土家族 藏族 回族 彝族 白族 傣族 傈僳族 蒙古族 苗族 侗族 壮族 瑶族 满族 黎族 蒙古 哈萨克 柯尔克孜"
).split()
# Too common a word to be read as a place when 区, 县 or 市 is left off.
_NOT_STEMS = frozenset("城 矿 郊 城中 城东 城西 城北 城关 新城 新华 和平 东 西 南 北 中原 市中 桥东 桥西 长安 青山 开平 新市 新兴 中山 东区 西区".split())
_DIRECT = "-"


@dataclass(frozen=True, slots=True)
class Location:
    """A province, prefecture or county."""

    name: str
    """In full, 长子县."""
    province: str
    city: str | None
    """The prefecture; None for a province and for what it governs directly."""
    rank: int
    """0 province, 1 prefecture, 2 county."""


def stem(name: str) -> str:
    """Return a place's name without 省, 市, 县 …: 长治市 → 长治, but 绛县 stays 绛县."""
    for tail in _TAILS:
        if name.endswith(tail) and len(name) - len(tail) >= 2:
            rest = name.removesuffix(tail)
            for people in _PEOPLES:
                if rest.endswith(people) and len(rest) - len(people) >= 2:
                    return rest.removesuffix(people)
            return rest
    return name


@dataclass(frozen=True, slots=True)
class Places:
    """All locations by full name and by stem."""

    named: dict[str, tuple[Location, ...]]
    """Name or stem → locations so called, provinces first, then prefectures, then counties."""
    longest: int
    """Characters of the longest name."""

    def before(self, text: str, end: int, start: int = 0) -> tuple[int, tuple[Location, ...]] | None:
        """Return where the longest place name ending at ``end`` begins, not before ``start``, and what it may be."""
        for begin in range(max(start, end - self.longest), end - 1):
            if found := self.named.get(text[begin:end]):
                return begin, found
        return None

    def cities(self, province: str) -> tuple[str, ...]:
        """Return the prefectures of a province, in the order of their codes."""
        found = {place.name: None for places in self.named.values() for place in places}
        every = (place for name in found for place in self.named[name])
        return tuple(dict.fromkeys(p.name for p in every if p.province == province and p.rank == 1))


@cache
def load_places() -> Places:
    """Return the table of places that the package carries."""
    ranked: list[Location] = []
    for row in _FILE.read_text("utf-8").splitlines():
        if row.startswith("#") or not row:
            continue
        head, _, counties = row.partition(":")
        province, city = head.split()
        ranked.append(Location(province, province, None, 0))
        if city != _DIRECT:
            ranked.append(Location(city, province, city, 1))
        ranked += [Location(name, province, None if city == _DIRECT else city, 2) for name in counties.split()]
    named: dict[str, dict[Location, None]] = {}
    for place in sorted(ranked, key=lambda each: each.rank):
        named.setdefault(place.name, {})[place] = None
        short = stem(place.name)
        if len(short) > 1 and short not in _NOT_STEMS:
            named.setdefault(short, {})[place] = None
    return Places({name: tuple(places) for name, places in named.items()}, max(map(len, named)))
