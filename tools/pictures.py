"""Take the README's pictures of the built site: docs/img/*.png.

usage: python -m tools.pictures        (after `make build`)
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from kaifaqu_archive.serve import HOST, server
from tools.chromium import FLAGS, MISSING, installed

ROOT = Path(__file__).resolve().parent.parent
WIDE, NARROW = (1280, 960), (390, 844)
"""Width and height in CSS pixels: a desk, a phone."""
FIRST_ARTICLE = "main a[href*='articles/']"
SHOTS = (
    ("front", WIDE, "", None),
    ("article", WIDE, "", FIRST_ARTICLE),
    ("article-phone", NARROW, "", FIRST_ARTICLE),
    ("search", WIDE, f"search/?q={quote('长治高新区')}", None),
)
"""Name, size, address, and the link that is followed there."""


def main() -> int:
    """Open each page in the machine's Chromium and write its picture; return the exit status."""
    path = installed()
    if path is None:
        sys.exit(MISSING)
    (ROOT / "docs" / "img").mkdir(parents=True, exist_ok=True)
    with server(ROOT / "build" / "site", "/", 0, say=print) as serving, sync_playwright() as playwright:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for name, (width, height), address, link in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
            page.goto(f"http://{HOST}:{serving.server_port}/{address}", wait_until="networkidle")
            if link:
                page.locator(link).first.click()
                page.wait_for_load_state("networkidle")
            page.screenshot(path=ROOT / "docs" / "img" / f"{name}.png")
            page.close()
        browser.close()
        serving.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
