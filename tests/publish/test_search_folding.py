"""Folding and cutting: the form in which texts and queries meet."""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from kaifaqu_archive import words
from kaifaqu_archive.publish.search.folding import BREAK, HAN, OTHER, classes, fold, fold_lines, spelled, units

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＧＤＰ增长５％", "gdp增长5%"),
        ("朱 妹", "朱妹"),
        ("2024 年 8 月", "2024年8月"),
        ("Smart City 建设", "smart city建设"),
        ("　前后空白　", "前后空白"),
        ("三…五㎡①", "三...五m21"),
        ("“标准地”，改革", "“标准地”,改革"),
        ("", ""),
        ("\0", ""),
    ],
)
def test_what_folding_does(text: str, folded: str) -> None:
    """Width, case and the white space of print go; the characters of words stay."""
    assert fold(text) == folded


def test_the_table_folds_as_unicode_says() -> None:
    """Characters in any order fold as NFKC and lower case do it, whether the table knows them or not."""
    rng = random.Random(5)  # noqa: S311 - a test's dice
    everyday = [
        chr(code) for code in (*range(0x21, 0x7F), *range(0x4E00, 0x4F00), *range(0xFF01, 0xFF5F), 0x2014, 0x3002)
    ]
    rare = [chr(code) for code in range(0xA1, 0x10000) if not 0xD800 <= code <= 0xDFFF and not chr(code).isspace()]
    for _ in range(300):
        text = "".join(rng.choice(rare if rng.random() < 0.1 else everyday) for _ in range(30))
        assert fold(text).replace(" ", "") == re.sub(r"\s", "", unicodedata.normalize("NFKC", text).lower())


def test_each_text_stays_a_line() -> None:
    """A text that holds line feeds is one line, and what stands in one never reaches into the next."""
    assert fold_lines(["甲\n乙", "", "丙 ", "a\nb"]) == "甲乙\n\n丙\na b\n"


def test_classes_of_units() -> None:
    """Hanzi, Latin and digits make words, punctuation ends them, a point between digits does not."""
    text = "标准地810.3亿,a.b。𠮷"
    expected = [HAN] * 3 + [OTHER] * 5 + [HAN, BREAK, OTHER, BREAK, OTHER, BREAK, OTHER, OTHER]
    assert classes(units(text)).tolist() == expected


def test_a_character_beyond_the_bmp_counts_twice() -> None:
    """Texts are spelled in UTF-16 units, as the browser counts them."""
    assert len(spelled(units("𠮷野家"))) == 4


def test_both_cutters_cut_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Chinese characters, which is all they are given, jieba and its port to Rust give the same words."""
    pytest.importorskip("rjieba")
    for page in sorted(SEEDS.glob("*.txt")):
        text = re.sub(r"[^\u4e00-\u9fd5]", " ", page.read_text("utf-8"))
        fast = words.cut(text)
        with monkeypatch.context() as patched:
            patched.setitem(sys.modules, "rjieba", None)
            words._cutter.cache_clear()  # noqa: SLF001 - the choice is made once
            slow = words.cut(text)
        words._cutter.cache_clear()  # noqa: SLF001 - the choice is made once
        assert [word for word in fast if word.strip()] == [word for word in slow if word.strip()]
        assert "".join(slow) == text
