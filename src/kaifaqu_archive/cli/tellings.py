"""What the commands tell the editor in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.corrections import ARCHIVE_FILE, LEDGER_FILE, knowledge_path
from kaifaqu_archive.model import Article, Catalogue, DateBasis, PageFacts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kaifaqu_archive.build import Built
    from kaifaqu_archive.catalogue import ReadPage
    from kaifaqu_archive.report import ReportView

_MOST = 12
"""Pages that are named one by one; what follows is counted."""


def of_build(built: Built, seeds: Path, out: Path) -> Iterator[str]:
    """Yield what a build made, and what it could not know."""
    catalogue = built.catalogue
    yield from of_dates(catalogue, seeds)
    articles = sum(len(issue.entries) for issue in catalogue.issues)
    counted = _count(len(catalogue.parsed), "page"), _count(len(catalogue.issues), "issue"), _count(articles, "article")
    yield f"{', '.join(counted)}: {_count(built.files, 'file')} in {out / 'site'}"
    if built.added and built.kept:
        yield f"{_count(built.added, 'new address', 'es')} in {seeds / LEDGER_FILE}: commit it with the pages."
    elif built.added:
        lost = _count(built.added, "new address", "es")
        yield f"{seeds / LEDGER_FILE} cannot be written: {lost} not remembered. Make it writable; build anew."


def _count(number: int, what: str, plural: str = "s") -> str:
    return f"{number:,} {what}{'' if number == 1 else plural}"


def of_dates(catalogue: Catalogue, seeds: Path) -> Iterator[str]:
    """Yield a line for every page whose date the editor did not give."""
    of_all = (page for issue in catalogue.issues for page in issue.pages)
    pages = sorted((p for p in of_all if p.date.basis is not DateBasis.GIVEN), key=lambda page: page.source_file)
    for page in pages[:_MOST]:
        path = seeds / page.source_file
        yield f"{path}: {_date(page)}; to settle it, write date: into {knowledge_path(path)}"
    if len(pages) > _MOST:
        yield f"… and {len(pages) - _MOST} more pages without a given date."


def of_report(report: ReportView, seeds: Path) -> Iterator[str]:
    """Yield the short form of the editor's report: what must be decided in full, the rest counted."""
    for page in report.pages:
        for finding in page.findings:
            if finding.must:
                place = seeds / finding.page
                where = f"{place}:{finding.line}" if finding.line else str(place)
                yield f"{where}: {report.names[finding.check]}：{finding.says}"
    for gap in report.gaps:
        yield f"{gap.publication or '报名未知'}: {gap.says}"
    yield from (f"{seeds / ARCHIVE_FILE}: {note}" for note in report.notes)
    for name, often, must in report.counts:
        yield f"{name} {often} 处" + (f"，其中 {must} 处须决定" if must else "")
    yield f"{len(report.pages)} 个版面，{report.articles} 篇文章，{report.must} 处须在发布前决定。"


def _date(page: PageFacts) -> str:
    date = page.date
    if date.value is None:
        return "date unknown"
    between = f", between {date.range[0]} and {date.range[1]}" if date.range and date.range[0] != date.range[1] else ""
    because = f", from {date.evidence[0]!r}" if date.evidence else ""
    return f"date {date.value} inferred{between}{because}{'; to be decided' if date.doubtful else ''}"


def outline(page: ReadPage) -> Iterator[str]:
    """Yield a page's articles, a line each."""
    yield f"{page.facts.source_file}  {page.facts.date.value or '—'} ({page.facts.date.basis})"
    for article in page.parsed.articles:
        yield f"  {_first_line(article):>4}  {article.kind:<8} {article.confidence:.2f}  {article.headline}"


def _first_line(article: Article) -> int:
    printed = [article.kicker, article.title, *article.paragraphs]
    return min((n for text in printed if text for n in text.lines), default=0)
