"""What the parser makes of a page: readings, articles and the texts they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .page import Kind, Line, Page, Role


@dataclass(frozen=True, slots=True)
class Author:
    """A person or an institution that an article or photograph is credited to."""

    name: str
    """Without spaces."""
    role: str
    """记者, 作者, 摄影, 供图, 通讯员 or 编辑."""
    page: str
    lines: tuple[int, ...]


class Reading(NamedTuple):
    """One line with the role that the best reading of the whole page gives it."""

    line: Line
    role: Role
    article: str | None
    """The id of its article; None for a line of no article."""
    confidence: float
    """In [0, 1]: the share of all readings of the page that agree."""
    rule: str
    """The name of the evidence that spoke loudest for the role."""
    joined: bool = False
    """Whether it was read as one with the line before, which fills a narrow column."""


class Printed(NamedTuple):
    """A stretch of text and where it was printed."""

    text: str
    page: str
    """``NAME.txt``"""
    lines: tuple[int, ...]
    """Line numbers on that page, ascending."""
    starts: tuple[int, ...] = ()
    """Where in ``text`` each of ``lines`` begins; empty when it is not known."""


class Paragraph(NamedTuple):
    """One paragraph of an article's body, as readers get it."""

    role: Role
    """BODY, HEADING or LEAD."""
    text: str
    page: str
    lines: tuple[int, ...]
    starts: tuple[int, ...] = ()
    """Where in ``text`` each of ``lines`` begins; empty when it was not kept."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph's caption and credit; one of the two may be None."""

    caption: Printed | None
    credit: Printed | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A misread word that the editor has set right."""

    text: str
    """The words as received."""
    read: str
    """The words as they should read."""
    because: str
    page: str
    line: int
    original: str
    """The whole printed line as received."""


@dataclass(frozen=True, slots=True)
class Other:
    """The other half of a jump, when it was found."""

    source_file: str
    article: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was printed as one article: on one page, or on several joined over jumps."""

    id: str
    """Made from its opening text alone; ``[0-9a-z]+``."""
    kind: Kind
    column: Printed | None
    kicker: Printed | None
    title: Printed | None
    """The headline as printed, or None."""
    made_title: str | None
    """Made of the first words where no headline is printed; None where one is."""
    subtitle: Printed | None
    author_lines: tuple[Printed, ...]
    """Lines, and brackets at the end of a body, that hold nothing but who wrote it."""
    paragraphs: tuple[Paragraph, ...]
    photos: tuple[Photo, ...]
    continued_to: Printed | None
    """The page label of the jump, text ``A2``; its lines are those of the jump note."""
    continued_from: Printed | None
    continues: Other | None
    confidence: float
    doubts: tuple[str, ...]
    """Sentences in Chinese for the editor; each quotes the page."""
    amendments: tuple[Amendment, ...] = ()
    """Misread words set right in its texts, in the order of their lines."""
    authors: tuple[Author, ...] | None = None
    """As the editor gave them; None: as the bylines say."""

    @property
    def headline(self) -> str:
        """The title, printed or made; never empty."""
        return self.title.text if self.title else self.made_title or self.id

    @property
    def headings(self) -> tuple[Paragraph, ...]:
        """The subheadings, in order."""
        return tuple(p for p in self.paragraphs if p.role is Role.HEADING)


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page read through: every line accounted for, articles in reading order."""

    page: Page
    readings: tuple[Reading, ...]
    """One per line of the page, in the page's order."""
    articles: tuple[Article, ...]
