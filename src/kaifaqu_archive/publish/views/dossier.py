"""What a dossier tells of the articles that it is made of; a long one has a page for every year.

A zone that is in the paper every week would fill hundreds of screens.  Its dossier then shows the newest
articles and leads to a page for each year, ``zones/NAME/2019/``, that tells of all of that year.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import parts, wording
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.groups import Counted
from kaifaqu_archive.publish.views.offices import PRINTED_THEN, Mention
from kaifaqu_archive.publish.views.telling import Chapter, Quote, by_month, by_year, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kaifaqu_archive.publish.shelf import Shelf, Shelved
    from kaifaqu_archive.publish.views.figures import Counting

NEWEST = 50
"""Articles that the first page of a longer dossier tells of."""

Articles = tuple["Shelved", ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a dossier is about, and how to tell of it."""

    name: str
    address: str
    articles: Articles
    """Newest first."""
    say: Callable[[Shelved], tuple[str, str, tuple[Quote, ...]]]
    """What an article says of it: mark, note and quotations."""
    caution: str = ""
    """What must be said beside what it tells, on every page of it."""
    people: Callable[[Articles], tuple[Mention, ...]] = lambda _: ()
    figures: Callable[[Articles], tuple[Counting, ...]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Record:
    """What some articles say of a subject."""

    said: tuple[Chapter, ...]
    people: tuple[Mention, ...]
    caution: str
    """What must be said beside offices."""
    figures: tuple[Counting, ...]
    older: tuple[Counted, ...]
    """The pages of the years, where the dossier is long."""


@dataclass(frozen=True, slots=True)
class YearView:
    """One year of a long dossier."""

    frame: Frame
    dossier: Link
    name: str
    """李双清：2019年."""
    years: tuple[Counted, ...]
    """This one too."""
    here: str
    """Its address, by which it is known among the years."""
    caution: str
    count: int
    record: Record


def record(shelf: Shelf, subject: Subject) -> Record:
    """Return what the first page of a dossier tells: everything, or the newest of a long one."""
    return _record(shelf, subject, newest(subject), by_year, older(subject))


def newest(subject: Subject) -> Articles:
    """Return the articles that the first page of a dossier tells of."""
    return subject.articles if len(subject.articles) <= parts.LONG else subject.articles[:NEWEST]


def older(subject: Subject) -> tuple[Counted, ...]:
    """Return the ways to the years of a long dossier; none where its first page tells of all."""
    if len(subject.articles) <= parts.LONG:
        return ()
    return tuple(
        Counted(wording.year(year), parts.year_of(subject.address, year), len(held)) for year, held in _by_year(subject)
    )


def year_views(press: Press, shelf: Shelf, subject: Subject) -> Iterator[tuple[str, YearView]]:
    """Yield (address, page) of every year of a long dossier."""
    if len(subject.articles) <= parts.LONG:
        return
    for year, held in _by_year(subject):
        address, name = parts.year_of(subject.address, year), wording.year(year)
        about = f"本档案中有关{subject.name}的报道，{name}的{len(held)}篇，按日期排列。"
        title = f"{subject.name}：{name}"
        yield (
            address,
            YearView(
                frame=frame(press, address, title, about),
                dossier=Link(subject.name, subject.address),
                name=title,
                years=older(subject),
                here=address,
                caution=subject.caution,
                count=len(held),
                record=_record(shelf, subject, held, by_month),
            ),
        )


def _record(
    shelf: Shelf,
    subject: Subject,
    articles: Articles,
    chapter: Callable[[str | None], tuple[str, str]],
    older: tuple[Counted, ...] = (),
) -> Record:
    return Record(
        said=told(shelf, articles, subject.say, chapter),
        people=subject.people(articles),
        caution=PRINTED_THEN,
        figures=subject.figures(articles),
        older=older,
    )


def _by_year(subject: Subject) -> Iterator[tuple[str, Articles]]:
    """Yield (year, articles), the newest year first; the year is empty where the date is not known."""
    for year, held in groupby(subject.articles, key=lambda shelved: (shelved.issue.date.value or "")[:4]):
        yield year, tuple(held)
