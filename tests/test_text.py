"""Chinese text primitives."""

from __future__ import annotations

import pytest

from kaifaqu_archive.text import LONGEST_MADE_TITLE, fold, is_han, made_title


def test_texts_are_compared_without_width_space_and_case() -> None:
    """Full- and half-width forms, spaces of every kind and capitals do not tell texts apart."""
    assert fold("（Ａ2）　版\n") == fold("(a2)版") == "(a2)版"


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
