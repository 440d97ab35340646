"""Count where characters stand: at the start of paragraphs and headlines, at the end of headlines.

    python tools/count_characters.py ARTICLES.jsonl[.xz]... > src/kaifaqu_archive/data/characters.json

Every row of ARTICLES has ``title`` and ``paras``.  The table gives, per character, how much
likelier it is (log ratio, nats) in that place than anywhere in the prose; characters seen
fewer than forty times are left out.
"""

from __future__ import annotations

import json
import lzma
import math
import sys
from collections import Counter
from pathlib import Path

_LEAST = 40
_SMOOTH = 2.0


def main() -> None:
    """Count and print."""
    anywhere: Counter[str] = Counter()
    places: dict[str, Counter[str]] = {"opens": Counter(), "heads": Counter(), "ends": Counter()}
    for name in sys.argv[1:]:
        path = Path(name)
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                for para in row["paras"]:
                    anywhere.update(para)
                    places["opens"][para[0]] += 1
                title = row["title"].replace("【", "").strip()
                if title:
                    places["heads"][title[0]] += 1
                    places["ends"][title[-1]] += 1
    total = sum(anywhere.values())
    table: dict[str, dict[str, float]] = {}
    for place, counts in places.items():
        seen = sum(counts.values())
        ratios = {}
        for char, n in sorted(anywhere.items()):
            if n >= _LEAST and "\u4e00" <= char <= "\u9fff":
                expected = n / total * seen
                ratios[char] = round(math.log((counts[char] + _SMOOTH) / (expected + _SMOOTH)), 1)
        table[place] = {char: ratio for char, ratio in ratios.items() if abs(ratio) >= 0.3}  # noqa: PLR2004
    rows = [
        f' "{place}": ' + json.dumps(ratios, ensure_ascii=False, separators=(",", ":"))
        for place, ratios in table.items()
    ]
    print("{\n" + ",\n".join(rows) + "\n}")


if __name__ == "__main__":
    main()
