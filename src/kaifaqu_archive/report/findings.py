"""What the editor should look at: a table of named checks over the whole catalogue.

Each finding says, in Chinese and with the page's own words, what was found and where; those that
must be decided before publishing are marked so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.model import ROLE_NAMES, Article, Catalogue, DateBasis, Entry, Kind, Reading, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaifaqu_archive.model import IssueDate, PageFacts

DOUBTFUL = 0.7
"""Confidence of a line under which the editor is asked to look: one in fifty, and two in five of them are wrong."""
UNLIKELY = 0.5
"""Confidence under which another role is likelier than the one given: to be decided before publishing."""
SHORTEST_BODY = 80
"""Characters.  The shortest news of the pages read by hand has 216, of ten thousand articles of other papers 320."""
LONGEST_BODY = 5000
"""Characters.  The longest of the pages read by hand has 4,366; of ten thousand others one in a thousand has 3,175."""
LONGEST_TITLE = 70
"""Characters.  Of ten thousand printed headlines one in a hundred is longer; so are body lines taken for one."""
SHORTEST_TITLE = 4
"""Characters.  No printed headline of ten thousand has fewer than six, and two words make four."""
_QUOTED = 24
"""Characters of a line that a finding repeats."""
_OF_A_LINE = re.compile(r"第\d+行")
_WRITTEN = frozenset({Kind.NEWS, Kind.FEATURE, Kind.EXCERPT})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing for the editor to look at."""

    check: str
    """The name of the check that found it."""
    page: str
    """``NAME.txt``"""
    line: int | None
    """None for the page as a whole."""
    says: str
    must: bool = False
    """Whether it must be decided before publishing."""


Found = Iterator[Finding]


