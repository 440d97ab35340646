"""The development zones of an article: which, where it names them, and which it is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.places import stem
from kaifaqu_archive.extract.stretches import Place, Stretch
from kaifaqu_archive.extract.zone_grammar import Family
from kaifaqu_archive.extract.zone_names import HOME, Bare, Named, find_zones
from kaifaqu_archive.model import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kaifaqu_archive.extract.gazetteer import Gazetteer

DENSE = 0.2
"""An article is about a zone that at least this share of its paragraphs names (gold: 0.25 and more where
it is, 0.09 and less where it is not)."""
MOST = 2
"""An article is about one zone or two; a text that dwells on more is about their city."""
_REACH = 40
"""Characters before a bare 高新区 in which the city is looked for that it belongs to."""
_THIS = re.compile(r"该(?:开发|经开|高新|示范)?区(?![域别])")
_RUN_BY = re.compile(r"党工委|管委会|管理委员会|工委")
_SHORT_ENDS = "(?![始展发放设学会工业启辟])"
"""What 临开 is not followed by where it is a name: 来临开始 is none."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A stretch and what it says of zones."""

    part: Stretch
    hits: tuple[Named | Bare, ...]


@dataclass(slots=True)
class _Tally:
    """What has been read of one zone; lives only while one article is read."""

    first: Named
    mentions: dict[str, None] = field(default_factory=dict)
    lines: dict[tuple[str, int], None] = field(default_factory=dict)
    stretches: set[int] = field(default_factory=set)
    in_headline: bool = False

    def add(self, n: int, part: Stretch, start: int, end: int) -> None:
        """Count a mention in stretch ``n``."""
        self.mentions[part.quote(start, end)] = None
        self.lines[part.page, part.line_at(start)] = None
        self.stretches.add(n)
        self.in_headline |= part.place is Place.HEADLINE


def zones_of(parts: Sequence[Stretch], gazetteer: Gazetteer) -> tuple[Zone, ...]:
    """Return the zones that an article names, in the order in which it names them."""
    read = [_Read(part, tuple(find_zones(part.text, gazetteer))) for part in parts]
    hits = [hit for each in read for hit in each.hits if isinstance(hit, Named)]
    official = _unify(hits)
    named = {(hit.stem, hit.family): hit for hit in hits}
    read = [_bare_made_named(each, gazetteer, named) for each in read]
    tallies: dict[str, _Tally] = {}
    for n, each in enumerate(read):
        for hit in each.hits:
            if isinstance(hit, Named):
                name = official.get(hit.name, hit.name)
                tallies.setdefault(name, _Tally(replace(hit, name=name))).add(n, each.part, hit.start, hit.end)
    _add_short(read, tallies, gazetteer)
    about = primary_of(tallies, sum(part.place is not Place.HEADLINE for part in parts))
    _add_bare(read, tallies, about)
    return tuple(_zone(tally, primary=name in about) for name, tally in tallies.items())


def _unify(named: Iterable[Named]) -> dict[str, str]:
    """Return, for every name of an unknown zone, the one that its article gives it most fully.

    昆山经济开发区 and 昆山经济技术开发区 of one article are one zone, and so is 昆山开发区 where
    no other zone of 昆山 is named.
    """
    unknown = [hit for hit in named if hit.row is None and hit.family]
    names: dict[tuple[str, Family | None], Counter[str]] = {}
    for hit in unknown:
        names.setdefault((hit.stem, hit.family), Counter())[hit.name] += 1
    unified: dict[str, str] = {}
    for (before, family), counted in names.items():
        best = max(counted, key=lambda name: (counted[name], len(name), name))
        others = [key for key in names if key[0] == before and key[1] is not Family.ANY]
        if family is Family.ANY and len(others) == 1:
            counted_other = names[others[0]]
            best = max(counted_other, key=lambda name: (counted_other[name], len(name), name))
        unified.update(dict.fromkeys(counted, best))
    return unified


