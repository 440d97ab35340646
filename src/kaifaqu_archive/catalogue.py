"""Joining parsed pages, what is known of them and their facts into issues and one catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.model import (
    Article,
    Catalogue,
    DateBasis,
    Entry,
    Facts,
    Issue,
    IssueDate,
    PageFacts,
    ParsedPage,
    Settings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"(\d+)")
_TRUST = (DateBasis.GIVEN, DateBasis.INFERRED, DateBasis.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read, with what is known of it as part of an issue."""

    parsed: ParsedPage
    facts: PageFacts


@dataclass(frozen=True, slots=True)
class ReadIssue:
    """The pages of one issue, jumps joined, and its published articles with their facts."""

    pages: tuple[ReadPage, ...]
    """In page order."""
    articles: tuple[tuple[Article, Facts], ...]
    """In reading order."""


def group_issues(pages: Iterable[ReadPage]) -> tuple[tuple[ReadPage, ...], ...]:
    """Return the pages in groups of one issue: the same publication and the same date.

    A page without a date is an issue of its own, and so is one of an unknown paper whose date is only
    inferred.  Groups come in the order of their first page's name, pages within a group in page order.
    """
    groups: dict[tuple[str, ...], list[ReadPage]] = {}
    for page in sorted(pages, key=lambda page: page.facts.source_file):
        groups.setdefault(_issue_key(page.facts), []).append(page)
    return tuple(tuple(sorted(group, key=_page_order)) for group in groups.values())


def _issue_key(page: PageFacts) -> tuple[str, ...]:
    date = page.date
    if date.value and (page.publication or date.basis is DateBasis.GIVEN):
        return page.publication or "", date.value
    return (page.source_file,)


def _page_order(page: ReadPage) -> tuple[object, ...]:
    label = page.facts.label
    return label is None, natural(label or ""), page.facts.source_file


def natural(label: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts labels as people count: A2 before A10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in _NUMBER.split(label))


def assemble_catalogue(settings: Settings, issues: Sequence[ReadIssue]) -> Catalogue:
    """Return the catalogue of the issues, newest first, undated ones last; forwards are still to be added."""
    parsed = sorted((page.parsed for issue in issues for page in issue.pages), key=lambda page: page.page.source_file)
    # Two stable sorts: newest first, and within a day by publication and page.
    ordered = sorted((_issue(issue) for issue in issues), key=lambda issue: (issue.publication or "", _first(issue)))
    ordered.sort(key=lambda issue: issue.date.value or "", reverse=True)
    return Catalogue(settings=settings, issues=tuple(ordered), parsed=tuple(parsed))


def _first(issue: Issue) -> str:
    return issue.pages[0].source_file


def _issue(read: ReadIssue) -> Issue:
    pages = tuple(page.facts for page in read.pages)
    return Issue(
        publication=pages[0].publication,
        date=best_date(page.date for page in pages),
        issue_no=next((page.issue_no for page in pages if page.issue_no), None),
        pages=pages,
        entries=tuple(_entry(article, facts, pages) for article, facts in read.articles),
    )


def best_date(dates: Iterable[IssueDate]) -> IssueDate:
    """Return the date that is known best: a given one before an inferred one, the first among equals."""
    return min(dates, key=lambda date: _TRUST.index(date.basis))


def _entry(article: Article, facts: Facts, pages: Sequence[PageFacts]) -> Entry:
    stands_on = pages_of(article)
    return Entry(article=article, facts=facts, pages=tuple(page for page in pages if page.source_file in stands_on))


def pages_of(article: Article) -> frozenset[str]:
    """Return the names of the pages on which any part of the article was printed."""
    printed = (article.column, article.kicker, article.title, article.subtitle, *article.author_lines)
    photos = (part for photo in article.photos for part in (photo.caption, photo.credit))
    jumps = (article.continued_to, article.continued_from)
    texts = (*printed, *photos, *jumps, *article.paragraphs)
    return frozenset(text.page for text in texts if text is not None)
