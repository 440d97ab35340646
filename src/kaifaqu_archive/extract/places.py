"""Provinces, prefectures and counties of China, and where a place name points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kaifaqu_archive import lists

_TAILS = (
    *("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "地区", "新区"),
    *"省市县区盟州旗",
)
_PEOPLES = (
    *("土家族苗族", "苗族侗族", "布依族苗族", "藏族羌族", "哈尼族彝族", "傣族景颇族", "蒙古族藏族", "壮族苗族"),
    *("黎族苗族", "苗族土家族", "朝鲜族", "土家族", "藏族", "回族", "彝族", "白族", "傣族", "傈僳族", "蒙古族"),
    *("苗族", "侗族", "壮族", "瑶族", "满族", "黎族", "蒙古", "哈萨克", "柯尔克孜"),
)
# Too common a word to be read as a place when 区, 县 or 市 is left off.
_WORDS = frozenset(
    (
        *("城中", "城东", "城西", "城北", "城关", "新城", "新华", "和平", "中原", "市中", "桥东", "桥西", "长安"),
        *("青山", "开平", "新市", "新兴", "中山区", "东区", "西区", "市南", "市北", "文化", "建设", "解放", "胜利"),
        *("向阳", "红星", "前进", "平安", "永定", "大同区", "高明", "平和", "同心", "共和", "新和", "西和"),
    )
)
SHORTEST = 2
"""Characters of the shortest name that stands alone: 长治, but never 绛 for 绛县."""
_DIRECT = "-"
PROVINCE, PREFECTURE, COUNTY = range(3)


@dataclass(frozen=True, slots=True)
class Location:
    """A province, prefecture or county."""

    name: str
    """In full, 长子县."""
    province: str
    city: str | None
    """The prefecture; None for a province and for what it governs directly."""
    rank: int
    """PROVINCE, PREFECTURE or COUNTY."""

    @property
    def is_city(self) -> bool:
        """Whether it is a prefecture or one of the four cities that are provinces."""
        return self.rank == PREFECTURE or (self.rank == PROVINCE and self.name.endswith("市"))


def stem(name: str) -> str:
    """Return a place's name without 省, 市, 县 …: 长治市 → 长治, but 绛县 stays 绛县."""
    for tail in _TAILS:
        if name.endswith(tail) and len(name) - len(tail) >= SHORTEST:
            rest = name.removesuffix(tail)
            for people in _PEOPLES:
                if rest.endswith(people) and len(rest) - len(people) >= SHORTEST:
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

    def before(self, text: str, end: int) -> tuple[int, tuple[Location, ...]] | None:
        """Return where the longest place name ending at ``end`` begins, and what it may be."""
        for begin in range(max(0, end - self.longest), end - 1):
            if found := self.named.get(text[begin:end]):
                return begin, found
        return None

    def last_in(self, text: str, province: str | None = None) -> Location | None:
        """Return the last place below a province, or below this province, that a text names; None without one."""
        for end in range(len(text), 1, -1):
            _, found = self.before(text, end) or (end, ())
            for place in found:
                if place.province == (province or place.province) and place.rank:
                    return place
        return None

    def cities(self, province: str) -> tuple[str, ...]:
        """Return the prefectures of a province, in the order of their codes."""
        every = (place for places in self.named.values() for place in places)
        return tuple(dict.fromkeys(p.name for p in every if p.province == province and p.rank == PREFECTURE))


def _locations() -> list[Location]:
    found: dict[Location, None] = {}
    for row in lists.rows("places.txt"):
        head, _, counties = row.partition(":")
        province, prefecture = head.split()
        city = None if prefecture == _DIRECT else prefecture
        found[Location(province, province, None, PROVINCE)] = None
        if city:
            found[Location(city, province, city, PREFECTURE)] = None
        found.update((Location(name, province, city, COUNTY), None) for name in counties.split())
    return sorted(found, key=lambda place: place.rank)


@cache
def load_places() -> Places:
    """Return the table of places that the package carries."""
    named: dict[str, dict[Location, None]] = {}
    for place in _locations():
        named.setdefault(place.name, {})[place] = None
        short = stem(place.name)
        if len(short) >= SHORTEST and short not in _WORDS:
            named.setdefault(short, {})[place] = None
    return Places({name: tuple(places) for name, places in named.items()}, max(map(len, named)))
