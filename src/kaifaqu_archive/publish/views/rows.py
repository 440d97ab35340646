"""An article as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kaifaqu_archive.model import KIND_NAMES, Kind
from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.views.frame import Link
from kaifaqu_archive.publish.views.groups import year_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaifaqu_archive.model import Author
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


@dataclass(frozen=True, slots=True)
class Row:
    """One article in a list."""

    href: str
    column: str
    kicker: str
    title: str
    made: bool
    """Whether the title was made from the first words, none being printed."""
    subtitle: str
    byline: str
    opening: str
    kind: str
    """图片新闻, 启事 …; empty for what most articles are."""
    date: wording.Dated
    issue: Link
    pages: str
    """A1版、A2版; empty where they are not known."""


@dataclass(frozen=True, slots=True)
class Year:
    """The articles of one year, or those without a date."""

    name: str
    anchor: str
    rows: tuple[Row, ...]


PLAIN_KINDS = frozenset({Kind.NEWS, Kind.FEATURE})
"""Kinds that a list need not name."""


def row(shelf: Shelf, shelved: Shelved) -> Row:
    """Return the article as a list shows it."""
    article, issue = shelved.entry.article, shelved.issue
    return Row(
        href=urls.article(article.id),
        column=article.column.text if article.column else "",
        kicker=article.kicker.text if article.kicker else "",
        title=article.headline,
        made=article.title is None,
        subtitle=article.subtitle.text if article.subtitle else "",
        byline=byline(shelved.entry.facts.authors),
        opening=wording.opening(article.paragraphs)
        or next((photo.caption.text for photo in article.photos if photo.caption), ""),
        kind="" if article.kind in PLAIN_KINDS else KIND_NAMES[article.kind],
        date=wording.dated(issue.date),
        issue=Link(wording.publication(issue.publication), shelf.urls.issue(issue)),
        pages=wording.page_labels(shelved.entry.pages),
    )


def byline(authors: Iterable[Author]) -> str:
    """Return who wrote it in one line: 记者 王波 李文；摄影 赵六."""
    return "；".join(" ".join([shown(role), *names]).strip() for role, names in by_role(authors))


def shown(role: str) -> str:
    """Return the role as a byline says it: that an author is the author goes without saying."""
    return "" if role == "作者" else role


def by_role(authors: Iterable[Author]) -> list[tuple[str, list[str]]]:
    """Return (role, names) in the order in which the roles are first named."""
    roles: dict[str, list[str]] = {}
    for author in authors:
        names = roles.setdefault(author.role, [])
        if author.name not in names:
            names.append(author.name)
    return list(roles.items())


def years(rows: Iterable[Row]) -> tuple[Year, ...]:
    """Return the rows by the year of their issue, as they come."""
    grouped = groupby(rows, key=lambda each: (wording.year(each.date.iso), year_anchor(each.date.iso)))
    return tuple(Year(*year, tuple(held)) for year, held in grouped)
