"""What a table of the archive's data is: its fields, its key, what it refers to, and where its rows come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kaifaqu_archive.publish.shelf import Shelf

Row = tuple[object, ...]
"""The values of one row, in the order of the table's fields."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    name: str
    type: str
    """As Frictionless names them: ``string``, ``integer``, ``number``, ``boolean``, ``date``, ``array``, ``object``."""
    about: str
    """What it holds, in Chinese."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names a row of another table."""

    field: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the archive's data."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    """The fields that tell its rows apart; none where rows may be equal."""
    references: tuple[Reference, ...]
    rows: Callable[[Shelf], Iterator[Row]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(field.name for field in self.fields)


ARTICLE = Field("article", "string", "文章编号，见 articles")
SOURCE_FILE = Field("source_file", "string", "版面文件名，在 seeds/ 下")
LINE = Field("line", "integer", "行号，从 1 起，空行计入")
PRINTED_LINE = Field("printed", "string", "这一行收到时的文字")
DATE = Field("date", "date", "所在一期的日期；推断与否见 issues")
SPOT = (SOURCE_FILE, LINE, PRINTED_LINE)
"""Where a row was printed; :func:`spot` gives the values.  Where a row quotes its sentence, it needs no whole line."""
OF_ARTICLE = Reference("article", "articles", "id")
OF_PAGE = Reference("source_file", "pages", "source_file")


def spot(shelf: Shelf, source_file: str, line: int | None) -> Row:
    """Return where something was printed: file, line, and the line as it was received."""
    return source_file, line, shelf.printed(source_file, line) if line else None
