"""Authors: all of them by the initial of their pinyin, and a page each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.slugs import reading
from kaifaqu_archive.publish.views.dossier import Subject, newest, older
from kaifaqu_archive.publish.views.frame import Frame, Press, frame
from kaifaqu_archive.publish.views.groups import Counted, Group, initial, letter_anchor, letters_in_order, most
from kaifaqu_archive.publish.views.rows import Year, row, years
from kaifaqu_archive.publish.views.telling import coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.pictures.months import MonthPicture
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


@dataclass(frozen=True, slots=True)
class AuthorsView:
    """All authors."""

    frame: Frame
    groups: tuple[Group, ...]
    count: int


@dataclass(frozen=True, slots=True)
class AuthorView:
    """An author's page."""

    frame: Frame
    name: str
    roles: str
    """The roles in which the paper names them: 记者、摄影."""
    years: tuple[Year, ...]
    older: tuple[Counted, ...]
    """The pages of the years, where there are many articles."""
    zones: tuple[Counted, ...]
    """Zones that their articles name, most often first."""
    beside: tuple[Counted, ...]
    """Whose names stand under the same articles."""
    office: str
    """Address of the person of the same name who was named with an office; empty where there is none."""
    coverage: MonthPicture | None
    count: int


def author_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, AuthorView]]:
    """Yield (address, page) of every author."""
    for name in shelf.by_author:
        yield shelf.urls.authors[name], _author_view(press, shelf, name)


def _author_view(press: Press, shelf: Shelf, name: str) -> AuthorView:
    articles, address = shelf.by_author[name], shelf.urls.authors[name]
    subject = author_subject(shelf, name)
    zones = (zone.name for shelved in articles for zone in shelved.entry.facts.zones)
    beside = (other for shelved in articles for other in {author.name for author in shelved.entry.facts.authors})
    return AuthorView(
        frame=frame(press, address, name, f"本档案中署名{name}的{len(articles)}篇报道。"),
        name=name,
        roles="、".join(_roles(articles, name)),
        years=years(row(shelf, shelved) for shelved in newest(subject)),
        older=older(subject),
        zones=most(zones, shelf.urls.zones),
        beside=most(beside, shelf.urls.authors, besides=name),
        office=shelf.urls.people.get(name, ""),
        coverage=coverage(articles, name),
        count=len(articles),
    )


def author_subject(shelf: Shelf, name: str) -> Subject:
    """Return what an author's page is about."""
    return Subject(name, shelf.urls.authors[name], shelf.by_author[name], lambda shelved: ("", "", ()))  # noqa: ARG005


def authors_view(press: Press, shelf: Shelf) -> AuthorsView:
    """Return the page of all authors."""
    return AuthorsView(
        frame=frame(press, urls.AUTHORS, "作者", "按姓名拼音列出本档案中署名的作者与供稿单位。"),
        groups=author_groups(shelf),
        count=len(shelf.by_author),
    )


def author_groups(shelf: Shelf) -> tuple[Group, ...]:
    """Return people by the first letter of their name's pinyin, then institutions."""
    held: dict[str, list[Counted]] = {}
    for name in sorted(shelf.by_author, key=lambda name: (reading(name), name)):
        counted = Counted(name, shelf.urls.authors[name], len(shelf.by_author[name]))
        held.setdefault(initial(name), []).append(counted)
    return tuple(Group(letter, letter_anchor(letter), tuple(held[letter])) for letter in letters_in_order(held))


def _roles(articles: tuple[Shelved, ...], name: str) -> list[str]:
    roles = (author.role for shelved in articles for author in shelved.entry.facts.authors if author.name == name)
    return list(dict.fromkeys(roles))
