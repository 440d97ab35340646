"""One page from its lines to its articles: look, weigh, read, bring home, assemble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import NOTHING_FIXED, Fixed, Page, ParsedPage, Reading, Role

from .assemble import Assembly, told_apart
from .cohesion import Cohesion, Prose
from .columns import rows_of
from .drafts import cut
from .evidence import hear, loudest, weigh
from .fixing import fix_drafts, fix_evidence
from .gaps import evened
from .homecoming import Home
from .pictures import Pictures
from .reading import best_reading
from .repeats import left_out, runs
from .rows import role_behind, whole_lines
from .shape import Shape, shape_of
from .view import views_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 3
"""Lines on either side of a repeated run that it is held against."""


_BROKEN = "the print broke the line before"
"""Why a line is read as one with the one before."""


def parse_page(page: Page, fixed: Fixed = NOTHING_FIXED) -> ParsedPage:
    """Read one page through: every line gets a role, every article its lines.

    ``fixed`` is what the editor has decided; the best reading is sought among those that agree.
    """
    rows = rows_of(evened(page.lines), fixed)
    shapes = list(map(shape_of, whole_lines(rows)))
    words = Cohesion([shape.text for shape in shapes])
    views = views_of(shapes, words)
    heard = [hear(view) for view in views]
    weighed = list(map(weigh, views, heard))
    evidence = fix_evidence(rows, _without_repeats(shapes, weighed, words), fixed)
    reads, _ = best_reading(shapes, evidence)
    drafts, labels = cut(shapes, reads)
    home = Home(shapes, labels, drafts, words)
    home.orphan_headlines()
    home.late_headlines()
    Pictures(shapes, labels, drafts, words).bring_home()
    fix_drafts(rows, drafts, labels, fixed)
    said = {n for n, _ in fixed.roles}
    confidences = [
        1.0 if read.confidence == 1 or row[0].n in said else round(read.confidence, 3)
        for row, read in zip(rows, reads, strict=True)
    ]
    assembly = Assembly(page, rows, shapes, labels, confidences, views[0].words if views else Prose([]))
    articles = told_apart([assembly.article(draft) for draft in drafts], drafts)
    owner = {i: article.id for draft, article in zip(drafts, articles, strict=True) for i in draft.lines}
    printed = iter(page.lines)
    readings = []
    for i, (row, role, confidence) in enumerate(zip(rows, labels, confidences, strict=True)):
        article = owner.get(i)
        rule = "the editor says so" if row[0].n in said else loudest(heard[i], role)
        readings.append(Reading(next(printed), role, article, confidence, rule))
        if len(row) > 1:
            readings += [
                Reading(next(printed), role_behind(role), article, confidence, _BROKEN, joined=True) for _ in row[1:]
            ]
    return ParsedPage(page, tuple(readings), tuple(articles))


def _without_repeats(
    shapes: Sequence[Shape], evidence: list[dict[Role, float]], words: Cohesion
) -> list[dict[Role, float]]:
    """Leave no role but ``dup`` to the lines that repeat others out of sequence."""
    if not runs(shapes):
        return evidence

    def evidence_without(gone: frozenset[int]) -> list[dict[Role, float]]:
        return [{Role.DUP: 0.0} if i in gone else row for i, row in enumerate(evidence)]

    def weight_without(gone: frozenset[int]) -> float:
        return best_reading(shapes, evidence_without(gone))[1]

    def kin(run: range) -> float:
        around = [
            j
            for j in (*range(run.start - _NEAR, run.start), *range(run.stop, run.stop + _NEAR))
            if 0 <= j < len(shapes)
        ]
        return words.kinship(words.union(run), words.union(around))

    return evidence_without(left_out(shapes, weight_without, kin))
