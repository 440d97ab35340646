#!/usr/bin/env python3
"""Ask the same queries of our search page and of Pagefind in real Chromium, each with a fresh profile.

usage: bench/search_ask.py QUERIES.json --site SITE [--pagefind PAGES] [--map map.json] [--number N] [--slow]

QUERIES   rows of {kind, q, ids}; success@k: one of `ids` is among the first k results
SITE      a built site, or the DIR/site that bench/search_site.py makes
PAGES     the DIR/pagefind of bench/search_build.py; it gets a copy of SITE's search page, asked by Pagefind
map.json  of make_pages.py, where SITE was built of its pages: {id: [page, first line, last line]}
--slow    400 kbit/s and 400 ms latency

Printed: success@1 and @10; kB over the wire until ready for a first and for a further query; ms from
navigation to ready, and from input to ready with warm shards.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from search_server import served  # noqa: E402 - the path is set above

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

READY = """
new MutationObserver(() => {
  const status = document.querySelector("#status");
  if (!status || status.dataset.state === window.lastState) return;
  window.lastState = status.dataset.state;
  if (status.dataset.state === "ready") window.readyAt = performance.now();
}).observe(document, { subtree: true, attributes: true, childList: true, attributeFilter: ["data-state"] });
"""
ASK = """q => new Promise((done) => {
  window.readyAt = 0;
  window.lastState = "";
  const box = document.querySelector("#q"), start = performance.now();
  box.value = q;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const wait = () => (window.readyAt ? done(window.readyAt - start) : setTimeout(wait, 1));
  wait();
})"""
IDS = "[...document.querySelectorAll('#results > li[data-id]')].slice(0, 10).map((item) => item.dataset.id)"
PAGEFIND = """<script type="module">
const { search } = await import("./pagefind/pagefind.js");
const status = document.querySelector("#status"), results = document.querySelector("#results");
async function ask(q) {
  status.dataset.state = "loading";
  const found = await search(q);
  const data = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  results.replaceChildren(...data.map((each) => {
    const item = document.createElement("li");
    item.dataset.id = each.url.split("/").at(-2);
    item.innerHTML = `<a href="${each.url}">${each.meta.title}</a><p>${each.excerpt}</p>`;
    return item;
  }));
  status.dataset.state = "ready";
}
document.querySelector("#q").addEventListener("input", (event) => ask(event.target.value));
const q = new URL(location.href).searchParams.get("q");
if (q) ask(q);
</script></body>"""


def with_pagefind(site: Path, pages: Path) -> None:
    """Write into ``pages`` the site's own search page with Pagefind in the place of our scripts."""
    page = (site / "search" / "index.html").read_text("utf-8").replace("../assets/", "assets/")
    page = re.sub(r'<link rel="modulepreload"[^>]*>|<script[^>]*></script>|<meta http-equiv=[^>]*>', "", page)
    (pages / "index.html").write_text(page.replace("</body>", PAGEFIND), "utf-8")
    shutil.copytree(site / "assets", pages / "assets", dirs_exist_ok=True)


class Wire:
    """Counts the bytes that come over the wire to a page."""

    def __init__(self, session: CDPSession, slow: bool) -> None:  # noqa: FBT001 - a switch of the command line
        self.bytes = 0
        self.requests = 0
        session.send("Network.enable")
        if slow:
            limits = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
            session.send("Network.emulateNetworkConditions", limits)
        session.on("Network.loadingFinished", self._count)

    def _count(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]
        self.requests += 1

    def taken(self) -> float:
        """Return what came since the last call, in kB."""
        bytes_, self.bytes = self.bytes, 0
        return bytes_ / 1000


def ask(browser: Browser, address: str, q: str, further: str, *, slow: bool) -> dict[str, Any]:
    """Ask ``q`` with a fresh profile, then ``further``, then ``q`` again; return what was measured."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    wire = Wire(context.new_cdp_session(page), slow)
    page.add_init_script(READY)
    page.goto(f"{address}?q={q}", wait_until="commit")
    first = ready(page)
    measured: dict[str, Any] = {"first ms": first, "first kB": wire.taken(), "ids": page.evaluate(IDS)}
    page.wait_for_timeout(300)
    measured["after kB"] = wire.taken()
    if not slow:
        page.evaluate(ASK, further)
        measured["further kB"] = wire.taken()
        page.wait_for_timeout(100)
        page.evaluate(ASK, q)
        page.evaluate(ASK, further)
        measured["warm ms"] = page.evaluate(ASK, q)
    context.close()
    return measured


def ready(page: Page) -> float:
    """Wait until the answer is there; return the time since navigation in milliseconds."""
    page.wait_for_function("() => window.readyAt", timeout=60_000)
    at: float = page.evaluate("window.readyAt")
    return at


def translated(site: Path, mapped: Path | None) -> dict[str, str]:
    """Return our ids -> ids of the queries, for a site that was built of page texts."""
    if mapped is None:
        return {}
    lines = {
        (part["source_file"], line): article["id"]
        for article in json.loads((site / "data" / "articles.json").read_text("utf-8"))
        for part in article["parts"]
        for first, last in part["lines"]
        for line in range(first, last + 1)
    }
    where = json.loads(mapped.read_text("utf-8"))
    found = {}
    for given, (page, first, last) in where.items():
        for line in range(first, last + 1):
            if (page, line) in lines:
                found.setdefault(lines[page, line], given)
    return found


def report(name: str, rows: list[dict[str, Any]], queries: list[dict[str, Any]], ids: dict[str, str]) -> None:
    """Print what was measured."""
    hits: defaultdict[str, list[int]] = defaultdict(list)
    for row, query in zip(rows, queries, strict=True):
        found = [ids.get(each, each) for each in row["ids"]]
        place = next((i for i, each in enumerate(found) if each in query["ids"]), 99)
        hits[query["kind"]].append(place)
        hits["all"].append(place)
    for kind, places in hits.items():
        first, ten = (sum(place < k for place in places) / len(places) for k in (1, 10))
        print(f"{name:9} {kind:7} success@1 {first:6.3f}  @10 {ten:6.3f}  of {len(places)}")
    for measure in ("first kB", "after kB", "further kB", "first ms", "warm ms"):
        values = sorted(row[measure] for row in rows if measure in row)
        if values:
            high = values[min(int(len(values) * 0.95), len(values) - 1)]
            print(f"{name:9} {measure:11} median {statistics.median(values):8.1f}  p95 {high:8.1f}")


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--pagefind", type=Path)
    parser.add_argument("--map", type=Path)
    parser.add_argument("--number", type=int, default=0)
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    args = parser.parse_args()
    queries = json.loads(args.queries.read_text("utf-8"))
    queries = queries[:: max(len(queries) // args.number, 1)] if args.number else queries
    asked = [(query["q"], queries[i - 1]["q"]) for i, query in enumerate(queries)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=args.chromium, args=["--no-sandbox", "--disable-gpu"])
        with served(args.site) as address:
            rows = [ask(browser, f"{address}search/", q, further, slow=args.slow) for q, further in asked]
        report("ours", rows, queries, translated(args.site, args.map))
        if args.pagefind:
            with_pagefind(args.site, args.pagefind)
            with served(args.pagefind) as address:
                rows = [ask(browser, address, q, further, slow=args.slow) for q, further in asked]
            report("pagefind", rows, queries, {})
        browser.close()


if __name__ == "__main__":
    main()
