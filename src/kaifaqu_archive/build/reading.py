"""From page texts to issues: pages found, read, dated, parsed together, and their facts extracted.

Here ``parse`` and ``extract`` are introduced to one another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kaifaqu_archive.build.cache import each_once
from kaifaqu_archive.catalogue import ReadIssue, ReadPage, best_date, group_issues
from kaifaqu_archive.corrections import (
    NOTHING_KNOWN,
    PageKnowledge,
    amended,
    fixed_by,
    knowledge_path,
    load_page_knowledge,
    load_settings,
    refuse_orphans,
)
from kaifaqu_archive.errors import PageError
from kaifaqu_archive.extract import facts_of
from kaifaqu_archive.extract.dates import infer_issue_date
from kaifaqu_archive.identity import rename, tell_apart
from kaifaqu_archive.model import (
    Address,
    Article,
    DateBasis,
    Facts,
    IssueDate,
    Line,
    Page,
    PageFacts,
    ParsedPage,
    Settings,
)
from kaifaqu_archive.parse import join_jumps, merge_parts, parse_page
from kaifaqu_archive.parse.pages import find_pages, read_page, refuse_repeats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kaifaqu_archive.build.cache import Cache
    from kaifaqu_archive.extract.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Source:
    """A page text with what the editor knows of it and of its archive."""

    path: Path
    page: Page
    knowledge: PageKnowledge
    settings: Settings


def read_seeds(seeds: Path) -> tuple[Source, ...]:
    """Read every page text of the folder ``seeds`` with what is known of it; raises KaifaquError."""
    paths = find_pages(seeds)
    refuse_orphans(seeds, paths)
    settings = load_settings(seeds)
    return _sources((path, settings) for path in paths)


def read_files(paths: Iterable[Path], *, with_knowledge: bool = True) -> tuple[Source, ...]:
    """Read single page texts from anywhere, each with the ``.yml`` and ``archive.yml`` beside it."""
    of_folder: dict[Path, Settings] = {}
    of_name: dict[str, Path] = {}
    rows = []
    for path in dict.fromkeys(paths):
        if path.name in of_name:
            raise PageError(
                str(path),
                f"Another of the pages is called {path.name} too ({of_name[path.name]}).",
                "Rename one of them.",
            )
        of_name[path.name] = path
        folder = path.parent
        if folder not in of_folder:
            of_folder[folder] = load_settings(folder) if with_knowledge else Settings()
        rows.append((path, of_folder[folder]))
    return _sources(rows, with_knowledge=with_knowledge)


def _sources(rows: Iterable[tuple[Path, Settings]], *, with_knowledge: bool = True) -> tuple[Source, ...]:
    sources = tuple(
        Source(
            path=path,
            page=read_page(path),
            knowledge=load_page_knowledge(knowledge_path(path)) if with_knowledge else NOTHING_KNOWN,
            settings=settings,
        )
        for path, settings in rows
    )
    refuse_repeats([(source.path, source.page) for source in sources])
    return sources


def parse_together(
    sources: Sequence[Source], ledger: Sequence[Address] = (), cache: Cache | None = None, hands: int = 1
) -> tuple[tuple[ReadPage, ...], ...]:
    """Parse the pages and join the jumps inside every issue; return the pages of each issue, in page order."""
    parsed = tell_apart(each_once(cache, sources, _page_of, _parsed, hands), ledger)
    known = list(map(page_facts, sources, parsed))
    pages = [ReadPage(parsed=page, facts=facts) for page, facts in zip(parsed, known, strict=True)]
    return tuple(_joined(group) for group in group_issues(pages))


def _page_of(source: Source) -> tuple[str, ...]:
    """Return all that a page's reading is made of."""
    return "parsed", source.page.source_file, source.page.sha256, source.knowledge.model_dump_json()


def _parsed(source: Source) -> ParsedPage:
    """Read one page through, and put the editor's corrections in the parser's place."""
    return amended(source.knowledge, parse_page(source.page, fixed_by(source.knowledge, source.page)))


def _joined(pages: Sequence[ReadPage]) -> tuple[ReadPage, ...]:
    labels = {page.facts.source_file: page.facts.label for page in pages}
    joined = join_jumps([page.parsed for page in pages], labels)
    return tuple(replace(page, parsed=parsed) for page, parsed in zip(pages, joined, strict=True))


