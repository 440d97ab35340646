#!/usr/bin/env python3
"""Build the index of the same articles, ours and Pagefind's, and print wall time, peak memory and size.

usage: bench/search_build.py ARTICLES.jsonl[.xz]… --number N --out DIR [--only ours|pagefind]

DIR gets ours/ (search/…) and pagefind/ (an HTML page per article, and pagefind/…).
Pagefind is the PyPI package pagefind_bin_extended.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import search_articles  # noqa: E402 - the path is set above

from kaifaqu_archive.publish.search import build_index  # noqa: E402 - the path is set above

WAITING = 2000
"""Files made and not yet written."""


def measured(command: list[str]) -> tuple[float, float, float]:
    """Run ``command``; return its wall time and its time on all cores in seconds, and its peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def ours(files: list[Path], number: int, out: Path) -> None:
    """Write our index below ``out``."""
    documents = map(search_articles.document, search_articles.rows(files, number))
    made = set()
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor(1) as writer:
        for path, content in build_index(documents):
            target = out / path
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            waiting.append(writer.submit(write, target, content))
            if len(waiting) > WAITING:
                waiting.popleft().result()
        for each in waiting:
            each.result()


def write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet."""
    with path.open("xb", buffering=0) as file:
        file.write(content)


def show(name: str, measures: tuple[float, float, float], folder: Path) -> None:
    """Print a row: measures, and what all files of ``folder`` hold."""
    wall, cpu, peak = measures
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    files = f"{sum(sizes) / 1e6:6.1f} MB in {len(sizes):6} files"
    print(f"{name:10} wall {wall:6.1f} s  cpu {cpu:6.1f} s  peak {peak:6.0f} MB  {files}", flush=True)


def main() -> None:
    """Build and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=("ours", "pagefind", "write"))
    args = parser.parse_args()
    if args.only == "write":
        ours(args.articles, args.number, args.out / "ours")
        return
    if args.only != "pagefind":
        shutil.rmtree(args.out / "ours", ignore_errors=True)
        mine = [sys.executable, __file__, *map(str, args.articles), "--number", str(args.number)]
        show("ours", measured([*mine, "--out", str(args.out), "--only", "write"]), args.out / "ours" / "search")
    if args.only != "ours":
        pages = args.out / "pagefind"
        shutil.rmtree(pages, ignore_errors=True)
        for row in search_articles.rows(args.articles, args.number):
            (pages / row["id"]).mkdir(parents=True)
            (pages / row["id"] / "index.html").write_text(search_articles.page(row), "utf-8")
        theirs = [sys.executable, "-m", "pagefind_bin_extended", "--site", str(pages)]
        show("pagefind", measured(theirs), pages / "pagefind")


if __name__ == "__main__":
    main()
