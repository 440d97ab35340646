"""Count in how many articles of a paper its words stand: the background against which terms are weighed.

    python tools/count_background.py ARTICLES.jsonl[.xz]... > src/kaifaqu_archive/data/background.txt

Every row of ARTICLES has ``title`` and ``paras``.  What is written are words of the language with how
common they are, to a power of two, what kind of word jieba's dictionary says they are, and how often
a clause ends and begins with them; no sentence can be put together from it.  Counted are words; pairs
and triples of words that end with a word of ``term_heads.txt``; and phrases that are mostly quoted.
Rows are explained at the head of the table.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import jieba.posseg

from kaifaqu_archive.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 20
"""Articles: of 38,741, a word that stands in fewer is as good as unknown (one in 2,000)."""
LONGEST = 8
"""Characters of a pair or triple."""
PRUNED = 5000
"""Articles after which pairs seen once are forgotten, so that memory stays below 1 GB."""

EDGED = 4
"""Characters of a word for which the ends and beginnings of clauses are counted."""
LEAST_EDGED = 20
"""Times it must be read for that."""
RAREST = 12
"""Half nats; what is rarer at an edge is as good as never there."""
KINDS = {"nr": "r", "ns": "s", "nt": "t", "vn": "n", "l": "n", "j": "n", "b": "a", "z": "a"}
"""jieba's tag -> ours, where its first letter is not the kind itself."""
OWN = "nvaim"
"""First letters that are kept: nouns, verbs, adjectives, idioms, numerals."""
CONTENT = frozenset("nvaix")
HEAD = """\
# How common words are: in how many of {n} articles of national news (2012-2026) each stands.
# A row is KIND LEVEL ENDS BEGINS [q]: words; they stand in about 2^LEVEL articles each. KIND: n noun, v verb,
# a adjective, i idiom, m numeral, r person, s place, t body, o other, x not in jieba's dictionary, p several
# words. ENDS, BEGINS: of all its places, which share is at the end and at the beginning of a clause, in half nats
# below one; - where that was not counted. q: in at least half of its articles it stands in quotation marks. Made
# by tools/count_background.py.
"""

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CLAUSE = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]{4,}")
_QUOTED = re.compile(r"[“‘「『]([\u4e00-\u9fff]{2,8})[”’」』]")


def main() -> None:
    """Count and print."""
    words: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    heads = _words("term_heads.txt")
    total = 0
    for total, texts in enumerate(_articles(sys.argv[1:]), 1):
        joined = "\n".join(texts)
        runs = [cut(run) for run in _HAN.findall(joined)]
        here = set(_QUOTED.findall(joined))
        words.update({word for run in runs for word in run})
        phrases.update({phrase for run in runs for phrase in _phrases(run, heads)} | here)
        quoted.update(here)
        if total % PRUNED == 0:
            phrases = Counter({phrase: n for phrase, n in phrases.items() if n > 1})
    sys.stdout.write(HEAD.format(n=f"{total:,}"))
    rows = _rows(words, phrases, quoted)
    edges = _edges({word for row in rows.values() for word in row if len(word) <= EDGED}, sys.argv[1:])
    for (kind, level, mark), row in sorted(rows.items()):
        by_edges = defaultdict(list)
        for word in row:
            by_edges[edges.get(word, "- -")].append(word)
        for edge, alike in sorted(by_edges.items()):
            print(f"{kind} {level} {edge}{' q' if mark else ''}: {' '.join(sorted(alike))}")


def _words(name: str) -> frozenset[str]:
    rows = (resources.files("kaifaqu_archive") / "data" / name).read_text("utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())


def _articles(names: list[str]) -> Iterator[list[str]]:
    for name in names:
        path = Path(name)
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            yield from ([row["title"], *row["paras"]] for row in map(json.loads, lines))


def _phrases(run: list[str], heads: frozenset[str]) -> Iterator[str]:
    """Yield the pairs and triples of words that end with a head and are not too long."""
    for end, word in enumerate(run, 1):
        if word in heads:
            for begin in (end - 2, end - 3):
                phrase = "".join(run[begin:end]) if begin >= 0 else ""
                if phrase and len(phrase) <= LONGEST:
                    yield phrase


def _rows(words: Counter[str], phrases: Counter[str], quoted: Counter[str]) -> dict[tuple[str, int, bool], list[str]]:
    jieba.posseg.initialize()
    tags: dict[str, str] = jieba.posseg.dt.word_tag_tab
    rows = defaultdict(list)
    for counts, of_words in ((words, True), (phrases, False)):
        for text, n in counts.items():
            if n < LEAST or (not of_words and text in words):
                continue
            mark = quoted[text] * 2 >= n
            if of_words or mark or all(_kind(word, tags) in CONTENT for word in cut(text)):
                rows[(_kind(text, tags) if of_words else "p", round(math.log2(n)), mark)].append(text)
    return rows


def _edges(words: set[str], names: list[str]) -> dict[str, str]:
    """Return for each word how rarely it ends and begins the clause that it is read in, as the table writes it."""
    read: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    for texts in _articles(names):
        for clause in _CLAUSE.findall("\n".join(texts)):
            for size in range(1, EDGED + 1):
                read.update(w for i in range(len(clause) - size + 1) if (w := clause[i : i + size]) in words)
                ends.update({clause[-size:]} & words)
                begins.update({clause[:size]} & words)
    return {
        word: f"{_half_nats(ends[word], n)} {_half_nats(begins[word], n)}"
        for word, n in read.items()
        if n >= LEAST_EDGED
    }


def _half_nats(there: int, everywhere: int) -> int:
    return min(RAREST, round(-2 * math.log((there + 0.5) / (everywhere + 1))))


def _kind(word: str, tags: dict[str, str]) -> str:
    tag = tags.get(word)
    if tag is None:
        return "x"
    return KINDS.get(tag) or KINDS.get(tag[:2]) or KINDS.get(tag[0]) or (tag[0] if tag[0] in OWN else "o")


if __name__ == "__main__":
    main()
