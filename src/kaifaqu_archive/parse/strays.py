"""What two kinds of strays have in common: the drafts of a page, which are near, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import Role

from .states import HEADLINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cohesion import Cohesion
    from .drafts import Draft
    from .shape import Shape

REACH = 30
"""Articles on either side among which a stray's home is looked for; a printed page holds fewer in all."""
TEXT = (Role.BODY, Role.CONT)
"""Roles of the lines of an article's text."""


class Strays:
    """One page's drafts while what strayed from them is looked after."""

    def __init__(self, shapes: Sequence[Shape], labels: list[Role], drafts: list[Draft], words: Cohesion) -> None:
        self.shapes = shapes
        self.labels = labels
        self.drafts = drafts
        self.words = words
        self._cache: dict[int, tuple[int, frozenset[str]]] = {}

    def near(self, draft: Draft) -> list[Draft]:
        """Return the drafts around one, itself left out: a stray comes home from nearby."""
        at = self.drafts.index(draft)
        return self.drafts[max(0, at - REACH) : at] + self.drafts[at + 1 : at + 1 + REACH]

    def said(self, draft: Draft) -> frozenset[str]:
        """Return the words of a draft's headline and text."""
        size, said = self._cache.get(id(draft), (0, frozenset()))
        if size != len(draft.lines):
            said = self.words.union(draft.having((*HEADLINE, *TEXT), self.labels))
            self._cache[id(draft)] = (len(draft.lines), said)
        return said
