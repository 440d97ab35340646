"""How much two stretches of a page speak of the same things.

Counted in pairs of Chinese characters: names of places, people and projects recur within
an article and not beyond it, so pairs that few lines of the page hold weigh most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

_HAN_RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9]{2,}")
_LOOK_AT = 1200
"""Characters of one line that are looked at, so that a line of any length costs the same."""


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in ``text``, not reaching over punctuation."""
    return frozenset(run[i : i + 2] for run in _HAN_RUN.findall(text[:_LOOK_AT]) for i in range(len(run) - 1))


class Cohesion:
    """The pairs of every line of one page and how rare each is on it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._of_line = [pairs(text) for text in texts]
        self._lines = len(texts)
        self._found = Counter(pair for line in self._of_line for pair in line)

    def rarity(self, pair: str) -> float:
        """In nats: 0 for a pair that stands in every line."""
        return log((self._lines + 1) / (self._found[pair] + 0.5))

    def union(self, lines: Iterable[int]) -> frozenset[str]:
        """Return all pairs of the given lines (by index)."""
        return frozenset().union(*(self._of_line[i] for i in lines))

    def kinship(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the share, in [0, 1], of the smaller side's weight that the other side shares.

        Pairs that stand in one line only can be shared by nobody and do not count.
        """
        small, large = (one, other) if len(one) <= len(other) else (other, one)
        whole = shared = 0.0
        for pair in small:
            if self._found[pair] > 1:
                weight = self.rarity(pair)
                whole += weight
                if pair in large:
                    shared += weight
        return shared / whole if whole else 0.0

    def coverage(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the share, in [0, 1], of the weight of all of ``one``'s pairs that ``other`` has too."""
        whole = sum(self.rarity(pair) for pair in one)
        return sum(self.rarity(pair) for pair in one & other) / whole if whole else 0.0
