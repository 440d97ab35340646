"""Tables as files: CSV with everything flat, JSON with lists as lists."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaifaqu_archive.publish.data.tables import Row, Table


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the table as RFC 4180 has it: UTF-8 without a byte order mark, a head line, CRLF."""
    made = io.BytesIO()
    with _text(made) as text:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([flat(value) for value in row] for row in rows)
        text.flush()
        return made.getvalue()


def as_json(table: Table, rows: Iterable[Row]) -> bytes:
    """Return the table as a list of objects, one on each line."""
    columns, encode = table.columns, json.JSONEncoder(ensure_ascii=False).encode
    made = io.BytesIO()
    with _text(made) as text:
        between = "[\n"
        for row in rows:
            text.write(between + encode(dict(zip(columns, row, strict=True))))
            between = ",\n"
        text.write("\n]\n" if between == ",\n" else "[]\n")
        text.flush()
        return made.getvalue()


def _text(made: io.BytesIO) -> io.TextIOWrapper:
    """Return what is written into as text: a table of a large archive is too long to be held as text and bytes."""
    return io.TextIOWrapper(made, encoding="utf-8", newline="")


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
