"""Where a text names a development zone, or a park inside one.

Every name ends in one of a few words (:data:`SUFFIXES`).  From there the text is read
backwards: 国家级, the place, the city and the province before it.  What stands there is
looked up in the gazetteer, among the landmarks, in the table of places; what is in none
of them is no zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.landmarks import landmark_before, whole_landmarks
from kaifaqu_archive.extract.national_zones import official_name
from kaifaqu_archive.extract.places import COUNTY, PROVINCE, Location, stem
from kaifaqu_archive.extract.zone_grammar import NOT_AFTER, RANK, SUFFIX, SUFFIXES, Family, written_out
from kaifaqu_archive.lists import any_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.extract.gazetteer import Gazetteer
    from kaifaqu_archive.model import ZoneRow

HOME = "山西省"
"""The province of the gazetteer."""
_REACH = 24
"""Characters before a suffix in which its place is looked for."""
_LONGEST_STEM = 8
_LONGEST_PART = 6
_UNKNOWN = 2
"""Characters of the place of a zone that is in no table: 云岭; of longer ones too many are words of the sentence."""
_RANK_FIRST = re.compile("^(?:国家级|国家|省级)")
# 吕梁市开发区考核: all zones of the city, not one of them.
_CITY_WIDE = re.compile(r"建设|工作|改革|高质量|考核|系统|队伍|体制|发展|们|数量|总数")
# 合肥新站高新区: a part of a city that no table of counties knows; never a verb or a number before 高新区.
_PART = re.compile(r"[\u4e00-\u9fff]+")
_NO_PART = re.compile(
    r"[的各两三四五六七八九十几多个所全等和与及在为是到对把将从向由被让使市县省我该本此其内外了还也已成批立建设据按给又就]"
    r"|创建|获|推动|打造|加快|新设|支持|依托|消防|支队|海关|公安|法院|部分|医药协会"
)
# What may stand before the bare name of a county: 的, 在, punctuation; 制度创|新和 is cut wrongly.
_BEFORE_NAME = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[的了到在于与和及对从赴由向给为是有把让使往至入进访达临省市州县区级])$"
)
# 综改区 is short for one zone; 综合改革示范区 may be anywhere but after 山西.
_ALONE = ("转型综合改革示范区", "转型综改示范区", "转型综改区", "综改示范区", "综改区")
_HOME_BEFORE = re.compile("(?:山西省?|我省)$")
_NOT_ZONES = frozenset(words("not_zones.txt"))
_IN_FULL = frozenset(map(str, Family)) - {Family.ANY.value, Family.INNOVATION.value, Family.BORDER.value}
_AND = ("以及", "、", "和", "与", "及")
_COUNTED = re.compile(r"等?(?:(?:\d+|[一二两三四五六七八九十]+)[个家大])?(?:国家级|国家|省级)?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A zone that a text names."""

    start: int
    end: int
    name: str
    """Official name where the gazetteer has one, else the full form of what is printed."""
    stem: str
    """The name without its suffix."""
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


@dataclass(frozen=True, slots=True)
class _Suffix:
    """A suffix in a text, with what stands before it."""

    head: str
    """The text before it, no more than reaches back to the zone before."""
    shift: int
    """Where ``head`` begins in the text."""
    start: int
    end: int
    word: str
    family: Family
    after: str

    def named(self, begin: int, stem_: str, place: Location) -> Named:
        """Return the zone whose name begins at ``begin`` of the head."""
        name = official_name(stem_, self.family) or stem_ + written_out(self.word)
        return Named(self.shift + begin, self.end, name, stem_, self.family, place.city, place.province or None, None)


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?P<whole>{any_of(names)}){NOT_AFTER}|(?P<suffix>{SUFFIX.pattern})")


def find_zones(text: str, gazetteer: Gazetteer) -> Iterator[Named | Bare]:
    """Yield the zones, parks and bare suffixes of a text in half width, in order."""
    floor = 0
    for match in _pattern((*gazetteer.whole, *gazetteer.parks, *whole_landmarks())).finditer(text):
        if match["whole"]:
            yield _whole(match, gazetteer)
        else:
            yield from _suffixed(text, match, floor, gazetteer)
        floor = match.end()


def _whole(match: re.Match[str], gazetteer: Gazetteer) -> Named:
    name = match["whole"]
    if row := gazetteer.whole.get(name):
        return Named(*match.span(), row.name, name, None, row.city, HOME, row)
    if mark := whole_landmarks().get(name):
        return Named(*match.span(), mark.stem, mark.stem, None, mark.city, mark.province, None)
    park, row = gazetteer.parks[name]
    return Named(*match.span(), park, name, None, row.city, HOME, None, "park")


