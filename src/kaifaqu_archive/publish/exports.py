"""The catalogue as data: one row per article, in JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.places import printed_on, ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf, Shelved

COLUMNS = (
    "id", "url", "title", "kicker", "subtitle", "kind", "publication", "date", "authors", "zones", "parts",
)  # fmt: skip
"""Columns of the CSV file; the same names as in the JSON."""


def exports(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """Yield ``data/articles.json`` and ``data/articles.csv``."""
    records = [_record(shelf, shelved) for shelved in shelf.articles]
    yield urls.ARTICLES_JSON, f"{json.dumps(records, ensure_ascii=False, indent=1)}\n".encode()
    yield urls.ARTICLES_CSV, _csv(records).encode()


def _record(shelf: Shelf, shelved: Shelved) -> dict[str, object]:
    article, facts, issue = shelved.entry.article, shelved.entry.facts, shelved.issue
    return {
        "id": article.id,
        "url": urls.article(article.id),
        "title": article.headline,
        "kicker": article.kicker.text if article.kicker else None,
        "subtitle": article.subtitle.text if article.subtitle else None,
        "kind": article.kind.value,
        "publication": issue.publication,
        "date": issue.date.value,
        "authors": [{"name": author.name, "role": author.role} for author in facts.authors],
        "zones": [zone.name for zone in facts.zones],
        "parts": _parts(shelf, shelved),
    }


def _parts(shelf: Shelf, shelved: Shelved) -> list[dict[str, object]]:
    """Return the pages the article stands on, with its lines there."""
    spots = printed_on(shelved.entry.article)
    parts: list[dict[str, object]] = []
    for page in shelved.entry.pages:
        lines = [n for name, n in spots if name == page.source_file]
        parsed = shelf.parsed.get(page.source_file)
        printed = [line.n for line in parsed.page.lines] if parsed else lines
        parts.append({"source_file": page.source_file, "page": page.label, "lines": ranges(lines, printed)})
    return parts


def _csv(records: list[dict[str, object]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _flat(value) for key, value in record.items()} for record in records)
    return text.getvalue()


def _flat(value: object) -> str:
    """Return a value as one cell: 王波（记者）; NAME.txt A1 3-19,33."""
    if isinstance(value, list):
        return "; ".join(_flat(each) for each in value)
    if isinstance(value, dict):
        return f"{value['name']}（{value['role']}）" if "role" in value else _flat_part(value)
    return "" if value is None else str(value)


def _flat_part(part: dict[str, object]) -> str:
    lines = part["lines"]
    assert isinstance(lines, list)  # noqa: S101 - narrows the type for mypy
    spans = ",".join(f"{first}-{last}" if first != last else f"{first}" for first, last in lines)
    return " ".join(str(piece) for piece in (part["source_file"], part["page"], spans) if piece)
