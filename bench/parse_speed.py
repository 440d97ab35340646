"""Time the parser against ``jieba.cut`` over the same text, both on one core in one run.

usage: python bench/parse_speed.py PAGES_DIR [--pages N] [--rounds N] [--profile]

PAGES_DIR holds page texts (NAME.txt).  Every round takes other pages, decodes, labels and assembles them,
and lets jieba cut their text; the medians over the rounds and their ratio are printed.  Exit status 1 where
the ratio is over ``ALLOWED``.  With --profile the functions that the parser spends its time in are listed.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

import jieba

from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.pages import read_page

if TYPE_CHECKING:
    from collections.abc import Sequence

ALLOWED = 0.25
"""Share of jieba's time that parsing may take."""


def main() -> int:
    """Time both, print the medians and their ratio; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=20, help="pages of a round (20)")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    rounds = samples(args.folder, args.pages, args.rounds)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    jieba.setLogLevel(60)
    jieba.initialize()
    parse(rounds[0][:1])  # loads what is loaded once
    if args.profile:
        profile([path for pages in rounds for path in pages])
        return 0
    ours, theirs, size = [], [], 0
    for pages in rounds:
        ours.append(parse(pages))
        texts = [path.read_text("utf-8") for path in pages]
        theirs.append(cut(texts))
        size += sum(map(len, texts))
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"{args.rounds} rounds of {len(rounds[0])} pages, {size} characters in all, one core")
    print(f"parse      {1000 * statistics.median(ours) / len(rounds[0]):7.2f} ms a page (median of the rounds)")
    print(f"jieba.cut  {1000 * statistics.median(theirs) / len(rounds[0]):7.2f} ms a page")
    print(f"ratio      {ratio:7.3f} (allowed: {ALLOWED})")
    return 0 if ratio <= ALLOWED else 1


def samples(folder: Path, count: int, rounds: int) -> list[list[Path]]:
    """Return the pages of every round, drawn evenly from the folder; no page twice while there are enough."""
    found = sorted(folder.glob("*.txt"))
    if not found:
        sys.exit(f"There is no page text (NAME.txt) in {folder}.")
    count = min(count, len(found))
    step = max(1, len(found) // (count * rounds))
    spread = found[::step]
    return [[spread[(start * count + i) % len(spread)] for i in range(count)] for start in range(rounds)]


def parse(pages: Sequence[Path]) -> float:
    """Return the seconds that it takes to decode, label and assemble the pages."""
    start = time.perf_counter()
    for path in pages:
        parse_page(read_page(path))
    return time.perf_counter() - start


def cut(texts: Sequence[str]) -> float:
    """Return the seconds that jieba takes to cut the texts into words."""
    start = time.perf_counter()
    for text in texts:
        for _ in jieba.cut(text):
            pass
    return time.perf_counter() - start


def profile(pages: Sequence[Path]) -> None:
    """Print the functions that parsing spends its time in, by their own time."""
    profiler = cProfile.Profile()
    profiler.runcall(parse, pages)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    sys.exit(main())
