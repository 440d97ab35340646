"""Which of the home province's cities an article is about, apart from those that its zones lie in.

A headline that names a city is about it.  Where an article names no zone, so is one whose dateline, whose
opening sentence or whose paragraphs do, if they name no other city as often.  A dateline of the capital
says only where it was written; a university that is called after its city says nothing of the city.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.places import COUNTY, PREFECTURE, load_places
from kaifaqu_archive.extract.stretches import Place
from kaifaqu_archive.extract.zone_names import HOME
from kaifaqu_archive.model import City

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.extract.places import Location
    from kaifaqu_archive.extract.stretches import Stretch
    from kaifaqu_archive.model import Zone

MOST = 2
"""Cities that a headline or a text is about; one that names more is about the province."""
DENSE = 0.5
"""Share of the paragraphs that name a city from which a text is about it."""
LEAST = 2
"""Paragraphs that must name it."""
CAPITAL = "太原市"
"""Where the province's papers are made: its name in a dateline says no more than that."""

_DATELINE = re.compile(r"[^,。;:!?]{0,24}?(?:讯|电)(?=[\s(,]|[\u4e00-\u9fff])")
_SENTENCE = re.compile(r"[^。!?;]*")
# What is called after a city and is not the city: 太原理工大学, 长治日报, 太原海关; and 长治久安, 大同小异, 晋中南.
_NOT_IT = re.compile(
    r"久安|久清|小异|社会|世界|南|盆地|山(?!西)"
    r"|[\u4e00-\u9fff]{0,6}(?:大学|学院|日报|晚报|中学|医院|海关|铁路局|机务段|银行|证券|机场|卫星发射)"
    r"|(?:钢铁|重工|重型|重机|煤矿|煤业|锅炉|化工|电业|供电|卷烟|不锈钢)"
)
_NOT_AFTER = ("世界大同", "天下大同", "求大同", "共大同", "河长治", "林长治", "湖长治", "田长治", "路长治")
# 宝兴县 is not 兴县: a name this short needs something before it that ends a word.
_FREE = re.compile(r"(?:^|[^\u4e00-\u9fff]|山西省?|[市在到赴是的和与及、对从由])$")
_NEAR = 3
"""Characters before a name that ``_FREE`` looks at: 山西省."""
_SHORT = 2
_NO_COUNTIES = ("矿区", "城区", "郊区", "南郊区", "新区")


@dataclass(frozen=True, slots=True)
class _Named:
    """A city, or a place in it, that a text names."""

    start: int
    end: int
    city: str


def cities_of(parts: Sequence[Stretch], zones: Sequence[Zone]) -> tuple[City, ...]:
    """Return the cities of the home province that an article is about, each with the lines that say so."""
    heads = [part for part in parts if part.place is Place.HEADLINE]
    found = {city: City(city, "headline", tuple(lines)) for city, lines in _told(heads).items()}
    if len(found) > MOST:
        return ()
    if not found and not zones:
        found = _in_body([part for part in parts if part.place is Place.BODY])
    return tuple(found.values())


def _told(parts: Sequence[Stretch]) -> dict[str, list[tuple[str, int]]]:
    """Return the cities that texts name, with (page, line) of every mention."""
    told: dict[str, list[tuple[str, int]]] = {}
    for part in parts:
        for named in find_cities(part.text):
            told.setdefault(named.city, []).append((part.page, part.line_at(named.start)))
    return told


def _in_body(body: Sequence[Stretch]) -> dict[str, City]:
    """Return the one city that a text without a headline's word is about."""
    if not body:
        return {}
    told = {city: tuple(dict.fromkeys(lines)) for city, lines in _told(body).items()}
    if (written := _dateline_city(body[0].text)) and written != CAPITAL:
        return {written: City(written, "dateline", ((body[0].page, body[0].line),))}
    first = _SENTENCE.match(_DATELINE.sub("", body[0].text, count=1))
    opening = _opening_cities(first[0]) if first else set()
    if len(told) == 1 and opening == set(told):
        ((city, lines),) = told.items()
        return {city: City(city, "opening", lines)}
    often = Counter(city for part in body for city in {named.city for named in find_cities(part.text)})
    (city, most), *others = [*often.most_common(2), ("", 0)][:2]
    dense = most >= LEAST and most >= DENSE * len(body) and all(2 * other < most for _, other in others)
    return {city: City(city, "density", told[city])} if dense else {}


def _opening_cities(sentence: str) -> set[str]:
    """Return the cities that a sentence names in full, or as 山西长治; none where it names places elsewhere too."""
    named = list(find_cities(sentence))
    full = all(sentence[each.end - 1] in "市县区" or sentence.endswith("山西", 0, each.start) for each in named)
    found = (load_places().before(sentence, end) for end in range(2, len(sentence) + 1))
    away = any(all(place.province != HOME for place in each[1]) for each in found if each)
    return {each.city for each in named} if full and not away else set()


def _dateline_city(text: str) -> str | None:
    """Return the city of a dateline that names no other: 科学导报长治讯."""
    line = _DATELINE.match(text)
    named = {named.city for named in find_cities(line[0])} if line else set()
    return next(iter(named)) if len(named) == 1 else None


def find_cities(text: str) -> Iterator[_Named]:
    """Yield the cities of the home province, and the counties by their full names, that a text names, in order."""
    for match in _pattern().finditer(text):
        name = match[0]
        if _NOT_IT.match(text, match.end()) or text.endswith(_NOT_AFTER, 0, match.end()):
            continue
        if (
            len(name) == _SHORT
            and name[-1] in "县区市"
            and not _FREE.search(text, max(0, match.start() - _NEAR), match.start())
        ):
            continue
        # 广东省和平县 and 河北省新华区: a place after another province's is that province's.
        before = load_places().before(text, match.start())
        if before and all(place.province != HOME for place in before[1]):
            continue
        yield _Named(*match.span(), _names()[name])


@cache
def _names() -> dict[str, str]:
    """Return the names of cities, short and in full, and of counties that no other province has, by name."""
    found: dict[str, str] = {}
    for name, places in load_places().named.items():
        place = places[0]
        if place.province == HOME and place.rank == PREFECTURE:
            found[name] = place.name
        elif place.rank == COUNTY and place.city and name == place.name and _only_here(name, places):
            found[name] = place.city
    return found


def _only_here(name: str, places: Sequence[Location]) -> bool:
    return name not in _NO_COUNTIES and all(place.province == HOME for place in places)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_names(), key=lambda name: (-len(name), name))))
