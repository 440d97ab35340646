"""下转 and 上接: where an article goes on, or what the archive lacks of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.page_labels import same_label
from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.views.provenance import page_anchor

if TYPE_CHECKING:
    from kaifaqu_archive.model import Issue, Printed
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump note as printed and what can be said of the other half."""

    text: str
    """下转A2版."""
    note: str
    """What the archive knows: that the page is missing, or that the other half was not found on it."""
    href: str
    """Address of the other half or of its page; empty where the archive has neither."""


def jump_out(shelf: Shelf, shelved: Shelved) -> Jump | None:
    """Return where the article goes on, or None where it ends in itself."""
    article = shelved.entry.article
    return _jump(shelf, shelved, article.continued_to, "下转")


def jump_in(shelf: Shelf, shelved: Shelved) -> Jump | None:
    """Return where the article began, or None where it begins in itself."""
    article = shelved.entry.article
    return _jump(shelf, shelved, article.continued_from, "上接")


def _jump(shelf: Shelf, shelved: Shelved, printed: Printed | None, word: str) -> Jump | None:
    if printed is None:
        return None
    text = f"{word}{wording.page_label(printed.text)}"
    if any(page.label and same_label(page.label, printed.text) for page in shelved.entry.pages):
        return None  # both halves stand in this article; the turn is marked inside its body
    other = shelved.entry.article.continues
    if other and other.article in shelf.by_id and other.article != shelved.entry.id:
        return Jump(text, "", urls.article(other.article))
    page = _page_called(shelved.issue, printed.text)
    if page is None:
        return Jump(text, f"本档案未收{wording.page_label(printed.text)}，{_MISSING[word]}", "")
    return Jump(text, "该版已收，未能确定相接的文字", f"{shelf.urls.issue(shelved.issue)}#{page_anchor(page)}")


_MISSING = {"下转": "下文暂缺", "上接": "上文暂缺"}


def _page_called(issue: Issue, label: str) -> str | None:
    """Return the file of the issue's page with this label, or None."""
    pages = (page for page in issue.pages if page.label and same_label(page.label, label))
    return next((page.source_file for page in pages), None)
