#!/usr/bin/env python3
"""Build a whole site out of page texts: anew, again, and with eight articles more; print time, memory and files.

usage: bench/site_build.py PAGES OUT [--peer MARKDOWN]

PAGES is a folder of NAME.txt and NAME.yml with map.json, {article: [NAME.txt, first line, last line]}; nothing in it is
changed.  OUT is made anew: OUT/seeds has the pages but for the newest that hold eight articles, which come back as one
page of a later date, and OUT/build the site.  ``again`` builds what is there already, from the cache; ``clean`` is the
site with the new issue from no cache and no older site, and must be the same.

With --peer, a folder of the same articles in Markdown (front matter: a line of JSON with title, date, tags), Pelican
builds these too: the PyPI packages pelican and markdown, with its own theme, no feed and no page for a tag.

Wall and time on all cores are those of the command with all its processes; run it with ``taskset --cpu-list 0`` to
see what one processor takes.  Memory is the proportional set size of all its processes together, at most, looked at
four times a second.  Anew are the files that were not taken over from the site before.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ISSUE = 8
"""Articles of the new issue."""
LATER = "2099-01-05"
"""Its date, after all others."""
KILO = 1000
BETWEEN_LOOKS = 0.25
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a command took."""

    wall: float
    cpu: float
    """Seconds, of all its processes."""
    peak: float
    """MB."""


def measured(command: list[str], **environment: str) -> Measure:
    """Run ``command`` and look at its memory until it ends."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    peak = 0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, sum(map(memory, family(process.pid))))
        time.sleep(BETWEEN_LOOKS)
    if status:
        sys.exit(f"{' '.join(command)} ended with {status}")
    return Measure(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, peak / KILO)


def family(pid: int) -> Iterator[int]:
    """Yield a process and those that it started."""
    yield pid
    try:
        children = [Path(task, "children").read_text("ascii") for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:  # it is gone
        return
    for child in " ".join(children).split():
        yield from family(int(child))


def memory(pid: int) -> int:
    """Return the proportional set size of a process in kB; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def seeds_without_the_newest(pages: Path, seeds: Path) -> list[list[str]]:
    """Copy the pages but for the newest with ``ISSUE`` articles; return the lines of each of these."""
    shutil.copytree(pages, seeds, ignore=shutil.ignore_patterns("map.json", "ledger.yml"))
    where: dict[str, tuple[str, int, int]] = json.loads((pages / "map.json").read_text("utf-8"))
    held: list[list[str]] = []
    for name in sorted({name for name, _, _ in where.values()}, reverse=True):
        if len(held) >= ISSUE:
            break
        lines = (pages / name).read_text("utf-8").split("\n")
        held += [lines[first - 1 : last] for of, first, last in where.values() if of == name]
        (seeds / name).unlink()
        (seeds / name).with_suffix(".yml").unlink(missing_ok=True)
    return held[:ISSUE]


def add_issue(seeds: Path, articles: list[list[str]]) -> None:
    """Write the articles as a page of a later date."""
    lines = [line for article in articles for line in (*article, "")]
    (seeds / f"{LATER}_A01.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (seeds / f"{LATER}_A01.yml").write_text(f"date: {LATER}\npage: A1\n", "utf-8")


def places(site: Path) -> set[int]:
    """Return which files of the disk a site is made of."""
    return {path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def build(seeds: Path, out: Path, name: str) -> None:
    """Build and print a row."""
    site = out / "site"
    # Numbers of files that are gone are given out again: the site before is kept from being removed.
    before = out / "before"
    if site.exists():
        shutil.copytree(site, before, copy_function=os.link)
    old = places(site) if site.exists() else set()
    ours = "import sys; from kaifaqu_archive.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", ours, "build", "--seeds", str(seeds), "--out", str(out)]
    took = measured(command, PYTHONPATH=str(HERE.parent / "src"))
    show(name, took, site, len(places(site) - old))
    shutil.rmtree(before, ignore_errors=True)


def show(name: str, took: Measure, site: Path, anew: int) -> None:
    """Print a row: what it took, and what all files of ``site`` hold."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    print(
        f"{name:8} wall {took.wall:6.1f} s  cpu {took.cpu:6.1f} s  peak {took.peak:5.0f} MB  "
        f"{sum(sizes) / 1e6:7.1f} MB in {len(sizes)} files, {anew} anew",
        flush=True,
    )


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files."""
    names = [{str(path.relative_to(folder)) for path in folder.rglob("*")} for folder in (one, other)]
    files = [name for name in names[0] if (one / name).is_file()]
    return names[0] == names[1] and filecmp.cmpfiles(one, other, files, shallow=False)[0] == files


def peer(markdown: Path, out: Path) -> None:
    """Let Pelican build the articles and print a row."""
    posts = out / "posts"
    posts.mkdir(parents=True)
    for path in markdown.glob("*.md"):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        told = json.loads(front)
        head = f"Title: {told['title']}\nDate: {told['date']}\nSlug: {path.stem}\nTags: {', '.join(told['tags'])}\n\n"
        (posts / path.name).write_text(head + body, "utf-8")
    settings = out / "pelicanconf.py"
    settings.write_text(
        "SITENAME = 'peer'\nTIMEZONE = 'Asia/Shanghai'\nDEFAULT_LANG = 'zh'\nFEED_ALL_ATOM = None\n"
        "CATEGORY_FEED_ATOM = None\nTAG_SAVE_AS = ''\nAUTHOR_SAVE_AS = ''\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "pelican", str(posts), "-o", str(out / "site"), "-s", str(settings)]
    show("pelican", measured(command), out / "site", len(places(out / "site")))


def main() -> None:
    """Build and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--peer", type=Path, metavar="MARKDOWN")
    args = parser.parse_args()
    shutil.rmtree(args.out, ignore_errors=True)
    args.out.mkdir(parents=True)
    seeds, out = args.out / "seeds", args.out / "build"
    held = seeds_without_the_newest(args.pages, seeds)
    build(seeds, out, "anew")
    build(seeds, out, "again")
    add_issue(seeds, held)
    build(seeds, out, "issue")
    build(seeds, args.out / "clean", "clean")
    if not same(out / "site", args.out / "clean" / "site"):
        sys.exit("The site that grew is not the one that was built clean.")
    if args.peer:
        peer(args.peer, args.out / "pelican")


if __name__ == "__main__":
    main()
