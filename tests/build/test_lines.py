"""Every fact names the page and the line on which its words begin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.build.reading import facts_of_page, parse_together, read_files
from kaifaqu_archive.extract import gazetteer
from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.stretches import even
from kaifaqu_archive.extract.zone_grammar import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kaifaqu_archive.model import Facts, ParsedPage

PAGE = """
长治高新区十二个重点项目集中签约开工

投资总额达11.16亿元，涉及半导

体、光伏等6个领域

本刊讯（记者 王波）1月19日,长治高新区举行重点项目集中签约开工仪式,12个项目现场签约,长治高新区管委会主

任李志强与前来参加仪式的晋城经济技术开发区管委会副主任赵国栋共同按下启动键,仪式后大家参观了总投资37.

5亿元的光伏组件项目,项目占地1200亩,建成后年产值可达85亿元,带动就业3000人,是去年11月2

8日两区在太原签订产业链协作协议以来落地的第一个项目,晋城经

开区同样将受益于此,双方还约定在3月底前完成全部配套工程,让企业早日进场施工、早日投产达效,以项目建设的实绩检验作风建设的成效。

“我们要的就是这个速度。”李志强说,截至1月底,全区已有在建项目67个,总投资516亿元。
"""
"""A headline and a paragraph whose names, dates and figures are broken over lines."""


def facts_in(page: ParsedPage, facts: Facts) -> Iterator[tuple[str, str, int]]:
    """Yield (words, page, line) of every fact of an article; of a zone, any of the forms that name it."""
    for figure in facts.figures:
        yield figure.text, figure.page, figure.line
    for date in facts.dates:
        yield date.text, date.page, date.line
    for person in facts.people:
        yield person.office, person.page, person.line
    for closure in facts.closures:
        yield closure.text, closure.page, closure.line
    for author in facts.authors:
        yield author.name, author.page, author.lines[0]
    for city in facts.cities:
        for source_file, line in city.lines:
            there = [named for named in places_in(city.name) if begins_at(page, named, line)]
            yield there[0] if there else city.name, source_file, line
    for zone in facts.zones:
        for source_file, line in zone.lines:
            forms = [*zone.mentions, *SUFFIXES, "该区", "该开发区", "该经开区", "该高新区", "该示范区"]
            there = [form for form in forms if begins_at(page, form, line)]
            yield there[0] if there else zone.mentions[0], source_file, line


def places_in(city: str) -> list[str]:
    """Return the names by which a city is found: its own, and those of its counties."""
    named = load_places().named
    return [name for name, places in named.items() if any(place.city == city for place in places)]


def begins_at(page: ParsedPage, words: str, line: int) -> bool:
    """Whether words begin on a line, going on over the lines of its article where it ends."""
    article = next(reading.article for reading in page.readings if reading.line.n == line)
    texts = [reading.line.text for reading in page.readings if reading.line.n >= line and reading.article == article]
    wanted = squeezed(words)
    first = squeezed(texts[0])
    at = squeezed("".join(texts[:12])).find(wanted)
    return 0 <= at < len(first)


def squeezed(text: str) -> str:
    """Return a text in half width, without spaces."""
    return "".join(even(text).split())


def misplaced(paths: list[Path]) -> tuple[int, list[str]]:
    """Return how many facts the pages hold, and those that do not begin on the line that they name."""
    known = gazetteer.load()
    counted, wrong = 0, []
    for group in parse_together(read_files(paths, with_knowledge=False)):
        for page in group:
            for facts in facts_of_page(page, known):
                for words, source_file, line in facts_in(page.parsed, facts):
                    counted += 1
                    if source_file != page.facts.source_file or not begins_at(page.parsed, words, line):
                        wrong.append(f"{source_file}:{line} {words}")
    return counted, wrong


def test_every_fact_of_the_pages_stands_on_the_line_that_it_names(root: Path) -> None:
    """Figures, dates, people, zones, authors and closures of all pages are where they are said to be."""
    counted, wrong = misplaced(sorted((root / "seeds").glob("*.txt")))
    assert counted > 500
    assert wrong == []


def test_words_broken_over_lines_are_placed_where_they_begin(tmp_path: Path) -> None:
    """In headlines, paragraphs and captions of several lines, the line is the one on which the words begin."""
    path = tmp_path / "a.txt"
    path.write_text(PAGE, "utf-8")
    counted, wrong = misplaced([path])
    assert counted > 10
    assert wrong == []


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_wrong_line_is_noticed(root: Path, shift: int) -> None:
    """The comparison fails where a fact is moved to another line."""
    (path,) = (root / "seeds").glob("001_*.txt")
    (page,) = parse_together(read_files([path], with_knowledge=False))[0]
    found = [figure for facts in facts_of_page(page, gazetteer.load()) for figure in facts.figures]
    lines = [reading.line.n for reading in page.parsed.readings]
    moved = [replace(f, line=lines[lines.index(f.line) + shift]) for f in found if lines[1] <= f.line < lines[-1]]
    assert sum(begins_at(page.parsed, figure.text, figure.line) for figure in moved) < len(moved) / 2
