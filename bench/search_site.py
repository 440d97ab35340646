#!/usr/bin/env python3
"""Put the index of bench articles into a copy of a built site's search page, to measure it without building the rest.

usage: bench/search_site.py SITE INDEX OUT

SITE is a built site (of any articles), INDEX the DIR/ours of bench/search_build.py; OUT/site is made anew.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path


def main() -> None:
    """Copy assets and search page, and link the index."""
    site, index, out = map(Path, sys.argv[1:4])
    shutil.rmtree(out / "site", ignore_errors=True)
    shutil.copytree(site / "assets", out / "site" / "assets")
    shutil.copytree(index / "search", out / "site" / "search")
    page = (site / "search" / "index.html").read_text("utf-8")
    told = html.escape((index / "search" / "index.json").read_text("utf-8"))
    put, count = re.subn(r'data-index="[^"]*"', lambda _: f'data-index="{told}"', page)
    if count != 1:
        sys.exit(f"{site}: its search page tells of no index; build the site anew.")
    (out / "site" / "search" / "index.html").write_text(put, "utf-8")


if __name__ == "__main__":
    main()
