"""Printed lines that are read as one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Line, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[Line, ...]
"""The printed lines that are read as one."""


def whole_lines(rows: Iterable[Row]) -> list[Line]:
    """Return every row as one line."""
    return [row[0] if len(row) == 1 else joined(row) for row in rows]


def joined(row: Row) -> Line:
    """Return a row as one line, with the number of its first."""
    if len(row) == 1:
        return row[0]
    return Line(row[0].n, "".join(pieces(row)), row[0].gap, row[0].indent)


def pieces(row: Row) -> list[str]:
    """Return the texts of a row's lines as they are joined: between two Latin words stands a space."""
    texts = [line.text for line in row]
    for i, (one, other) in enumerate(pairwise(texts)):
        if one[-1].isascii() and one[-1].isalpha() and other[0].isascii() and other[0].isalpha():
            texts[i] += " "
    return texts


def role_behind(role: Role) -> Role:
    """Return the role of a row's lines behind the first, which has ``role``: those of a paragraph go on."""
    return Role.CONT if role is Role.BODY else role
