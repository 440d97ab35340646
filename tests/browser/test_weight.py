"""What a phone loads for a page: few files, and little in them."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Served

FILES = 7
"""The page, style sheet, two fonts of marks, icon, and two scripts: for use offline, and an article's own."""
BYTES = 30_000
"""On the wire, as static hosts compress; the longest article of the real pages takes 26 kB."""
COMPRESSED = ".woff2"


def wire(site: Served, address: str) -> int:
    """Return the bytes in which a static host sends the file at an address."""
    path = site.folder / unquote(urlsplit(address).path).removeprefix(urlsplit(site.url).path)
    content = (path / "index.html" if path.is_dir() else path).read_bytes()
    return len(content if path.suffix == COMPRESSED else gzip.compress(content, 6))


@pytest.mark.parametrize("kind", ["", "articles", "issues", "zones", "terms"])
def test_a_page_is_light(page: Page, site: Served, kind: str) -> None:
    """The front page and the longest page of each kind that readers come to from elsewhere."""
    longest = max((site.folder / kind).glob("*/index.html"), key=lambda path: path.stat().st_size)
    address = longest.parent.relative_to(site.folder).as_posix() + "/" if kind else ""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url + address, wait_until="networkidle")
    # What is kept for use offline is asked for once more, and comes from the browser's cache.
    files = {each.partition("#")[0] for each in asked if not each.endswith("/sw.js")}
    assert len(files) <= FILES, sorted(files)
    assert sum(wire(site, each) for each in files) <= BYTES
