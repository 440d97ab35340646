"""Find, decode and number page texts; the only reader of ``seeds/*.txt``."""

from __future__ import annotations

import hashlib
import re
from stat import S_ISREG
from typing import TYPE_CHECKING

from kaifaqu_archive.errors import PageError
from kaifaqu_archive.model import Line, Page
from kaifaqu_archive.text import HIDDEN, is_han

from .glyphs import ODD, closed_up, is_spread, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes.  A printed page holds 10 to 40 kB of text; four hundred times that is no page but a mistake."""

RESERVED = frozenset({"archive", "ledger"})
"""Names whose ``.yml`` means something else than what is known of one page."""

_KNOWLEDGE = frozenset({".yml", ".yaml"})
"""How files end that are never page texts."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 20_000
"""Characters by which an unmarked encoding is judged: more than a page usually holds."""
_PLAUSIBLE = 0.5
"""Least share of ordinary characters in a text without a mark.  Simplified Chinese has 0.98 and more; Big5 or
Japanese taken for GB18030 or UTF-16 at most 0.4, random bytes less.  (Traditional Chinese, 0.43, must be Unicode.)"""

# What neither HTML nor XML may hold; a page's text loses nothing by it.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SPACES = "\t\x0c \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_SPACES.replace(' ', '').removesuffix(chr(0x3000))}]")
"""White space that only typesetting tells from a plain space."""
_UNUSUAL = re.compile("|".join(one.pattern for one in (_UNPRINTABLE, _ODD_SPACE, HIDDEN, ODD)))
"""Most pages hold none of all these, which one search through the text tells."""


def find_pages(seeds: Path) -> tuple[Path, ...]:
    """Return the page texts of the folder ``seeds``, by name; hidden files and folders are left alone.

    Raises PageError where the folder cannot be listed, holds no page, or a page has a reserved name.
    """
    try:
        found = sorted(path for path in seeds.iterdir() if _is_page(path))
    except OSError as error:
        raise PageError(
            str(seeds),
            f"The folder of page texts cannot be opened ({error.strerror}).",
            "Name an existing folder with --seeds.",
        ) from error
    if not found:
        raise PageError(str(seeds), "There is no page text in this folder.", "Put pages there as NAME.txt.")
    for path in found:
        if path.stem in RESERVED:
            raise PageError(
                str(path),
                f"A page cannot be called {path.stem!r}, because {path.stem}.yml belongs to the archive.",
                "Give the page another name.",
            )
    return tuple(found)


def _is_page(path: Path) -> bool:
    return path.suffix.lower() == ".txt" and not path.name.startswith(".") and path.is_file()


def read_page(path: Path) -> Page:
    """Read the page text at ``path``; raises PageError when it is no text that can be read."""
    if path.suffix in _KNOWLEDGE:
        raise PageError(str(path), "This says what is known of a page; it is no page text.", "Name the .txt beside it.")
    data = _bytes_of(path)
    lines = number_lines(decode(data, str(path)))
    if not lines:
        raise PageError(
            str(path),
            "The file is empty." if not data else "The file holds nothing but white space.",
            "Put the text of the page into it, or remove the file.",
        )
    return Page(source_file=path.name, lines=lines, sha256=hashlib.sha256(data).hexdigest())


def _bytes_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise PageError(str(path), "This is not a file.", "Name the text file of a page.")
        size = found.st_size
        if size > LARGEST_PAGE:
            raise PageError(
                str(path),
                f"The file has {size / 1024 / 1024:.0f} MB; the text of one page has less than "
                f"{LARGEST_PAGE // 1024 // 1024} MB.",
                "Give every page a text file of its own.",
            )
        return path.read_bytes()
    except OSError as error:
        raise PageError(
            str(path),
            f"The file cannot be read ({error.strerror}).",
            "Check that it exists and that you may read it.",
        ) from error


def decode(data: bytes, place: str) -> str:
    """Return the text of ``data``: UTF-8, UTF-16 or UTF-32 by their marks, else what reads as Chinese.

    Raises PageError, naming ``place``, for what is no text in UTF-8, UTF-16 or GB18030, or holds a NUL.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            break
    else:
        text = _unmarked(data)
    if text is None:
        raise PageError(
            place,
            "The file is not a text in UTF-8, UTF-16 or GB18030" + _first_bytes(data) + ".",
            "Save the text of the page as UTF-8.",
        )
    if "\0" in text:
        line = _one_kind_of_break(text[: text.index("\0")]).count("\n") + 1
        raise PageError(f"{place}:{line}", "A NUL byte stands on this line.", "Delete it, and see what it stands for.")
    return text.removeprefix("\ufeff")


def _unmarked(data: bytes) -> str | None:
    if b"\0" not in data:
        text = _strictly(data, "utf-8")
        if text is not None:
            return text
    # Two bytes a character leave NULs in every line break and digit; without any, GB18030 comes first.
    # UTF-8 with a NUL in it is given as it is, so that the line can be named.
    encodings = ("utf-8", "utf-16-le", "utf-16-be") if b"\0" in data else ("gb18030", "utf-16-le", "utf-16-be")
    texts = [text for text in (_strictly(data, encoding) for encoding in encodings) if text is not None]
    best = max(texts, key=_ordinary, default=None)
    return best if best is not None and _ordinary(best) >= _PLAUSIBLE else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _ordinary(text: str) -> float:
    """Return the share of characters that ordinary Chinese text is made of, in [0, 1]."""
    sample = text[:_SAMPLE]
    return sum(map(_is_ordinary, sample)) / len(sample) if sample else 0.0


def _is_ordinary(char: str) -> bool:
    if char < "\x80":
        return char.isprintable() or char in "\t\n\r\x0c"
    if not is_han(char):
        return char in "　、。〈〉《》「」『』【】〔〕—–…‘’“”·■▲●□！（），：；？％～" or "０" <= char <= "ｚ"
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _first_bytes(data: bytes) -> str:
    return f" (it begins with the bytes {data[:4].hex(' ')})"


def _one_kind_of_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def number_lines(text: str) -> tuple[Line, ...]:
    """Return the non-blank lines of ``text``, numbered from 1, without space around and hidden characters in them."""
    lines: list[Line] = []
    last = 0
    unusual = _UNUSUAL.search(text) is not None
    text = _one_kind_of_break(plain(_UNPRINTABLE.sub("", text)) if unusual else text)
    spread = is_spread(text)
    for n, raw in enumerate(text.split("\n"), 1):
        if not raw:
            continue
        shown = _ODD_SPACE.sub(" ", HIDDEN.sub("", raw)) if unusual else raw
        # A line of nothing but hidden characters is not blank: it is kept, and accounted for.
        printed = shown.strip() or raw.strip()
        if printed:
            set_in = len(printed) < len(shown) and shown[0] in _SPACES
            indent = len(shown) - len(shown.lstrip()) if set_in else 0
            lines.append(Line(n, closed_up(printed) if spread else printed, n - last - 1, indent))
            last = n
    return tuple(lines)


def refuse_repeats(pages: Sequence[tuple[Path, Page]]) -> None:
    """Raise PageError when two files hold the same page text, whatever their encoding and blank lines."""
    seen: dict[tuple[str, ...], Path] = {}
    for path, page in pages:
        text = tuple(line.text for line in page.lines)
        if text in seen:
            raise PageError(
                str(path),
                f"This page has the same text as {seen[text]}.",
                "Remove one of the two files, and its .yml if it has one.",
            )
        seen[text] = path
