"""Page texts are found, decoded and numbered, or refused with a sentence that helps."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.errors import PageError
from kaifaqu_archive.parse.pages import LARGEST_PAGE, decode, find_pages, number_lines, read_page, refuse_repeats

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "\n\n高新区召开会议\n\n本报讯 8月28日下午，示范区管委会召开座谈会。\n\n“链主”企业 3 家、总投资 11.16 亿元……\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("gb18030", b""),
        ("gb18030", b"\x84\x31\x95\x33"),
    ],
)
def test_every_encoding_gives_the_same_lines(tmp_path: Path, encoding: str, mark: bytes) -> None:
    """UTF-8, UTF-16 and GB18030, with and without a mark, are one text."""
    path = tmp_path / "page.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    assert read_page(path).lines == number_lines(TEXT)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_a_line_of_hanzi_alone_is_enough_to_tell_the_encoding(encoding: str) -> None:
    """Neither line breaks nor digits are needed to know GB18030 from UTF-16."""
    sentence = "示范区管委会召开座谈会，研究下一步重点工作。"
    assert decode(sentence.encode(encoding), "page.txt") == sentence


def test_lines_are_numbered_as_editors_count_them() -> None:
    """Numbers count blank lines, from 1; a gap is the number of blank lines before."""
    lines = number_lines("\n\n甲\n\n乙\n丙\n\n\n\n丁")
    assert [(line.n, line.text, line.gap) for line in lines] == [
        (3, "甲", 2),
        (5, "乙", 1),
        (6, "丙", 0),
        (10, "丁", 3),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks_of_every_system_count_alike(newline: str) -> None:
    """Windows, Unix and old Mac files have the same line numbers."""
    assert [line.n for line in number_lines(newline.join(["甲", "", "乙"]))] == [1, 3]


@pytest.mark.parametrize("inside", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_only_line_breaks_break_lines(inside: str) -> None:
    """What Python's splitlines takes for a break, and an editor does not, moves no line number."""
    assert [line.n for line in number_lines(f"甲{inside}乙\n丙")] == [1, 2]


@pytest.mark.parametrize("outer", [" ", "\t", "\u3000", "\u00a0", "\ufeff", "\u200b", "\u2003 \u3000\ufeff"])
def test_white_space_around_a_line_is_not_printed_text(outer: str) -> None:
    """Ideographic, zero-width and other spaces around a line are dropped."""
    assert [line.text for line in number_lines(f"{outer}朱妹{outer}")] == ["朱妹"]


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        (" ", " "),
        ("\u3000", "\u3000"),
        ("\t", " "),
        ("\u00a0", " "),
        ("\u2003\u2009", "  "),
        ("\u200b", ""),
        ("\u00ad", ""),
        ("\ufeff", ""),
        ("\ufe0f", ""),
    ],
)
def test_white_space_inside_a_line_is_what_a_reader_sees_of_it(inside: str, read: str) -> None:
    """Spaces of every width are spaces; what takes no room on paper does not part two characters of a name."""
    assert [line.text for line in number_lines(f"朱{inside}妹")] == [f"朱{read}妹"]


def test_a_line_knows_how_far_it_is_set_in() -> None:
    """Paragraphs of Chinese papers begin two characters in."""
    assert [line.indent for line in number_lines("题\n　　甲\n\u200b  乙\n丙　　")] == [0, 2, 2, 0]


def test_a_line_of_zero_width_characters_is_kept() -> None:
    """What is not white space is not blank, however little it shows."""
    assert [line.n for line in number_lines("甲\n\u200b\n乙")] == [1, 2, 3]


def test_control_characters_never_reach_the_archive() -> None:
    """A text holds nothing that HTML and XML forbid."""
    assert [line.text for line in number_lines("甲\x07乙\x1b\uffff丙\n\x01\n")] == ["甲乙丙"]


def test_a_long_run_of_spaces_takes_no_time() -> None:
    """Trimming a line is linear in its length (a backtracking trim would take hours here)."""
    line = "甲" + " " * 2_000_000 + "乙"
    assert number_lines(line)[0].text == line


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\n \n\t\n", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        ("　\n　".encode(), "nothing but white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not a text"),
        (b"\x7fELF\x02\x01\x01\x00", "not a text"),
        ("高新区".encode()[:-1], "not a text"),
        ("長治高新區黨工委舉行會議".encode("big5"), "not a text"),
        ("高新区".encode("utf-16")[:-1], "not a text"),
    ],
)
def test_what_is_no_page_text_is_refused_in_one_sentence(tmp_path: Path, data: bytes, what: str) -> None:
    """The error names the file, says what is wrong, and what to do."""
    path = tmp_path / "页 面.txt"
    path.write_bytes(data)
    with pytest.raises(PageError) as error:
        read_page(path)
    assert error.value.place == str(path)
    assert what in error.value.what
    assert error.value.remedy.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_nul_in_a_text_is_named_with_its_line(tmp_path: Path, encoding: str, newline: str) -> None:
    """The file is a text, and the editor must find the place: of its encoding nothing is said."""
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.replace("座谈会", "座\0谈会").replace("\n", newline).encode(encoding))
    with pytest.raises(PageError, match=r"page\.txt:5: A NUL byte stands on this line\. Delete it"):
        read_page(path)


