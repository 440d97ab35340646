"""``explain`` shows every line of a page with what it was read as, and why."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console

from kaifaqu_archive.catalogue import ReadPage
from kaifaqu_archive.cli.explain import DOUBTFUL, explain
from kaifaqu_archive.model import (
    DateBasis,
    IssueDate,
    Line,
    Page,
    PageFacts,
    ParsedPage,
    Printed,
    Reading,
    Role,
)
from tests.blank import BLANK

LINES = (Line(3, "高新区召开[bold]会议[/bold]", 2), Line(5, "本报讯 " + "正文" * 100, 1), Line(7, "责编 王某", 1))
READINGS = (
    Reading(LINES[0], Role.TITLE, "abcdefghijk", 0.99, "a dateline follows"),
    Reading(LINES[1], Role.BODY, "abcdefghijk", DOUBTFUL - 0.01, "size"),
    Reading(LINES[2], Role.NOISE, None, 1.0, "furniture"),
)
ARTICLE = replace(
    BLANK,
    id="abcdefghijk",
    title=Printed(LINES[0].text, "page.txt", (3,)),
    confidence=0.79,
    doubts=("第5行“本报讯”不像正文",),
)
DATE = IssueDate(value="2024-01-30", range=None, basis=DateBasis.INFERRED, evidence=("休刊启事",))
READ = ReadPage(
    ParsedPage(Page("page.txt", LINES, ""), READINGS, (ARTICLE,)), PageFacts("page.txt", None, DATE, None, None)
)


def shown(read: ReadPage, *, terminal: bool) -> str:
    """Return what is printed to a terminal of 100 columns, or to a file."""
    file = StringIO()
    explain(read, Console(file=file, width=100, force_terminal=terminal, color_system="standard" if terminal else None))
    return file.getvalue()


def test_every_line_is_shown_whole_with_its_reasons() -> None:
    """A file gets number, role, article, confidence, reason and the whole text of each line, without colours."""
    text = shown(READ, terminal=False)
    rows = {row.split()[0]: row for row in text.splitlines() if row.strip()}
    for reading in READINGS:
        row = rows[str(reading.line.n)]
        assert str(reading.role) in row
        assert f"{reading.confidence:.2f}" in row
        assert reading.rule in row
        assert row.endswith(reading.line.text)
    assert "\x1b" not in text


def test_the_date_and_the_doubts_are_shown() -> None:
    """What was inferred, from what, and what the parser is not sure of."""
    text = shown(READ, terminal=False)
    assert "2024-01-30" in text
    assert "休刊启事" in text
    assert ARTICLE.doubts[0] in text


def test_a_terminal_gets_colours_and_one_row_a_line() -> None:
    """Long lines are cut to the width; a doubtful line stands out."""
    text = shown(READ, terminal=True)
    assert "\x1b[" in text
    assert "\x1b[31m" in next(row for row in text.splitlines() if "size" in row)
    assert "…" in text


def test_text_of_the_page_is_not_taken_for_markup() -> None:
    """Brackets in print stay brackets."""
    assert "[bold]会议[/bold]" in shown(READ, terminal=False)


def test_an_undated_page_is_shown_too() -> None:
    """Nothing known is no error."""
    unknown = IssueDate(value=None, range=None, basis=DateBasis.UNKNOWN, evidence=())
    assert "unknown" in shown(replace(READ, facts=replace(READ.facts, date=unknown)), terminal=False)
