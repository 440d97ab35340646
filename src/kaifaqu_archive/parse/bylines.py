"""Bylines whose name stands on the line below what its bearer is: ``本报记者`` over ``朱 妹``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import MARKS, ORG, RANK, ROLE_BEFORE, read_credits
from kaifaqu_archive.lists import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Fixed, Line

_LABEL = re.compile(rf"[{MARKS}\s]*{ORG}?{RANK}(?:{any_of(ROLE_BEFORE)})[:：]?")
_LONGEST_LABEL = 12
"""Characters; 本报全媒体首席摄影记者 has eleven."""


def bylines_of(lines: Sequence[Line], fixed: Fixed) -> frozenset[int]:
    """Return the indices of the lines that name whom the line before labels; what the editor fixed stands alone."""
    apart = fixed.begins
    return frozenset(
        i + 1
        for i, line in enumerate(lines[:-1])
        if len(line.text) <= _LONGEST_LABEL
        and _LABEL.fullmatch(line.text)
        and apart.isdisjoint((line.n, lines[i + 1].n))
        and _named(line.text, lines[i + 1].text)
    )


def _named(label: str, name: str) -> bool:
    """Whether two lines are a byline together, and the lower is names by itself."""
    return bool(read_credits(name)) and bool(read_credits(label + name))
