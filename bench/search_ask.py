#!/usr/bin/env python3
"""Ask the same queries of our search page and of Pagefind in real Chromium, each with a fresh profile.

usage: bench/search_ask.py QUERIES.json --site SITE [--pagefind PAGES] [--map map.json] [--number N] [--slow]

QUERIES   rows of {kind, q, ids}; success@k: one of `ids` is among the first k results
SITE      a built site, or the DIR/site that bench/search_site.py makes
PAGES     the DIR/pagefind of bench/search_build.py; it gets a copy of SITE's search page, asked by Pagefind
map.json  of make_pages.py, where SITE was built of its pages: {id: [page, first line, last line]}
--slow    400 kbit/s and 400 ms latency

Printed: success@1 and @10; kB sent until ready for a first and for a further query, headers included, and how
many answers; ms from navigation to ready, and from input to ready with warm shards.  Where both are asked, they take
turns, so that their ratio means something on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from search_server import served  # noqa: E402 - the path is set above

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from search_server import Sent

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
    page = re.sub(
        r'<link rel="(?:module)?preload"[^>]*>|<script.*?</script>|<meta http-equiv=[^>]*>', "", page, flags=re.DOTALL
    )
    (pages / "index.html").write_text(page.replace("</body>", PAGEFIND), "utf-8")
    shutil.copytree(site / "assets", pages / "assets", dirs_exist_ok=True)


SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s and 400 ms, as Chromium's own network conditions."""


def ask(browser: Browser, address: str, sent: Sent, asked: tuple[str, str], *, slow: bool) -> dict[str, Any]:
    """Ask a query with a fresh profile, then a further one, then the first again; return what was measured."""
    q, further = asked
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(READY)
    sent.taken()
    page.goto(f"{address}?{urlencode({'q': q})}", wait_until="commit")
    measured: dict[str, Any] = {"first ms": ready(page)}
    measured["first kB"], measured["requests"] = sent.taken()
    measured["ids"] = page.evaluate(IDS)
    page.wait_for_timeout(600)
    measured["after kB"] = sent.taken()[0]
    if not slow:
        page.evaluate(ASK, further)
        measured["further kB"] = sent.taken()[0]
        page.wait_for_timeout(200)
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


def translated(site: Path, mapped: Path | None) -> dict[str, set[str]]:
    """Return our ids -> ids of the queries, of a site built of page texts; several where pages were read otherwise."""
    if mapped is None:
        return {}
    lines = {
        (part["source_file"], line): article["id"]
        for article in json.loads((site / "data" / "articles.json").read_text("utf-8"))
        for part in article["parts"]
        for first, last in part["lines"]
        for line in range(first, last + 1)
    }
    found: defaultdict[str, set[str]] = defaultdict(set)
    for given, (page, first, last) in json.loads(mapped.read_text("utf-8")).items():
        for line in range(first, last + 1):
            if (page, line) in lines:
                found[lines[page, line]].add(given)
    return found


def report(name: str, rows: list[dict[str, Any]], queries: list[dict[str, Any]], ids: dict[str, set[str]]) -> None:
    """Print what was measured, and on standard error the queries that were not answered first."""
    hits: defaultdict[str, list[int]] = defaultdict(list)
    for row, query in zip(rows, queries, strict=True):
        found = [ids.get(each, {each}) for each in row["ids"]]
        place = next((i for i, each in enumerate(found) if each & set(query["ids"])), 99)
        if place:
            print(f"{name} {query['kind']} {query['q']}: {query['ids'][0]} is number {place}", file=sys.stderr)
        hits[query["kind"]].append(place)
        hits["all"].append(place)
    for kind, places in hits.items():
        first, ten = (sum(place < k for place in places) / len(places) for k in (1, 10))
        print(f"{name:9} {kind:7} success@1 {first:6.3f}  @10 {ten:6.3f}  of {len(places)}")
    for measure in ("first kB", "requests", "after kB", "further kB", "first ms", "warm ms"):
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
    mine: list[dict[str, Any]] = []
    theirs: list[dict[str, Any]] = []
    with sync_playwright() as playwright, ExitStack() as open_:
        browser = playwright.chromium.launch(executable_path=args.chromium, args=["--no-sandbox", "--disable-gpu"])
        ours, sent = open_.enter_context(served(args.site))
        turns = [(f"{ours}search/", sent, mine)]
        if args.pagefind:
            with_pagefind(args.site, args.pagefind)
            turns.append((*open_.enter_context(served(args.pagefind)), theirs))
        for queried in asked:
            for address, wire, rows in turns:
                rows.append(ask(browser, address, wire, queried, slow=args.slow))
        browser.close()
    report("ours", mine, queries, translated(args.site, args.map))
    if theirs:
        report("pagefind", theirs, queries, {})
        ratios = [one["first ms"] / other["first ms"] for one, other in zip(mine, theirs, strict=True)]
        print(f"first ms, ours to pagefind's, pair by pair: median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
