"""An article as its own page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.model import KIND_NAMES, Role
from kaifaqu_archive.publish import citations, urls, wording
from kaifaqu_archive.publish.cities import city_of
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.jumps import Jump, jump_in, jump_out
from kaifaqu_archive.publish.views.provenance import Trace, anchor, anchors, cited, page_anchor, traces
from kaifaqu_archive.publish.views.rows import PLAIN_KINDS, by_role, shown
from kaifaqu_archive.publish.views.terms import terms_of_article
from kaifaqu_archive.publish.views.zones import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kaifaqu_archive.model import Article, DateMention, Entry, Facts, Paragraph, Zone
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


@dataclass(frozen=True, slots=True)
class Credit:
    """Who did what: 记者 王波 李文."""

    role: str
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body, or the place where the print goes on on another page."""

    kind: str
    """``body``, ``heading``, ``lead`` or ``turn``."""
    anchor: str
    """``p3``; it can be linked and cited."""
    text: str
    source: Link
    """``seeds/NAME.txt:33``."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph that was printed with the article: its caption and credit."""

    caption: str
    credit: str
    source: Link


@dataclass(frozen=True, slots=True)
class ZoneTag:
    """A zone named in the article."""

    link: Link
    city: Link
    """长治市, or a province and city outside Shanxi; its ``text`` is empty where that is not known."""
    primary: bool
    park: bool


@dataclass(frozen=True, slots=True)
class PersonTag:
    """A person with the office that was printed on that day."""

    name: Link
    office: str
    anchor: str
    """Of the paragraph that names them, ``#p3``; empty when it stands outside the body."""


@dataclass(frozen=True, slots=True)
class DateTag:
    """A day or a time that the article names, with the calendar's name for it."""

    printed: str
    """去年11月28日晚."""
    value: str
    """2024年11月28日."""
    anchor: str
    """Of the paragraph that names it, ``#p3``; empty when it stands outside the body."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A misread word set right, with the line as it was received."""

    was: str
    now: str
    because: str
    original: str
    source: Link


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything the article's page shows."""

    frame: Frame
    id: str
    permalink: str
    issue: Link
    publication: str
    date: wording.Dated
    pages: tuple[Link, ...]
    column: str
    kicker: str
    title: str
    made: bool
    subtitle: str
    kind: str
    source: str
    credits: tuple[Credit, ...]
    unsigned: str
    """What the print has where no author was recognised in it."""
    jump_in: Jump | None
    jump_out: Jump | None
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    zones: tuple[ZoneTag, ...]
    people: tuple[PersonTag, ...]
    dates: tuple[DateTag, ...]
    """Each once, in the order of the print; a year alone is no date to look up."""
    terms: tuple[Link, ...]
    before: Link | None
    after: Link | None
    citation: str
    exports: tuple[citations.Export, ...]
    """The citation as files."""
    metadata: tuple[tuple[str, str], ...]
    """(name, content) of the page's meta elements."""
    amended: tuple[Amended, ...]
    traces: tuple[Trace, ...]


_MONTH = "-"
"""What stands in a date that is known to the month, ``2024-08``."""
KINDS_OF_BLOCK = {Role.HEADING: "heading", Role.LEAD: "lead"}


