"""Authors: all of them by the initial of their pinyin, and a page each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.names import is_name
from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.slugs import reading
from kaifaqu_archive.publish.views.frame import Frame, Press, frame
from kaifaqu_archive.publish.views.rows import Year, row, years
from kaifaqu_archive.publish.views.zones import Counted, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf, Shelved

INSTITUTIONS = "单位与机构"


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
    person: bool
    roles: str
    """The roles in which the paper names them: 记者、摄影."""
    years: tuple[Year, ...]
    zones: tuple[Counted, ...]
    """Zones that their articles name, most often first."""
    count: int


ZONES_SHOWN = 12
"""As many zones as a reader takes in at a glance."""


def author_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, AuthorView]]:
    """Yield (address, page) of every author."""
    for name, articles in shelf.by_author.items():
        address = shelf.urls.authors[name]
        view = AuthorView(
            frame=frame(press, address, name, f"本档案中署名{name}的{len(articles)}篇报道。"),
            name=name,
            person=is_name(name),
            roles="、".join(_roles(articles, name)),
            years=years(row(shelf, shelved) for shelved in articles),
            zones=tuple(_zones(shelf, articles)),
            count=len(articles),
        )
        yield address, view


def authors_view(press: Press, shelf: Shelf) -> AuthorsView:
    """Return the page of all authors."""
    return AuthorsView(
        frame=frame(press, urls.AUTHORS, "作者", "按姓名拼音列出本档案中署名的作者与供稿单位。"),
        groups=author_groups(shelf),
        count=len(shelf.by_author),
    )


def author_groups(shelf: Shelf) -> tuple[Group, ...]:
    """Return people by the first letter of their name's pinyin, then institutions."""
    held: dict[str, list[tuple[str, Counted]]] = {}
    for name, articles in shelf.by_author.items():
        letter = reading(name)[0].upper() if is_name(name) else INSTITUTIONS
        counted = Counted(name, shelf.urls.authors[name], len(articles), "")
        held.setdefault(letter, []).append((reading(name), counted))
    order = sorted(held, key=lambda letter: (letter == INSTITUTIONS, letter))
    return tuple(
        Group(
            letter,
            "institutions" if letter == INSTITUTIONS else f"letter-{letter.lower()}",
            tuple(counted for _, counted in sorted(held[letter], key=lambda pair: (pair[0], pair[1].text))),
        )
        for letter in order
    )


def _roles(articles: tuple[Shelved, ...], name: str) -> list[str]:
    roles = (author.role for shelved in articles for author in shelved.entry.facts.authors if author.name == name)
    return list(dict.fromkeys(roles))


def _zones(shelf: Shelf, articles: tuple[Shelved, ...]) -> list[Counted]:
    counts: dict[str, int] = {}
    for shelved in articles:
        for zone in shelved.entry.facts.zones:
            counts[zone.name] = counts.get(zone.name, 0) + 1
    often = sorted(counts, key=lambda zone: (-counts[zone], zone))[:ZONES_SHOWN]
    return [Counted(zone, shelf.urls.zones[zone], counts[zone], "") for zone in often]
