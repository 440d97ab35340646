"""A page as received: its lines, the roles a line may have, and what the editor fixed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a printed line is for."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BODY = "body"
    CONT = "cont"
    LEAD = "lead"
    AUTHOR = "author"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP_TO = "jump_to"
    JUMP_FROM = "jump_from"
    COLUMN = "column"
    NOTICE = "notice"
    DUP = "dup"
    NOISE = "noise"


ROLE_NAMES: Mapping[Role, str] = {
    Role.KICKER: "引题",
    Role.TITLE: "标题",
    Role.SUBTITLE: "副题",
    Role.HEADING: "小标题",
    Role.BODY: "正文",
    Role.CONT: "上段的接续",
    Role.LEAD: "编者按",
    Role.AUTHOR: "署名",
    Role.CAPTION: "图片说明",
    Role.CREDIT: "图片署名",
    Role.JUMP_TO: "下转说明",
    Role.JUMP_FROM: "上接说明",
    Role.COLUMN: "栏目名",
    Role.NOTICE: "启事",
    Role.DUP: "重复文字",
    Role.NOISE: "版面杂项",
}
"""What editors and readers call a role."""


class Kind(StrEnum):
    """What sort of article it is."""

    NEWS = "news"
    FEATURE = "feature"
    EXCERPT = "excerpt"
    BRIEFS = "briefs"
    PHOTO = "photo"
    NOTICE = "notice"


KIND_NAMES: Mapping[Kind, str] = {
    Kind.NEWS: "消息",
    Kind.FEATURE: "通讯",
    Kind.EXCERPT: "摘编",
    Kind.BRIEFS: "简讯",
    Kind.PHOTO: "图片新闻",
    Kind.NOTICE: "启事",
}
"""What editors and readers call a kind of article."""


class Line(NamedTuple):
    """One non-blank printed line."""

    n: int
    """Line number in the file, from 1, blank lines counted."""
    text: str
    """The printed text, without white space around it.

    What only a text layer tells apart is as a reader sees it: hidden characters are left out, radicals are the
    characters that look the same.
    """
    gap: int
    """How many blank lines stand before it."""
    indent: int = 0
    """How many spaces stand before its text."""


@dataclass(frozen=True, slots=True)
class Page:
    """One newspaper page as received."""

    source_file: str
    """The file's name without folder, ``NAME.txt``."""
    lines: tuple[Line, ...]
    sha256: str
    """Of the file's bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What the editor has decided about a page; the best reading is sought among those that agree."""

    roles: tuple[tuple[int, Role], ...] = ()
    """(line number, its role)."""
    merges: tuple[tuple[int, ...], ...] = ()
    """Lines whose articles are one article."""
    splits: tuple[int, ...] = ()
    """Lines at which an article begins."""

    @property
    def begins(self) -> frozenset[int]:
        """Lines that go on with none before them, whatever the print looks like."""
        return frozenset([*self.splits, *(n for n, _ in self.roles)])


NOTHING_FIXED = Fixed()
