"""``kaifaqu explain``: every line of a page with its role, its article, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from kaifaqu_archive.model import Article, Reading, Role

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
_SHORT_ID = 8
"""Characters of an id that tell the articles of a page apart."""
_SET_ASIDE = "dim"
_COLUMNS = "{:>5}  {:<9}  {:<8}  {:>4}  {:<{wide}}  "


def explain(read: ReadPage, console: Console) -> None:
    """Print the page line by line, then what the parser is not sure of."""
    parsed = read.parsed
    _print(console, _heading(read))
    short = {article.id: article.id[:_SHORT_ID] for article in parsed.articles}
    wide = max(len(reading.rule) for reading in parsed.readings)
    names = _COLUMNS.format("line", "role", "article", "sure", "because of", wide=wide)
    _print(console, Text(f"{names}text", style="underline"))
    for reading in parsed.readings:
        _print(console, _row(reading, short, wide))
    for article in parsed.articles:
        _print(console, _summary(article, short))


def _print(console: Console, text: Text) -> None:
    """Print a line, cut to the width of a terminal, whole to a file."""
    if console.is_terminal:
        console.print(text, no_wrap=True, overflow="ellipsis", highlight=False)
    else:
        console.print(text, soft_wrap=True, highlight=False)


def _heading(read: ReadPage) -> Text:
    date = read.facts.date
    because = "；".join(date.evidence)
    return Text(f"{read.facts.source_file}  {date.value or '—'} ({date.basis})  {because}", style="bold")


def _row(reading: Reading, short: dict[str, str], wide: int) -> Text:
    row = Text(
        _COLUMNS.format(
            reading.line.n,
            reading.role,
            short.get(reading.article or "", "—"),
            f"{reading.confidence:.2f}",
            reading.rule,
            wide=wide,
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


def _summary(article: Article, short: dict[str, str]) -> Text:
    summary = Text(f"{short[article.id]}  {article.confidence:.2f}  {article.headline}", style="bold")
    for doubt in article.doubts:
        summary.append(f"\n    {doubt}", style="yellow")
    return summary
