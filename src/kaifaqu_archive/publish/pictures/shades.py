"""From a count to a shade, and the legend that says which counts a shade stands for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

STEPS = 4
"""Shades that a reader still tells apart, in print too; nothing at all is a fifth."""


@dataclass(frozen=True, slots=True)
class Step:
    """One shade of a legend."""

    level: int
    text: str
    """1, 2–5."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Shades for counts from one upward."""

    bounds: tuple[int, ...]
    """The highest count of each shade, ascending."""

    def level(self, count: int) -> int:
        """Return the shade of a count, from 1; 0 for none."""
        return min(bisect_left(self.bounds, count) + 1, len(self.bounds)) if count else 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """The legend, the lightest shade first."""
        lows = (1, *(bound + 1 for bound in self.bounds))
        return tuple(
            Step(level, f"{low}" if low == high else f"{low}–{high}")
            for level, (low, high) in enumerate(zip(lows, self.bounds, strict=False), 1)
        )


def scale(most: int) -> Scale:
    """Return the shades for counts up to ``most``: narrow for few, wide for many, since coverage is never even."""
    if most < 1:
        return Scale(())
    quarters = (-(-most * step * step // (STEPS * STEPS)) for step in range(1, STEPS + 1))
    return Scale(tuple(dict.fromkeys(quarters)))
