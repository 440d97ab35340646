"""Tables as files: CSV with everything flat, JSON with lists as lists."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kaifaqu_archive.publish.data.tables import Row, Table


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the table as RFC 4180 has it: UTF-8 without a byte order mark, a head line, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([flat(value) for value in row] for row in rows)
    return text.getvalue().encode()


def as_json(table: Table, rows: Sequence[Row]) -> bytes:
    """Return the table as a list of objects, one on each line."""
    columns, write = table.columns, json.JSONEncoder(ensure_ascii=False).encode
    records = (write(dict(zip(columns, row, strict=True))) for row in rows)
    return "[\n{}\n]\n".format(",\n".join(records)).encode() if rows else b"[]\n"


def flat(value: object) -> str:
    """Return a value as one cell: true; 王波（记者）; NAME.txt A1 3-19,33."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(flat(each) for each in value)
    if isinstance(value, dict):
        return f"{value['name']}（{value['role']}）" if "role" in value else _flat_part(value)
    return str(value)


def _flat_part(part: dict[str, object]) -> str:
    lines = part["lines"]
    assert isinstance(lines, list)  # noqa: S101 - narrows the type for mypy
    spans = ",".join(f"{first}-{last}" if first != last else f"{first}" for first, last in lines)
    return " ".join(str(piece) for piece in (part["source_file"], part["page"], spans) if piece)
