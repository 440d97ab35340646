"""What is extracted from articles and known of issues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .article import Author


DOUBTFUL = 60
"""Days: an inferred date that may lie anywhere in a longer range is a question to the editor."""


class DateBasis(StrEnum):
    """Where a publication date comes from."""

    GIVEN = "given"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The date of publication: a day, the honest range it lies in, and why."""

    value: str | None
    """``YYYY-MM-DD``, the best single day; None when unknown."""
    range: tuple[str, str] | None
    """First and last day on which it may have appeared."""
    basis: DateBasis
    evidence: tuple[str, ...]
    """The page's own words that the date was inferred from."""

    @property
    def doubtful(self) -> bool:
        """Whether the date is inferred and its range too long for it to be relied on."""
        if self.basis is not DateBasis.INFERRED or self.range is None:
            return False
        first, last = map(date.fromisoformat, self.range)
        return (last - first).days > DOUBTFUL


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page as part of an issue."""

    source_file: str
    publication: str | None
    date: IssueDate
    label: str | None
    """版次 as printed, ``A1``."""
    issue_no: str | None
    provenance: tuple[tuple[str, str], ...] = ()
    """What the editor noted of where it came from: (key, value) pairs, in order."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A development zone, or a park inside one, named in an article."""

    name: str
    """Official name."""
    city: str | None
    province: str | None
    kind: str
    """``zone`` or ``park``."""
    mentions: tuple[str, ...]
    """The forms in which the article names it, each once, in order."""
    primary: bool
    """Whether the article is about it."""
    known: bool
    """Whether it has a row in the gazetteer."""
    lines: tuple[tuple[str, int], ...]
    """(page, line) of every mention."""


@dataclass(frozen=True, slots=True)
class City:
    """A city that an article is about, whether or not it names a zone there."""

    name: str
    """In full: 长治市."""
    basis: str
    """What says so: ``headline``, ``dateline``, ``opening`` or ``density``."""
    lines: tuple[tuple[str, int], ...]
    """(page, line) of every mention that says so."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, resolved against the date of the issue."""

    text: str
    value: str
    """``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or a range ``A/B`` of these."""
    page: str
    line: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person named with an office, as printed on that day."""

    name: str
    office: str
    page: str
    line: int


@dataclass(frozen=True, slots=True)
class Closure:
    """A day, or days, on which the paper said that it would not appear (休刊)."""

    days: str
    """``YYYY-MM-DD``, or a range ``A/B`` of days."""
    text: str
    """The sentence that says so, as printed."""
    page: str
    line: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, share, area or count, with what it is of and the sentence that says so."""

    text: str
    """As printed: 超过3.5万元."""
    value: float
    """The number as printed."""
    unit: str
    """As printed, with 万 or 亿."""
    base_value: float
    """The number in ``base_unit``."""
    base_unit: str
    """元, 平方米, %, … or the measure word of a count."""
    kind: str
    """money, share, area, length, weight, volume, power, energy, times or count."""
    subject: str
    """What it is of, in the sentence's words; … stands where words between them were left out."""
    sentence: str
    page: str
    line: int
    upto: float | None = None
    """The end of a range, as printed: 3—5家."""
    about: str = ""
    """以上, 以下 or 约; empty where the figure is exact."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was extracted from one article."""

    source: str | None
    """The dateline's source: 科学导报, 本刊, 本报, 新华社."""
    authors: tuple[Author, ...] = ()
    zones: tuple[Zone, ...] = ()
    dates: tuple[DateMention, ...] = ()
    people: tuple[Person, ...] = ()
    closures: tuple[Closure, ...] = ()
    figures: tuple[Figure, ...] = ()
    cities: tuple[City, ...] = ()
    """Cities that it is about, apart from those in which its zones lie."""
