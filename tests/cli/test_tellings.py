"""What a build tells in plain lines: what was made, and what it could not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaifaqu_archive.build import Built
from kaifaqu_archive.cli.tellings import of_build
from kaifaqu_archive.model import Catalogue, DateBasis, Issue, IssueDate, Page, PageFacts, ParsedPage, Settings

SEEDS, OUT = Path("seeds"), Path("out")
GIVEN = IssueDate("2024-01-30", ("2024-01-30", "2024-01-30"), DateBasis.GIVEN, ())


def told(*dates: IssueDate, added: int = 0, kept: bool = True) -> list[str]:
    """Return what is told of a build of pages with these dates, each an issue, without articles."""
    pages = [PageFacts(f"{n:02}.txt", "周刊", date, None, None) for n, date in enumerate(dates, 1)]
    issues = tuple(Issue("周刊", page.date, None, (page,), ()) for page in pages)
    parsed = tuple(ParsedPage(Page(page.source_file, (), ""), (), ()) for page in pages)
    catalogue = Catalogue(Settings(), issues, parsed=parsed)
    return list(of_build(Built(catalogue=catalogue, files=1234, added=added, kept=kept), SEEDS, OUT))


def test_what_was_made_is_counted() -> None:
    """One is not several, and thousands are parted."""
    assert told(GIVEN) == ["1 page, 1 issue, 0 articles: 1,234 files in out/site"]
    assert told(GIVEN, GIVEN) == ["2 pages, 2 issues, 0 articles: 1,234 files in out/site"]


@pytest.mark.parametrize(
    ("added", "kept", "line"),
    [
        (1, True, "1 new address in seeds/ledger.yml: commit it with the pages."),
        (2, True, "2 new addresses in seeds/ledger.yml: commit it with the pages."),
        (
            2,
            False,
            "seeds/ledger.yml cannot be written: 2 new addresses not remembered. Make it writable; build anew.",
        ),
    ],
)
def test_new_addresses_are_to_be_committed(added: int, kept: bool, line: str) -> None:  # noqa: FBT001 - a row of the table
    """Where the ledger could not grow, that is said."""
    assert told(GIVEN, added=added, kept=kept)[1:] == [line]


def test_a_date_that_was_not_given_is_told_with_its_reason_and_where_to_settle_it() -> None:
    """A range that is one day is none; one too long is to be decided; what is unknown is said to be."""
    day = IssueDate("2024-01-30", ("2024-01-30", "2024-01-30"), DateBasis.INFERRED, ("1月30日电",))
    wide = IssueDate("2024-01-30", ("2024-01-24", "2024-06-30"), DateBasis.INFERRED, ("1月23日开幕",))
    assert told(day, wide, IssueDate(None, None, DateBasis.UNKNOWN, ()))[:-1] == [
        "seeds/01.txt: date 2024-01-30 inferred, from '1月30日电'; to settle it, write date: into seeds/01.yml",
        "seeds/02.txt: date 2024-01-30 inferred, between 2024-01-24 and 2024-06-30, from '1月23日开幕'; to be decided; to settle it, write date: into seeds/02.yml",
        "seeds/03.txt: date unknown; to settle it, write date: into seeds/03.yml",
    ]


def test_a_long_list_is_cut() -> None:
    """Twelve pages are named, the rest is counted."""
    unknown = IssueDate(None, None, DateBasis.UNKNOWN, ())
    rows = told(*[unknown] * 15)
    assert [row[:12] for row in rows[:12]] == [f"seeds/{n:02}.txt" for n in range(1, 13)]
    assert rows[12] == "… and 3 more pages without a given date."
    assert len(told(*[unknown] * 12)) == 13