@pytest.mark.parametrize("name", ["page.yml", "page.yaml"])
def test_what_is_known_of_a_page_is_no_page(tmp_path: Path, name: str) -> None:
    """A slip of the file's ending is said to be one: YAML is text too."""
    (tmp_path / name).write_text("date: 2024-01-30\n", "utf-8")
    with pytest.raises(PageError, match=rf"{name}: This says what is known of a page"):
        read_page(tmp_path / name)


def test_random_bytes_are_text_or_refused() -> None:
    """No bytes whatever end in anything but a text or a PageError."""
    draw = random.Random(20240130)  # noqa: S311 - the same bytes in every run
    for length in [*range(64), *(draw.randrange(64, 3000) for _ in range(200))]:
        for smallest in (0, 1, 0x80):
            data = bytes(draw.randrange(smallest, 256) for _ in range(length))
            try:
                assert "\0" not in decode(data, "page.txt")
            except PageError as error:
                assert "page.txt" in str(error)  # noqa: PT017 - either outcome is right


def test_a_damaged_page_is_never_read_in_another_encoding() -> None:
    """A UTF-8 page with one wrong byte is refused, or its other characters stand; it never becomes mojibake."""
    draw = random.Random(20240220)  # noqa: S311 - the same damage in every run
    data = TEXT.encode()
    for _ in range(300):
        at = draw.randrange(len(data))
        damaged = data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]
        try:
            text = decode(damaged, "page.txt")
        except PageError:
            continue
        assert "高新区" in text or "座谈会" in text


def test_a_file_too_large_for_a_page_is_not_even_read(tmp_path: Path) -> None:
    """Fifty megabytes are refused by their size, with both sizes named."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(PageError, match="50 MB") as error:
        read_page(path)
    assert f"{LARGEST_PAGE // 1024 // 1024} MB" in error.value.what


def test_one_line_of_five_megabytes_is_a_page(tmp_path: Path) -> None:
    """Size alone, up to the limit, is no error."""
    path = tmp_path / "long.txt"
    path.write_text("长" * 1_700_000, "utf-8")
    assert len(read_page(path).lines) == 1


def test_a_missing_file_and_a_folder_are_errors_not_tracebacks(tmp_path: Path) -> None:
    """What cannot be opened is named."""
    (tmp_path / "folder.txt").mkdir()
    for name in ("missing.txt", "folder.txt"):
        with pytest.raises(PageError) as error:
            read_page(tmp_path / name)
        assert name in error.value.place


def test_only_page_texts_are_found(tmp_path: Path) -> None:
    """Other files, hidden ones and folders in the seeds are left alone; the order is that of the names."""
    for name in ("b.txt", "a.TXT", "甲 版.txt", "notes.md", "a.yml", ".hidden.txt", "._a.txt", "b.txt~"):
        (tmp_path / name).write_text("正文", "utf-8")
    (tmp_path / "folder.txt").mkdir()
    assert [path.name for path in find_pages(tmp_path)] == ["a.TXT", "b.txt", "甲 版.txt"]


def test_a_folder_without_pages_is_an_error(tmp_path: Path) -> None:
    """An empty or missing seeds folder says where pages belong."""
    with pytest.raises(PageError, match=r"NAME\.txt"):
        find_pages(tmp_path)
    with pytest.raises(PageError, match="--seeds"):
        find_pages(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["archive", "ledger"])
def test_a_page_cannot_take_the_archives_own_names(tmp_path: Path, name: str) -> None:
    """archive.txt would take archive.yml for what is known of a page."""
    (tmp_path / f"{name}.txt").write_text("正文", "utf-8")
    with pytest.raises(PageError, match="another name"):
        find_pages(tmp_path)


def test_one_text_under_two_names_is_refused(tmp_path: Path) -> None:
    """The same page in another encoding, with other blank lines, is still the same page; both are named."""
    one, two, other = tmp_path / "one.txt", tmp_path / "two.txt", tmp_path / "other.txt"
    one.write_text(TEXT, "utf-8")
    two.write_bytes(TEXT.replace("\n\n", "\n \n").encode("gb18030"))
    other.write_text(TEXT + "又一行", "utf-8")
    pages = [(path, read_page(path)) for path in (one, other, two)]
    refuse_repeats(pages[:2])
    with pytest.raises(PageError) as error:
        refuse_repeats(pages)
    assert "two.txt" in str(error.value)
    assert "one.txt" in str(error.value)


@pytest.mark.parametrize(("more", "what"), [(0, "not a text"), (1, "has 16 MB")])
def test_a_page_has_sixteen_megabytes_at_most(tmp_path: Path, more: int, what: str) -> None:
    """One byte more is refused unread."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(16 * 1024 * 1024 + more)
    with pytest.raises(PageError, match=what):
        read_page(path)
