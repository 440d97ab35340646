"""People whom the paper names with an office: an index with the date of every mention, and a page each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import parts, urls
from kaifaqu_archive.publish.slugs import reading
from kaifaqu_archive.publish.views.dossier import Record, Subject, record
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.groups import Counted, letter_anchor, letters_in_order, most
from kaifaqu_archive.publish.views.offices import PRINTED_THEN, Mention, mention
from kaifaqu_archive.publish.views.telling import Quote, coverage, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.model import Person
    from kaifaqu_archive.publish.pictures.months import MonthPicture
    from kaifaqu_archive.publish.shelf import Shelf, Shelved

OFTEN = 60
"""People whom the first page of an index in letters names: those in most articles."""

LISTED, LISTED_OF_MANY = 30, 5
"""Mentions of one person that the index lists, and that it lists where every letter has a page of its own."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person with the date and office of every mention, the newest of many."""

    name: Link
    mentions: tuple[Mention, ...]
    count: int
    """All mentions, those too that only the person's own page lists."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The people whose names begin alike."""

    name: str
    anchor: str
    officers: tuple[Officer, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The index of people, or one letter of it."""

    frame: Frame
    heading: str
    caution: str
    letters: tuple[Link, ...]
    """Ways to the letters, on this page or on their own."""
    here: str
    """The letter that the page is about; empty where it is about all."""
    groups: tuple[Letter, ...]
    """Empty where every letter has a page of its own."""
    people: int
    mentions: int
    often: tuple[Counted, ...] = ()
    """The people in most articles, where every letter has a page of its own and this is the first."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person's page."""

    frame: Frame
    name: str
    caution: str
    """What must be said wherever offices are listed."""
    author: str
    """Address of the articles signed with the same name; empty where there are none."""
    record: Record
    zones: tuple[Counted, ...]
    beside: tuple[Counted, ...]
    """People named in the same articles."""
    coverage: MonthPicture | None
    count: int


def person_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, PersonView]]:
    """Yield (address, page) of every person named with an office."""
    for name in shelf.by_person:
        yield shelf.urls.people[name], _person_view(press, shelf, name)


def _person_view(press: Press, shelf: Shelf, name: str) -> PersonView:
    articles = shelf.by_person[name]
    zones = (zone.name for shelved in articles for zone in shelved.entry.facts.zones if zone.primary)
    beside = (person.name for shelved in articles for person in shelved.entry.facts.people)
    about = f"报上记有{name}职务的{len(articles)}篇报道，按日期排列。"
    return PersonView(
        frame=frame(press, shelf.urls.people[name], name, about),
        name=name,
        caution=PRINTED_THEN,
        author=shelf.urls.authors.get(name, ""),
        record=record(shelf, person_subject(shelf, name)),
        zones=most(zones, shelf.urls.zones),
        beside=most(beside, shelf.urls.people, besides=name),
        coverage=coverage(articles, name),
        count=len(articles),
    )


def person_subject(shelf: Shelf, name: str) -> Subject:
    """Return what a person's page is about and how articles speak of it."""
    return Subject(
        name,
        shelf.urls.people[name],
        shelf.by_person[name],
        say=lambda shelved: _say(shelved, name),
        caution=PRINTED_THEN,
    )


def people_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, PeopleView]]:
    """Yield (address, page) of the index: one page, or one for each letter where it is long."""
    total = sum(len(_named(shelved, name)) for name, articles in shelf.by_person.items() for shelved in articles)
    parted = total > parts.ONE_PAGE
    listed = LISTED_OF_MANY if parted else LISTED
    officers = {name: _officer(shelf, articles, name, listed) for name, articles in shelf.by_person.items()}
    letters: dict[str, list[Officer]] = {}
    for name in sorted(officers, key=lambda name: (reading(name), name)):
        letters.setdefault(parts.first_letter(name), []).append(officers[name])
    groups = [Letter(name, letter_anchor(name), tuple(letters[name])) for name in letters_in_order(letters)]
    ways = tuple(Link(g.name, parts.letter_of(g.name) if parted else f"{urls.PEOPLE}#{g.anchor}") for g in groups)
    held = len(officers), total
    if not parted:
        yield urls.PEOPLE, _index(press, urls.PEOPLE, "人物", ways, groups, held)
    else:
        names = (name for name, articles in shelf.by_person.items() for _ in articles)
        first = _index(press, urls.PEOPLE, "人物", ways, (), held)
        yield urls.PEOPLE, replace(first, often=most(names, shelf.urls.people, shown=OFTEN))
        for group in groups:
            address = parts.letter_of(group.name)
            held = len(group.officers), sum(officer.count for officer in group.officers)
            of_letter = _index(press, address, f"人物：{group.name}", ways, (group,), held)
            yield address, replace(of_letter, here=group.name)


def _index(
    press: Press, address: str, heading: str, letters: tuple[Link, ...], groups: Sequence[Letter], held: tuple[int, int]
) -> PeopleView:
    about = "报上记有职务的人物，逐次注明日期与职务原文。"
    return PeopleView(frame(press, address, heading, about), heading, PRINTED_THEN, letters, "", tuple(groups), *held)


def _officer(shelf: Shelf, articles: Sequence[Shelved], name: str, listed: int) -> Officer:
    mentions = [(shelved, person) for shelved in articles for person in _named(shelved, name)]
    return Officer(
        Link(name, shelf.urls.people[name]),
        tuple(mention(shelf, shelved, person) for shelved, person in mentions[:listed]),
        len(mentions),
    )


def _named(shelved: Shelved, name: str) -> list[Person]:
    return [person for person in shelved.entry.facts.people if person.name == name]


def _say(shelved: Shelved, name: str) -> tuple[str, str, tuple[Quote, ...]]:
    named = _named(shelved, name)
    spots = frozenset((person.page, person.line) for person in named)
    return "", "；".join(person.office for person in named), quotes(shelved, spots, (name,), most=1)
