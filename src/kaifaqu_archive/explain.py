"""``kaifaqu explain``: every line of a page with its role, its article, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from kaifaqu_archive.model import Article, ParsedPage, Reading, Role

if TYPE_CHECKING:
    from rich.console import Console

    from kaifaqu_archive.catalogue import ReadPage

DOUBTFUL = 0.8
"""Confidence under which a line is shown in red."""
UNSURE = 0.95
"""Confidence under which a line is shown in yellow."""

_STYLES = {
    Role.TITLE: "bold cyan",
    Role.KICKER: "cyan",
    Role.SUBTITLE: "cyan",
    Role.HEADING: "bold",
    Role.AUTHOR: "magenta",
    Role.CAPTION: "green",
    Role.CREDIT: "green",
    Role.JUMP_TO: "blue",
    Role.JUMP_FROM: "blue",
    Role.LEAD: "italic",
    Role.COLUMN: "bold blue",
}
_SET_ASIDE = "dim"
_COLUMNS = "{:>5}  {:<9} {:<8} {:>5}  {:<22} "


def explain(read: ReadPage, console: Console) -> None:
    """Print the page line by line, then what the parser is not sure of."""
    parsed = read.parsed
    console.print(_heading(read), highlight=False)
    console.print(Text(_COLUMNS.format("line", "role", "article", "sure", "because of") + "text", style="underline"))
    short = _short_ids(parsed)
    for reading in parsed.readings:
        console.print(_row(reading, short), no_wrap=True, overflow="ellipsis", highlight=False)
    for article in parsed.articles:
        console.print(_summary(article, short), highlight=False)


def _heading(read: ReadPage) -> Text:
    date = read.facts.date
    because = "；".join(date.evidence)
    return Text(f"{read.facts.source_file}  {date.value or '—'} ({date.basis})  {because}", style="bold")


def _row(reading: Reading, short: dict[str, str]) -> Text:
    row = Text(
        _COLUMNS.format(
            reading.line.n,
            reading.role,
            short.get(reading.article or "", "—"),
            f"{reading.confidence:.2f}",
            reading.rule,
        ),
        style=_sureness(reading.confidence),
    )
    aside = reading.article is None or reading.role in (Role.DUP, Role.NOISE)
    row.append(reading.line.text, style=_STYLES.get(reading.role, _SET_ASIDE if aside else ""))
    return row


def _sureness(confidence: float) -> str:
    if confidence < DOUBTFUL:
        return "red"
    return "yellow" if confidence < UNSURE else ""


def _short_ids(parsed: ParsedPage) -> dict[str, str]:
    return {article.id: article.id[:8] for article in parsed.articles}


def _summary(article: Article, short: dict[str, str]) -> Text:
    summary = Text(f"{short[article.id]}  {article.confidence:.2f}  {article.headline}", style="bold")
    for doubt in article.doubts:
        summary.append(f"\n    {doubt}", style="yellow")
    return summary
