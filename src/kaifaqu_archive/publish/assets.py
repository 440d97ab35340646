"""Style sheets, scripts and fonts, under an address made from their content."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from kaifaqu_archive.publish.scripts import search_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LAYERS = (
    "tokens.css",
    "base.css",
    "masthead.css",
    "lists.css",
    "headline.css",
    "front.css",
    "issue.css",
    "article.css",
    "pictures.css",
    "dossier.css",
    "data.css",
    "source.css",
    "prose.css",
    "search.css",
    "print.css",
)
"""The style sheet's parts in the order in which they are joined; each names its own cascade layer."""

STYLE = "site.css"
CSS = "css"
SEARCH = "js/search"
_UNSENT = re.compile(rb"/\*.*?\*/\s*|^[ \t]+", re.MULTILINE | re.DOTALL)


def assets(static: Path) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Return the folder's address and (path, bytes) of everything in it.

    The address holds a hash of all content, so that a browser may keep what it has for ever, and
    scripts may import one another by relative paths.
    """
    held = sorted({STYLE: style(static / CSS), **dict(_plain(static)), **dict(_joined(static))}.items())
    mark = hashlib.sha256()
    for name, content in held:
        mark.update(f"{name}\0{len(content)}\0".encode())
        mark.update(content)
    folder = f"assets/{mark.hexdigest()[:8]}/"
    return folder, tuple((folder + name, content) for name, content in held)


def _joined(static: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts of the search page as they are published."""
    return ((f"{SEARCH}/{name}", content) for name, content in search_scripts(static / SEARCH).items())


def style(folder: Path, layers: Sequence[str] = LAYERS) -> bytes:
    """Return the style sheet: its parts joined, those that do not exist left out; comments and indents are not sent."""
    parts = [folder / name for name in layers]
    return _UNSENT.sub(b"", b"\n".join(part.read_bytes() for part in parts if part.is_file()))


def _plain(static: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every other static file as it is, in the order of its path."""
    for path in sorted(static.rglob("*"), key=lambda each: each.relative_to(static).as_posix()):
        name = path.relative_to(static).as_posix()
        if path.is_file() and not name.startswith(f"{CSS}/"):
            yield name, path.read_bytes()
