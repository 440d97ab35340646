"""Personal names as bylines and captions print them."""

from __future__ import annotations

import pytest

from kaifaqu_archive.names import COMPOUND_SURNAMES, SURNAMES, is_name, sounds_foreign


@pytest.mark.parametrize("text", ["林萍", "周望川", "欧阳明远", "司马青", "巴特尔·苏和", "上官文秀"])
def test_forms_of_names(text: str) -> None:
    """A family name of one or two characters and a given name of one or two; dotted names of any people."""
    assert is_name(text)


@pytest.mark.parametrize("text", ["林", "周望川来", "欧阳", "欧阳明远来", "的士", "A林", "林 萍", "", "·苏和"])
def test_forms_of_no_names(text: str) -> None:
    """Too short, too long, no family name, no Chinese."""
    assert not is_name(text)


def test_family_names_are_characters() -> None:
    """The lists hold names alone, no comment and no Latin letter."""
    assert all(len(name) == 1 and not name.isascii() for name in SURNAMES)
    assert all(len(name) == 2 for name in COMPOUND_SURNAMES)


def test_names_spelled_by_their_sounds() -> None:
    """Two thirds of the characters write foreign sounds; a section's name has the dot alone."""
    for text in ("买买提·艾山", "马利克·阿里", "吐尔逊·买买提", "曼多"):
        assert sounds_foreign(text)
    for text in ("文苑·随笔", "民生·城事", "望川", "早晨·磨豆腐的人"):
        assert not sounds_foreign(text)
