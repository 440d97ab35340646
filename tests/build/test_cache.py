"""The cache saves work and never changes what is built."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.build import Order, build, reading
from kaifaqu_archive.build.cache import Cache, facts_once, parsed_once
from kaifaqu_archive.corrections import NOTHING_KNOWN, load_page_knowledge
from kaifaqu_archive.model import Article, DateBasis, Facts, IssueDate, Kind, Page, Paragraph, ParsedPage, Role

if TYPE_CHECKING:
    from pathlib import Path

PAGE = Page("one.txt", (), "abc")
ARTICLE = Article(
    id="one",
    kind=Kind.NEWS,
    column=None,
    kicker=None,
    title=None,
    made_title="灯亮了",
    subtitle=None,
    author_lines=(),
    paragraphs=(Paragraph(Role.BODY, "灯亮了。", "one.txt", (1,), (0,)),),
    photos=(),
    continued_to=None,
    continued_from=None,
    continues=None,
    confidence=1.0,
    doubts=(),
)


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """By a later build too; what was never put is not there."""
    Cache(tmp_path / "cache").put("ab12", b"content")
    cache = Cache(tmp_path / "cache")
    assert cache.get("ab12") == b"content"
    assert cache.get("ab13") is None


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 100])
def test_a_damaged_entry_is_as_if_it_were_not_there(tmp_path: Path, damage: bytes) -> None:
    """A crash or a bad disk costs time, not truth."""
    Cache(tmp_path).put("ab12", b"content" * 20)
    (tmp_path / "ab" / "ab12").write_bytes(damage)
    assert Cache(tmp_path).get("ab12") is None


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").write_text("", "utf-8")
    cache = Cache(tmp_path / "cache")
    cache.put("ab12", b"content")
    assert cache.get("ab12") is None
    cache.forget_the_rest()


def test_entries_that_nobody_asked_for_are_forgotten(tmp_path: Path) -> None:
    """The cache holds what the last build used."""
    Cache(tmp_path).put("ab12", b"old")
    cache = Cache(tmp_path)
    cache.put("cd34", b"new")
    cache.forget_the_rest()
    assert Cache(tmp_path).get("ab12") is None
    assert Cache(tmp_path).get("cd34") == b"new"


def test_a_page_is_read_anew_when_anything_of_it_changes(tmp_path: Path) -> None:
    """Its text, its name, what the editor knows of it; otherwise once."""
    (tmp_path / "page.yml").write_text("page: A1\n", "utf-8")
    known = load_page_knowledge(tmp_path / "page.yml")
    cache, read = Cache(tmp_path / "cache"), 0

    def ask(page: Page, knowledge: object = NOTHING_KNOWN) -> ParsedPage:
        def parse() -> ParsedPage:
            nonlocal read
            read += 1
            return ParsedPage(page, (), ())

        assert isinstance(knowledge, type(NOTHING_KNOWN))
        return parsed_once(cache, page, knowledge, parse)

    assert ask(PAGE) == ask(PAGE) == ParsedPage(PAGE, (), ())
    assert read == 1
    ask(Page("two.txt", (), "abc"))
    ask(Page("one.txt", (), "abd"))
    ask(PAGE, known)
    assert read == 4
    ask(PAGE, known)
    assert read == 4


def test_facts_are_extracted_anew_when_an_article_or_the_date_changes(tmp_path: Path) -> None:
    """Otherwise once: what they are made of is all in the key."""
    cache, asked = Cache(tmp_path / "cache"), 0

    def ask(article: Article, date: IssueDate) -> tuple[Facts, ...]:
        def extract() -> tuple[Facts, ...]:
            nonlocal asked
            asked += 1
            return (Facts(source=f"{asked}"),)

        return facts_once(cache, (article,), date, extract)

    day = IssueDate("2024-01-30", ("2024-01-30", "2024-01-30"), DateBasis.GIVEN, ())
    assert ask(ARTICLE, day) == ask(ARTICLE, day) == (Facts(source="1"),)
    changed = replace(ARTICLE, paragraphs=(replace(ARTICLE.paragraphs[0], text="灯又亮了。"),))
    assert ask(changed, day) == (Facts(source="2"),)
    assert ask(ARTICLE, replace(day, value="2024-01-31")) == (Facts(source="3"),)
    assert ask(ARTICLE, day) == (Facts(source="1"),)


def test_a_second_build_parses_nothing_and_builds_the_same(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the cache and without it the site has the same bytes."""
    order = Order(seeds=seeds, out=seeds.parent / "out")
    build(order)
    site = {path: path.read_bytes() for path in (order.out / "site").rglob("*") if path.is_file()}

    def parse(*_: object) -> ParsedPage:
        raise AssertionError

    monkeypatch.setattr(reading, "parse_page", parse)
    monkeypatch.setattr(reading, "facts_of", parse)
    build(order)
    assert {path: path.read_bytes() for path in (order.out / "site").rglob("*") if path.is_file()} == site
