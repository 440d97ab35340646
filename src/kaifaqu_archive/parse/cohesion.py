"""How much two stretches of a page speak of the same things.

Counted in pairs of Chinese characters: names of places, people and projects recur within
an article and not beyond it, so pairs that few lines of the page hold weigh most.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import chain
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9]{2,}")
_MOST_SEARCHED = 100
"""Pairs of a page that are searched for one by one before those of every line are found."""
_LOOK_AT = 1200
"""Characters of one line that are looked at, so that a line of any length costs the same."""


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in ``text``, not reaching over punctuation."""
    return frozenset([run[i : i + 2] for run in _RUN.findall(text[:_LOOK_AT]) for i in range(len(run) - 1)])


class Cohesion:
    """The pairs of every line of one page, found when they are first asked for, and how rare each is."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [text[:_LOOK_AT] for text in texts]
        self._searched: dict[str, int] = {}
        self._of_line: dict[int, frozenset[str]] = {}

    def line(self, i: int) -> frozenset[str]:
        """Return the pairs of one line, by index."""
        found = self._of_line.get(i)
        if found is None:
            found = self._of_line[i] = pairs(self._texts[i])
        return found

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(map(self.line, range(len(self._texts)))))

    @cached_property
    def _rarities(self) -> list[float]:
        """By the number of lines that hold a pair."""
        whole = len(self._texts)
        return [log((whole + 1) / (lines + 0.5)) for lines in range(whole + 1)]

    def rarity(self, pair: str) -> float:
        """In nats: 0 for a pair that stands in every line."""
        return self._rarities[self._counts[pair]]

    def weight(self, found: Iterable[str]) -> float:
        """Return the sum of rarities; exact, whatever the order in which a set gives its pairs."""
        return fsum(map(self._rarities.__getitem__, map(self._counts.__getitem__, found)))

    def _lines_with(self, few: frozenset[str]) -> Mapping[str, int]:
        """Return how many lines hold each of these pairs; as long as few are asked for, the lines are searched."""
        if "_counts" not in vars(self) and len(self._searched) + len(few) <= _MOST_SEARCHED:
            for pair in few:
                if pair not in self._searched:
                    self._searched[pair] = sum([pair in text for text in self._texts])
            return self._searched
        return self._counts

    def union(self, lines: Iterable[int]) -> frozenset[str]:
        """Return all pairs of the given lines (by index)."""
        return frozenset().union(*map(self.line, lines))

    def spoken(self, found: frozenset[str], lines: Iterable[int]) -> int:
        """Return how many of a headline's few pairs stand in some of the given lines, whose own need not be known."""
        return sum(map("\n".join(self._texts[i] for i in lines).__contains__, found))

    def kinship(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the share, in [0, 1], of the smaller side's weight that the other side shares.

        Pairs that stand in one line only can be shared by nobody and do not count.
        """
        if one.isdisjoint(other):
            return 0.0  # without counting the page's pairs
        small, large = (one, other) if len(one) <= len(other) else (other, one)
        lines = self._lines_with(small)
        counted = {pair: self._rarities[lines[pair]] for pair in small if lines[pair] > 1}
        whole = fsum(counted.values())
        return fsum(map(counted.__getitem__, large & counted.keys())) / whole if whole else 0.0

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much two stretches are about the same things, in [0, 1]: shared weight over the mean of both.

        Unlike in kinship, what stands on one side only counts against it: two articles
        of one page may well share the few words that the whole page repeats.
        """
        shared = self.weight([pair for pair in one & other if self._counts[pair] > 1])
        if not shared:
            return 0.0
        mean = sqrt(self.weight(one) * self.weight(other))
        return min(1.0, shared / mean) if mean > 0 else 0.0

    def coverage(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the share, in [0, 1], of the weight of all of ``one``'s pairs that ``other`` has too."""
        whole = self.weight(one)
        return self.weight(one & other) / whole if whole else 0.0


class Prose:
    """Which pairs of characters stand side by side in the page's prose."""

    def __init__(self, texts: Sequence[str]) -> None:
        whole = "\n".join(texts)
        # A search through the text is quickest; on a page of any length it must not be made line by line.
        self._in: str | frozenset[str] = whole if len(whole) <= _SEARCHED else frozenset().union(*map(pairs, texts))
        self._known: dict[str, bool] = {}

    def __contains__(self, pair: str) -> bool:
        """Whether two characters, no punctuation, stand side by side in it."""
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = pair in self._in and pair.isalnum()
        return known


_SEARCHED = 50_000
"""Characters up to which a page's prose is searched as it stands."""
