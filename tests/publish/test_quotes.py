"""Quotations are sentences as printed."""

from __future__ import annotations

from kaifaqu_archive.publish.quotes import LONGEST, sentence_with


def test_the_first_sentence_with_a_form_is_quoted_whole() -> None:
    """A sentence ends with its mark and the closing marks after it; of several forms the first in the text counts."""
    text = "甲园开工。“乙园也开工了。”丙园说：丁园呢？"
    assert sentence_with(text, ["丁园", "乙园"]) == "“乙园也开工了。”"
    assert sentence_with(text, ["丁园"]) == "丙园说：丁园呢？"
    assert sentence_with(text, ["戊园"]) == ""


def test_a_long_sentence_is_cut_around_the_word_and_says_so() -> None:
    """The word stays in, dots stand where something was left out, and what is quoted was printed so."""
    text = "这是前面的话，" * 40 + "己园在这里，" + "这是后面的话，" * 40
    quoted = sentence_with(text, ["己园"])
    assert "己园在这里" in quoted
    assert quoted.startswith("……")
    assert quoted.endswith("……")
    assert quoted.strip("…") in text
    assert len(quoted) <= LONGEST + 4