def _suffixed(text: str, match: re.Match[str], floor: int, gazetteer: Gazetteer) -> Iterator[Named | Bare]:
    shift = max(floor, match.start() - _REACH)
    head = RANK.sub("", text[shift : match.start()])
    word = match["suffix"]
    suffix = _Suffix(head, shift, *match.span(), word, SUFFIXES[word], text[match.end() : match.end() + 4])
    found = _in_gazetteer(suffix, gazetteer) or _elsewhere(suffix, gazetteer)
    if found:
        if found.row and found.family is not Family.ANY:
            yield from _before(suffix, found.start - shift, gazetteer)
        yield found
    elif listed := list(_counted(suffix, gazetteer)):
        yield from listed
    elif not _is_city_wide(suffix, gazetteer):
        yield Bare(*match.span(), suffix.family)


# --- zones of the gazetteer ---------------------------------------------------------


def _in_gazetteer(suffix: _Suffix, gazetteer: Gazetteer) -> Named | None:
    head = suffix.head
    hit = _key_before(head, len(head), suffix.family, gazetteer)
    if hit is None or _is_city_wide(suffix, gazetteer):
        return None
    begin, row = hit
    if begin == len(head) and not (suffix.word in _ALONE or _HOME_BEFORE.search(head)):
        return None
    first = _with_city(head, begin, row, gazetteer)
    if first is None:
        return None
    return Named(suffix.shift + first, suffix.end, row.name, head[begin:], suffix.family, row.city, HOME, row)


def _key_before(head: str, end: int, family: Family, gazetteer: Gazetteer) -> tuple[int, ZoneRow] | None:
    for begin in range(max(0, end - _LONGEST_STEM), end):
        before = head[begin:end]
        row = gazetteer.keys.get((before, family))
        if row is None and len(before) > len("绛县") and before[-1] in "市县区":
            row = gazetteer.keys.get((before[:-1], family))
        if row:
            return begin, row
    row = gazetteer.keys.get(("", family))
    return (end, row) if row else None


def _is_city_wide(suffix: _Suffix, gazetteer: Gazetteer) -> bool:
    """Whether 吕梁市开发区 or 大同开发区考核 means all zones of a city or province."""
    found = gazetteer.places.before(suffix.head, len(suffix.head)) if suffix.family is Family.ANY else None
    if found is None:
        return False
    begin, (place, *_) = found
    if place.is_city:
        return suffix.head[begin:] == place.name or bool(_CITY_WIDE.match(suffix.after))
    return place.rank == PROVINCE


def _with_city(head: str, begin: int, row: ZoneRow, gazetteer: Gazetteer) -> int | None:
    """Return where the name begins with its city and province; None where it belongs to another place."""
    first = begin
    found = gazetteer.places.before(head, first)
    while found and any(_is_above(place, row) for place in found[1]):
        first = found[0]
        found = gazetteer.places.before(head, first)
    if first < begin:
        return first
    if begin == len(head):
        return None if found else begin
    if head[begin:] in gazetteer.places.named:
        return begin
    # No other bonded zone ends in 武宿; 空港 and 西山 end many names.
    if row.type == Family.BONDED and not found:
        return begin
    # 天津空港经济开发区 and 北京天竺空港经济开发区 are not ours.
    return begin if not found and _BEFORE_NAME.search(head[:begin]) else None


def _is_above(place: Location, row: ZoneRow) -> bool:
    """Whether a zone lies in a place."""
    return place.name in (row.city, row.county, HOME)


# --- zones of other provinces, and those of ours that the gazetteer does not know --------


def _elsewhere(suffix: _Suffix, gazetteer: Gazetteer) -> Named | None:
    if _is_city_wide(suffix, gazetteer):
        return None
    found = _at_landmark(suffix, gazetteer) or _at_place(suffix, gazetteer) or _part_of_city(suffix, gazetteer)
    return found or _unplaced(suffix, gazetteer)


def _at_place(suffix: _Suffix, gazetteer: Gazetteer) -> Named | None:
    head = suffix.head
    begin, places = gazetteer.places.before(head, len(head)) or (len(head), ())
    if not places:
        return None
    place, sure = _likeliest(head, begin, places, gazetteer)
    if place.rank == PROVINCE and not place.is_city:
        return None
    if place.rank == COUNTY and head[begin:] != place.name and not sure:
        if city := _city_before(head, begin, gazetteer):
            # 唐山海港 is not 海港区 of 秦皇岛.
            return suffix.named(city[0], stem(city[1].name) + head[begin:], city[1])
        if place.province != HOME and not _BEFORE_NAME.search(head[:begin]):
            return None
    return suffix.named(begin, stem(place.name), place)


