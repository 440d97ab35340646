"""Searching the real site, as a reader types."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Served

FOUND = '#status[data-state="ready"]'


def ask(page: Page, site: Served, typed: str) -> list[str]:
    """Type into the box of the search page; return the ids of the results, best first."""
    page.goto(site.url + "search/")
    page.locator("#q").press_sequentially(typed)
    page.wait_for_function("q => document.querySelector('#q').value === q", arg=typed)
    page.wait_for_selector(FOUND)
    ids: list[str] = page.locator("#results > li[data-id]").evaluate_all(
        "items => items.map((item) => item.dataset.id)"
    )
    return ids


def article(folder: Path, found: str) -> str:
    """Return what is printed of an article: headline, byline and body, without tags."""
    html = (folder / "articles" / found / "index.html").read_text("utf-8")
    return re.sub(r"<[^>]+>", "", re.split("<footer|</article>", html.split('<article class="text"')[1])[0])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("长治高新区", "长治高新区"),
        ("承诺制标准地全代办", "承诺制+标准地+全代办"),
        ("山西转型综改示范区", "山西转型综改示范区"),
        ("王波", "王波"),
        ("换电重卡", "换电重卡"),
    ],
)
def test_what_a_reader_types_without_spaces_comes_first(page: Page, site: Served, typed: str, wanted: str) -> None:
    """Articles that hold the words stand before those that do not, and the first one holds them."""
    ids = ask(page, site, typed)
    holds = [wanted in article(site.folder, each) for each in ids]
    assert ids
    assert holds[0]
    assert holds == sorted(holds, reverse=True)
    everything = json.loads((site.folder / "data" / "articles.json").read_text("utf-8"))
    assert {each for each, hit in zip(ids, holds, strict=True) if hit} == {
        each["id"] for each in everything if wanted in article(site.folder, each["id"])
    }


def test_nothing_found_says_so_and_offers_a_way_on(page: Page, site: Served) -> None:
    """A query of which nothing is in the archive ends in a sentence and links that lead on."""
    assert ask(page, site, "鑫龘驫") == []
    assert "没有找到：没有一篇含有“鑫龘驫”" in page.locator("#status").inner_text()
    assert page.locator("#status").get_attribute("data-total") == "0"
    assert page.locator("#results > li").count() == 0
    ways = page.locator("#notes .nothing a").all()
    assert ways
    for link in ways:
        address = link.get_attribute("href")
        assert address
        assert page.request.get(address).ok


def test_a_shared_link_answers(page: Page, site: Served) -> None:
    """`/search/?q=…` shows its answer without a key pressed, and each result leads to its article."""
    page.goto(site.url + "search/?q=长治高新区")
    page.wait_for_selector(FOUND)
    first = page.locator("#results > li[data-id]").first
    title = first.locator("a").inner_text()
    first.locator("a").click()
    assert page.locator("main h1").inner_text().replace(" ", "") == title.replace(" ", "")
    page.locator("mark", has_text="长治高新区").first.wait_for()


@pytest.mark.parametrize(
    "typed", ["-", '"', "标题:", "“”", "*", "a:b:c", "..", "-区", "\\", "𠮷", "王", "%%%", "(", "标题：改革"]
)
def test_no_query_throws(page: Page, site: Served, typed: str) -> None:
    """Whatever is typed ends in an answer or in silence, never in an error (the fixture watches for those)."""
    page.goto(site.url + "search/")
    page.locator("#q").fill(typed)
    page.wait_for_selector('#status[data-state="ready"], #status[data-state="idle"]')
