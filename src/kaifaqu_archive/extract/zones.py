"""The development zones of an article: which, where it names them, and which it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.stretches import Place, Stretch
from kaifaqu_archive.extract.zone_grammar import Family
from kaifaqu_archive.extract.zone_names import Bare, Named, find_zones
from kaifaqu_archive.model import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.extract.gazetteer import Gazetteer

DENSE = 0.2
"""An article is about a zone that at least this share of its paragraphs names (gold: 0.25 and more where
it is, 0.09 and less where it is not)."""
MOST = 2
"""An article is about one zone or two; a text that dwells on more is about their city."""
_THIS = re.compile(r"该(?:开发|经开|高新|示范)?区|(?:本|全|我)区(?![别域])")


@dataclass(slots=True)
class _Tally:
    """What has been read of one zone; lives only while one article is read."""

    first: Named
    mentions: dict[str, None] = field(default_factory=dict)
    lines: dict[tuple[str, int], None] = field(default_factory=dict)
    stretches: set[int] = field(default_factory=set)
    in_headline: bool = False


def zones_of(parts: Sequence[Stretch], gazetteer: Gazetteer) -> tuple[Zone, ...]:
    """Return the zones that an article names, in the order in which it names them."""
    found = [(n, part, list(find_zones(part.text, gazetteer))) for n, part in enumerate(parts)]
    tallies: dict[str, _Tally] = {}
    for n, part, hits in found:
        for hit in hits:
            if isinstance(hit, Named):
                tally = tallies.setdefault(hit.name, _Tally(hit))
                tally.mentions[part.quote(hit.start, hit.end)] = None
                tally.lines[part.page, part.line] = None
                tally.stretches.add(n)
                tally.in_headline |= part.place is Place.HEADLINE
    _add_short(parts, tallies, gazetteer)
    about = primary_of(tallies, sum(part.place is not Place.HEADLINE for part in parts))
    _add_bare(found, tallies, about)
    return tuple(_zone(tally, name in about) for name, tally in tallies.items())


def primary_of(tallies: dict[str, _Tally], paragraphs: int) -> tuple[str, ...]:
    """Return the one or two zones that the article is about; none for one about a city or the province."""
    zones = {name: tally for name, tally in tallies.items() if tally.first.kind == "zone"}
    named = [name for name, tally in zones.items() if tally.in_headline]
    if not named:
        named = [name for name, tally in zones.items() if len(tally.stretches) >= DENSE * paragraphs]
    return tuple(named) if len(named) <= MOST else ()


def _add_short(parts: Sequence[Stretch], tallies: dict[str, _Tally], gazetteer: Gazetteer) -> None:
    """Count 临开 for 临汾经济开发区 where the article names that zone in full."""
    for short, row in gazetteer.near.items():
        if tally := tallies.get(row.name):
            for part in parts:
                if re.search(f"{short}(?![始展发放设学会工业启辟])", part.text):
                    tally.mentions[short] = None
                    tally.lines[part.page, part.line] = None


def _add_bare(
    found: Sequence[tuple[int, Stretch, list[Named | Bare]]], tallies: dict[str, _Tally], about: Sequence[str]
) -> None:
    """Give 经开区, 开发区 and 该区 to the zone that the article is about."""
    for _, part, hits in found:
        for name in about:
            family = tallies[name].first.family
            bare = any(isinstance(hit, Bare) and hit.family in (family, Family.ANY) for hit in hits)
            if bare or _THIS.search(part.text):
                tallies[name].lines[part.page, part.line] = None


def _zone(tally: _Tally, primary: bool) -> Zone:  # noqa: FBT001 -- private, named where it is called
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
