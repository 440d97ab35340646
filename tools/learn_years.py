"""Learn how far from the running year the years lie that papers print, by how they are printed.

    python tools/learn_years.py ARTICLES.jsonl[.xz]... > src/kaifaqu_archive/data/year_clues.json

Every row of ARTICLES has ``date`` (of publication) and ``paras``.  Pages are made of the articles of a day;
the weights of a log-linear model over the years (kind of clue, distance from the year of publication) are
raised by gradient ascent to the likelihood of the true years, held near zero by a quadratic penalty, so
that clues that repeat one another share what they say.  Only weights are kept, no text.
"""

from __future__ import annotations

import itertools
import json
import lzma
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.extract.issue_date import latest_month, plain
from kaifaqu_archive.extract.issue_year import FIRST_YEAR, LAST_YEAR
from kaifaqu_archive.extract.year_clues import AHEAD, BEFORE, bucket, clues

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (2, 1, 4, 7, 3, 1, 5)
"""Articles on the pages that are made of the articles of one day."""
RARE = 3
"""Pages that must show a kind of clue before it has weights of its own."""
PENALTY = 0.3
"""Per squared nat."""
ROUNDS, STEP = 400, 0.05
"""Steps of Adam and their size."""

Found = list[tuple[str, int]]
"""(Kind, distance of the year that it names from the first year of all)."""


def main() -> None:
    """Learn and print."""
    days: defaultdict[str, list[list[str]]] = defaultdict(list)
    for name in sys.argv[1:]:
        path = Path(name)
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                days[row["date"]].append([plain(text) for text in row["paras"]])
    read: list[tuple[int, Found]] = []
    for day, articles in sorted(days.items()):
        for texts in pages(articles):
            found = [(clue.kind, clue.year - FIRST_YEAR) for clue in clues(texts, latest_month(texts))]
            read.append((int(day[:4]) - FIRST_YEAR, found))
    counted = Counter(kind for _, found in read for kind, _ in found)
    kinds = sorted(kind for kind, n in counted.items() if n >= RARE)
    weights = learn(read, kinds)
    rows_ = [f' "{kind}": {json.dumps([round(float(w), 2) for w in weights[at]])}' for at, kind in enumerate(kinds)]
    print("{\n" + ",\n".join(rows_) + "\n}")


def pages(articles: list[list[str]]) -> Iterator[list[str]]:
    """Yield the texts of pages of one, two, three … articles of a day."""
    sizes = itertools.cycle(SIZES)
    at = 0
    while at < len(articles):
        size = next(sizes)
        yield list(itertools.chain.from_iterable(articles[at : at + size]))
        at += size


def learn(read: list[tuple[int, Found]], kinds: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the weights, (kind, bucket)."""
    place = {kind: at for at, kind in enumerate(kinds)}
    years, width = LAST_YEAR - FIRST_YEAR + 1, BEFORE + AHEAD + 3
    read = [(true, kept) for true, found in read if (kept := [row for row in found if row[0] in place])]
    page = np.array([n for n, (_, found) in enumerate(read) for _ in found])
    kind = np.array([place[name] for _, found in read for name, _ in found])
    told = np.array([year for _, found in read for _, year in found])
    columns = np.array([[bucket(year - each) for each in range(years)] for year in range(-60, 120)])[told + 60]
    flat = kind[:, None] * width + columns
    true = np.array([year for year, _ in read])
    weights = np.zeros(len(kinds) * width)
    moment, spread = np.zeros_like(weights), np.zeros_like(weights)
    for n in range(1, ROUNDS + 1):
        scores = np.zeros((len(read), years))
        np.add.at(scores, page, weights[flat])
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        error = -shares
        error[np.arange(len(read)), true] += 1
        slope = np.bincount(flat.ravel(), error[page].ravel(), minlength=len(weights)) - PENALTY * weights
        moment = 0.9 * moment + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights += STEP * (moment / (1 - 0.9**n)) / (np.sqrt(spread / (1 - 0.999**n)) + 1e-8)
    return weights.reshape(len(kinds), width)


if __name__ == "__main__":
    main()
