"""What the paper said, by date: an article with the sentences that speak of something."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Role
from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.pictures.months import Counts, MonthPicture, month_picture, months_of
from kaifaqu_archive.publish.quotes import sentence_with
from kaifaqu_archive.publish.views.groups import year_anchor
from kaifaqu_archive.publish.views.provenance import anchor, cited
from kaifaqu_archive.publish.views.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from kaifaqu_archive.publish.shelf import Shelf, Shelved
    from kaifaqu_archive.publish.views.frame import Link

QUOTED = 2
"""Sentences quoted from one article: enough to know what it says, too few to spare the reading."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as printed."""

    text: str
    href: str
    """The paragraph in which it stands, relative to the site's root."""
    source: Link
    """``seeds/NAME.txt:33``."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one article says."""

    row: Row
    day: str
    """4月22日: the year stands above."""
    mark: str
    """主要报道; empty where the article only names it."""
    note: str
    """An office as printed; empty where there is none."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What was said in one year, in one month of it, or in issues without a date."""

    name: str
    anchor: str
    said: tuple[Said, ...]


def told(
    shelf: Shelf,
    articles: Iterable[Shelved],
    say: Callable[[Shelved], tuple[str, str, tuple[Quote, ...]]],
    chapter: Callable[[str | None], tuple[str, str]],
) -> tuple[Chapter, ...]:
    """Return the articles in chapters, as they come.

    ``say`` gives mark, note and quotes of an article, ``chapter`` the name and the anchor of its day's chapter.
    """
    said = (Said(row(shelf, shelved), _day(shelved), *say(shelved)) for shelved in articles)
    return tuple(Chapter(*key, tuple(held)) for key, held in groupby(said, key=lambda each: chapter(each.row.date.iso)))


def by_year(day: str | None) -> tuple[str, str]:
    """Return name and anchor of a day's year."""
    return wording.year(day), year_anchor(day)


def by_month(day: str | None) -> tuple[str, str]:
    """Return name and anchor of a day's month, where the year is known."""
    return (f"{int(day[5:7])}月", f"m{day[5:7]}") if day else by_year(day)


def _day(shelved: Shelved) -> str:
    value = shelved.issue.date.value
    return wording.day_in_year(value) if value else wording.UNKNOWN_DATE


def quotes(
    shelved: Shelved, spots: Collection[tuple[str, int]], forms: Sequence[str], most: int = QUOTED
) -> tuple[Quote, ...]:
    """Return the first sentences in paragraphs printed on ``spots``, (page, line), in which one of ``forms`` stands."""
    article = shelved.entry.article
    found: dict[str, Quote] = {}
    for number, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.role is Role.HEADING or not any((paragraph.page, n) in spots for n in paragraph.lines):
            continue
        sentence = sentence_with(paragraph.text, forms)
        if sentence:
            href = f"{urls.article(article.id)}#{anchor(number)}"
            found.setdefault(sentence, Quote(sentence, href, cited(paragraph.page, paragraph.lines)))
        if len(found) == most:
            break
    return tuple(found.values())


def coverage(articles: Iterable[Shelved], name: str) -> MonthPicture | None:
    """Return how many articles there are by year and month; None where none has a date."""
    held = list(articles)
    days = [day for shelved in held if (day := shelved.issue.date.value)]
    if not days:
        return None
    rows = [Counts(year, f"{year}年", "", months) for year, months in months_of(days).items()]
    undated = len(held) - len(days)
    summary = f"{name}的报道，{_years(rows)}共{len(days)}篇" + (f"，另有{undated}篇日期不详" if undated else "") + "。"
    return month_picture("coverage", "逐月报道篇数", summary, "年", rows)


def _years(rows: Sequence[Counts]) -> str:
    first, last = rows[-1].label, rows[0].label
    return f"{first}年" if first == last else f"{first}年至{last}年"
