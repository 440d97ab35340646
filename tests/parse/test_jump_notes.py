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
        ("（下转第６版）", ("to", "第６版")),
        ("（下转Ａ２版）", ("to", "Ａ２")),
        ("上接ａ０１版", ("from", "ａ０１")),
        ("［下转第3版］", ("to", "第3版")),
        ("〔上接1版〕", ("from", "1")),
        ("》》下转05版", ("to", "05")),
        ("➤ 下转3版", ("to", "3")),
        ("◀◀上接1版", ("from", "1")),
        ("→A2版", ("to", "A2")),
        ("←1版", ("from", "1")),
        ("☆1版", None),
        ("下转：第2版", ("to", "第2版")),
        ("①（下转4版）", ("to", "4")),
        ("（下转4版①）", ("to", "4")),
        ("（下转第4版）①", ("to", "第4版")),
        ("下转A2版·要闻", ("to", "A2")),
        ("下转第2版：《青溪县启动古树普查》", ("to", "第2版")),
        ("（下转第二版，题为《青溪县启动古树普查》）", ("to", "第二版")),
        ("（下转2、3版）", ("to", "2、3")),
        ("（下转第2-3版）", ("to", "第2-3版")),
        ("（详见3版）", ("to", "3")),
        ("▶详见A3版", ("to", "A3")),
        ("（见第3版）", ("to", "第3版")),
        ("见第3版", None),
        ("（未完待续，下转第2版）", ("to", "第2版")),
        ("（下接第2版）", ("to", "第2版")),
        ("（紧转二版）", ("to", "二")),
        ("（紧上接第1版）", ("from", "第1版")),
        ("上接第1版青溪县启动古树普查，全县动员", None),
    ],
)
def test_a_jump_note_is_a_whole_line(text: str, jump: tuple[str, str] | None) -> None:
    """Direction and label are read; a note inside a line is none of its own."""
    assert jump_of(text) == jump
    assert shape(text).jump == jump


def test_a_jump_note_has_a_longest_length() -> None:
    """A longer line is not even looked at."""
    assert shape("（下转A2版" + " " * (LONGEST_JUMP - 7) + "）").jump is None  # at most 22 characters behind
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


@pytest.mark.parametrize(
    ("note", "label"),
    [
        ("【下转第3版】", "第3版"),
        ("（转Ａ２版）", "Ａ２"),
        ("（见第3版）", "第3版"),
        ("（下转第3版《古树普查》）", "第3版"),
        ("（下转第3版）①", "第3版"),
        ("▶▶下转3版", "3"),
        ("下转第3版→", "第3版"),
        (" ■ 本文下转第3版", "第3版"),
    ],
)
def test_notes_behind_a_line(note: str, label: str) -> None:
    """In brackets of any kind; without brackets 下转 alone is plain enough. The line before keeps every sign of its own."""
    for body in ("会议结束。", "增长20%", "（全文完）", prose(500)):
        assert trailing_jump(body + note) == (label, len(body))


@pytest.mark.parametrize(
    "text", ["会议结束，转3版", "会议结束，见第3版", "请下转第3版。", "（下转第3版）会议结束", "报道下转第3版刊登"]
)
def test_what_only_speaks_of_a_page_ends_no_line(text: str) -> None:
    """转 and 见 are words of any sentence where no bracket sets them apart."""
    assert trailing_jump(text) is None


@pytest.mark.parametrize(
    ("note", "label"),
    [("【上接1版】", "1"), ("◀（上接Ａ１版①）", "Ａ１"), ("（上接第1版）：", "第1版"), ("上接第1版 ", "第1版")],
)
def test_notes_before_a_line(note: str, label: str) -> None:
    """Without brackets a gap or a mark must part the note from the sentence."""
    assert leading_jump(note + "会议结束。") == (label, len(note))
    assert leading_jump("上接第1版会议结束。") is None
