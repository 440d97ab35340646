"""``datapackage.json``: what every data file holds, as Frictionless Data describes it."""

from __future__ import annotations

import hashlib
import io
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Settings
    from kaifaqu_archive.publish.data.tables import Field, Table
    from kaifaqu_archive.publish.edition import Content

FLAT = {"array": "string", "object": "string"}
"""Types that a CSV file writes in one cell."""
MEDIA = {"csv": "text/csv", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class File:
    """A data file that was made."""

    path: str
    """Relative to the site's root."""
    rows: int
    size: int
    """Bytes."""
    sha256: str


def file_made(path: str, rows: int, content: Content) -> File:
    """Return what is told of a file."""
    with io.BytesIO(content) if isinstance(content, bytes) else content.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return File(path, rows, file.seek(0, os.SEEK_END), digest)


def data_package(settings: Settings, tables: Iterable[Table], files: dict[str, File]) -> bytes:
    """Return the description of the tables; ``files`` are those that were made, by path."""
    package = {
        "profile": "data-package",
        "name": "kaifaqu-archive",
        "title": settings.title,
        "description": "文字的版权属于原报社和作者；每个值都可追到版面文件（source_file）与行号（line）。",
        "resources": [resource for table in tables for resource in _resources(table, files)],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()


def _resources(table: Table, files: dict[str, File]) -> Iterator[dict[str, object]]:
    """Yield the table as CSV with its schema, and the same rows as JSON."""
    yield {
        **_file(table, files, "csv"),
        "name": table.name,
        "profile": "tabular-data-resource",
        "description": table.about,
        "schema": _schema(table),
    }
    yield {
        **_file(table, files, "json"),
        "name": f"{table.name}-json",
        "type": "json",
        "description": f"与 {table.name} 相同的行与列，多项的值写作数组。",
    }


def _file(table: Table, files: dict[str, File], kind: str) -> dict[str, object]:
    made = files[path_of(table, kind)]
    return {
        "path": made.path.rpartition("/")[2],
        "title": table.title,
        "format": kind,
        "mediatype": MEDIA[kind],
        "encoding": "utf-8",
        "bytes": made.size,
        "hash": f"sha256:{made.sha256}",
    }


def path_of(table: Table, kind: str) -> str:
    """Return the path of a table's file below the site's root."""
    return f"data/{table.name}.{kind}"


def _schema(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(field) for field in table.fields]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [each.field], "reference": {"resource": each.table, "fields": [each.key]}}
            for each in table.references
        ]
    return schema


def _field(field: Field) -> dict[str, str]:
    return {"name": field.name, "type": FLAT.get(field.type, field.type), "description": field.about}
