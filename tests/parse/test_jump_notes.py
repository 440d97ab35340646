"""Jump notes are read whole, at the end and at the beginning of a line."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse.jump_notes import LONGEST_JUMP, jump_of, leading_jump, page_label, trailing_jump
from tests.parse.making import prose, shape


@pytest.mark.parametrize(
    ("printed", "label"),
    [("A2版", "A2"), (" A2 版", "A2"), ("第7版", "第7版"), ("第 七 版", "第七版"), ("7版", "7"), ("A2", "A2")],
)
def test_a_page_label_is_as_printed(printed: str, label: str) -> None:
    """版 is dropped unless 第 stands before; white space never counts."""
    assert page_label(printed) == label


@pytest.mark.parametrize(
    ("text", "jump"),
    [
        ("▶▶下转A7版", ("to", "A7")),
        ("（下转A2版）", ("to", "A2")),
        ("(下转 A2 版)", ("to", "A2")),
        ("（上接第1版）", ("from", "第1版")),
        ("上接 D1 版", ("from", "D1")),
        ("【紧接第三版】", ("from", "第三版")),
        ("转第4版", ("to", "第4版")),
        ("（下转A2版，题目自拟）", ("to", "A2")),
        ("（下转A2版）。", ("to", "A2")),
        ("（下转）", None),
        ("（下转A2版）其余", None),
        ("会议结束。（下转A2版）", None),
        ("第7版", None),
    ],
)
def test_a_jump_note_is_a_whole_line(text: str, jump: tuple[str, str] | None) -> None:
    """Direction and label are read; a note inside a line is none of its own."""
    assert jump_of(text) == jump
    assert shape(text).jump == jump


def test_a_jump_note_has_a_longest_length() -> None:
    """A longer line is not even looked at."""
    assert shape("（下转A2版" + " " * (LONGEST_JUMP - 7) + "）").jump is None  # at most twelve characters behind
    note = "（" + " " * (LONGEST_JUMP - 7) + "下转A2版）"
    assert len(note) == LONGEST_JUMP == 30
    assert shape(note).jump == ("to", "A2")
    assert shape(note.replace("（", "（ ")).jump is None


def test_jump_notes_at_the_ends_of_a_line() -> None:
    """The note is found where it begins or ends, however long the line."""
    for body in ("会议结束。", prose(500)):
        assert trailing_jump(body + "（下转A2版）") == ("A2", len(body))
        assert leading_jump("（上接第1版）" + body) == ("第1版", 7)
        assert trailing_jump("（下转A2版）" + body) is None
        assert leading_jump(body + "（上接第1版）") is None
    for size in (32, 33, 34, 35):
        assert trailing_jump(prose(size) + "（下转A2版）") == ("A2", size)
    note = "（" + " " * 27 + "下转A2版" + "见下" * 3 + "）"
    assert len(note) == 40
    assert trailing_jump(prose(60) + note) == ("A2", 60)
    assert trailing_jump(prose(60) + note.replace("（", "（ ")) is None
