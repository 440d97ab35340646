"""The lists and tables that the package carries in ``data/``: what is known of the world, apart from the code.

Texts are UTF-8; a row that begins with # is a remark.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DATA = resources.files("kaifaqu_archive") / "data"


def text(name: str) -> str:
    """Return the file of that name."""
    return (_DATA / name).read_text("utf-8")


def rows(name: str) -> Iterator[str]:
    """Yield the rows of a table, without blank ones and remarks."""
    return (row for row in text(name).splitlines() if row and not row.startswith("#"))


def words(name: str) -> tuple[str, ...]:
    """Return the words of a list, the longest first, each once."""
    found = dict.fromkeys(word for row in rows(name) for word in row.split())
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words``, the longest that fits."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