def _city_before(head: str, end: int, gazetteer: Gazetteer) -> tuple[int, Location] | None:
    begin, places = gazetteer.places.before(head, end) or (end, ())
    return next(((begin, place) for place in places if place.is_city), None)


def _at_landmark(suffix: _Suffix, gazetteer: Gazetteer) -> Named | None:
    mark = landmark_before(suffix.head, suffix.family)
    if mark is None:
        return None
    begin = len(suffix.head) - len(mark.word)
    found = gazetteer.places.before(suffix.head, begin)
    if found and not any(place.province == mark.province for place in found[1]):
        return None
    place = Location(mark.stem, mark.province, mark.city, COUNTY)
    return suffix.named(found[0] if found else begin, mark.stem, place)


def _part_of_city(suffix: _Suffix, gazetteer: Gazetteer) -> Named | None:
    """Read 合肥新站高新区: a city, and a part of it that is in no table."""
    head = suffix.head
    if suffix.family is Family.ANY or gazetteer.places.before(head, len(head)):
        return None
    for size in range(1, _LONGEST_PART + 1):
        end = len(head) - size
        part = _RANK_FIRST.sub("", head[end:])
        if end <= 0 or not _PART.fullmatch(part) or _NO_PART.search(part):
            return None
        found = gazetteer.places.before(head, end)
        if not found:
            continue
        place, _ = _likeliest(head, *found, gazetteer)
        if place.is_city or (place.rank == COUNTY and head[found[0] : end] == place.name):
            return suffix.named(found[0], stem(place.name) + part, place)
    return None


def _unplaced(suffix: _Suffix, gazetteer: Gazetteer) -> Named | None:
    """Read a name in full that stands on no place in any table, where nothing else can end before it."""
    head = suffix.head
    begin = len(head) - _UNKNOWN
    word = head[max(0, begin) :]
    if suffix.word not in _IN_FULL or begin < 0 or suffix.start - suffix.shift != len(head):
        return None
    if not _PART.fullmatch(word) or _NO_PART.search(word) or word in _NOT_ZONES:
        return None
    if not _BEFORE_NAME.search(head[:begin]) or gazetteer.places.before(head, len(head)):
        return None
    near = gazetteer.places.last_in(head[:begin])
    return suffix.named(begin, word, near or Location(word, "", None, COUNTY))


def _likeliest(head: str, begin: int, places: tuple[Location, ...], gazetteer: Gazetteer) -> tuple[Location, bool]:
    """Return the place that the words before it speak for, else the first, and whether they do."""
    _, above = gazetteer.places.before(head, begin) or (begin, ())
    for place in places:
        if any(place.province == other.province and other.city in (None, place.city) for other in above):
            return place, True
    return next((place for place in places if place.province == HOME), places[0]), False


# --- lists that share a suffix ------------------------------------------------------


def _before(suffix: _Suffix, end: int, gazetteer: Gazetteer) -> Iterator[Named]:
    """Yield 侯马 of 侯马、霍州经开区, whose last begins at ``end`` of the head."""
    yield from reversed(list(_members(suffix, end, gazetteer)))


def _counted(suffix: _Suffix, gazetteer: Gazetteer) -> Iterator[Named]:
    """Yield the zones of 侯马、霍州、襄汾3个经开区; one alone is no list."""
    tail = _COUNTED.search(suffix.head)
    end = tail.start() if tail else len(suffix.head)
    hit = _key_before(suffix.head, end, suffix.family, gazetteer) if end < len(suffix.head) else None
    if hit is None or hit[0] == end:
        return
    if before := list(_before(suffix, hit[0], gazetteer)):
        yield from before
        yield _member(suffix, *hit, end)


def _members(suffix: _Suffix, end: int, gazetteer: Gazetteer) -> Iterator[Named]:
    """Yield, last first, the zones named before ``end`` of the head, joined by 、 or 和."""
    while joint := next((word for word in _AND if suffix.head.endswith(word, 0, end)), None):
        end -= len(joint)
        hit = _key_before(suffix.head, end, suffix.family, gazetteer)
        if hit is None or hit[0] == end:
            return
        yield _member(suffix, *hit, end)
        end = hit[0]


def _member(suffix: _Suffix, begin: int, row: ZoneRow, end: int) -> Named:
    before = suffix.head[begin:end]
    return Named(suffix.shift + begin, suffix.end, row.name, before, suffix.family, row.city, HOME, row)
