"""People with the offices that were printed beside their names, on the days on which they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import wording
from kaifaqu_archive.publish.views.frame import Link
from kaifaqu_archive.publish.views.provenance import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kaifaqu_archive.model import Person
    from kaifaqu_archive.publish.shelf import Shelf, Shelved

PRINTED_THEN = "职务照录当日版面，不说明今天的任职；同名的未必是同一人。"
"""What must be said wherever offices are listed."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named with an office in one article."""

    name: Link
    office: str
    date: wording.Dated
    article: Link
    """The paragraph in which it stands."""


def mention(shelf: Shelf, shelved: Shelved, person: Person) -> Mention:
    """Return how one article names a person."""
    article = shelved.entry.article
    return Mention(
        name=Link(person.name, shelf.urls.people[person.name]),
        office=person.office,
        date=wording.dated(shelved.issue.date),
        article=Link(article.headline, place_of(article, person.page, person.line)),
    )


def mentions_in(
    shelf: Shelf, articles: Iterable[Shelved], forms: frozenset[str], about: Callable[[Shelved], bool]
) -> tuple[Mention, ...]:
    """Return the people of a dossier: those whose office names it, and those in the articles that are about it."""
    return tuple(
        mention(shelf, shelved, person)
        for shelved in articles
        for person in shelved.entry.facts.people
        if about(shelved) or any(form in person.office for form in forms)
    )
