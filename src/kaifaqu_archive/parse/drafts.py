"""An article in the making: labelled lines of one page that belong together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Role

from .jump_notes import leading_jump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .reading import Read
    from .shape import Shape

PROSE = (Role.BODY, Role.CONT, Role.HEADING, Role.LEAD)
OUTSIDE = (Role.COLUMN, Role.NOISE, Role.DUP)
"""Roles of lines that belong to no article."""
_NOTE = 20
"""Characters within which a jump note at the head of a line ends."""


@dataclass(slots=True, eq=False)
class Draft:
    """Indices of lines on the page, ascending, and their roles; only the parser sees it."""

    lines: list[int] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    """What was brought home from elsewhere on the page, for the editor."""

    def having(self, roles: Sequence[Role], labels: Sequence[Role | None]) -> list[int]:
        """Return those of its lines that have one of ``roles``."""
        return [i for i in self.lines if labels[i] in roles]

    def by_role(self, labels: Sequence[Role]) -> dict[Role, list[int]]:
        """Return its lines by their roles."""
        found: dict[Role, list[int]] = {}
        for i in self.lines:
            found.setdefault(labels[i], []).append(i)
        return found


def cut(shapes: Sequence[Shape], reads: Sequence[Read]) -> tuple[list[Draft], list[Role]]:
    """Cut the read page into drafts; return them and every line's role.

    Columns, furniture and repeats belong to no draft.
    """
    drafts: list[Draft] = []
    labels: list[Role] = []
    for i, (shape, read) in enumerate(zip(shapes, reads, strict=True)):
        state = read.state
        labels.append(state.role)
        if state.role in OUTSIDE:
            continue
        # A jump note at the head of a body line begins an article as one on its own line does.
        noted = "版" in shape.text[:_NOTE] and state.role is not Role.JUMP_FROM and leading_jump(shape.text)
        if state.begins or not drafts or noted:
            drafts.append(Draft())
        drafts[-1].lines.append(i)
    return drafts, labels
