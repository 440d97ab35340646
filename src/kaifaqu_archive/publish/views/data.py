"""The page that documents the archive's data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.data import DATABASE, PACKAGE, TABLES
from kaifaqu_archive.publish.data.articles import TEXTS
from kaifaqu_archive.publish.data.package import MEDIA, File, path_of
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kaifaqu_archive.publish.data.tables import Table

KILO = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away."""

    link: Link
    size: str
    """12 kB."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a table."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its files and its fields."""

    name: str
    title: str
    about: str
    rows: str
    """26行; empty for a table that only the database holds."""
    files: tuple[Download, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The data page."""

    frame: Frame
    tables: tuple[TableView, ...]
    database: Download
    package: Download


def data_view(press: Press, made: Mapping[str, File]) -> DataView:
    """Return the data page for the files that were made, by path."""
    about = "本档案的数据：文章、开发区、署名、人物、提法与日期的表格，CSV、JSON 与 SQLite，每个值都注明版面与行号。"
    return DataView(
        frame=frame(press, urls.DATA, "数据", about),
        tables=(*(_table(table, made) for table in TABLES), _table(TEXTS, made)),
        database=_download("archive.sqlite", made[DATABASE]),
        package=_download("datapackage.json", made[PACKAGE]),
    )


def _table(table: Table, made: Mapping[str, File]) -> TableView:
    paths = {kind: path_of(table, kind) for kind in MEDIA}
    files = {kind: made[path] for kind, path in paths.items() if path in made}
    return TableView(
        name=table.name,
        title=table.title,
        about=table.about,
        rows=next((f"{file.rows}行" for file in files.values()), ""),
        files=tuple(_download(kind.upper(), file) for kind, file in files.items()),
        columns=tuple(Column(field.name, field.about) for field in table.fields),
    )


def _download(text: str, file: File) -> Download:
    return Download(Link(text, file.path), size(file.size))


def size(count: int) -> str:
    """Return a number of bytes as people read it: 812 B, 12 kB, 3.4 MB."""
    if count < KILO:
        return f"{count} B"
    if count < KILO * KILO:
        return f"{round(count / KILO)} kB"
    return f"{count / KILO / KILO:.1f} MB"
