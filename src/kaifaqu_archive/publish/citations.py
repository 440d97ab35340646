"""How an article is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import DateBasis
from kaifaqu_archive.names import is_name
from kaifaqu_archive.publish import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaifaqu_archive.model import Author, IssueDate
    from kaifaqu_archive.publish.shelf import Shelved

WRITERS = frozenset({"记者", "作者", "通讯员"})
"""Roles that GB/T 7714 names as the author of a text."""

NAMED = 3
"""GB/T 7714 names three authors, then writes 等."""


def gb_t_7714(shelved: Shelved) -> str:
    """Return the article as GB/T 7714-2015 cites a newspaper; an inferred date stands in brackets."""
    article, issue = shelved.entry.article, shelved.issue
    writers = _writers(shelved.entry.facts.authors)
    subtitle = article.subtitle.text.lstrip("—") if article.subtitle else ""
    title = f"{article.headline}：{subtitle}" if subtitle else article.headline
    labels = "，".join(dict.fromkeys(page.label for page in shelved.entry.pages if page.label))
    where = f"{wording.publication(issue.publication)}，{_date(issue.date)}"
    return f"{f'{writers}. ' if writers else ''}{title}[N]. {where}{f'（{labels}）' if labels else ''}."


def _writers(authors: Iterable[Author]) -> str:
    names = list(dict.fromkeys(a.name for a in authors if a.role in WRITERS and is_name(a.name)))
    return "，".join(names[:NAMED]) + ("，等" if len(names) > NAMED else "")


def _date(date: IssueDate) -> str:
    if date.value is None:
        return wording.UNKNOWN_DATE
    return date.value if date.basis is DateBasis.GIVEN else f"[{date.value}]"
