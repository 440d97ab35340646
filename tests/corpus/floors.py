"""Floors: the scores below which no change may fall, and the table of them in the README."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from tests.corpus.score_parse import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACES = 4
"""Decimal places of a floor, cut off and not rounded, so that a score never lies under its own floor."""
_TABLE = re.compile(r"(<!-- floors: [^\n]*-->\n).*(<!-- /floors -->)", re.DOTALL)


def below(scores: Mapping[str, float], name: str, floor: float) -> bool:
    """Whether a figure lies under its floor, or is not there any more."""
    return scores.get(name, -1.0) < floor


def renewed(floors: Mapping[str, float], scores: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """Return the floors raised to ``scores``, and lowered to them only if told; in the order of the table."""
    today = {name: math.floor(scores[name] * 10**PLACES) / 10**PLACES for name in FIELDS if name in scores}
    return {name: value if lower else max(value, floors.get(name, 0.0)) for name, value in today.items()}


def case_floors(floors: Mapping[str, float], shares: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """Return the floors of the readable cases: of their mean, and of every case that is not read whole.

    A case without a floor must be read without a mistake; one that fails today gets a floor only if ``lower``.
    """
    mean = {"all": sum(shares.values()) / len(shares)}
    today = {**mean, **{name: share for name, share in sorted(shares.items()) if share < 1.0}}
    cut = {name: math.floor(value * 10**PLACES) / 10**PLACES for name, value in today.items()}
    if lower:
        return cut
    old = {"all": floors.get("all", 0.0), **{name: floors.get(name, 1.0) for name in cut if name != "all"}}
    raised = {name: max(value, old[name]) for name, value in cut.items()}
    return {name: value for name, value in raised.items() if name == "all" or value < 1.0}


def readme_table(floors: Mapping[str, float]) -> str:
    """Return the floors as a table in Markdown, figures with three decimal places, cut off."""
    cells = [f"{math.floor(value * 1000) / 1000:.3f}" for value in floors.values()]
    rows = (list(floors), ["---"] * len(floors), cells)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def with_table(readme: str, floors: Mapping[str, float]) -> str:
    """Return the README with the table of ``floors`` in its place."""
    return _TABLE.sub(lambda found: f"{found[1]}\n{readme_table(floors)}\n{found[2]}", readme)
