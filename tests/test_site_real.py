"""The site of the five real pages: nothing is lost, everything is linked."""

from __future__ import annotations

import json
import re
import unicodedata
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import html5lib
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

BASE = "/kaifaqu-archive/"
BODY_ROLES = {"body", "cont", "lead", "heading"}


def squeeze(text: str) -> str:
    """Return a text without white space and with one width, as texts are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def parse(path: Path) -> Element:
    """Return the root of a page of the built site."""
    root: Element = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    return root


def text_of(element: Element) -> str:
    """Return all text inside an element, squeezed."""
    return squeeze("".join(element.itertext()))


@pytest.fixture(scope="module")
def articles(built: Path) -> dict[tuple[str, int], str]:
    """Return (source file, line) -> squeezed text of the article's page that claims the line."""
    owned: dict[tuple[str, int], str] = {}
    for record in catalogue(built):
        article = parse(built / record["url"] / "index.html").find(".//article")
        assert article is not None, record["url"]
        owned.update(dict.fromkeys(spots(record), text_of(article)))
    return owned


def catalogue(built: Path) -> list[dict[str, Any]]:
    """Return the record of every article."""
    records: list[dict[str, Any]] = json.loads((built / "data/articles.json").read_text("utf-8"))
    return records


def spots(record: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield (source file, line) of an article's lines."""
    for part in record["parts"]:
        yield from ((part["source_file"], n) for first, last in part["lines"] for n in range(first, last + 1))


def main_of(folder: Path) -> Element:
    """Return what a page is about, without what surrounds every page."""
    found = parse(folder / "index.html").find(".//main")
    assert found is not None, folder
    return found


def printed_lines(built: Path) -> list[tuple[str, int, str, str]]:
    """Return (source file, line, role, text) of every line on the pages as received."""
    rows = []
    for path in sorted(built.glob("pages/*/index.html")):
        root = parse(path)
        name = next(p.text for p in root.iter("p") if p.text and p.text.startswith("seeds/")).removeprefix("seeds/")
        for row in root.iter("tr"):
            if (row.get("id") or "").startswith("L"):
                cells = list(row.iter("td"))
                role = (row.get("class") or "").removeprefix("is-")
                rows.append((name, int(row.get("id", "")[1:]), role, "".join(cells[0].itertext())))
    return rows


def test_every_line_of_every_page_is_on_the_site(built: Path, root: Path) -> None:
    """Each non-blank line of each page text stands, with its number, on the page that shows it as received."""
    shown = {(name, n): squeeze(text) for name, n, _, text in printed_lines(built)}
    received = {
        (path.name, n): squeeze(line)
        for path in sorted(root.glob("seeds/*.txt"))
        for n, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line.strip()
    }
    assert len(received) > 300
    assert shown == received


def test_every_body_line_stands_in_its_article(built: Path, articles: dict[tuple[str, int], str]) -> None:
    """The text of every line of a body stands, whole, in the HTML of the article that claims it."""
    body = [row for row in printed_lines(built) if row[2] in BODY_ROLES]
    assert len(body) > 200
    for name, n, _, text in body:
        assert (name, n) in articles, f"{name}:{n} is in no article"
        assert squeeze(text) in articles[name, n], f"{name}:{n} is not in its article's page"


def test_every_line_of_an_article_stands_on_its_page(built: Path) -> None:
    """Headlines, bylines, captions, credits and jump notes too; a jump note without its brackets."""
    pages = {record["url"]: text_of(main_of(built / record["url"])) for record in catalogue(built)}
    owners = {spot: record["url"] for record in catalogue(built) for spot in spots(record)}
    printed = [row for row in printed_lines(built) if row[:2] in owners]
    assert {role for _, _, role, _ in printed} >= BODY_ROLES | {
        "title",
        "kicker",
        "author",
        "caption",
        "credit",
        "jump_to",
    }
    for name, n, _, text in printed:
        assert squeeze(text).strip("()") in pages[owners[name, n]], f"{name}:{n} is not on its article's page"


def test_all_links_of_the_real_site_resolve(built: Path) -> None:
    """Every link of every page leads to a file of the site, every fragment to an id."""
    roots = {path.relative_to(built).as_posix(): parse(path) for path in built.rglob("*.html")}
    ids = {name: {e.get("id") for e in root.iter()} for name, root in roots.items()}
    for name, root in roots.items():
        for element in root.iter():
            for link in filter(None, (element.get("href"), element.get("src"), element.get("action"))):
                parts = urlsplit(link)
                if parts.scheme == "data":
                    continue  # a citation is in its link
                assert not parts.netloc, f"{name} names another host: {link}"
                here = join(BASE, name)
                target = normpath(join(dirname(here), parts.path)) + ("/" if parts.path.endswith("/") else "")
                file = (here if not parts.path else target).removeprefix(BASE)
                file = join(file, "index.html") if file.endswith("/") or not file else file
                file = "index.html" if target.rstrip("/") == BASE.rstrip("/") and parts.path else file
                assert (built / file).is_file(), f"{name} names {link}"
                assert not parts.fragment or parts.fragment in ids[file], f"{name} names {link}"


def test_inferred_dates_are_marked_on_the_site(built: Path) -> None:
    """An article whose issue's date was inferred says so on its page."""
    marked = [path for path in built.glob("articles/*/index.html") if "日期据版面推断" in path.read_text("utf-8")]
    assert marked
