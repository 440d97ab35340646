"""All tables in one SQLite file, with a full-text index of every printed text.

The index cuts texts into three characters each, so that any word of three characters and more is found
without knowing words; shorter ones are found by LIKE in the table of texts.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kaifaqu_archive.errors import KaifaquError
from kaifaqu_archive.publish.data.files import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.publish.data.tables import Row, Table
    from kaifaqu_archive.publish.shelf import Shelf

TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
"""How SQLite stores a field; everything else is TEXT."""
INDEX = "search"
PAGE_SIZE = 4096
APPLICATION_ID = 0x4B464151
"""``KFAQ``, by which ``file`` and others may know it."""
_VERSION = slice(92, 100)
"""Where the file notes which version of SQLite wrote it last; nothing reads it, and it is put to zero."""


@contextmanager
def sqlite_file(shelf: Shelf, tables: Iterable[Table], texts: Table) -> Iterator[Path]:
    """Yield the path of the database file, which is gone afterwards.

    ``texts`` is the table that the full-text index is made of.  That of a large archive is too long to be held.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        _write(path, shelf, tables, texts)
        with path.open("r+b") as file:
            file.seek(_VERSION.start)
            file.write(bytes(_VERSION.stop - _VERSION.start))
        yield path


def _write(path: Path, shelf: Shelf, tables: Iterable[Table], texts: Table) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # Nobody needs it after a crash.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for table in tables:
            _create(database, table)
            _fill(database, table, table.rows(shelf))
        _index(database, texts)
        database.execute("COMMIT")
        database.execute("VACUUM")


def _create(database: sqlite3.Connection, table: Table) -> None:
    lines = [f"{field.name} {TYPES.get(field.type, 'TEXT')}" for field in table.fields]
    lines += [f"PRIMARY KEY ({', '.join(table.key)})"] if table.key else []
    lines += [f"FOREIGN KEY ({each.field}) REFERENCES {each.table} ({each.key})" for each in table.references]
    inside = ",\n  ".join(lines)
    database.execute(f"CREATE TABLE {table.name} (\n  {inside}\n)")


def _fill(database: sqlite3.Connection, table: Table, rows: Iterator[Row]) -> None:
    places = ", ".join("?" * len(table.fields))
    database.executemany(f"INSERT INTO {table.name} VALUES ({places})", (_stored(row) for row in rows))  # noqa: S608


def _stored(row: Row) -> tuple[object, ...]:
    return tuple(flat(value) if isinstance(value, list | dict) else value for value in row)


def _index(database: sqlite3.Connection, texts: Table) -> None:
    try:
        database.execute(f"CREATE VIRTUAL TABLE {INDEX} USING fts5(text, content='{texts.name}', tokenize='trigram')")
    except sqlite3.OperationalError as error:
        raise KaifaquError(
            f"SQLite {sqlite3.sqlite_version}",
            f"This Python's SQLite cannot make a full-text index ({error}).",
            "Use a Python whose SQLite is 3.34 or newer, with FTS5.",
        ) from error
    database.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")  # noqa: S608 - names of our own
    database.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('optimize')")  # noqa: S608 - names of our own
