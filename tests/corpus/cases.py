"""Readable cases: a page as an editor would write it down, and what a careful reader makes of it.

A file of ``tests/cases/`` holds, in this order::

    # what it shows; ``Named:`` says on which page such damage was seen first
    --- A1                       the page's label, ``?`` when unknown; left out where there is one page
    the page's text
    =====
    title a                      one row per printed line: role, and the letter of its article
    body|cont a                  either role is right
    noise                        a line of no article
    --- A2                       further pages of the same issue, in the same way
    a.title: what the article's title is; ``-`` for none

Fields are ``kicker title subtitle made kind source`` (text), ``authors`` (``name role, name role``),
``photos`` (``caption | credit ; caption | credit``), ``headings`` (``one / other``), ``to from`` (page label),
``joins`` (letter of the other half), ``paragraphs`` (how many), ``says`` (words inside one paragraph).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.bylines import authors_of, source_of
from kaifaqu_archive.model import Page
from kaifaqu_archive.parse import join_jumps, parse_page
from kaifaqu_archive.parse.pages import number_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kaifaqu_archive.model import Article, ParsedPage, Printed, Reading

_FIELD = re.compile(r"^([a-z])\.([a-z]+): (.*)$", re.MULTILINE)
NONE = "-"
"""Written where a field must be empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one printed line is."""

    roles: tuple[str, ...]
    article: str | None
    """Its letter in the case."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a case."""

    name: str
    label: str | None
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What one field of an article must be."""

    article: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Case:
    """One readable case."""

    shows: str
    pages: tuple[CasePage, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a case was read."""

    asked: int
    wrong: tuple[str, ...]
    """A sentence for everything that was asked and is not so."""

    @property
    def share(self) -> float:
        """Share of what was asked that is right, in [0, 1]."""
        return 1 - len(self.wrong) / self.asked


def load(path: Path) -> Case:
    """Read a case; an assertion says what is wrong with a file that is none."""
    head, *blocks = re.split(r"^--- (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    shows = [line[2:] for line in head.splitlines() if line.startswith("# ")]
    assert shows, f"{path.name} does not say what it shows"
    bare = re.sub(r"^# .*\n", "", head, flags=re.MULTILINE)
    parts = [(None, bare)] if bare.strip() else list(zip(blocks[::2], blocks[1::2], strict=True))
    pages: list[CasePage] = []
    fields: list[Field] = []
    for label, part in parts:
        text, line, below = part.partition("=====\n")
        assert line, f"{path.name}: a page has no line of ====="
        pages.append(CasePage(f"{path.stem}-{len(pages) + 1}.txt", None if label == "?" else label, text, _rows(below)))
        fields += [Field(found[1], found[2], found[3]) for found in _FIELD.finditer(below)]
        assert len(number_lines(text)) == len(pages[-1].rows), f"{path.name}: not one row per printed line"
    return Case(" ".join(shows), tuple(pages), tuple(fields))


def _rows(below: str) -> tuple[Row, ...]:
    rows = [line.partition(" ") for line in below.splitlines() if line and not _FIELD.match(line)]
    return tuple(Row(tuple(roles.split("|")), article or None) for roles, _, article in rows)


def judge(case: Case) -> Verdict:
    """Read the pages of a case and hold what comes out against what is asked."""
    parsed = [parse_page(Page(page.name, number_lines(page.text), "")) for page in case.pages]
    labels = {page.name: page.label for page in case.pages}
    parsed = list(join_jumps(parsed, labels))
    ids = letters(case.pages, parsed)
    wrong: list[str] = []
    asked = len(case.fields)
    for page, found in zip(case.pages, parsed, strict=True):
        asked += len(page.rows)
        wrong += _wrong_lines(page.rows, found.readings, ids)
    articles = {
        letter: article for found in parsed for article in found.articles for letter in ids if ids[letter] == article.id
    }
    for field in case.fields:
        article = articles.get(field.article)
        got = "no such article" if article is None else value_of(article, field, ids)
        if got != field.value:
            wrong.append(f"{field.article}.{field.name}: want {field.value!r}, got {got!r}")
    return Verdict(asked, tuple(wrong))


def letters(pages: Sequence[CasePage], parsed: Sequence[ParsedPage]) -> dict[str, str]:
    """Return for every letter the id of the article that holds most of its lines; no id for two letters."""
    shared: Counter[tuple[str, str]] = Counter()
    for page, found in zip(pages, parsed, strict=True):
        for row, reading in zip(page.rows, found.readings, strict=True):
            if row.article and reading.article:
                shared[row.article, reading.article] += 1
    ids: dict[str, str] = {}
    for letter, ident in sorted(shared, key=lambda both: (-shared[both], both)):
        if letter not in ids and ident not in ids.values():
            ids[letter] = ident
    return ids


def _wrong_lines(rows: Sequence[Row], readings: Sequence[Reading], ids: dict[str, str]) -> Iterator[str]:
    names = {ident: letter for letter, ident in ids.items()}
    for row, reading in zip(rows, readings, strict=True):
        home = names.get(reading.article, "?") if reading.article else None
        if reading.role.value not in row.roles or home != row.article:
            want = f"{'|'.join(row.roles)} {row.article or ''}".strip()
            got = f"{reading.role.value} {home or ''}".strip()
            yield f"line {reading.line.n} {reading.line.text[:16]!r}: want {want}, got {got} ({reading.confidence:.2f}, {reading.rule})"


def value_of(article: Article, field: Field, ids: dict[str, str]) -> str:
    """Return a field of an article in the words of a case."""

    def text(printed: Printed | None) -> str | None:
        return printed.text if printed else None

    def photos() -> str:
        return " ; ".join(f"{text(p.caption) or NONE} | {text(p.credit) or NONE}" for p in article.photos)

    def says() -> str:
        return field.value if any(field.value in p.text for p in article.paragraphs) else "not in one paragraph"

    def joins() -> str | None:
        other = article.continues
        return next((letter for letter, ident in ids.items() if other and ident == other.article), None)

    found = {
        "kicker": lambda: text(article.kicker),
        "title": lambda: text(article.title),
        "subtitle": lambda: text(article.subtitle),
        "made": lambda: article.made_title,
        "kind": lambda: article.kind.value,
        "source": lambda: source_of(article),
        "authors": lambda: ", ".join(f"{a.name} {a.role}" for a in authors_of(article)),
        "photos": photos,
        "headings": lambda: " / ".join(p.text for p in article.headings),
        "to": lambda: text(article.continued_to),
        "from": lambda: text(article.continued_from),
        "joins": joins,
        "paragraphs": lambda: str(len(article.paragraphs)),
        "says": says,
    }
    return found[field.name]() or NONE
