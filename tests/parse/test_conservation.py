"""Nothing is lost: whatever a page holds, every line is accounted for once and every text stays readable."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kaifaqu_archive.model import ParsedPage, Role
from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.assemble import _without_jumps
from kaifaqu_archive.parse.pages import number_lines, read_page
from tests.parse.making import page

SEEDS = sorted((Path(__file__).resolve().parent.parent.parent / "seeds").glob("*.txt"))
_TAILS = (
    "（下转A2版）",
    "（上接A1版）",
    "（王波）",
    "■ 王波摄",
    "——",
    "\u200b",
    "😀",
    "（",
    "”",
    "本报记者",
    "启事",
    "摄",
)


def mangled(text: str, rng: random.Random) -> str:
    """Return a page with lines lost, repeated, cut, moved, multiplied and made of any characters."""
    lines = text.split("\n")
    for _ in range(rng.randrange(1, 25)):
        at = rng.randrange(len(lines))
        match rng.randrange(7):
            case 0 if len(lines) > 3:
                lines.pop(at)
            case 1:
                lines.insert(at, rng.choice(lines))
            case 2:
                lines[at] = lines[at][: rng.randrange(len(lines[at]) + 1)]
            case 3:
                rng.shuffle(lines)
            case 4:
                lines[at] += rng.choice(_TAILS)
            case 5:
                lines[at] = "".join(
                    chr(rng.choice((rng.randrange(32, 0xD7FF), rng.randrange(0x10000, 0x2FFFF)))) for _ in range(30)
                )
            case _:
                lines[at] *= rng.randrange(1, 4)
    return "\n".join(lines)


def assert_nothing_is_lost(parsed: ParsedPage) -> None:
    """Every line once and in order, every article's id its own, every text of a body in exactly one paragraph."""
    assert [reading.line for reading in parsed.readings] == list(parsed.page.lines)
    ids = [article.id for article in parsed.articles]
    assert len(set(ids)) == len(ids)
    assert {reading.article for reading in parsed.readings} - {None} == set(ids)
    holds = {(a.id, n): p for a in parsed.articles for p in a.paragraphs for n in p.lines}
    assert len(holds) == sum(len(p.lines) for a in parsed.articles for p in a.paragraphs)
    for reading in parsed.readings:
        assert 0.0 <= reading.confidence <= 1.0
        outside = reading.role in (Role.NOISE, Role.COLUMN, Role.DUP)
        assert (reading.article is None) is outside
        if reading.role in (Role.BODY, Role.CONT, Role.LEAD, Role.HEADING):
            printed = _without_jumps(reading.line.text)
            if printed:
                assert printed in holds[reading.article or "", reading.line.n].text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_nothing_of_a_page_is_lost(path: Path) -> None:
    """The pages as received."""
    assert_nothing_is_lost(parse_page(read_page(path)))


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_loses_a_line(seed: int) -> None:
    """Pages mangled at random are read without an error, and nothing of them is lost."""
    rng = random.Random(seed)  # noqa: S311 - a page, not a secret
    text = mangled(rng.choice(SEEDS).read_text("utf-8"), rng)
    if number_lines(text):
        assert_nothing_is_lost(parse_page(page(text)))


@pytest.mark.parametrize(
    "text",
    ["甲", "。", "（", "■", "\u200b", "（下转A2版）", "（上接A1版）\n（下转A2版）", "启事", "林 萍\n林 萍", "A\n" * 50],
)
def test_the_smallest_pages_are_read(text: str) -> None:
    """A page of a single mark is a page."""
    assert_nothing_is_lost(parse_page(page(text)))


def test_a_page_without_a_line_has_no_article() -> None:
    """There is nothing to read."""
    empty = parse_page(page(""))
    assert (empty.readings, empty.articles) == ((), ())
