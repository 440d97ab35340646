"""What the package knows of the world is read from its lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaifaqu_archive import lists

DATA = Path(lists.__file__).parent / "data"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.name)
def test_every_list_begins_by_saying_what_it_holds(path: Path) -> None:
    """A remark at the head tells an editor what may be added; rows follow, none of them padded."""
    assert path.read_text("utf-8").startswith("# ")
    rows = list(lists.rows(path.name))
    assert rows
    assert [row for row in rows if row != row.strip()] == []


def test_words_come_longest_first_each_once() -> None:
    """As a pattern needs them that takes the first that fits; remarks are none."""
    words = lists.words("titles.txt")
    assert len(set(words)) == len(words) > 100
    assert [len(word) for word in words] == sorted((len(word) for word in words), reverse=True)
    assert not any(char in word for word in words for char in "#。 ")


def test_of_several_words_the_longest_is_meant() -> None:
    """A word that begins like another does not hide it; marks in words stand for themselves."""
    assert re.match(lists.any_of(["导", "导读词", "导读"]), "导读者")[0] == "导读"  # type: ignore[index]
    assert not re.match(lists.any_of(["A.", "B"]), "AB")
