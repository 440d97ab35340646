"""People whom an article names with their office, as printed on that day.

Nothing here says that somebody holds an office today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.offices import TITLE, office_before
from kaifaqu_archive.extract.person_names import USUAL, ends_name, foreign_before, given, looks_like_name, name_end
from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.stretches import Place
from kaifaqu_archive.model import Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.extract.stretches import Stretch

_LONG = re.compile("长江|长安(?=[镇区乡村街路城广])")
"""What 市长 runs into, beside the places of the table: 某市长安镇."""
BARE = 4
"""Characters of an office that says no more than 总经理; a fuller one printed later is taken instead."""
_FREE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[在同和与向对由受随是的了请据]|代表|转达|贯彻|落实|学习|陪同)$")
_NEAR = 2
"""Characters before a name that ``_FREE`` looks at: 代表."""
_SPACE = re.compile(r"\s*(?:[、,]?\d{2}岁的?)?")
"""What may stand between an office and its holder's name: 主任、82岁的任启茂."""
_REACH = 50
"""Characters before the end of an office in which its holder's name is looked for: 王强任…主任."""
_HIGHEST = re.compile("总书记|主席|总理|委员长|总统|首相|国王|省长")
# 张文华书记作讲话: a name of three characters and the office that its holder is called by.
_CALLED = re.compile(
    "(?:书记|主任|局长|院长|市长|县长|区长|镇长|部长|厅长|处长|校长|所长|会长|总经理|经理|董事长|厂长|教授|院士|工程师|研究员)$"
)
_APPOINTED = re.compile(
    r"(?:(?:^|[,。;:、\s”]|博士|硕士|同志)(?P<name>[\u4e00-\u9fff]{2,4})(?:同志)?(?:任|担任|兼任|出任|当选为?|被任命为|是)"
    r"|任命(?P<named>[\u4e00-\u9fff]{2,4})为)(?P<office>[^,。;:!?、]+(?:、[^,。;:!?、]+)*)$"
)


@dataclass(frozen=True, slots=True)
class Held:
    """A name with an office, where a text prints them."""

    name: str
    office: tuple[int, int]
    end: int


def people_of(parts: Sequence[Stretch]) -> tuple[Person, ...]:
    """Return the people that an article names with an office, each once, in order.

    The text is read before the headline, which prints offices shortened.
    """
    found: dict[str, Person] = {}
    for part in sorted(parts, key=lambda each: each.place is Place.HEADLINE):
        for held in find_people(part.text):
            person = Person(held.name, part.quote(*held.office), part.page, part.line_at(held.office[0]))
            known = found.get(held.name)
            if known is None or (len(known.office) <= BARE < len(person.office)):
                found[held.name] = person
    return tuple(found.values())


def find_people(text: str) -> Iterator[Held]:
    """Yield the people named with an office in a text in half width, in order."""
    floor = 0
    for match in TITLE.finditer(text):
        if match.start() < floor or _is_place(text, match.end()):
            continue
        held = list(_after(text, match.end(), floor)) or list(_before(text, match, floor))
        yield from held
        floor = held[-1].end if held else floor


def _is_place(text: str, end: int) -> bool:
    """Whether 市长 is cut out of 西安市长安区."""
    named = load_places().named
    return bool(_LONG.match(text, end - 1)) or any(text[end - 1 : end + more] in named for more in (2, 3))


def _after(text: str, title_end: int, floor: int) -> Iterator[Held]:
    """Yield the people whose names follow an office."""
    space = _SPACE.match(text, title_end)
    names = list(_names(text, space.end() if space else title_end))
    start = office_before(text, title_end, floor) if names else None
    if start is not None:
        for first, last in names:
            yield Held(text[first:last], (start, title_end), last)


def _before(text: str, title: re.Match[str], floor: int) -> Iterator[Held]:
    """Yield the person who is named before an office: 习近平总书记, 王强任管委会主任."""
    if _HIGHEST.match(text, title.start()) and (found := _name_before(text, title.start(), floor)):
        yield Held(text[found : title.start()], title.span(), title.end())
        return
    if _CALLED.match(title[0]) and ends_name(text, title.end()) and (found := _called(text, title.start(), floor)):
        yield Held(text[found : title.start()], title.span(), title.end())
        return
    # Only the words up to the title count: 任 and 为 stand before the whole office.
    appointed = _APPOINTED.search(text[max(floor, title.start() - _REACH) : title.end()])
    name = (appointed["name"] or appointed["named"]) if appointed else ""
    if appointed and looks_like_name(name):
        begin = title.end() - len(appointed["office"])
        yield Held(name, (begin, title.end()), title.end())


def _called(text: str, end: int, floor: int) -> int | None:
    """Return where a name of three characters begins that ends at ``end`` and follows a mark or a particle."""
    begin = end - USUAL
    free = begin >= floor and _FREE.search(text, max(0, begin - _NEAR), begin)
    return begin if free and given(text[begin:end]) else None


def _name_before(text: str, end: int, floor: int) -> int | None:
    """Return where the name begins that ends at ``end``: three characters, or two where nothing runs into them."""
    three, two = end - USUAL, end - USUAL + 1
    if three >= floor and given(text[three:end]):
        return three
    if (foreign := foreign_before(text, end, floor)) is not None:
        return foreign
    for begin in (three, two):
        if begin >= floor and _FREE.search(text, max(0, begin - _NEAR), begin) and looks_like_name(text[begin:end]):
            return begin
    return None


def _names(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the names that begin at ``start``: 田文杰、孙星鹏 share an office."""
    end = name_end(text, start)
    while end is not None:
        yield start, end
        if text[end : end + 1] != "、":
            return
        start = end + 1
        end = name_end(text, start)
        if end is not None and not ends_name(text, end):
            return
