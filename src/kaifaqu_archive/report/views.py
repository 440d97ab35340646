"""What the report's templates may see, decided and worded; and the same as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kaifaqu_archive.model import KIND_NAMES, ROLE_NAMES
from kaifaqu_archive.report.findings import DOUBTFUL, NAMES, UNLIKELY, Finding, findings
from kaifaqu_archive.report.run import Gap, gaps

if TYPE_CHECKING:
    from kaifaqu_archive.model import Article, Catalogue, Entry, PageFacts, ParsedPage, Reading

_QUOTED = 12
"""Characters of a line that a correction quotes."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as it came, and what it was read as."""

    n: int
    text: str
    role: str
    confidence: str
    rule: str
    mark: str
    """``sure``, ``unsure`` or ``unlikely``."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that follow one another and belong to one article, or to none."""

    lines: tuple[LineView, ...]
    entry: Entry | None
    """The article; None for lines of no article."""
    first: bool
    """Whether the article's text is shown here; elsewhere only its headline is."""
    shade: int
    """A number by which neighbouring articles are coloured apart."""
    kind: str
    """What sort of article it is; empty for lines of none."""


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: as it came, beside what was made of it."""

    address: str
    facts: PageFacts
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    accounted: int
    """How many of its lines a reading accounts for."""
    count: int
    """How many non-blank lines it has."""
    must: int
    correction: str
    """How the role of the page's least certain line would be corrected in ``NAME.yml``; empty where all is sure."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report."""

    title: str
    pages: tuple[PageView, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[str, ...]
    """About the archive as a whole."""
    counts: tuple[tuple[str, int, int], ...]
    """(what was found, how often, how often it must be decided), in the order of the checks."""
    names: dict[str, str]
    articles: int
    must: int


def report(catalogue: Catalogue) -> ReportView:
    """Return the report on a catalogue."""
    found = findings(catalogue)
    of_page = {name: tuple(group) for name, group in groupby(found, key=lambda finding: finding.page)}
    entries = {entry.id: entry for issue in catalogue.issues for entry in issue.entries}
    facts = {page.source_file: page for issue in catalogue.issues for page in issue.pages}
    names = [parsed.page.source_file for parsed in catalogue.parsed]
    pages = tuple(
        _page(n, parsed, facts[name], entries, of_page.get(name, ()))
        for n, (name, parsed) in enumerate(zip(names, catalogue.parsed, strict=True))
    )
    often = Counter(finding.check for finding in found)
    must = Counter(finding.check for finding in found if finding.must)
    return ReportView(
        title=catalogue.settings.title,
        pages=pages,
        gaps=gaps(catalogue),
        notes=tuple(f"not_terms 所列“{word}”本来就不是提法" for word in catalogue.needless),
        counts=tuple((name, often[check], must[check]) for check, name in NAMES.items() if often[check]),
        names=NAMES,
        articles=len(entries),
        must=sum(must.values()),
    )


def _page(
    n: int, parsed: ParsedPage, facts: PageFacts, entries: dict[str, Entry], found: tuple[Finding, ...]
) -> PageView:
    return PageView(
        address=f"pages/{n + 1:05}.html",
        facts=facts,
        blocks=_blocks(parsed, entries),
        findings=found,
        accounted=len({reading.line.n for reading in parsed.readings}),
        count=len(parsed.page.lines),
        must=sum(finding.must for finding in found),
        correction=_correction(parsed),
    )


def _correction(parsed: ParsedPage) -> str:
    least = min(parsed.readings, key=lambda reading: reading.confidence, default=None)
    if least is None or least.confidence >= DOUBTFUL:
        return ""
    quote = json.dumps(least.line.text[:_QUOTED], ensure_ascii=False)
    return f"corrections:\n  - line: {least.line.n}\n    expect: {quote}\n    role: {least.role}\n    because: "


def _blocks(parsed: ParsedPage, entries: dict[str, Entry]) -> tuple[Block, ...]:
    shades: dict[str, int] = {}
    blocks = []
    for article, readings in groupby(parsed.readings, key=lambda reading: reading.article):
        first = article is not None and article not in shades
        shade = shades.setdefault(article, len(shades)) if article else 0
        lines = tuple(_line(reading) for reading in readings)
        entry = entries.get(article or "")
        blocks.append(Block(lines, entry, first, shade, KIND_NAMES[entry.article.kind] if entry else ""))
    return tuple(blocks)


def _line(reading: Reading) -> LineView:
    sure = reading.confidence
    return LineView(
        n=reading.line.n,
        text=reading.line.text,
        role=ROLE_NAMES[reading.role],
        confidence=f"{sure:.2f}",
        rule=reading.rule,
        mark="unlikely" if sure < UNLIKELY else "unsure" if sure < DOUBTFUL else "sure",
    )


def as_json(view: ReportView) -> bytes:
    """Return the report as JSON: counts, gaps, and per page its coverage, findings and articles."""
    pages = [
        {
            "source_file": page.facts.source_file,
            "date": page.facts.date.value,
            "date_basis": str(page.facts.date.basis),
            "lines": page.count,
            "accounted": page.accounted,
            "articles": [_article(block.entry.article) for block in page.blocks if block.entry and block.first],
            "findings": [asdict(finding) for finding in page.findings],
        }
        for page in view.pages
    ]
    made = {
        "must": view.must,
        "counts": {name: {"found": often, "must": must} for name, often, must in view.counts},
        "gaps": [asdict(gap) for gap in view.gaps],
        "notes": view.notes,
        "pages": pages,
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _article(article: Article) -> dict[str, object]:
    return {"id": article.id, "title": article.headline, "confidence": article.confidence}
