"""The index as a whole: what it is made of, what changes it, and what does not."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kaifaqu_archive.publish.search import Document, build_index
from kaifaqu_archive.publish.search.segments import LEAST_RECENT, parted

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def sentences() -> list[str]:
    """Return sentences of the real pages."""
    text = "".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return [found.strip() for found in re.findall(r"[^。\n]{8,60}。", text)]


def documents(number: int) -> list[Document]:
    """Return made-up articles, each of a few real sentences, that came in one after the other."""
    pool = sentences()
    return [
        Document(
            id=f"d{n}",
            url=f"articles/d{n}/",
            title=pool[(7 * n) % len(pool)][:20],
            paragraphs=tuple(pool[(n * k + 13 * k) % len(pool)] for k in range(1, 6)),
            zones=("长治高新技术产业开发区",) if n % 3 == 0 else (),
            authors=("王波",) if n % 5 == 0 else (),
            date=f"20{20 + n % 5}-0{1 + n % 9}-11",
            arrival=n,
        )
        for n in range(number)
    ]


def files(given: list[Document], store: Store | None = None) -> dict[str, bytes]:
    """Return the index, path by path."""
    return dict(build_index(iter(given), store))


class Store:
    """Contents by key, in memory."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return what is kept."""
        return self.held.get(key)

    def put(self, key: str, content: bytes) -> None:
        """Keep it."""
        self.held[key] = content


def test_the_same_articles_make_the_same_bytes() -> None:
    """The order in which articles are given does not matter: only they themselves do."""
    given = documents(150)
    assert files(given) == files(given[::-1])


def test_keeping_changes_nothing() -> None:
    """With what was kept, without it, or with a part of it lost, the files are the same."""
    given, store = documents(150), Store()
    clean = files(given)
    assert files(given, store) == clean
    assert files(given, store) == clean
    lost = next(key for key in store.held if key.endswith("1"))
    del store.held[lost]
    assert files(given, store) == clean


def test_newcomers_leave_the_main_segment_as_it_is() -> None:
    """Eight articles more, of whatever date, change few files, and every file that stays has its old content."""
    before = files(documents(150))
    given = documents(158)
    given[150:] = [replace(document, date="2019-01-01") for document in given[150:]]
    after = files(given)
    main = [path for path in before if path in after and path != "search/index.json"]
    assert all(before[path] == after[path] for path in main)
    told = json.loads(after["search/index.json"])
    assert [segment["documents"] for segment in told["segments"]] == [128, 30]
    assert any(path.startswith(told["segments"][0]["at"]) for path in main)


@pytest.mark.parametrize("number", [1, LEAST_RECENT - 1, LEAST_RECENT, 200, 5000])
def test_the_recent_segment_is_small(number: int) -> None:
    """Beyond a few articles the recent segment holds at most a thirty-second part of all."""
    groups = parted([Document(str(n), "", "", (), arrival=n) for n in range(number)])
    assert sum(map(len, groups)) == number
    if number > LEAST_RECENT and len(groups) > 1:
        assert len(groups[1]) < max(LEAST_RECENT, number / 16)


def test_another_term_leaves_every_segment_as_it_is() -> None:
    """A new issue may make a word of old articles a term: it is found by the texts, and only the names grow."""
    given, store = documents(150), Store()
    before = files(given, store)
    kept = set(store.held)
    after = files([replace(document, terms=("精准招商",)) for document in given], store)
    told = [json.loads(made["search/index.json"]) for made in (before, after)]
    assert told[0]["segments"] == told[1]["segments"]
    assert {path for path in after if path not in before and "/names-" not in path} == set()
    assert set(store.held) == kept


def test_a_correction_changes_the_segment_it_is_in() -> None:
    """A changed word gives new addresses to the files that may tell of it: nothing stale is read from a cache."""
    given = documents(150)
    before = files(given)
    given[3] = replace(given[3], title="另一个标题")
    after = files(given)
    at = json.loads(before["search/index.json"])["segments"][0]["at"]
    assert not any(path.startswith(at) for path in after)


def test_an_archive_of_nothing_has_an_index() -> None:
    """Without articles there is an index that says so."""
    told = json.loads(files([])["search/index.json"])
    assert told["segments"] == []


@pytest.mark.parametrize("text", ["", " ", "。", "a", "中", "x" * 5000, "𠮷" * 40, "1.2.3", "\0\n\t", "…" * 10])
def test_any_text_can_be_indexed(text: str) -> None:
    """No title and no body makes the index fail."""
    assert files([Document("a", "articles/a/", text, (text,), authors=(text,), zones=(text,), terms=(text,))])


def test_an_index_holds_no_path_twice() -> None:
    """Every file has an address of its own."""
    paths = [path for path, _ in build_index(iter(documents(150)))]
    assert len(paths) == len(set(paths))
