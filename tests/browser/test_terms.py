"""Terms under a reader's hands: what is offered while typing leads to the dossier, and its sentences to their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Served


@pytest.mark.parametrize("typed", ["标准地", "biaozhundi", "bzd"])
def test_a_term_that_is_offered_leads_to_its_dossier(page: Page, site: Served, typed: str) -> None:
    """By hanzi, pinyin and initials; Enter on the offer opens the dossier and does not search."""
    page.goto(f"{site.url}search/")
    page.wait_for_timeout(300)
    page.locator("#q").press_sequentially(typed)
    # What was offered for the first letters gives way to what the whole word means.
    offer = page.locator("#offers li", has=page.locator(".kind", has_text="提法"), has_text="标准地").first
    offer.wait_for()
    while offer.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/biao-zhun-di-*/")
    assert page.locator("h1").inner_text() == "标准地"


def test_a_sentence_leads_to_its_paragraph(page: Page, site: Served) -> None:
    """The paragraph that a quoted sentence leads to holds it."""
    page.goto(f"{site.url}terms/")
    page.locator(".often a", has_text="标准地").first.click()
    quote = page.locator(".quote p a").first
    words = quote.inner_text().strip("…")
    quote.click()
    page.wait_for_url("**/articles/*/#p*")
    paragraph = page.locator("p:target")
    assert words[:12] in paragraph.inner_text()
