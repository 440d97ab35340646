"""An article under a reader's hands: its citation and address are copied, its marks come only when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Served


def opened(page: Page, site: Served) -> None:
    """Open the first article of the front page."""
    page.goto(site.url)
    page.locator(".lead a").first.click()
    page.wait_for_url("**/articles/*/")


@pytest.mark.parametrize("button", ["复制引文", "复制网址"])
def test_citation_and_address_are_copied(page: Page, site: Served, button: str) -> None:
    """A button puts the citation as it is shown, or the whole address, on the clipboard, and says that it did."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, site)
    page.get_by_role("button", name=button).click()
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (page.url if button == "复制网址" else page.locator("#citation").text_content())


def test_a_citation_is_saved_as_the_file_that_the_page_holds(page: Page, site: Served) -> None:
    """Under the article's name, hanzi and line ends as they were written; no server is asked for it."""
    opened(page, site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_download() as saving:
        page.get_by_role("link", name="RIS").click()
    assert saving.value.suggested_filename == f"{page.url.split('/')[-2]}.ris"
    saved = saving.value.path().read_bytes().decode()
    assert saved.startswith("TY  - NEWS\r\n")
    assert f"TI  - {page.locator('h1').text_content()}" in saved
    assert f"UR  - {urlsplit(page.url).path}\r\n" in saved
    assert not [address for address in asked if "/articles/" in urlsplit(address).path]


def test_a_phone_can_pass_an_article_on(page: Page, site: Served) -> None:
    """Where the browser can hand things on, a button gives it title and address; elsewhere there is none."""
    opened(page, site)
    page.get_by_role("button", name="复制网址").wait_for()
    can = page.evaluate("Boolean(navigator.share)")
    assert page.get_by_role("button", name="分享").count() == int(can)
    page.add_init_script("navigator.share = async (given) => { window.given = given; };")
    page.reload()
    page.get_by_role("button", name="分享").click()
    given = page.evaluate("window.given")
    assert given == {"title": page.title(), "url": page.url}


def test_without_scripts_an_article_is_whole(chromium: Browser, site: Served) -> None:
    """Nothing is shown that could not be done, and every way on is a link."""
    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    opened(page, site)
    assert page.locator(".body p").count() > 0
    assert page.locator(".taking").is_hidden()
    page.locator(".neighbours .up").click()
    page.wait_for_url("**/issues/*/")
    context.close()


def test_the_mark_of_an_inferred_date_leads_to_its_evidence(page: Page, site: Served) -> None:
    """What the date was inferred from is unfolded for whoever asks."""
    opened(page, site)
    page.locator(".folio .tag").click()
    page.wait_for_url("**/issues/*/#date")
    assert page.locator(".evidence li").first.is_visible()


def test_a_clipboard_that_refuses_is_told(page: Page, site: Served) -> None:
    """Nothing is said to be copied that is not."""
    opened(page, site)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="复制引文").click()
    page.get_by_text("未能复制").wait_for()
    assert page.get_by_text("已复制").count() == 0


def test_an_article_asks_for_no_search_script_unless_it_was_searched(page: Page, site: Served) -> None:
    """What marks words is fetched for an address with words to mark alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site)
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "js/search/" in address]
    page.goto(f"{page.url}?mark=的")
    page.locator("article mark").first.wait_for()
    assert [address for address in asked if "js/search/marks.js" in address]
