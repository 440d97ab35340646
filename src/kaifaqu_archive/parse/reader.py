"""One page from its lines to its articles: look, weigh, read, bring home, assemble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.model import NOTHING_FIXED, Fixed, Page, ParsedPage, Reading, Role

from .assemble import Assembly, told_apart
from .cohesion import Cohesion, Prose
from .drafts import cut
from .evidence import hear, loudest, weigh
from .fixing import fix_drafts, fix_evidence
from .homecoming import Home
from .reading import best_reading
from .repeats import left_out, runs
from .shape import Shape, shape_of
from .view import views_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 3
"""Lines on either side of a repeated run that it is held against."""


def parse_page(page: Page, fixed: Fixed = NOTHING_FIXED) -> ParsedPage:
    """Read one page through: every line gets a role, every article its lines.

    ``fixed`` is what the editor has decided; the best reading is sought among those that agree.
    """
    shapes = [shape_of(line) for line in page.lines]
    words = Cohesion([shape.text for shape in shapes])
    views = views_of(shapes, words)
    heard = [hear(view) for view in views]
    weighed = list(map(weigh, views, heard))
    evidence = fix_evidence(page, _without_repeats(shapes, weighed, words), fixed)
    reads, _ = best_reading(shapes, evidence)
    drafts, labels = cut(shapes, reads)
    home = Home(shapes, labels, drafts, words)
    home.orphan_headlines()
    home.late_headlines()
    home.photographs()
    fix_drafts(page, home.drafts, labels, fixed)
    said = {n for n, _ in fixed.roles}
    confidences = [
        1.0 if line.n in said else round(read.confidence, 3) for line, read in zip(page.lines, reads, strict=True)
    ]
    assembly = Assembly(page, shapes, labels, confidences, views[0].words if views else Prose([]))
    articles = told_apart([assembly.article(draft) for draft in home.drafts], home.drafts)
    owner = {i: article.id for draft, article in zip(home.drafts, articles, strict=True) for i in draft.lines}
    rules = [
        "the editor says so" if line.n in said else loudest(heard[i], labels[i]) for i, line in enumerate(page.lines)
    ]
    readings = map(Reading, page.lines, labels, map(owner.get, range(len(labels))), confidences, rules)
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
