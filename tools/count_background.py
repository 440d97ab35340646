"""Count in how many articles of a paper its words stand: the background against which terms are weighed.

    python tools/count_background.py ARTICLES.jsonl[.xz]... > src/kaifaqu_archive/data/background.txt

Every row of ARTICLES has ``title`` and ``paras``.  What is written are words of the language with how
common they are, to a power of two, and what kind of word jieba's dictionary says they are; no sentence can
be put together from it.  Counted are words; pairs and triples of words that end with a word of
``term_heads.txt``; and phrases that are mostly quoted.  Rows are explained at the head of the table.
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

KINDS = {"nr": "r", "ns": "s", "nt": "t", "vn": "n", "l": "n", "j": "n", "b": "a", "z": "a"}
"""jieba's tag -> ours, where its first letter is not the kind itself."""
OWN = "nvaim"
"""First letters that are kept: nouns, verbs, adjectives, idioms, numerals."""
CONTENT = frozenset("nvaix")
HEAD = """\
# How common words are: in how many of {n} articles of national news (2012-2026) each stands.
# A row is KIND LEVEL [q]: words; they stand in about 2^LEVEL articles each. KIND: n noun, v verb, a adjective,
# i idiom, m numeral, r person, s place, t body, o other, x not in jieba's dictionary, p several words. q: in at
# least half of its articles it stands in quotation marks. Made by tools/count_background.py.
"""

_HAN = re.compile(r"[\u4e00-\u9fff]+")
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
    for (kind, level, mark), row in sorted(_rows(words, phrases, quoted).items()):
        print(f"{kind} {level}{' q' if mark else ''}: {' '.join(sorted(row))}")


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


def _kind(word: str, tags: dict[str, str]) -> str:
    tag = tags.get(word)
    if tag is None:
        return "x"
    return KINDS.get(tag) or KINDS.get(tag[:2]) or KINDS.get(tag[0]) or (tag[0] if tag[0] in OWN else "o")


if __name__ == "__main__":
    main()
