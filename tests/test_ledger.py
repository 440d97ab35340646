"""A published address never disappears: it stands, or it forwards to where its text went."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
import yaml

from kaifaqu_archive.errors import LedgerError
from kaifaqu_archive.ledger import HEADER, Homes, arrivals, as_text, forwards, new_rows, read_ledger
from kaifaqu_archive.model import Address, Line, Page, ParsedPage, Reading, Role

if TYPE_CHECKING:
    from pathlib import Path

OLD = Address(at="articles/old1/", name="旧标题", page="a.txt", line=3, opening="高新区召开会议部署")


def parsed(name: str, *lines: tuple[int, str, str | None]) -> ParsedPage:
    """Return a page of (number, text, article) lines."""
    readings = tuple(Reading(Line(n, text, 0), Role.BODY, article, 1.0, "test") for n, text, article in lines)
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return ParsedPage(Page(name, tuple(reading.line for reading in readings), sha256), readings, ())


def homes(**articles: str) -> Homes:
    """Return homes of these articles, and of the pages a.txt and b.txt."""
    return Homes(
        articles={ident: f"articles/{ident}/" for ident in articles},
        issues={"a.txt": "issues/2024-01-30/", "b.txt": "issues/2024-02-06/"},
        pages={"a.txt": "pages/a/", "b.txt": "pages/b/"},
        zones={"旧名园区": "zones/new/"},
    )


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Rows survive the file, whatever their words hold."""
    rows = (
        OLD,
        Address(at="zones/x/", name="“引号”、\\反斜杠\u2028换行\x85与\ufeff"),
        Address(at="articles/y/", name="# - {'a': b}", page="甲 乙.txt", line=1, opening=": *&!%@`"),
    )
    path = tmp_path / "ledger.yml"
    path.write_text(HEADER + as_text(rows), "utf-8", newline="\n")
    assert read_ledger(path) == rows


def test_the_ledger_is_yaml() -> None:
    """Any YAML reader finds the same rows."""
    rows = (OLD, Address(at="zones/x/", name="“引号”、\\反斜杠\u2028换行\x85与\ufeff: {a}"))
    found = yaml.safe_load(HEADER + as_text(rows))
    assert [row["name"] for row in found] == [row.name for row in rows]
    assert found[0] == {"at": OLD.at, "name": OLD.name, "page": "a.txt", "line": 3, "opening": OLD.opening}


def test_a_row_is_a_line() -> None:
    """Git merges lines: the rows of two branches never share one."""
    assert as_text([OLD, Address(at="zones/x/", name="一\n二")]).count("\n") == 2


def test_no_ledger_yet_is_an_empty_one(tmp_path: Path) -> None:
    """The first build begins it."""
    assert read_ledger(tmp_path / "ledger.yml") == ()


@pytest.mark.parametrize(
    "row",
    [
        "<<<<<<< HEAD",
        "=======",
        "- {at: articles/x/}",
        '- {"at": "articles/x/"',
        '- {"to": "x"}',
        "- 5",
        "- [1]",
        '- {"at": 5, "name": "x"}',
        '- {"at": "a/", "name": "x", "line": "3"}',
    ],
)
def test_a_broken_row_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    """Marks of a merge and damaged rows stop the build with their line and a remedy."""
    path = tmp_path / "ledger.yml"
    path.write_text(HEADER + as_text([OLD]) + row + "\n", "utf-8")
    with pytest.raises(LedgerError) as error:
        read_ledger(path)
    assert error.value.place == f"{path}:3"
    assert "merge" in error.value.remedy


def test_new_rows_are_those_that_the_ledger_lacks() -> None:
    """Known addresses are not repeated; new ones come in the order of their text."""
    one = Address(at="articles/one/", name="一", page="b.txt", line=3)
    two = Address(at="articles/two/", name="二", page="a.txt", line=40)
    three = Address(at="articles/three/", name="三", page="a.txt", line=5)
    changed = Address(at=OLD.at, name="新标题", page="a.txt", line=9)
    assert new_rows([OLD], [one, changed, two, three, one]) == (three, two, one)


def test_an_address_that_stands_does_not_forward() -> None:
    """Only what is published no more needs a way on."""
    assert forwards([OLD], [OLD], homes(), [parsed("a.txt", (3, "高新区召开会议部署工作", "old1"))]) == ()