def primary_of(tallies: dict[str, _Tally], paragraphs: int) -> tuple[str, ...]:
    """Return the one or two zones that the article is about; none for one about a city or the province."""
    zones = {name: tally for name, tally in tallies.items() if tally.first.kind == "zone"}
    named = [name for name, tally in zones.items() if tally.in_headline]
    if named:
        return tuple(named) if len(named) <= MOST else ()
    dense = [name for name, tally in zones.items() if len(tally.stretches) >= DENSE * paragraphs]
    # Where many zones are named, two that stand out are still examples of their city.
    return tuple(dense) if len(dense) <= (MOST if len(zones) <= MOST else 1) else ()


# --- bare forms ---------------------------------------------------------------------


def _bare_made_named(each: _Read, gazetteer: Gazetteer, named: Mapping[tuple[str, Family | None], Named]) -> _Read:
    """Name the zones that only the article or their city tells."""
    text = each.part.text
    told = {family for _, family in named}
    hits = (_as_before(hit, text, named) if isinstance(hit, Bare) else hit for hit in each.hits)
    return replace(
        each,
        hits=tuple(
            _from_city(hit, text, gazetteer) if isinstance(hit, Bare) and hit.family not in told else hit
            for hit in hits
        ),
    )


def _as_before(hit: Bare, text: str, named: Mapping[tuple[str, Family | None], Named]) -> Named | Bare:
    """Return the zone that the article names in full elsewhere: 新站高新区 after 合肥新站高新技术产业开发区."""
    for (stem_, family), zone in named.items():
        if family is hit.family and len(stem_) > 1:
            for tail in dict.fromkeys((stem_, stem_[2:])):
                if len(tail) > 1 and text.endswith(tail, 0, hit.start):
                    return replace(zone, start=hit.start - len(tail), end=hit.end)
    return hit


def _from_city(hit: Bare, text: str, gazetteer: Gazetteer) -> Named | Bare:
    """Return the zone whose city stands before an office in it: 阳泉市委常委、高新区管委会主任."""
    if hit.family not in (Family.HIGH_TECH, Family.ECONOMIC) or not _RUN_BY.match(text, hit.end):
        return hit
    place = gazetteer.places.last_in(text[max(0, hit.start - _REACH) : hit.start], HOME)
    row = gazetteer.keys.get((stem(place.name), hit.family)) if place else None
    if row is None:
        return hit
    return Named(hit.start, hit.end, row.name, stem(row.city), hit.family, row.city, HOME, row)


def _add_short(read: Sequence[_Read], tallies: dict[str, _Tally], gazetteer: Gazetteer) -> None:
    """Count 临开 for the zone of 临汾 where the article names that zone in full."""
    for short, row in gazetteer.near.items():
        if tally := tallies.get(row.name):
            for n, each in enumerate(read):
                if found := re.search(short + _SHORT_ENDS, each.part.text):
                    tally.add(n, each.part, *found.span())


def _add_bare(read: Sequence[_Read], tallies: dict[str, _Tally], about: Sequence[str]) -> None:
    """Give the lines of 经开区, 开发区 and 该区 to the zone that the article is about."""
    for each in read:
        for name in about:
            family = tallies[name].first.family
            places = [hit.start for hit in each.hits if isinstance(hit, Bare) and hit.family in (family, Family.ANY)]
            places += [match.start() for match in _THIS.finditer(each.part.text)]
            for place in places:
                tallies[name].lines[each.part.page, each.part.line_at(place)] = None


def _zone(tally: _Tally, *, primary: bool) -> Zone:
    first = tally.first
    return Zone(
        name=first.name,
        city=first.city,
        province=first.province,
        kind=first.kind,
        mentions=tuple(tally.mentions),
        primary=primary,
        known=first.row is not None,
        lines=tuple(sorted(tally.lines)),
    )
