"""A page as it was received: every line with its number and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Role
from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.provenance import page_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kaifaqu_archive.model import Issue, Reading
    from kaifaqu_archive.publish.shelf import Shelf

ROLES = {
    Role.KICKER: "引题",
    Role.TITLE: "标题",
    Role.SUBTITLE: "副题",
    Role.HEADING: "小标题",
    Role.BODY: "正文",
    Role.CONT: "接上行",
    Role.LEAD: "编者按",
    Role.AUTHOR: "署名",
    Role.CAPTION: "图说",
    Role.CREDIT: "图片署名",
    Role.JUMP_TO: "下转",
    Role.JUMP_FROM: "上接",
    Role.COLUMN: "栏目",
    Role.NOTICE: "启事",
    Role.DUP: "重复",
    Role.NOISE: "版面标记",
}


@dataclass(frozen=True, slots=True)
class LineView:
    """One printed line."""

    n: int
    text: str
    role: str
    """小标题, 正文 …."""
    kind: str
    """The role's plain name, for its style."""
    article: Link | None
    """Where another article begins: that article; None on the lines that go on with it."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A page as it was received."""

    frame: Frame
    name: str
    sha256: str
    issue: Link
    """Its page of the issue."""
    label: str
    lines: tuple[LineView, ...]


def source_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, SourceView]]:
    """Yield (address, page) of every page as it was received."""
    owners = _owners(shelf)
    for issue in shelf.catalogue.issues:
        for facts in issue.pages:
            parsed = shelf.parsed.get(facts.source_file)
            if parsed:
                address = urls.source_page(facts.source_file)
                name = f"seeds/{facts.source_file}"
                view = SourceView(
                    frame=frame(press, address, f"{name} 原文", f"{name} 收到时的逐行原文。"),
                    name=name,
                    sha256=parsed.page.sha256,
                    issue=_issue(shelf, issue, facts.source_file),
                    label=wording.page_label(facts.label),
                    lines=tuple(_lines(shelf, facts.source_file, parsed.readings, owners)),
                )
                yield address, view


def _issue(shelf: Shelf, issue: Issue, page: str) -> Link:
    text = f"{wording.publication(issue.publication)}　{wording.dated(issue.date).text}"
    return Link(text, f"{shelf.urls.issue(issue)}#{page_anchor(page)}")


def _owners(shelf: Shelf) -> dict[tuple[str, int], str]:
    """Return (source file, line) -> id of the published article that prints it."""
    return {spot: shelved.entry.id for shelved in shelf.articles for spot in shelf.spots(shelved)}


def _lines(
    shelf: Shelf, page: str, readings: tuple[Reading, ...], owners: Mapping[tuple[str, int], str]
) -> Iterator[LineView]:
    before: str | None = None
    for reading in readings:
        owner = owners.get((page, reading.line.n)) or (reading.article if reading.article in shelf.by_id else None)
        begins = owner is not None and owner != before
        link = Link(shelf.by_id[owner].entry.article.headline, urls.article(owner)) if begins and owner else None
        yield LineView(reading.line.n, reading.line.text, ROLES[reading.role], reading.role.value, link)
        before = owner