def test_an_old_address_forwards_to_the_article_that_has_its_line() -> None:
    """After a better parse the text is found by page and line, even where only part of the line was remembered."""
    page = parsed("a.txt", (3, "高新区召开会议部署", "new1"), (5, "别的文章", "new2"))
    assert forwards([OLD], [], homes(new1="", new2=""), [page]) == (("articles/old1/", "articles/new1/"),)


def test_text_that_moved_to_another_page_is_found_by_its_opening_words() -> None:
    """A page that was renamed takes its addresses along."""
    pages = [
        parsed("a.txt", (3, "别的文字占了这一行", "other")),
        parsed("b.txt", (7, "高新区召开会议部署", None), (9, "高新区 召开会议部署", "new1")),
    ]
    assert forwards([OLD], [], homes(new1="", other=""), pages) == (("articles/old1/", "articles/new1/"),)


def test_text_that_is_in_no_article_any_more_is_shown_on_its_page() -> None:
    """A line that turned out to be furniture is still to be read on the page as received."""
    page = parsed("a.txt", (3, "高新区召开会议部署", None))
    assert forwards([OLD], [], homes(), [page]) == (("articles/old1/", "pages/a/"),)


def test_a_zone_that_goes_by_another_name_is_found_under_it() -> None:
    """Where the gazetteer learns that two names are one, the old one's address leads to the other's."""
    old = Address(at="zones/old/", name="旧名园区")
    now = Address(at="zones/new/", name="新名园区")
    assert forwards([old, now], [now], homes(), []) == (("zones/old/", "zones/new/"),)
    person = Address(at="people/old/", name="旧名园区")
    assert forwards([person], [now], homes(), []) == (("people/old/", ""),)


def test_a_part_that_is_no_part_any_more_leads_to_the_whole() -> None:
    """The year of a dossier that is told on one page again; the years that stand do not take it."""
    rows = [Address(at=f"zones/x/{year}", name="某某高新区") for year in ("2023/", "2024/", "")]
    assert forwards(rows, rows[1:], homes(), []) == (("zones/x/2023/", "zones/x/"),)
    assert forwards(rows, rows[:0:-1], homes(), []) == (("zones/x/2023/", "zones/x/"),)


def test_text_that_is_gone_is_withdrawn() -> None:
    """The address keeps a page that says so: an empty way on."""
    assert forwards([OLD], [], homes(), [parsed("b.txt", (3, "别的文字", None))]) == (("articles/old1/", ""),)


def test_issues_and_pages_forward_to_their_kind() -> None:
    """An issue whose date was corrected is found by its page."""
    rows = [
        Address(at="issues/2024-01-29/", name="2024-01-29", page="a.txt", line=3, opening="高新区召开会议部署"),
        Address(at="pages/old-name/", name="old-name.txt", page="old-name.txt", line=3, opening="高新区召开会议部署"),
    ]
    page = parsed("a.txt", (3, "高新区召开会议部署", "new1"))
    assert forwards(rows, [], homes(new1=""), [page]) == (
        ("issues/2024-01-29/", "issues/2024-01-30/"),
        ("pages/old-name/", "pages/a/"),
    )


def test_zones_and_authors_are_found_by_name() -> None:
    """What stands on no page of its own keeps its name; another kind of the same name does not take it."""
    rows = [Address(at="zones/old/", name="某某高新区"), Address(at="zones/gone/", name="不再提起的区")]
    current = [Address(at="zones/new/", name="某某高新区"), Address(at="authors/x/", name="不再提起的区")]
    assert forwards(rows, current, homes(), []) == (("zones/gone/", ""), ("zones/old/", "zones/new/"))


def test_forwards_do_not_depend_on_the_order_of_the_ledger() -> None:
    """Two histories that meet in one ledger build the same site."""
    rows = [Address(at=f"zones/{n}/", name=str(n)) for n in range(9)]
    assert forwards(rows, [], homes(), []) == forwards(rows[::-1], [], homes(), [])


def test_articles_arrive_in_the_order_of_the_ledger() -> None:
    """Old ones first, each once, and only those that are published now: a new page never comes between."""
    rows = [Address(at=f"articles/{ident}/", name="") for ident in ("b", "gone", "a", "b")]
    rows.insert(1, Address(at="zones/a/", name=""))
    assert arrivals(rows, homes(a="", b="", c="")) == ("b", "a")
