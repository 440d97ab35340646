"""Count which characters follow each other in running text: whether a broken line reads on into the next.

    python tools/count_junctions.py ARTICLES.jsonl[.xz]... > src/kaifaqu_archive/data/junctions.txt

Every row of ARTICLES has ``paras``.  A row of the table is a character, those that follow it at
least 20 times as often as chance would have it, a colon, and those that follow it at least 2.7
times as often.  Pairs seen fewer than twenty times are left out: no sentence can be put together from it.
"""

from __future__ import annotations

import json
import lzma
import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

LEAST = 20
"""Times a pair must be seen; of 22 million characters."""
STRONG, WEAK = 3.0, 1.0
"""Nats above chance."""
HEAD = """\
# Which characters follow each other in running text. A row: a character, those that follow it at least 20 times
# as often as chance would have it, a colon, those that do at least 2.7 times as often.
# Made by tools/count_junctions.py.
"""


def main() -> None:
    """Count and print."""
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for name in sys.argv[1:]:
        path = Path(name)
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                for para in row["paras"]:
                    text = "".join(para.split())
                    single.update(text)
                    pairs.update(pairwise(text))
    whole = sum(single.values())
    following: dict[str, tuple[list[str], list[str]]] = {}
    for (one, other), seen in sorted(pairs.items()):
        nats = math.log(seen * whole / (single[one] * single[other]))
        if seen >= LEAST and nats >= WEAK and (one + other).isalnum() and not (one + other).isascii():
            following.setdefault(one, ([], []))[nats < STRONG].append(other)
    print(HEAD, end="")
    for one, (strong, weak) in following.items():
        print(f"{one} {''.join(strong)}:{''.join(weak)}")


if __name__ == "__main__":
    main()
