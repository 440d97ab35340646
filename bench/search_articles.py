"""Articles for the search benches: JSON lines with ``id, title, paras, issue`` (and ``tags``), also as ``.xz``."""

from __future__ import annotations

import html
import json
import lzma
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from kaifaqu_archive.publish.search import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Row = dict[str, Any]


def rows(files: Iterable[Path], number: int) -> Iterator[Row]:
    """Yield the first ``number`` articles of ``files``."""
    return islice(chain.from_iterable(map(_rows, files)), number)


def _rows(file: Path) -> Iterator[Row]:
    opener = lzma.open if file.suffix == ".xz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def document(row: Row) -> Document:
    """Return an article as the index is told of it."""
    return Document(
        id=row["id"],
        url=f"articles/{row['id']}/",
        title=row["title"],
        paragraphs=tuple(row["paras"]),
        terms=tuple(row.get("tags", ())),
        date=row["issue"],
        issue=row["issue"],
    )


def page(row: Row) -> str:
    """Return an article as the HTML page that Pagefind reads."""
    body = "".join(f"<p>{html.escape(text)}</p>" for text in row["paras"])
    title = html.escape(row["title"])
    main = f"<main data-pagefind-body><h1>{title}</h1>{body}</main>"
    return f'<!doctype html><html lang="zh-CN"><title>{title}</title>{main}'
