"""Where a text names a development zone, or a park inside one.

Every name ends in one of a few words (:data:`SUFFIXES`).  From there the text is read
backwards: 国家级, the place, the city and the province before it.  What stands there is
looked up in the gazetteer, else in the table of places; what is neither is no zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.places import Location, stem
from kaifaqu_archive.extract.zone_grammar import RANK, SUFFIX, SUFFIXES, Family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.extract.gazetteer import Gazetteer, ZoneRow

_LONGEST_STEM = 8
# 临汾市开发区建设: all zones of the city, not one of them.
_CITY_WIDE = re.compile(r"建设|工作|改革|高质量|考核|系统|队伍|体制|发展")
# 合肥新站高新区: a part of a city that no table of counties knows.
_PART = re.compile(r"[\u4e00-\u9fff]{1,4}")
_NO_PART = re.compile(
    r"[的各两三四五六七八九十几多个所全等和与及在为是到对把将从向由被让使市县省我该本此其内外、]|国家|建设|设立|创建|获批|推动|打造|加快|新设|新建|支持"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A zone that a text names."""

    start: int
    end: int
    name: str
    """Official name where the gazetteer has one, else the full form of what is printed."""
    family: Family | None
    city: str | None
    province: str | None
    row: ZoneRow | None
    kind: str = "zone"


@dataclass(frozen=True, slots=True)
class Bare:
    """A suffix without a place: 经开区, 开发区."""

    start: int
    end: int
    family: Family


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(f"(?P<whole>{whole})(?![域块位])|(?P<suffix>{SUFFIX.pattern})")


def find_zones(text: str, gazetteer: Gazetteer) -> Iterator[Named | Bare]:
    """Yield the zones, parks and bare suffixes of a text in order."""
    floor = 0
    for match in _pattern((*gazetteer.whole, *gazetteer.parks)).finditer(text):
        found = _whole(match, gazetteer) if match["whole"] else _suffixed(text, match, floor, gazetteer)
        if found:
            floor = found.end
            yield found


def _whole(match: re.Match[str], gazetteer: Gazetteer) -> Named:
    name = match["whole"]
    if row := gazetteer.whole.get(name):
        return Named(*match.span(), row.name, None, row.city, "山西省", row)
    return Named(*match.span(), name, None, gazetteer.parks[name].city, "山西省", None, "park")


def _suffixed(text: str, match: re.Match[str], floor: int, gazetteer: Gazetteer) -> Named | Bare | None:
    family = SUFFIXES[match["suffix"]]
    head = RANK.sub("", text[max(floor, match.start() - 30) : match.start()])
    shift = max(floor, match.start() - 30)
    if hit := _in_gazetteer(head, family, gazetteer):
        begin, row = hit
        if _is_city_wide(head[begin:], row.city, family, text[match.end() :]):
            return None
        begin = _with_city(head, begin, row, gazetteer)
        if begin is None:
            return _elsewhere(head, match, shift, family, gazetteer)
        return Named(shift + begin, match.end(), row.name, family, row.city, "山西省", row)
    return _elsewhere(head, match, shift, family, gazetteer)


def _in_gazetteer(head: str, family: Family, gazetteer: Gazetteer) -> tuple[int, ZoneRow] | None:
    for begin in range(max(0, len(head) - _LONGEST_STEM), len(head)):
        before = head[begin:]
        row = gazetteer.keys.get((before, family))
        if row is None and len(before) > 2 and before[-1] in "市县区":
            row = gazetteer.keys.get((before[:-1], family))
        if row:
            return begin, row
    row = gazetteer.keys.get(("", family))
    return (len(head), row) if row else None


def _is_city_wide(before: str, city: str, family: Family, after: str) -> bool:
    """Whether 临汾市开发区 or 长治开发区建设 means all zones of the city."""
    if family is not Family.ANY:
        return False
    return before == city or (before == stem(city) and bool(_CITY_WIDE.match(after)))


def _with_city(head: str, begin: int, row: ZoneRow, gazetteer: Gazetteer) -> int | None:
    """Return where the name begins with its city and province; None where another city stands before it."""
    found = gazetteer.places.before(head, begin)
    if found is None:
        return begin
    at, places = found
    if any(place.name in (row.city, row.county) for place in places):
        return _with_province(head, at)
    if any(place.rank == 0 and place.province == "山西省" for place in places):
        return at
    # 天津空港经济开发区 is not ours; 从大同长治高新区 is, since 长治 is a place itself.
    return begin if head[begin:] in gazetteer.places.named else None


def _with_province(head: str, at: int) -> int:
    for province in ("山西省", "山西"):
        if head.endswith(province, 0, at):
            return at - len(province)
    return at


def _elsewhere(head: str, match: re.Match[str], shift: int, family: Family, gazetteer: Gazetteer) -> Named | Bare | None:
    """Read a name that the gazetteer does not know by its grammar."""
    found = _place_before(head, family, gazetteer)
    if found is None:
        return Bare(*match.span(), family)
    begin, middle, place = found
    if place.rank == 0 or (family is Family.ANY and place.rank == 1 and head[begin:] == place.name):
        return None
    if family is Family.ANY and _CITY_WIDE.match(match.string, match.end()):
        return None
    name = f"{stem(place.name)}{middle}{family}"
    return Named(shift + begin, match.end(), name, family, place.city, place.province, None)


def _place_before(head: str, family: Family, gazetteer: Gazetteer) -> tuple[int, str, Location] | None:
    found = gazetteer.places.before(head, len(head))
    if found:
        return found[0], "", _likeliest(head, *found, gazetteer)
    if family is Family.ANY:
        return None
    for size in range(1, 5):
        middle = head[len(head) - size :]
        if len(middle) < size or not _PART.fullmatch(middle) or _NO_PART.search(middle):
            return None
        found = gazetteer.places.before(head, len(head) - size)
        if found and found[1][0].rank:
            return found[0], middle, _likeliest(head, *found, gazetteer)
    return None


def _likeliest(head: str, begin: int, places: tuple[Location, ...], gazetteer: Gazetteer) -> Location:
    """Return the place that the words before it speak for, else the first: 江苏武进 is in 江苏."""
    before = gazetteer.places.before(head, begin)
    if before:
        for place in places:
            if any(place.province == other.province and other.city in (None, place.city) for other in before[1]):
                return place
    return places[0]
