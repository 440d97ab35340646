"""Bylines whose name stands on the line below what its bearer is: ``本报记者`` over ``朱 妹``."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import read_credits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Fixed, Line

_LABELS = frozenset(
    map(
        "".join,
        product(
            ("", "本报", "本刊", "本网", "本台"),
            ("", "特约", "见习", "实习", "首席", "特派"),
            ("记者", "摄影记者", "通讯员", "评论员"),
        ),
    )
)
_ORNAMENTS = "□■◎●○◆◇▲△★☆ \u3000"


def bylines_of(lines: Sequence[Line], fixed: Fixed) -> frozenset[int]:
    """Return the indices of the lines that name whom the line before labels; what the editor fixed stands alone."""
    labelled = [i for i, line in enumerate(lines) if line.text.lstrip(_ORNAMENTS) in _LABELS]
    if not labelled:
        return frozenset()
    apart = {*fixed.splits, *(n for n, _ in fixed.roles)}
    return frozenset(
        i + 1
        for i in labelled
        if i + 1 < len(lines) and lines[i].n not in apart and lines[i + 1].n not in apart and _named(lines, i)
    )


def _named(lines: Sequence[Line], i: int) -> bool:
    """Whether line ``i`` and the one below are a byline together, and the one below is names by itself."""
    name = lines[i + 1].text
    return bool(read_credits(name)) and bool(read_credits(lines[i].text + name))
