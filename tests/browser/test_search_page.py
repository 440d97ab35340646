"""The search page under a reader's hands: keys, suggestions, filters, history, and lost connections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Served

READY = '#status[data-state="ready"]'


def opened(page: Page, site: Served, query: str = "") -> None:
    """Open the search page and wait for the answer to its address, if it asks something."""
    page.goto(f"{site.url}search/{query}")
    if query:
        page.wait_for_selector(READY)


def test_slash_and_arrows_go_from_the_box_to_an_article(page: Page, site: Served) -> None:
    """`/` puts the cursor into the box, the arrows go down and up through the results, Enter opens one."""
    opened(page, site, "?q=王波")
    page.locator("#results > li").nth(2).wait_for()
    page.wait_for_timeout(300)
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    wanted = page.locator("#results > li").nth(1).locator("a").get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.split("?")[0] == wanted.split("?")[0])


@pytest.mark.parametrize("path", ["", "zones/", "about/"])
def test_slash_finds_the_box_of_any_page(page: Page, site: Served, path: str) -> None:
    """`/` puts the cursor into the box at the head of a page; in the box it is a character like any other."""
    page.goto(site.url + path)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("/")
    assert page.locator("#find").input_value() == "/"


def test_on_a_phone_the_panel_is_folded_above_the_results(page: Page, site: Served) -> None:
    """Order and facets are reached before the results, and leave them the room; on a wide screen they stand beside."""
    page.set_viewport_size({"width": 390, "height": 800})
    opened(page, site, "?q=开发区")
    sorts = page.locator("#facets .sorts")
    sorts.wait_for(state="attached")
    panel, results = page.locator("#facets").bounding_box(), page.locator("#results").bounding_box()
    assert panel
    assert results
    assert panel["y"] + panel["height"] <= results["y"]
    assert not sorts.is_visible()
    page.locator("#facets summary").first.click()
    assert sorts.is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    sorts.wait_for()
    assert not page.locator("#facets > details > summary").is_visible()


@pytest.mark.parametrize("typed", ["长治高新", "changzhigao", "czgx"])
def test_a_zone_is_offered_for_hanzi_pinyin_and_initials(page: Page, site: Served, typed: str) -> None:
    """While a reader types, the zone that is meant is offered, and taking it asks for it."""
    opened(page, site)
    page.wait_for_timeout(300)
    page.locator("#q").press_sequentially(typed)
    page.locator("#offers li", has_text="长治高新技术产业开发区").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    assert page.locator("#results > li[data-id]").count() > 0


@pytest.mark.parametrize("typed", ["長治高新區", "czgxq"])
def test_what_means_the_same_is_answered_and_said(page: Page, site: Served, typed: str) -> None:
    """Traditional characters and initials find what they mean, and the page says how they were read."""
    opened(page, site, f"?q={typed}")
    assert "长治高新区" in page.locator("#notes").inner_text()
    assert "长治高新区" in page.locator("#results > li").first.inner_text()


@pytest.mark.parametrize("typed", ["常治高新区", "长治高区", "长治省高新区", "长高治新区", "治长高新区"])
def test_a_near_miss_is_offered_not_substituted(page: Page, site: Served, typed: str) -> None:
    """A character wrong, missing, too much, or in its neighbour's place: what was typed stays, what may be meant is offered."""
    opened(page, site, f"?q={typed}")
    assert page.locator("#status").inner_text().startswith("没有")
    assert page.locator("#q").input_value() == typed
    page.locator("#notes a", has_text="长治高新区").click()
    page.wait_for_function("() => new URL(location.href).searchParams.get('q') === '长治高新区'")
    assert page.locator("#q").input_value() == "长治高新区"


def test_a_usual_word_is_offered_before_rare_stretches(page: Page, site: Served) -> None:
    """Of all that is one edit away, what stands in the archive most often comes first."""
    opened(page, site, "?q=开发趣")
    assert page.locator("#notes a").first.inner_text() == "开发区"


def test_a_filter_is_a_chip_and_a_part_of_the_address(page: Page, site: Served) -> None:
    """Choosing a value narrows the results to its count; the chip takes it back, and so does the back button."""
    opened(page, site, "?q=开发区")
    button = page.locator("#facets section", has_text="体裁").locator("button").first
    count = button.locator(".count").inner_text()
    button.click()
    page.wait_for_selector(f'#status[data-state="ready"][data-total="{count}"]')
    assert "kind=" in page.url
    page.locator("#chips button").wait_for()
    page.go_back()
    page.wait_for_function("() => !document.querySelector('#chips button')")
    assert "kind=" not in page.url


def test_nothing_is_asked_while_an_input_method_composes(page: Page, site: Served) -> None:
    """Letters that are being composed ask nothing; what was composed does."""
    opened(page, site)
    page.evaluate(
        """() => { const box = document.querySelector('#q'); box.value = 'chang zhi';
        box.dispatchEvent(new CompositionEvent('compositionstart'));
        box.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true })); }"""
    )
    page.wait_for_timeout(400)
    assert page.locator("#status").get_attribute("data-state") == "idle"
    page.evaluate(
        """() => { const box = document.querySelector('#q'); box.value = '长治';
        box.dispatchEvent(new CompositionEvent('compositionend')); }"""
    )
    page.wait_for_selector(READY)


def test_a_file_that_does_not_come_is_asked_for_again(page: Page, site: Served) -> None:
    """One failure of the network is not noticed."""
    failed: set[str] = set()

    def once(route: Route) -> None:
        address = route.request.url
        if address in failed:
            route.continue_()
        else:
            failed.add(address)
            route.abort()

    page.route("**/search/*/2/*.bin", once)
    opened(page, site, "?q=长治高新区")
    assert failed
    assert page.locator("#results > li[data-id]").count() > 0
    assert page.locator("#notes .missed").count() == 0


def test_what_was_searched_can_be_searched_offline(page: Page, site: Served) -> None:
    """Once the page and its files were there, they are there without a network."""
    opened(page, site, "?q=换电重卡")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(1500)
    page.context.set_offline(offline=True)
    opened(page, site, "?q=换电重卡")
    assert page.locator("#results > li[data-id]").count() == 1


def test_a_file_that_never_comes_is_named(chromium: Browser, site: Served) -> None:
    """Texts that cannot be fetched are named, and nothing is said not to exist."""
    context = chromium.new_context(service_workers="block")  # what it fetches does not pass the page's own hindrances
    page = context.new_page()
    page.route("**/search/*/d/*.bin", lambda route: route.abort())
    page.goto(f"{site.url}search/?q=长治高新区")
    page.wait_for_selector('#status[data-state="error"]', timeout=20_000)
    page.locator("#notes .missed").wait_for()
    assert "/d/" in page.locator("#notes .missed").inner_text()
    context.close()