def article_view(press: Press, shelf: Shelf, shelved: Shelved) -> ArticleView:
    """Return the article's page."""
    entry, issue = shelved.entry, shelved.issue
    article, address = entry.article, urls.article(entry.id)
    anchored = anchors(article)
    issue_address = shelf.urls.issue(issue)
    permalink = urls.absolute(press.site.base_url, address)
    return ArticleView(
        frame=frame(press, address, article.headline, wording.opening(article.paragraphs) or article.headline),
        id=article.id,
        permalink=permalink,
        issue=Link(f"{wording.dated(issue.date).text}　{wording.publication(issue.publication)}", issue_address),
        publication=wording.publication(issue.publication),
        date=wording.dated(issue.date),
        pages=tuple(
            Link(wording.page_label(page.label), f"{issue_address}#{page_anchor(page.source_file)}")
            for page in entry.pages
        ),
        column=article.column.text if article.column else "",
        kicker=article.kicker.text if article.kicker else "",
        title=article.headline,
        made=article.title is None,
        subtitle=article.subtitle.text if article.subtitle else "",
        kind="" if article.kind in PLAIN_KINDS else KIND_NAMES[article.kind],
        source=entry.facts.source or "",
        credits=tuple(_credits(shelf, entry.facts)),
        unsigned="　".join(line.text for line in article.author_lines) if not entry.facts.authors else "",
        jump_in=jump_in(shelf, shelved),
        jump_out=jump_out(shelf, shelved),
        blocks=tuple(_blocks(shelf, article)),
        pictures=tuple(_pictures(article)),
        zones=tuple(_zones(shelf, entry.facts.zones)),
        people=tuple(_people(shelf, entry.facts, anchored)),
        dates=tuple(_dates(entry.facts, anchored)),
        terms=terms_of_article(shelf, entry.id),
        before=_neighbour(shelved.before),
        after=_neighbour(shelved.after),
        citation=citations.gb_t_7714(shelved),
        exports=tuple(citations.exports(shelved, permalink)),
        metadata=tuple(citations.metadata(shelved, permalink)),
        amended=tuple(
            Amended(each.text, each.read, each.because, each.original, cited(each.page, (each.line,)))
            for each in article.amendments
        ),
        traces=tuple(traces(article)),
    )


def _neighbour(entry: Entry | None) -> Link | None:
    return Link(entry.article.headline, urls.article(entry.id)) if entry else None


def _credits(shelf: Shelf, facts: Facts) -> Iterator[Credit]:
    for role, names in by_role(facts.authors):
        yield Credit(shown(role), tuple(Link(name, shelf.urls.authors[name]) for name in names))


def _blocks(shelf: Shelf, article: Article) -> Iterator[Block]:
    """Yield the body; where it goes on on another page, a block that says so stands between."""
    before: Paragraph | None = None
    for number, paragraph in enumerate(article.paragraphs, 1):
        if before and before.page != paragraph.page:
            yield _turn(shelf, paragraph)
        kind = KINDS_OF_BLOCK.get(paragraph.role, "body")
        yield Block(kind, anchor(number), paragraph.text, cited(paragraph.page, paragraph.lines))
        before = paragraph


def _turn(shelf: Shelf, paragraph: Paragraph) -> Block:
    issue = shelf.issue_of_page[paragraph.page]
    label = next(page.label for page in issue.pages if page.source_file == paragraph.page)
    href = f"{shelf.urls.issue(issue)}#{page_anchor(paragraph.page)}"
    return Block("turn", "", f"以下接{wording.page_label(label)}", Link(paragraph.page, href))


def _pictures(article: Article) -> Iterator[Picture]:
    for photo in article.photos:
        printed = photo.caption or photo.credit
        if printed:
            yield Picture(
                photo.caption.text if photo.caption else "",
                photo.credit.text if photo.credit else "",
                cited(printed.page, printed.lines),
            )


def _people(shelf: Shelf, facts: Facts, anchored: Mapping[tuple[str, int], str]) -> Iterator[PersonTag]:
    for person in facts.people:
        name = Link(person.name, shelf.urls.people[person.name])
        yield PersonTag(name, person.office, anchored.get((person.page, person.line), ""))


def _dates(facts: Facts, anchored: Mapping[tuple[str, int], str]) -> Iterator[DateTag]:
    named: dict[tuple[str, str], DateMention] = {}
    for date in facts.dates:
        named.setdefault((date.text, date.value), date)
    for date in named.values():
        if _MONTH in date.value:
            yield DateTag(date.text, wording.stretch(date.value), anchored.get((date.page, date.line), ""))


def _zones(shelf: Shelf, zones: Iterable[Zone]) -> Iterator[ZoneTag]:
    for zone in sorted(zones, key=lambda each: (not each.primary, each.kind == "park")):
        yield ZoneTag(
            Link(zone.name, shelf.urls.zones[zone.name]),
            Link(place(zone), shelf.urls.cities[city] if (city := city_of(zone)) else ""),
            zone.primary,
            zone.kind == "park",
        )
