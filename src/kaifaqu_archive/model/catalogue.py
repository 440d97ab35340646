"""All that is published, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .article import Article, ParsedPage
    from .facts import Facts, IssueDate, PageFacts
    from .gazetteer import ZoneRow
    from .terms import Term


@dataclass(frozen=True, slots=True)
class Entry:
    """A published article with its facts."""

    article: Article
    facts: Facts
    pages: tuple[PageFacts, ...]
    """The pages it stands on, in reading order; two for an article joined over a jump."""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id


@dataclass(frozen=True, slots=True)
class Issue:
    """Everything published under one name on one day."""

    publication: str | None
    date: IssueDate
    issue_no: str | None
    pages: tuple[PageFacts, ...]
    """In page order: by label, then by file name."""
    entries: tuple[Entry, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``seeds/archive.yml`` may say of the whole archive."""

    title: str = "开发区建设档案"
    publication: str | None = None
    weekday: int | None = None
    """The weekday on which the paper appears, Monday is 1; None when not known."""
    language: str = "zh-CN"
    description: str = ""
    not_terms: tuple[str, ...] = ()
    """Words that the editor does not want as terms."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is published, issues from the newest to the oldest, undated ones last."""

    settings: Settings
    issues: tuple[Issue, ...]
    forwards: tuple[tuple[str, str], ...] = field(default=())
    """(old address, address that now holds its text), both relative to the site's root.

    An empty second address says that the text was withdrawn.
    """
    parsed: tuple[ParsedPage, ...] = field(default=())
    """The pages as they were read, line by line, by file name; articles not yet joined over jumps."""
    arrivals: tuple[str, ...] = ()
    """The ids of the articles in the order in which they were first published, as the ledger has it."""
    gazetteer: tuple[ZoneRow, ...] = ()
    """The zones that are known, whether or not an article names them."""
    terms: tuple[Term, ...] = ()
    """Policy terms and themes, those that stand in most articles first."""
    needless: tuple[str, ...] = ()
    """Words of the settings' ``not_terms`` that would be no terms without it either."""


@dataclass(frozen=True, slots=True)
class Address:
    """A permanent address of the site and what it stands for, as the ledger remembers it."""

    at: str
    """Relative to the site's root, with a slash at the end: ``articles/3k9x…/``."""
    name: str
    """Of what stands there: headline, zone, author, date."""
    page: str | None = None
    """``NAME.txt`` on which its text begins; None where it is on no page of its own."""
    line: int | None = None
    """The line of that page at which its text begins."""
    opening: str = ""
    """The first words of that line."""
