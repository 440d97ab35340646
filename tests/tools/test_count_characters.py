"""The table of where characters stand."""

from __future__ import annotations

import json
import lzma
from math import log
from typing import TYPE_CHECKING

import pytest

from tools import count_characters

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = [
    {"title": "茶山", "paras": ["云茶茶山"] * 30},
    {"title": " 【云山 ", "paras": ["云茶山山"] * 10},
    {"title": "", "paras": ["茶岭云，"] * 39},
]
"""A hundred and nineteen 茶 and 云 in all, each in every paragraph; 岭 stands in thirty-nine."""


def counted(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """Return the table that is printed for a file of articles."""
    monkeypatch.setattr("sys.argv", ["count_characters", str(path)])
    count_characters.main()
    table: dict[str, object] = json.loads(capsys.readouterr().out)
    return table


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a file of made-up articles."""
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ARTICLES), "utf-8")
    return path


def test_a_character_is_weighed_by_where_it_stands(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By how much likelier it is there than anywhere; what is rare, no Han character or like anywhere is left out."""
    paras = [para for row in ARTICLES for para in row["paras"]]
    whole = "".join(paras)
    opens = "".join(para[0] for para in paras)

    def ratio(char: str, place: str) -> float:
        return round(log((place.count(char) + 2.0) / (whole.count(char) / len(whole) * len(place) + 2.0)), 1)

    table = counted(articles, monkeypatch, capsys)
    every = {place: {c: ratio(c, text) for c in "云山茶"} for place, text in (("opens", opens), ("heads", "茶云"))}
    every["ends"] = {c: ratio(c, "山山") for c in "云山茶"}
    assert table == {
        place: {char: value for char, value in values.items() if abs(value) >= 0.3} for place, values in every.items()
    }
    assert list(table) == ["opens", "heads", "ends"]
    assert {char for values in every.values() for char in values} == {"云", "山", "茶"}
    assert every["opens"]["山"] < -1.0


@pytest.mark.parametrize(("times", "counts"), [(39, False), (40, True)])
def test_a_rare_character_is_left_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    times: int,
    counts: bool,  # noqa: FBT001
) -> None:
    """Forty instances are needed to say anything."""
    path = tmp_path / "rare.jsonl"
    path.write_text(json.dumps({"title": "岭", "paras": ["岭云云云云云云云"] * times}) + "\n", "utf-8")
    table = counted(path, monkeypatch, capsys)
    assert ("岭" in json.dumps(table, ensure_ascii=False)) is counts


def test_a_packed_file_says_the_same(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Articles may be packed with xz; several files are counted as one."""
    packed = articles.with_name("articles.jsonl.xz")
    packed.write_bytes(lzma.compress(articles.read_bytes()))
    plain = counted(articles, monkeypatch, capsys)
    assert counted(packed, monkeypatch, capsys) == plain
    rows = articles.read_text("utf-8").splitlines(keepends=True)
    halves = [articles.with_name("one.jsonl"), articles.with_name("two.jsonl")]
    for half, row in zip(halves, ("".join(rows[:1]), "".join(rows[1:])), strict=True):
        half.write_text(row, "utf-8")
    monkeypatch.setattr("sys.argv", ["count_characters", *map(str, halves)])
    count_characters.main()
    assert json.loads(capsys.readouterr().out) == plain
