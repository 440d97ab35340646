"""The ledger of published addresses: ``seeds/ledger.yml``.

Every address that was ever published stands here once, with where its text was printed.  Rows are
only ever appended.  One row is one line of YAML (written as JSON, which is YAML), so that git merges
the rows of two branches by keeping both.  When a better parse or a correction moves text, the old
address forwards to where the text at its row's page and line stands now.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from kaifaqu_archive.errors import LedgerError
from kaifaqu_archive.model import Address, ParsedPage
from kaifaqu_archive.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

HEADER = "# Every address that was ever published. `make build` appends to it; nothing else writes it.\n"
OPENING = 16
"""Characters of a line by which its text is known again: no two lines of a paper begin alike for so long."""
WITHDRAWN = ""
"""Stands for a new address where the text is no longer in the archive."""

_KINDS = (str, str, str | None, int | None, str)
# YAML takes these for line breaks, which JSON does not.
_BREAKS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029\ufeff"})


@dataclass(frozen=True, slots=True)
class Homes:
    """Where things are published now."""

    articles: Mapping[str, str]
    """Article id -> address."""
    issues: Mapping[str, str]
    """``NAME.txt`` -> address of the issue it belongs to."""
    pages: Mapping[str, str]
    """``NAME.txt`` -> address of the page as received."""
    zones: Mapping[str, str]
    """Another name of a zone or a park -> address under its official name."""


def read_ledger(path: Path) -> tuple[Address, ...]:
    """Return the rows of the ledger at ``path``, in its order; none where there is no file.

    Raises LedgerError, naming the line, for a row that is not as this module writes it.
    """
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):  # that the seeds are no folder is said where pages are looked for
        return ()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else f"byte {error.start + 1} is not UTF-8"
        raise LedgerError(str(path), f"The ledger cannot be read ({why}).", "Restore it from git.") from error
    rows = enumerate(text.split("\n"), 1)
    return tuple(_row(f"{path}:{n}", row) for n, row in rows if row.strip() and not row.startswith("#"))


def _row(place: str, text: str) -> Address:
    try:
        fields: dict[str, Any] = json.loads(text.removeprefix("- "))
        row = Address(**fields)
    except (ValueError, TypeError) as error:
        raise _no_row(place, text) from error
    if not all(isinstance(value, kind) for value, kind in zip(astuple(row), _KINDS, strict=True)):
        raise _no_row(place, text)
    return row


def _no_row(place: str, text: str) -> LedgerError:
    return LedgerError(
        place,
        f"This is no row of the ledger: {text[:60]!r}.",
        "Take the line from the last version under git, or remove the marks of a merge and keep both sides.",
    )


def new_rows(ledger: Iterable[Address], current: Iterable[Address]) -> tuple[Address, ...]:
    """Return the addresses that the ledger does not have yet, in the order of their text."""
    known = {row.at for row in ledger}
    rows = {address.at: address for address in current if address.at not in known}
    return tuple(sorted(rows.values(), key=lambda row: (row.page or "", row.line or 0, row.at)))


def as_text(rows: Iterable[Address]) -> str:
    """Return the rows as the ledger holds them, a line each."""
    return "".join(f"- {json.dumps(_fields(row), ensure_ascii=False).translate(_BREAKS)}\n" for row in rows)


def _fields(row: Address) -> dict[str, str | int]:
    fields = {"at": row.at, "name": row.name, "page": row.page, "line": row.line, "opening": row.opening or None}
    return {key: value for key, value in fields.items() if value is not None}


def forwards(
    ledger: Iterable[Address], current: Iterable[Address], homes: Homes, parsed: Sequence[ParsedPage]
) -> tuple[tuple[str, str], ...]:
    """Return (old address, where its text stands now) for every address that is published no more.

    The new address is WITHDRAWN where neither the row's line nor its opening words are in the archive.
    """
    now = {address.at: address for address in current}
    lost = [row for row in ledger if row.at not in now]
    if not lost:
        return ()
    whereabouts = _Whereabouts(homes, parsed)
    # A part bears the name of the whole, which stands above it: the shorter address has the name.
    names = {(_kind(at), now[at].name): at for at in sorted(now, key=len, reverse=True)}
    names = {("zones", name): address for name, address in homes.zones.items()} | names
    found = {row.at: whereabouts.of(row) if row.page else names.get((_kind(row.at), row.name)) for row in lost}
    return tuple((old, found[old] or WITHDRAWN) for old in sorted(found))


def arrivals(ledger: Iterable[Address], homes: Homes) -> tuple[str, ...]:
    """Return the ids of the published articles in the order in which the ledger first had them."""
    ids = {address: ident for ident, address in homes.articles.items()}
    return tuple(dict.fromkeys(ids[row.at] for row in ledger if row.at in ids))


def _kind(address: str) -> str:
    return address.partition("/")[0]


class _Whereabouts:
    """Finds where a printed line is published now."""

    def __init__(self, homes: Homes, parsed: Sequence[ParsedPage]) -> None:
        self._homes = homes
        self._article: dict[tuple[str, int], str | None] = {}
        self._text: dict[tuple[str, int], str] = {}
        self._opens: dict[str, tuple[str, int]] = {}
        for page in parsed:
            for reading in page.readings:
                where = (page.page.source_file, reading.line.n)
                self._article[where] = reading.article
                self._text[where] = reading.line.text
                opening = fold(reading.line.text[:OPENING])
                # A copy that stands out of sequence must not hide the line that reads on.
                if opening not in self._opens or self._article[self._opens[opening]] is None:
                    self._opens[opening] = where

    def of(self, row: Address) -> str | None:
        """Return the address that holds the text of the row, or None."""
        opening = fold(row.opening)
        where: tuple[str, int] | None = (row.page or "", row.line or 0)
        if not fold(self._text.get((row.page or "", row.line or 0), "")).startswith(opening):
            where = self._opens.get(opening)
        if where is None or where not in self._article:
            return None
        page = where[0]
        match _kind(row.at):
            case "issues":
                return self._homes.issues.get(page)
            case "pages":
                return self._homes.pages.get(page)
            case _:
                return self._homes.articles.get(self._article[where] or "") or self._homes.pages.get(page)
