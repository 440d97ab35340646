"""The year of an issue, weighed from what its page says of years.

Every clue (:mod:`year_clues`) weighs the years by how far they lie from the one it names; the weights
are learned from real news (``tools/learn_years.py``), and the year with the largest share is the guess.
The share says how sure it is: where it is small, nothing is claimed but the years that remain possible.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kaifaqu_archive import lists
from kaifaqu_archive.extract.year_clues import AWARD, CLOSED, Clue, bucket, clues

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST_YEAR, LAST_YEAR = 1990, 2045
"""Years in which a page may have been printed."""
HORIZON, FADING = 2026, 0.7
"""The year up to which the tables know the world, and what each year beyond it costs, in nats."""
CERTAIN = 5.0
"""Nats, of what needs no learning."""
SURE, LIKELY = 0.8, 0.5
"""Share of the likeliest year from which it is claimed; from which it is guessed, in a range as wide as the doubt."""
POSSIBLE = 0.95
"""Share that the years named as possible have together."""


@dataclass(frozen=True, slots=True)
class YearGuess:
    """The year of issue and why."""

    year: int
    """The likeliest."""
    share: float
    """How likely it is, in [0, 1]."""
    possible: tuple[int, int]
    """First and last of the years that together are as good as certain."""
    quotes: tuple[str, ...]
    turned: bool
    """Whether it follows the year that the page speaks of as over."""

    @property
    def sure(self) -> bool:
        """Whether the year may be claimed."""
        return self.share >= SURE

    @property
    def likely(self) -> bool:
        """Whether the year may be guessed."""
        return self.share >= LIKELY


@cache
def _weights() -> dict[str, list[float]]:
    """Return what each distance weighs by kind of clue: far before, BEFORE … AHEAD, far ahead."""
    weights: dict[str, list[float]] = json.loads(lists.text("year_clues.json"))
    return weights


def _weight(clue: Clue, year: int) -> float:
    """Return how much a clue speaks for a page of ``year``, in nats."""
    if clue.kind == AWARD:
        return CERTAIN * (clue.year == year - 1)
    if clue.kind == CLOSED:
        return -CERTAIN * (clue.year >= year)
    row = _weights().get(clue.kind)
    return row[bucket(clue.year - year)] if row else 0.0


def guess_year(texts: Sequence[str], month: int | None) -> YearGuess | None:
    """Return the year of the issue whose latest event lies in ``month``; None where nothing tells."""
    found = clues(texts, month)
    if not found:
        return None
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return _read(
        {year: sum(_weight(clue, year) for clue in found) - FADING * max(0, year - HORIZON) for year in years}, found
    )


def _read(weights: Mapping[int, float], found: Sequence[Clue]) -> YearGuess:
    most = max(weights.values())
    likely = {year: math.exp(weight - most) for year, weight in weights.items()}
    total = sum(likely.values())
    year = max(likely, key=lambda each: likely[each])
    others = (year - 1, year + 1)
    # The words that spoke loudest for this year against those beside it.
    loudest = max(
        found,
        key=lambda clue: _weight(clue, year) - max(_weight(clue, other) for other in others),
        default=None,
    )
    told = [clue.year for clue in found if clue.year <= year]
    return YearGuess(
        year,
        likely[year] / total,
        _possible(likely, total),
        (loudest.quote,) if loudest else (),
        turned=bool(told) and max(told) < year,
    )


def _possible(likely: Mapping[int, float], total: float) -> tuple[int, int]:
    kept: list[int] = []
    share = 0.0
    for year in sorted(likely, key=lambda each: -likely[each]):
        kept.append(year)
        share += likely[year] / total
        if share >= POSSIBLE:
            break
    return min(kept), max(kept)
