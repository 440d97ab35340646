"""What the editor has decided about a page, made to hold.

Roles enter the evidence before the page is read; where articles begin and which are one is
made to hold in the drafts that the reading gave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import NOTHING_FIXED, Fixed, Role

from .drafts import OUTSIDE, Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rows import Row


def fix_evidence(rows: Sequence[Row], evidence: list[dict[Role, float]], fixed: Fixed) -> list[dict[Role, float]]:
    """Leave a line whose role the editor gave no other."""
    roles = dict(fixed.roles)
    if not roles:
        return evidence
    return [{roles[row[0].n]: 0.0} if row[0].n in roles else said for row, said in zip(rows, evidence, strict=True)]


def fix_drafts(rows: Sequence[Row], drafts: list[Draft], labels: list[Role], fixed: Fixed) -> None:
    """Split and merge drafts, and give every line the role that the editor gave it."""
    if fixed == NOTHING_FIXED:
        return
    index = {line.n: i for i, row in enumerate(rows) for line in row}
    for n, role in fixed.roles:
        if n in index:
            labels[index[n]] = role
            _belong(index[n], role, drafts)
    for n in fixed.splits:
        if n in index:
            _split(index[n], drafts, labels)
    for lines in fixed.merges:
        _merge([index[n] for n in lines if n in index], drafts)


def _home(i: int, drafts: list[Draft]) -> Draft | None:
    return next((draft for draft in drafts if i in draft.lines), None)


def _belong(i: int, role: Role, drafts: list[Draft]) -> None:
    """Take a line out of its article, or put it into the one around it, as its role asks."""
    draft = _home(i, drafts)
    if role in OUTSIDE:
        if draft:
            draft.lines.remove(i)
            if not draft.lines:
                drafts.remove(draft)
    elif draft is None:
        before = [d for d in drafts if d.lines[0] < i]
        if before or drafts:
            host = max(before, key=lambda d: d.lines[0]) if before else drafts[0]
            host.lines = sorted([*host.lines, i])
        else:
            drafts.append(Draft([i]))


def _split(i: int, drafts: list[Draft], labels: list[Role]) -> None:
    """Begin an article at line ``i``."""
    draft = _home(i, drafts)
    if draft is None or draft.lines[0] == i:
        return
    part = Draft([j for j in draft.lines if j >= i])
    draft.lines = [j for j in draft.lines if j < i]
    if labels[i] is Role.CONT:
        labels[i] = Role.BODY
    drafts.insert(drafts.index(draft) + 1, part)


def _merge(lines: list[int], drafts: list[Draft]) -> None:
    """Make one article of those that hold ``lines``."""
    found = [draft for draft in drafts if any(i in draft.lines for i in lines)]
    for other in found[1:]:
        found[0].lines = sorted(found[0].lines + other.lines)
        drafts.remove(other)
