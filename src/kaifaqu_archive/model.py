"""The nouns of the archive, one type per stage of the work.

``Page -> Line -> Reading -> Article -> Entry -> Catalogue``.  Every type is frozen and
complete when it is made; every text that a reader may see knows the page and the lines
it was printed on, so that it can be cited as ``seeds/NAME.txt:33``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a printed line is for."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BODY = "body"
    CONT = "cont"
    LEAD = "lead"
    AUTHOR = "author"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP_TO = "jump_to"
    JUMP_FROM = "jump_from"
    COLUMN = "column"
    NOTICE = "notice"
    DUP = "dup"
    NOISE = "noise"


class Kind(StrEnum):
    """What sort of article it is."""

    NEWS = "news"
    FEATURE = "feature"
    EXCERPT = "excerpt"
    BRIEFS = "briefs"
    PHOTO = "photo"
    NOTICE = "notice"


# --- a page as received -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank printed line."""

    n: int
    """Line number in the file, from 1, blank lines counted."""
    text: str
    """The printed text, without white space around it."""
    gap: int
    """How many blank lines stand before it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One newspaper page as received."""

    source_file: str
    """The file's name without folder, ``NAME.txt``."""
    lines: tuple[Line, ...]
    sha256: str
    """Of the file's bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What the editor has decided about a page; the best reading is sought among those that agree."""

    roles: tuple[tuple[int, Role], ...] = ()
    """(line number, its role)."""
    merges: tuple[tuple[int, ...], ...] = ()
    """Lines whose articles are one article."""
    splits: tuple[int, ...] = ()
    """Lines at which an article begins."""


NOTHING_FIXED = Fixed()


# --- what the parser makes of it ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """One line with the role that the best reading of the whole page gives it."""

    line: Line
    role: Role
    article: str | None
    """The id of its article; None for a line of no article."""
    confidence: float
    """In [0, 1]: the share of all readings of the page that agree."""
    rule: str
    """The name of the evidence that spoke loudest for the role."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A stretch of text and where it was printed."""

    text: str
    page: str
    """``NAME.txt``"""
    lines: tuple[int, ...]
    """Line numbers on that page, ascending."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article's body, as readers get it."""

    role: Role
    """BODY, HEADING or LEAD."""
    text: str
    page: str
    lines: tuple[int, ...]


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


# --- what is known of an issue ------------------------------------------------------


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


# --- facts of an article ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Author:
    """A person or an institution that an article or photograph is credited to."""

    name: str
    """Without spaces."""
    role: str
    """记者, 作者, 摄影, 供图, 通讯员 or 编辑."""
    page: str
    lines: tuple[int, ...]


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
class Facts:
    """What was extracted from one article."""

    source: str | None
    """The dateline's source: 科学导报, 本刊, 本报, 新华社."""
    authors: tuple[Author, ...] = ()
    zones: tuple[Zone, ...] = ()
    dates: tuple[DateMention, ...] = ()
    people: tuple[Person, ...] = ()


# --- the catalogue ------------------------------------------------------------------


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
