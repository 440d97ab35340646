"""Who an article is by: bylines, datelines, brackets at the end, photo credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.credits import PICTURE_ROLES, Credit, closing_credits, read_credits
from kaifaqu_archive.datelines import read_dateline
from kaifaqu_archive.model import Article, Author, Kind, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING_PARAGRAPHS = 2
"""A dateline stands in the first or, after a lead, the second paragraph."""


def source_of(article: Article) -> str | None:
    """Return who reports, from the dateline: 本报, 本刊, 科学导报, 新华社; None without one."""
    for paragraph in _body(article)[:_OPENING_PARAGRAPHS]:
        dateline = read_dateline(paragraph.text)
        if dateline and dateline.source:
            return dateline.source
    for line in article.author_lines:
        if line.text.startswith("本报"):
            return "本报"
    return None


def authors_of(article: Article) -> tuple[Author, ...]:
    """Return everyone the article is credited to, each name and role once, in printed order.

    Writers come before photographers; institutions that supplied a picture have the role 供图.
    """
    found: dict[tuple[str, str], Author] = {}
    for credit, page, lines in (*_writers(article), *_photographers(article)):
        found.setdefault((credit.name, credit.role), Author(credit.name, credit.role, page, lines))
    return tuple(_without_weaker(found))


def _without_weaker(found: dict[tuple[str, str], Author]) -> Iterator[Author]:
    """Leave out a plain 作者 where the same name is also printed with a fuller role."""
    stronger = {name for name, role in found if role in ("记者", "通讯员")}
    for (name, role), author in found.items():
        if role != "作者" or name not in stronger:
            yield author


Found = tuple[Credit, str, tuple[int, ...]]


def _body(article: Article) -> list[Paragraph]:
    return [p for p in article.paragraphs if p.role is Role.BODY]


def _writers(article: Article) -> Iterator[Found]:
    for line in article.author_lines:
        for credit in read_credits(line.text):
            yield credit, line.page, line.lines
    body = _body(article)
    for n, paragraph in enumerate(body):
        # Among briefs every item has a dateline and a bracket of its own.
        if n < _OPENING_PARAGRAPHS or article.kind is Kind.BRIEFS:
            dateline = read_dateline(paragraph.text)
            for credit in dateline.credits if dateline else ():
                yield credit, paragraph.page, paragraph.lines[:1]
        if n == len(body) - 1 or article.kind is Kind.BRIEFS:
            for credit in closing_credits(paragraph.text):
                yield credit, paragraph.page, paragraph.lines[-1:]


def _photographers(article: Article) -> Iterator[Found]:
    for photo in article.photos:
        if photo.credit:
            for credit in read_credits(photo.credit.text):
                yield credit, photo.credit.page, photo.credit.lines
    # A short report that was written for its picture ends with the picture's credit.
    for paragraph in _body(article)[-1:]:
        for credit in read_credits(paragraph.text):
            if credit.role in PICTURE_ROLES:
                yield credit, paragraph.page, paragraph.lines
