"""Hold the parser's confidence against pages read by hand: of the lines it is sure of, how many are right.

usage: python tools/calibrate.py GOLD... [--pages DIR]

GOLD are ``NAME.gold.yml`` files; their page texts are looked for beside them and in ``--pages``.  Prints a
row per range of confidence, then the share that is right of the lines given ``SURE`` or more; exit status 1
where that share is under ``PROMISED``.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.pages import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
"""Lower ends of the ranges; the last holds what is given as certain."""
SURE = 0.95
"""Confidence from which a line is taken as read."""
PROMISED = 0.98
"""Share of the lines given ``SURE`` or more that must be right."""

Judged = tuple[float, bool]
"""(confidence, whether the role is accepted)."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """The lines whose confidence lies in one range."""

    low: float
    lines: int
    right: int
    given: float
    """Sum of their confidences."""

    @property
    def share(self) -> float:
        """Share of the lines that are right, in [0, 1]; 1 where there is none."""
        return self.right / self.lines if self.lines else 1.0


def main() -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--pages", type=Path, action="append", default=[], metavar="DIR")
    args = parser.parse_args()
    judged = [line for gold in args.gold for line in judge(gold, args.pages)]
    print("\n".join(table(judged)))
    return 0 if bucket(judged, SURE).share >= PROMISED else 1


def judge(gold: Path, folders: Sequence[Path]) -> Iterator[Judged]:
    """Yield, for every line of a page read by hand, how sure the parser is and whether it is right."""
    name = gold.name.removesuffix(".gold.yml") + ".txt"
    source = next((folder / name for folder in (gold.parent, *folders) if (folder / name).exists()), None)
    if source is None:
        sys.exit(f"calibrate: {name} is neither beside {gold} nor in --pages")
    accepted = {n: roles.split("|") for n, _, roles in yaml.safe_load(gold.read_text("utf-8"))["lines"]}
    for reading in parse_page(read_page(source)).readings:
        if reading.line.n in accepted:
            yield reading.confidence, reading.role.value in accepted[reading.line.n]


def bucket(judged: Iterable[Judged], low: float, high: float | None = None) -> Bucket:
    """Count the lines whose confidence is at least ``low`` and under ``high``."""
    chosen = [(sure, right) for sure, right in judged if sure >= low and (high is None or sure < high)]
    return Bucket(low, len(chosen), sum(right for _, right in chosen), sum(sure for sure, _ in chosen))


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the rows of the table, then what is promised and what holds."""
    yield "confidence     lines    given    right"
    for low, high in zip(EDGES, (*EDGES[1:], None), strict=True):
        here = bucket(judged, low, high)
        label = f"{low:.2f} – {high:.2f}" if high is not None else f"{low:.2f}"
        given = f"{here.given / here.lines:.3f}" if here.lines else "-"
        right = f"{here.share:.3f}" if here.lines else "-"
        yield f"{label:12s} {here.lines:7d} {given:>8s} {right:>8s}"
    sure = bucket(judged, SURE)
    yield f"{sure.lines} of {len(judged)} lines are given {SURE} or more"
    yield f"of these {sure.share:.4f} are right (promised: {PROMISED})"


if __name__ == "__main__":
    sys.exit(main())
