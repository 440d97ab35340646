#!/usr/bin/env python3
"""Add one issue of eight articles to an index: how long it takes, and how many of its bytes are new.

usage: bench/search_add.py ARTICLES.jsonl[.xz]… --number N --out DIR [--date 2026-07-01]

DIR gets ours/ before and after, and cache/. The first build is not measured here: bench/search_build.py does.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import search_articles  # noqa: E402 - the path is set above

from kaifaqu_archive.publish.search import Document, build_index  # noqa: E402 - the path is set above

ISSUE = 8


class Folder:
    """Contents by key, as files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``, or None."""
        path = self.path / key
        return path.read_bytes() if path.is_file() else None

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``."""
        (self.path / key).write_bytes(content)


def build(documents: list[Document], store: Folder, out: Path, before: frozenset[str]) -> dict[str, int]:
    """Write the index below ``out``, leaving alone what is there already; return the size of every file."""
    sizes = {}
    made = set()
    for path, content in build_index(iter(documents), store):
        sizes[path] = len(content)
        target = out / path
        if path in before and path != "search/index.json":
            continue
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)
    return sizes


def main() -> None:
    """Build, add, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--date", default="2026-07-01")
    args = parser.parse_args()
    shutil.rmtree(args.out, ignore_errors=True)
    store = Folder(args.out / "cache")
    documents = [search_articles.document(row) for row in search_articles.rows(args.articles, args.number)]
    documents = [replace(document, arrival=arrival) for arrival, document in enumerate(documents)]
    before = build(documents, store, args.out / "ours", frozenset())
    issue = [
        replace(document, id=f"new{document.id}", date=args.date, arrival=len(documents))
        for document in documents[:: len(documents) // ISSUE][:ISSUE]
    ]
    start = time.perf_counter()
    after = build([*documents, *issue], store, args.out / "ours", frozenset(before))
    wall = time.perf_counter() - start
    new = sum(size for path, size in after.items() if path not in before or path == "search/index.json")
    whole = sum(after.values())
    print(f"{args.number} articles and {ISSUE} more: {wall:.2f} s, {new / 1000:.0f} kB of {whole / 1000:.0f} kB new: "
          f"{new / whole:.2%}")  # fmt: skip


if __name__ == "__main__":
    main()