def findings(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return all findings, by page and line, those of the whole page first."""
    found = (finding for _, check in CHECKS for finding in check(catalogue))
    return tuple(sorted(found, key=lambda one: (one.page, one.line or 0, ORDER[one.check])))


def quoted(text: str) -> str:
    """Return the text as a finding repeats it: the beginning of a long one."""
    return f"“{text if len(text) <= _QUOTED else text[:_QUOTED] + '…'}”"


def _lost(catalogue: Catalogue) -> Found:
    """Lines that no reading accounts for, and body lines whose words are in no text of their article."""
    texts = {entry.id: _text_of(entry.article) for issue in catalogue.issues for entry in issue.entries}
    for parsed in catalogue.parsed:
        read = {reading.line.n for reading in parsed.readings}
        for line in parsed.page.lines:
            if line.n not in read:
                yield Finding("lost", parsed.page.source_file, line.n, f"{quoted(line.text)}没有归属", must=True)
        for reading in parsed.readings:
            if reading.article and reading.role in (Role.BODY, Role.CONT, Role.HEADING, Role.LEAD):
                lines = texts.get(reading.article, frozenset())
                if (parsed.page.source_file, reading.line.n) not in lines:
                    says = f"{quoted(reading.line.text)}读作正文，却不在任何文章里"
                    yield Finding("lost", parsed.page.source_file, reading.line.n, says, must=True)


def _text_of(article: Article) -> frozenset[tuple[str, int]]:
    """Return (page, line) of every line that readers get as text, headline or jump note."""
    single = (article.title, article.column, article.continued_to, article.continued_from)
    printed = [(text.page, text.lines) for text in single if text]
    printed += [(text.page, text.lines) for text in article.paragraphs]
    return frozenset((page, n) for page, lines in printed for n in lines)


def _undated(catalogue: Catalogue) -> Found:
    for page in _pages(catalogue):
        if page.date.basis is DateBasis.UNKNOWN:
            says = "出版日期不明，也推断不出；请在 .yml 写明 date"
            yield Finding("undated", page.source_file, None, says, must=True)


def _doubtful(catalogue: Catalogue) -> Found:
    for page in _pages(catalogue):
        if page.date.doubtful:
            says = f"{_inference(page.date)}；范围太宽，请在 .yml 写明 date"
            yield Finding("doubtful", page.source_file, None, says, must=True)


def _inferred(catalogue: Catalogue) -> Found:
    for page in _pages(catalogue):
        if page.date.basis is DateBasis.INFERRED and not page.date.doubtful:
            yield Finding("inferred", page.source_file, None, _inference(page.date))


def _inference(date: IssueDate) -> str:
    between = f"（在 {date.range[0]} 至 {date.range[1]} 之间）" if date.range else ""
    because = "；".join(quoted(words) for words in date.evidence)
    return f"日期 {date.value} 据版面推断{between}：{because}"


def _nameless(catalogue: Catalogue) -> Found:
    for page in _pages(catalogue):
        if page.publication is None:
            says = "报名不明；请在 .yml 或 archive.yml 写明 publication"
            yield Finding("nameless", page.source_file, None, says)


def _unsure(catalogue: Catalogue) -> Found:
    for parsed in catalogue.parsed:
        for reading in parsed.readings:
            if reading.confidence < DOUBTFUL and not reading.joined:
                yield _doubt(parsed.page.source_file, reading)


def _doubt(page: str, reading: Reading) -> Finding:
    says = f"{quoted(reading.line.text)}读作{ROLE_NAMES[reading.role]}，把握 {reading.confidence:.2f}"
    return Finding("unsure", page, reading.line.n, says, must=reading.confidence < UNLIKELY)


def _doubts(catalogue: Catalogue) -> Found:
    for entry in _entries(catalogue):
        for doubt in entry.article.doubts:
            if not _OF_A_LINE.match(doubt):  # such lines are found one by one
                yield Finding("doubt", *_place(entry.article), doubt)


def _authorless(catalogue: Catalogue) -> Found:
    for entry in _entries(catalogue):
        if entry.article.kind in _WRITTEN and not entry.facts.authors:
            yield Finding("authorless", *_place(entry.article), f"《{entry.article.headline}》没有作者")


def _titleless(catalogue: Catalogue) -> Found:
    for entry in _entries(catalogue):
        if entry.article.title is None and entry.article.kind is not Kind.PHOTO:
            says = f"没有读到标题，暂以首句代替：《{entry.article.headline}》"
            yield Finding("titleless", *_place(entry.article), says)


def _lengths(catalogue: Catalogue) -> Found:
    for entry in _entries(catalogue):
        article = entry.article
        length = sum(len(text.text) for text in article.paragraphs)
        title = len(article.title.text) if article.title else SHORTEST_TITLE
        for odd, says in (
            (article.kind in _WRITTEN and length < SHORTEST_BODY, f"正文只有 {length} 字，是不是别篇的一部分？"),
            (length > LONGEST_BODY, f"正文长达 {length} 字，是不是两篇连成了一篇？"),
            (title > LONGEST_TITLE, f"标题长达 {title} 字，是不是混入了正文或副题？"),
            (title < SHORTEST_TITLE, f"标题只有 {title} 字，是不是缺了一行？"),
        ):
            if odd:
                yield Finding("length", *_place(article), f"《{article.headline}》{says}")


def _unknown_zones(catalogue: Catalogue) -> Found:
    for entry in _entries(catalogue):
        for zone in entry.facts.zones:
            if zone.kind == "zone" and not zone.known:
                page, line = zone.lines[0] if zone.lines else _place(entry.article)
                named = "、".join(zone.mentions)
                says = f"开发区名录里没有“{zone.name}”（文中作{named}）"
                yield Finding("unknown_zone", page, line, says)


def _parted(catalogue: Catalogue) -> Found:
    for entry in _entries(catalogue):
        article = entry.article
        for jump, way in ((article.continued_to, "下转"), (article.continued_from, "上接")):
            if jump and not article.continues:
                says = f"《{article.headline}》{way}{jump.text}版，那一版不在档案里或没有对上"
                yield Finding("parted", jump.page, min(jump.lines, default=None), says)


def _set_aside(catalogue: Catalogue) -> Found:
    for parsed in catalogue.parsed:
        for reading in parsed.readings:
            if reading.role in (Role.DUP, Role.NOISE):
                what = "与他处重复，不再刊出" if reading.role is Role.DUP else "是版面零件，不归任何文章"
                yield Finding(
                    "set_aside", parsed.page.source_file, reading.line.n, f"{quoted(reading.line.text)}{what}"
                )


def _pages(catalogue: Catalogue) -> Iterable[PageFacts]:
    return (page for issue in catalogue.issues for page in issue.pages)


def _entries(catalogue: Catalogue) -> Iterable[Entry]:
    return (entry for issue in catalogue.issues for entry in issue.entries)


def _place(article: Article) -> tuple[str, int | None]:
    """Return the page and line at which an article begins."""
    captions = [part for photo in article.photos for part in (photo.caption, photo.credit)]
    printed = (article.kicker, article.title, *article.paragraphs, *captions, article.continued_from)
    first = next((text for text in printed if text and text.lines), None)
    return (first.page, first.lines[0]) if first else ("", None)


CHECKS: tuple[tuple[str, Callable[[Catalogue], Found]], ...] = (
    ("lost", _lost),
    ("undated", _undated),
    ("doubtful", _doubtful),
    ("unsure", _unsure),
    ("doubt", _doubts),
    ("length", _lengths),
    ("titleless", _titleless),
    ("authorless", _authorless),
    ("unknown_zone", _unknown_zones),
    ("parted", _parted),
    ("nameless", _nameless),
    ("inferred", _inferred),
    ("set_aside", _set_aside),
)
"""Every check of pages and articles, the gravest first."""

ORDER = {name: place for place, (name, _) in enumerate(CHECKS)}

NAMES = {
    "lost": "丢失的文字",
    "undated": "日期不明",
    "doubtful": "日期存疑",
    "unsure": "拿不准的行",
    "doubt": "存疑",
    "length": "长短可疑",
    "titleless": "没有标题",
    "authorless": "没有作者",
    "unknown_zone": "名录之外的开发区",
    "parted": "没有对上的转版",
    "nameless": "报名不明",
    "inferred": "日期据推断",
    "set_aside": "没有刊出的行",
}
"""What the editor reads for the name of a check."""