def read_issues(
    groups: Iterable[Sequence[ReadPage]], gazetteer: Gazetteer, cache: Cache | None = None, hands: int = 1
) -> list[ReadIssue]:
    """Return the issues of these pages: their published articles, halves of a jump made one, and their facts."""
    merged = [_Merged(pages, merge_parts([page.parsed for page in pages])) for pages in groups]
    facts = each_once(cache, merged, _facts_of, partial(_issue_facts, gazetteer), hands)
    return [_read(each, of_each) for each, of_each in zip(merged, facts, strict=True)]


@dataclass(frozen=True, slots=True)
class _Merged:
    """An issue whose facts are still to be found."""

    pages: Sequence[ReadPage]
    articles: tuple[Article, ...]

    @property
    def date(self) -> IssueDate:
        return best_date(page.facts.date for page in self.pages)


def _facts_of(merged: _Merged) -> tuple[str, ...]:
    """Return all that the facts of an issue are made of."""
    # Not their pickles: these tell a string that two fields share from two that are alike.
    return "facts", repr(merged.date), *map(repr, merged.articles)


def _issue_facts(gazetteer: Gazetteer, merged: _Merged) -> tuple[Facts, ...]:
    return tuple(_facts(article, merged.date, gazetteer) for article in merged.articles)


def _read(merged: _Merged, facts: Sequence[Facts]) -> ReadIssue:
    named = _named_as_published([page.parsed for page in merged.pages], merged.articles)
    return ReadIssue(
        pages=tuple(replace(page, parsed=of_page) for page, of_page in zip(merged.pages, named, strict=True)),
        articles=tuple(zip(merged.articles, facts, strict=True)),
    )


def _facts(article: Article, date: IssueDate, gazetteer: Gazetteer) -> Facts:
    facts = facts_of(article, date, gazetteer)
    return facts if article.authors is None else replace(facts, authors=article.authors)


def facts_of_page(page: ReadPage, gazetteer: Gazetteer) -> tuple[Facts, ...]:
    """Return the facts of each article of one page, halves of jumps by themselves, in the articles' order."""
    return tuple(_facts(article, page.facts.date, gazetteer) for article in page.parsed.articles)


def page_facts(source: Source, parsed: ParsedPage) -> PageFacts:
    """Return what is known of a page as part of an issue; what the editor says wins over what is inferred."""
    known = source.knowledge
    publication = known.publication or source.settings.publication
    return PageFacts(
        source_file=source.page.source_file,
        publication=publication,
        date=_date(source, parsed, publication),
        label=known.page,
        issue_no=known.issue_no,
        provenance=tuple(known.provenance.items()),
    )


def _date(source: Source, parsed: ParsedPage, publication: str | None) -> IssueDate:
    given = source.knowledge.date
    if given:
        return IssueDate(value=given, range=(given, given), basis=DateBasis.GIVEN, evidence=())
    # The archive's weekday is that of the archive's own paper.
    weekday = source.settings.weekday if publication == source.settings.publication else None
    return infer_issue_date(_in_paragraphs(parsed), weekday)


def _in_paragraphs(parsed: ParsedPage) -> Page:
    """Return the page with lines that a narrow column broke put together: a day may stand on two of them.

    Only days are looked for in them; that Latin words run together does not matter.
    """
    lines: list[Line] = []
    for reading in parsed.readings:
        if reading.joined:
            above = lines.pop()
            lines.append(above._replace(text=above.text + reading.line.text))
        else:
            lines.append(reading.line)
    return replace(parsed.page, lines=tuple(lines))


def _named_as_published(parsed: Sequence[ParsedPage], articles: Sequence[Article]) -> tuple[ParsedPage, ...]:
    """Give the half of a jump the id of the article that it was joined into."""
    published = {article.id for article in articles}
    holder = {(text.page, n): article.id for article in articles for text in article.paragraphs for n in text.lines}
    return tuple(rename(page, _joined_into(page, published, holder)) for page in parsed)


def _joined_into(page: ParsedPage, published: set[str], holder: dict[tuple[str, int], str]) -> dict[str, str]:
    halves = [article for article in page.articles if article.id not in published and article.paragraphs]
    firsts = {article.id: (article.paragraphs[0].page, article.paragraphs[0].lines[0]) for article in halves}
    return {ident: holder[first] for ident, first in firsts.items() if first in holder}
