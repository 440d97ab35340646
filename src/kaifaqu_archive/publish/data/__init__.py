"""The archive as data: tables in CSV and JSON, a description of them, and all of it in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish.data.articles import ARTICLES, TEXTS
from kaifaqu_archive.publish.data.figures import FIGURES
from kaifaqu_archive.publish.data.files import as_csv, as_json
from kaifaqu_archive.publish.data.issues import CLOSURES, DATES, ISSUES, PAGES
from kaifaqu_archive.publish.data.names import AUTHORS, CREDITS, PEOPLE
from kaifaqu_archive.publish.data.package import File, data_package, file_made, path_of
from kaifaqu_archive.publish.data.sqlite import as_sqlite
from kaifaqu_archive.publish.data.terms import TERM_USES, TERMS
from kaifaqu_archive.publish.data.zones import CITIES, MENTIONS, ZONES

if TYPE_CHECKING:
    from collections.abc import Generator

    from kaifaqu_archive.publish.shelf import Shelf

TABLES = (
    *(ARTICLES, ISSUES, PAGES, ZONES, CITIES, MENTIONS, AUTHORS, CREDITS, PEOPLE, TERMS, TERM_USES, DATES),
    *(FIGURES, CLOSURES),
)
"""The tables that have files of their own."""

DATABASE = "data/archive.sqlite"
PACKAGE = "data/datapackage.json"


def data_files(shelf: Shelf) -> Generator[tuple[str, bytes], None, dict[str, File]]:
    """Yield every data file as (path, content); return what was made, by path."""
    made: dict[str, File] = {}
    for table in TABLES:
        rows = list(table.rows(shelf))
        for kind, write in (("csv", as_csv), ("json", as_json)):
            path, content = path_of(table, kind), write(table, rows)
            made[path] = file_made(path, len(rows), content)
            yield path, content
    content = as_sqlite(shelf, (*TABLES, TEXTS), TEXTS)
    made[DATABASE] = file_made(DATABASE, 0, content)
    yield DATABASE, content
    package = data_package(shelf.catalogue.settings, TABLES, made)
    made[PACKAGE] = file_made(PACKAGE, 0, package)
    yield PACKAGE, package
    return made
