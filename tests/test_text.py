"""Chinese text primitives."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest

from kaifaqu_archive.text import HIDDEN, LONGEST_MADE_TITLE, fold, is_han, made_title, nfkc


def test_texts_are_compared_without_width_space_and_case() -> None:
    """Full- and half-width forms, spaces of every kind and capitals do not tell texts apart."""
    assert fold("（Ａ2）　版\n") == fold("(a2)版") == "(a2)版"


def _folded_whole(text: str) -> str:
    return re.sub(r"\s+", "", HIDDEN.sub("", unicodedata.normalize("NFKC", text))).casefold()


def test_folding_is_nfkc_on_every_character() -> None:
    """Wherever it stands: alone, between Chinese characters, before and behind marks that compose."""
    chars = list(map(chr, range(0x10000)))
    for size in (1, 7, 4096):
        for at in range(0, 0x10000, size):
            text = "".join(chars[at : at + size])
            for whole in (text, f"园{text}，3{text}a"):
                assert fold(whole) == _folded_whole(whole)
                assert nfkc(whole) == unicodedata.normalize("NFKC", whole)


def test_folding_is_nfkc_on_any_text() -> None:
    """Marks compose with the letters before them, and are put in order, whatever stands between."""
    rng = random.Random(1)  # noqa: S311 - texts, not a secret
    marks = [chr(c) for c in range(0x10000) if unicodedata.combining(chr(c))]
    ordinary = list("园区ab=<>9，。、（）：；！？():;!?　 —…“”·ＡａｶﾞがハÅéㅏ가각ﬁ㈱㎡豈-.%")
    for _ in range(3000):
        text = "".join(rng.choice(marks if rng.random() < 0.3 else ordinary) for _ in range(12))
        assert fold(text) == _folded_whole(text)


@pytest.mark.parametrize(
    ("char", "han"),
    [("园", True), ("㐀", True), ("豈", True), ("𠀀", True), ("。", False), ("A", False), ("あ", False)],
)
def test_chinese_characters(char: str, han: bool) -> None:  # noqa: FBT001
    """Ideographs with their extensions; no punctuation, no kana."""
    assert is_han(char) is han


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("会议结束了。", "会议结束了"),
        ("一" * 20, "一" * 20),
        ("一" * 21, "一" * 20 + "…"),
        ("一" * 12 + "，" + "二" * 30, "一" * 12 + "…"),
        ("一" * 10 + "，" + "二" * 30, "一" * 10 + "…"),
        ("一" * 9 + "，" + "二" * 30, "一" * 9 + "，" + "二" * 10 + "…"),
        ("一" * 20 + "，二", "一" * 20 + "…"),
        ("一" * 12 + "，" + "二" * 3 + "；" + "三" * 9, "一" * 12 + "，" + "二" * 3 + "…"),
    ],
)
def test_a_headline_is_made_of_the_first_words(opening: str, title: str) -> None:
    """Up to the last mark within twenty characters, if that leaves half of them; an ellipsis says that more follows."""
    assert made_title(opening) == title
    assert len(title) <= LONGEST_MADE_TITLE + 1
