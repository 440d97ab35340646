"""Headlines that stand upright beside their column: one character to a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.text import is_han

from .gaps import USUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Fixed, Line

_LEAST, _TWO = 4, 2
"""Chinese characters on lines of their own that are a headline; two figures stand side by side in it."""


def upright_of(lines: Sequence[Line], fixed: Fixed) -> frozenset[int]:
    """Return the indices of the lines that go on in an upright headline; what the editor fixed stands alone."""
    if sum([len(line.text) == 1 for line in lines]) < _LEAST:
        return frozenset()
    single = [len(line.text) == 1 or (len(line.text) == _TWO and line.text.isdigit()) for line in lines]
    apart = {n for n, _ in fixed.roles}
    begins = fixed.begins
    found: set[int] = set()
    start = 0
    for i in range(1, len(lines) + 1):
        free = i < len(lines) and lines[i].n not in begins and lines[i - 1].n not in apart
        # A blank line that stands between no other two of them parts a headline from the one beside it.
        if free and single[i - 1] and single[i] and lines[i].gap <= (USUAL if i == start + 1 else lines[start + 1].gap):
            continue
        if sum([is_han(line.text[0]) for line in lines[start:i]]) >= _LEAST:
            found.update(range(start + 1, i))
        start = i
    return frozenset(found)
