"""Articles that open with the same words are told apart, and the one published first keeps its address."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from kaifaqu_archive.identity import tell_apart
from kaifaqu_archive.model import Address, Article, Kind, Line, Page, ParsedPage, Reading, Role
from tests.blank import BLANK


def article(ident: str) -> Article:
    """Return an article that is nothing but its id."""
    return replace(
        BLANK,
        id=ident,
        kind=Kind.NOTICE,
        made_title="休刊启事",
    )


def page(name: str, *ids: str) -> ParsedPage:
    """Return a page of one-line articles, and one line of no article."""
    lines = [Line(n, f"第{n}行", 0) for n in range(1, len(ids) + 2)]
    readings = [Reading(line, Role.BODY, ident, 1.0, "t") for line, ident in zip(lines, [*ids, None], strict=True)]
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return ParsedPage(Page(name, tuple(lines), sha256), tuple(readings), tuple(article(ident) for ident in ids))


def ids(pages: tuple[ParsedPage, ...]) -> list[list[str]]:
    """Return the ids of every page's articles."""
    return [[article.id for article in page.articles] for page in pages]


def test_unique_ids_are_left_alone() -> None:
    """Nothing is renamed without need."""
    pages = (page("a.txt", "x", "y"), page("b.txt", "z"))
    assert tell_apart(pages, ()) == pages


def test_the_first_page_keeps_a_shared_id() -> None:
    """Without a ledger file names decide, not the order in which pages are given."""
    found = tell_apart([page("b.txt", "x"), page("a.txt", "x", "y")], ())
    assert ids(found)[1] == ["x", "y"]
    assert ids(found)[0] != ["x"]


def test_the_published_article_keeps_its_id_when_an_older_page_is_added() -> None:
    """The ledger knows whose address it was; adding a page moves nobody."""
    ledger = [Address(at="articles/x/", name="休刊启事", page="b.txt", line=1)]
    found = tell_apart([page("a.txt", "x"), page("b.txt", "x")], ledger)
    assert ids(found)[1] == ["x"]
    assert ids(found)[0] != ["x"]


def test_a_page_that_is_gone_keeps_nothing() -> None:
    """When the published page was removed, the first of the others takes the id."""
    ledger = [Address(at="articles/x/", name="休刊启事", page="gone.txt", line=1)]
    assert ids(tell_apart([page("a.txt", "x"), page("b.txt", "x")], ledger))[0] == ["x"]


def test_the_longer_id_depends_on_its_own_page_alone() -> None:
    """A third article of the same words changes nobody's id."""
    two = ids(tell_apart([page("a.txt", "x"), page("b.txt", "x")], ()))
    three = ids(tell_apart([page("a.txt", "x"), page("aa.txt", "x"), page("b.txt", "x")], ()))
    assert [three[0], three[2]] == two
    assert len({ident for idents in three for ident in idents}) == 3


def test_lines_follow_their_article() -> None:
    """A renamed article takes its lines along; lines of no article stay so."""
    renamed = tell_apart([page("a.txt", "x"), page("b.txt", "x")], ())[1]
    assert [reading.article for reading in renamed.readings] == [renamed.articles[0].id, None]
