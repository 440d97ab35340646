"""The archive as data: tables in CSV and JSON, a description of them, and all of it in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish.data.articles import ARTICLES, TEXTS
from kaifaqu_archive.publish.data.figures import FIGURES
from kaifaqu_archive.publish.data.files import as_csv, as_json
from kaifaqu_archive.publish.data.issues import CLOSURES, DATES, ISSUES, PAGES
from kaifaqu_archive.publish.data.names import AUTHORS, CREDITS, PEOPLE
from kaifaqu_archive.publish.data.package import File, data_package, file_made, path_of
from kaifaqu_archive.publish.data.sqlite import sqlite_file
from kaifaqu_archive.publish.data.terms import TERM_USES, TERMS
from kaifaqu_archive.publish.data.zones import CITIES, MENTIONS, ZONES

if TYPE_CHECKING:
    from collections.abc import Generator

    from kaifaqu_archive.publish.edition import Content
    from kaifaqu_archive.publish.shelf import Shelf

TABLES = (
    *(ARTICLES, ISSUES, PAGES, ZONES, CITIES, MENTIONS, AUTHORS, CREDITS, PEOPLE, TERMS, TERM_USES, DATES),
    *(FIGURES, CLOSURES),
)
"""The tables that have files of their own."""

DATABASE = "data/archive.sqlite"
PACKAGE = "data/datapackage.json"


def data_files(shelf: Shelf) -> Generator[tuple[str, Content], None, dict[str, File]]:
    """Yield every data file as (path, content); return what was made, by path."""
    made: dict[str, File] = {}
    for table in TABLES:
        rows = list(table.rows(shelf))
        for kind, write in (("csv", as_csv), ("json", as_json)):
            path, content = path_of(table, kind), write(table, rows)
            made[path] = file_made(path, len(rows), content)
            yield path, content
    with sqlite_file(shelf, (*TABLES, TEXTS), TEXTS) as file:
        made[DATABASE] = file_made(DATABASE, 0, file)
        yield DATABASE, file
    package = data_package(shelf.catalogue.settings, TABLES, made)
    made[PACKAGE] = file_made(PACKAGE, 0, package)
    yield PACKAGE, package
    return made
