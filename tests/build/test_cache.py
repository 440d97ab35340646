"""The cache saves work and never changes what is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.build import Order, build, reading
from kaifaqu_archive.build.cache import Cache, each_once
from kaifaqu_archive.build.reading import parse_together, read_issues, read_seeds
from kaifaqu_archive.extract.gazetteer import load as load_gazetteer

if TYPE_CHECKING:
    from pathlib import Path

    from kaifaqu_archive.catalogue import ReadIssue
    from kaifaqu_archive.model import ParsedPage


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
    (entry,) = tmp_path.rglob("ab12")
    entry.write_bytes(damage)
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
    before = Cache(tmp_path)
    before.put("ab12", b"old")
    before.forget_the_rest()
    cache = Cache(tmp_path)
    cache.put("cd34", b"new")
    cache.forget_the_rest()
    assert Cache(tmp_path).get("ab12") is None
    assert Cache(tmp_path).get("cd34") == b"new"


@pytest.fixture
def seeds_of_one(tmp_path: Path) -> Path:
    """Return a folder of seeds with one page."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "one.txt").write_text("灯亮了\n\n本报讯 昨天晚上，街上的灯又亮了。\n", "utf-8")
    return folder


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[object]:
    """Return a list to which each call of a function of ``reading`` adds."""
    calls: list[object] = []
    real = getattr(reading, name)

    def count(*args: object) -> object:
        calls.append(args)
        return real(*args)

    monkeypatch.setattr(reading, name, count)
    return calls


def read(seeds: Path) -> list[ReadIssue]:
    """Return the issues of a folder, read with the cache beside it."""
    cache = Cache(seeds.parent / "cache")
    return read_issues(parse_together(read_seeds(seeds), (), cache), load_gazetteer(), cache)


def test_a_page_is_read_anew_when_anything_of_it_changes(seeds_of_one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text, its name, what the editor knows of it; otherwise once."""
    parses = counted(monkeypatch, "parse_page")
    assert read(seeds_of_one) == read(seeds_of_one)
    assert len(parses) == 1
    (seeds_of_one / "one.yml").write_text("page: A1\n", "utf-8")
    read(seeds_of_one)
    assert len(parses) == 2
    for path in list(seeds_of_one.iterdir()):
        path.rename(path.with_stem("two"))
    read(seeds_of_one)
    assert len(parses) == 3
    (seeds_of_one / "two.txt").write_text("灯灭了\n\n本报讯 昨天晚上，街上的灯又灭了。\n", "utf-8")
    read(seeds_of_one)
    assert len(parses) == 4
    read(seeds_of_one)
    assert len(parses) == 4


def test_facts_are_extracted_anew_when_an_article_or_the_date_changes(
    seeds_of_one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise once: what they are made of is all in the key."""
    extractions = counted(monkeypatch, "facts_of")
    (seeds_of_one / "one.yml").write_text("date: 2024-01-30\n", "utf-8")
    assert read(seeds_of_one) == read(seeds_of_one)
    assert len(extractions) == 1
    (seeds_of_one / "one.yml").write_text("date: 2024-01-31\n", "utf-8")
    (issue,) = read(seeds_of_one)
    assert [date.value for _, facts in issue.articles for date in facts.dates] == ["2024-01-30"]
    assert len(extractions) == 2
    (seeds_of_one / "one.txt").write_text("灯亮了\n\n本报讯 昨天晚上，街上的灯还亮着。\n", "utf-8")
    read(seeds_of_one)
    assert len(extractions) == 3
    read(seeds_of_one)
    assert len(extractions) == 3


def test_several_make_what_one_makes_and_only_what_is_missing(tmp_path: Path) -> None:
    """In the order of the items, whoever made which; what is kept is not made again."""
    items = list(range(7))

    def made_of(item: int) -> tuple[str, ...]:
        return ("square", str(item))

    cache = Cache(tmp_path)
    assert each_once(cache, items[2:4], made_of, lambda item: item * item) == [4, 9]
    assert each_once(cache, items, made_of, lambda item: 0 if item in {2, 3} else item * item, hands=3) == [
        item * item for item in items
    ]
    assert each_once(None, items, made_of, str, hands=2) == ["0", "1", "2", "3", "4", "5", "6"]


def test_a_failed_build_forgets_nothing(tmp_path: Path) -> None:
    """Entries of the build before it, and its own, are there for the next one."""
    before = Cache(tmp_path)
    before.put("ab12", b"old")
    before.forget_the_rest()
    Cache(tmp_path).put("cd34", b"of a build that failed")
    after = Cache(tmp_path)
    assert (after.get("ab12"), after.get("cd34")) == (b"old", b"of a build that failed")
    after.forget_the_rest()
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["ab12", "cd34"]


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
