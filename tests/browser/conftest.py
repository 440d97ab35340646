"""A real Chromium on the real site, served to this machine alone under a base path.

Every test in this folder bears the mark ``browser``; all of them run in one process, so that the
site is built and the browser started once.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from kaifaqu_archive.serve import HOST, server
from tools.chromium import FLAGS, MISSING, installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
BASE = "/kaifaqu-archive/"
_PATIENCE = 60_000
"""Milliseconds that a page may take: on a machine that is busy with all other tests an answer may be half a minute away."""


@dataclass(frozen=True, slots=True)
class Served:
    """A built site while it is served."""

    url: str
    """Of its front page, with a slash at the end."""
    folder: Path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Served]:
    """Serve the real site while the tests run."""
    with server(built, BASE, 0, say=lambda _: None) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield Served(f"http://{HOST}:{serving.server_port}{BASE}", built)
        serving.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the Chromium of this machine; fail, not skip, where there is none."""
    path = installed()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open an empty tab with a fresh profile; an error in a script on it fails the test."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(_PATIENCE)
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert not errors, "scripts on the page failed"
