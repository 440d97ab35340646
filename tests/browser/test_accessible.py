"""What axe finds on every kind of page, on a phone by day and on a desk by night, and whether a page fits a narrow one."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Served

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => (await axe.run(document, {
    runOnly: { type: "tag", values: rules },
    rules: { "target-size": { enabled: true } },
})).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)"""
NARROWEST = 320
"""CSS pixels to which WCAG 2 wants a page to fit without scrolling sideways."""


def kinds(folder: Path) -> Iterator[str]:
    """Yield the address of the longest page of each kind: those of one folder and one depth are alike."""
    longest: dict[tuple[str, int], Path] = {}
    for path in sorted(folder.rglob("*.html"), key=lambda path: path.stat().st_size):
        parts = path.relative_to(folder).parts
        longest[parts[0], len(parts)] = path
    for path in longest.values():
        yield path.relative_to(folder).as_posix().removesuffix("index.html")


def opened(page: Page, site: Served) -> Iterator[str]:
    """Open a page of each kind, and an answer of the search, one after another."""
    for address in sorted(kinds(site.folder)):
        page.goto(site.url + address)
        yield address
    page.goto(f"{site.url}search/?q=标准地")
    page.locator("#results > li[data-id]").first.wait_for()
    yield "search/?q="


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing(chromium: Browser, site: Served, width: int, scheme: Literal["light", "dark"]) -> None:
    """Names, roles, contrast, targets for a finger: no kind of page breaks a rule."""
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, locale="zh-CN")
    page = context.new_page()
    found = {}
    for address in opened(page, site):
        page.evaluate(AXE)
        found[address] = page.evaluate(RUN, RULES)
    context.close()
    assert len(found) > len(("front", "issues", "zones", "cities", "terms", "people", "authors", "search", "data"))
    assert {address: broken for address, broken in found.items() if broken} == {}


def test_no_page_scrolls_sideways(chromium: Browser, site: Served) -> None:
    """On the narrowest screen all that is wider scrolls by itself."""
    context = chromium.new_context(viewport={"width": NARROWEST, "height": 844}, locale="zh-CN")
    page = context.new_page()
    wide = [at for at in opened(page, site) if page.evaluate("document.documentElement.scrollWidth") > NARROWEST]
    context.close()
    assert wide == []
