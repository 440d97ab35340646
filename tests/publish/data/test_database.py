"""Tables, their description, and the database: the same rows everywhere, each traced to a line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    """Return the published database, opened in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["data/archive.sqlite"])
        yield connection


def test_the_database_is_sound_and_has_every_table(database: sqlite3.Connection, files: dict[str, bytes]) -> None:
    """It is whole, and each table has as many rows as its CSV file."""
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    package = json.loads(files["data/datapackage.json"])
    tables = [each["name"] for each in package["resources"] if each["format"] == "csv"]
    for name in tables:
        (held,) = database.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608 - our own names
        rows = list(csv.reader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))
        assert held == len(rows) - 1 == len(json.loads(files[f"data/{name}.json"])), name


def test_words_are_found_in_the_text_with_their_line(database: sqlite3.Connection) -> None:
    """Three characters and more by the index, two by LIKE, each with page and line."""
    spot = "SELECT t.source_file, t.first_line FROM texts t"
    found = database.execute(f"{spot} JOIN search ON search.rowid = t.id WHERE search MATCH '\"新厂房\"'").fetchall()
    assert found == [("one.txt", 5)]
    assert ("one.txt", 5) in database.execute(f"{spot} WHERE text LIKE '%厂房%'").fetchall()


def test_the_description_fits_the_files(files: dict[str, bytes]) -> None:
    """Columns, sizes and hashes of the description are those of the files, and keys tell rows apart."""
    for each in json.loads(files["data/datapackage.json"])["resources"]:
        content = files[f"data/{each['path']}"]
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if each["format"] == "csv":
            rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
            names = [field["name"] for field in each["schema"]["fields"]]
            assert all(list(row) == names for row in rows)
            keys = [tuple(row[key] for key in each["schema"].get("primaryKey", names)) for row in rows]
            assert "primaryKey" not in each["schema"] or len(keys) == len(set(keys)), each["name"]


def test_every_mention_stands_on_the_line_it_names(files: dict[str, bytes]) -> None:
    """A mention gives article, zone, page, line and what is printed there."""
    (first, *_) = json.loads(files["data/mentions.json"])
    assert first["zone"] == "漳泽经济技术开发区"
    assert (first["article"], first["source_file"], first["line"], first["printed"]) == (
        "joined1",
        "one.txt",
        5,
        "第5行",
    )


def test_the_database_is_the_same_twice(make_site: Callable[..., dict[str, bytes]], files: dict[str, bytes]) -> None:
    """Made again of the same catalogue it has the same bytes."""
    assert make_site()["data/archive.sqlite"] == files["data/archive.sqlite"]
