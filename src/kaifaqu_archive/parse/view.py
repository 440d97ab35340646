"""A line among its neighbours, as the evidence sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import BULLETS, names_writer

from .apart import counted, standing_apart
from .cohesion import Cohesion, Prose
from .contents import contents_of
from .furniture import is_furniture, is_of_page
from .shape import LEAD, NOTICE, SIGNED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .shape import Shape

RECURS = 2
"""Instances from which something is a page's manner."""
_NEAR = 4
"""Lines of prose on either side of a short line that are held against each other."""
_NUMERALS = "一二三四五六七八九十0123456789"
"""Members of one series differ in these: 一是, 二是."""
_REACH = 5
"""Lines below a short line among which its prose is looked for."""
_FIRST = 2
"""Lines of prose that are asked whether they speak a headline's words."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What recurs on a page, as a paper prints all of its articles in one manner."""

    dated: bool
    """Reports open with datelines."""
    bulleted: bool
    """Subheadings or items have bullets."""
    signed: bool
    """Names stand under articles."""
    bylined: bool
    """Names stand between headline and body."""


def manner_of(shapes: Sequence[Shape]) -> Manner:
    """Look at a whole page."""
    signed = bylined = 0
    for before, here, after in zip(shapes, shapes[1:], shapes[2:], strict=False):
        signed += here.closed and not after.prose
        if here.credits and names_writer(here.credits):
            signed += before.prose and not before.dateline and not after.prose
            bylined += before.headline and after.prose
    return Manner(
        dated=sum([shape.dateline is not None for shape in shapes]) >= RECURS,
        bulleted=sum([shape.headline and shape.text[0] in BULLETS for shape in shapes]) >= RECURS,
        signed=signed >= RECURS,
        bylined=bylined >= RECURS,
    )


_NOTICE = 20
"""Lines behind the heading of a notice among which it ends, and other notices with it."""
_PART_OF_NOTICE = 0.5
"""How much is believed that a day or an address is furniture there."""
_NO_MANNER = Manner(dated=False, bulleted=False, signed=False, bylined=False)
_VERSE = 22
"""Characters of a line of verse at most."""
_HEADLINE = 4
"""Lines of a headline at most, but for few."""


@dataclass(slots=True)
class View:
    """One line with what stands around it; made once per line, thrown away with the page."""

    here: Shape
    above: Shape | None
    """The line before the one before."""
    before: Shape | None
    after: Shape | None
    below: Shape | None
    """The line after the next."""
    words: Prose
    """Pairs of characters printed in the page's prose."""
    noted: bool
    """Some line of the page opens an editor's note."""
    noticed: bool
    """Some line of the page heads a notice."""
    manner: Manner
    """How the page's articles begin and end."""
    run: int = 0
    """How many short lines without a credit stand in a row with it, where these are more than a headline has."""
    parallel: bool = False
    """Built like another short line between prose."""
    likeness: float | None = None
    """How much the prose above and below share, in [0, 1]; None where it does not matter."""
    named_above: float = 0.0
    """Share of the line's words that stand in the prose right above it."""
    named_below: float = 0.0
    """Share of the line's words that stand in the first prose below it."""
    foot: float = 0.0
    """Share of its words that the page's prose speaks, of a line like a headline with nothing else below it."""
    furniture: float = 0.0
    """How sure it is that it is page furniture."""
    apart: bool = False
    """Is furniture and nothing else, wherever it stands: its neighbours do not see it."""
    enclosed: bool = False
    """What stands apart, or the page's edge, is on either side of it."""
    top: bool = False
    """Is the page's first line."""


def views_of(shapes: Sequence[Shape], cohesion: Cohesion) -> list[View]:
    """Return a view of every line of the page; the neighbours of a line are looked for past what stands apart."""
    furniture: dict[int, float] = {}
    noticed = -_NOTICE
    for i, shape in enumerate(shapes):
        if not shape.short:
            continue
        if shape.notice:
            noticed = i
        in_notice = i - noticed < _NOTICE
        if shape.jump is None and is_furniture(shape.text, noticed=in_notice):
            furniture[i] = _PART_OF_NOTICE if in_notice and not is_of_page(shape.text) else 1.0
    contents = contents_of(shapes)
    apart = contents
    if furniture:
        texts = [s.text for s in shapes]
        for i in counted(texts, furniture):
            del furniture[i]
        sure = [i for i, how in furniture.items() if how == 1]
        apart = sorted({*contents, *standing_apart(texts, sure)})
    furniture |= dict.fromkeys(contents, 1.0)
    views = _past(shapes, apart, cohesion) if apart else _views(shapes, range(len(shapes)), cohesion)
    for i, how in furniture.items():
        views[i].furniture = how
    if views:
        views[0].top = True
    return views


def _past(shapes: Sequence[Shape], apart: Sequence[int], cohesion: Cohesion) -> list[View]:
    """Return the views of a page on which some lines stand apart."""
    kept = sorted(set(range(len(shapes))).difference(apart))
    views = _views([shapes[i] for i in kept], kept, cohesion)
    around = {-1, len(shapes), *apart}
    for i, view in zip(kept, views, strict=True):
        view.enclosed = i - 1 in around and i + 1 in around
    words = views[0].words if views else Prose([])
    for i in apart:
        alone = View(shapes[i], None, None, None, None, words, noted=False, noticed=False, manner=_NO_MANNER)
        alone.apart = True
        views.insert(i, alone)
    return views


def _views(shapes: Sequence[Shape], at: Sequence[int], cohesion: Cohesion) -> list[View]:
    """Return a view of every one of some lines; ``at`` says which lines of the page they are."""
    short = [i for i, s in enumerate(shapes) if s.short]
    words = Prose([s.text for s in shapes if s.prose] if short else [])
    traits = reduce(or_, [s.traits for s in shapes], 0)
    noted, noticed = bool(traits & LEAD), bool(traits & NOTICE)
    edges: list[Shape | None] = [None, None, *shapes, None, None]
    manner = manner_of(shapes)
    around = zip(edges, edges[1:], shapes, edges[3:], edges[4:], strict=False)
    views = [
        View(here, above, before, after, below, words, noted, noticed, manner)
        for above, before, here, after, below in around
    ]
    asked = [i for i in short if shapes[i].headline]
    between = [i for i in asked if _between_prose(views[i])]
    if len(short) > _HEADLINE:
        _mark_runs(views, short)
    _mark_parallels(views, between, asked)
    _mark_likeness(views, at, between, cohesion)
    _mark_named(views, at, asked, cohesion)
    _mark_foot(views, at, cohesion)
    return views


def _mark_named(views: Sequence[View], at: Sequence[int], asked: Sequence[int], cohesion: Cohesion) -> None:
    """Mark how far the prose next to a short line speaks its words."""
    for i in asked:
        after, before = views[i].after, views[i].before
        if after and after.dateline:
            continue  # what stands above a dateline needs no other witness
        own = cohesion.line(at[i])
        if not own:
            continue
        below = [at[j] for j in range(i + 1, min(len(views), i + 1 + _REACH)) if views[j].here.prose][:_FIRST]
        if below:
            views[i].named_below = cohesion.spoken(own, below) / len(own)
        if before and before.prose:
            views[i].named_above = cohesion.spoken(own, [at[i - 1]]) / len(own)


def _mark_foot(views: Sequence[View], at: Sequence[int], cohesion: Cohesion) -> None:
    """Mark lines like a headline at the page's foot by how far the prose speaks their words."""
    foot: list[int] = []
    for i in range(len(views) - 1, -1, -1):
        if not views[i].here.headline:
            break
        foot.append(i)
    if not foot or len(foot) > _HEADLINE:
        return
    prose = [at[i] for i in range(foot[-1]) if views[i].here.prose]
    for i in foot:
        own = cohesion.line(at[i])
        if own and prose:
            views[i].foot = cohesion.spoken(own, prose) / len(own)


def _mark_runs(views: Sequence[View], short: Sequence[int]) -> None:
    """Mark verses and rows of tables: short lines one after another."""
    run: list[int] = []
    for i in short:
        here = views[i].here
        if here.size > _VERSE or here.traits & SIGNED:
            continue
        if run and i > run[-1] + 1:
            _mark_run(views, run)
            run = []
        run.append(i)
    _mark_run(views, run)


def _mark_run(views: Sequence[View], run: Sequence[int]) -> None:
    if len(run) > _HEADLINE:
        for i in run:
            views[i].run = len(run)


def _between_prose(view: View) -> bool:
    before, after = view.before, view.after
    return bool(before and after and before.prose and after.prose and not after.dateline)


def _mark_parallels(views: Sequence[View], between: Sequence[int], asked: Sequence[int]) -> None:
    """Mark lines that open with the same words or are of one length; between prose, or right under a headline."""
    built: dict[object, list[int]] = {}
    for i in between:
        for key in _builds(views[i].here.text):
            built.setdefault(key, []).append(i)
    for group in built.values():
        if len(group) > 1:
            for i in group:
                views[i].parallel = True
    for i in asked:
        if _under_headline(views[i]) and any(key in built for key in _builds(views[i].here.text)):
            views[i].parallel = True


def _builds(text: str) -> Iterator[tuple[object, ...]]:
    """Yield what another line must have in common with a line to be built like it."""
    yield "opens", text[1:3] if text[0] in _NUMERALS else text[:2]
    yield "size", len(text), " " in text


def _under_headline(view: View) -> bool:
    before, after = view.before, view.after
    return bool(before and after and before.headline and after.prose and not after.dateline)


def _mark_likeness(views: Sequence[View], at: Sequence[int], between: Sequence[int], cohesion: Cohesion) -> None:
    for i in between:
        above = [at[j] for j in range(max(0, i - 2 * _NEAR), i) if views[j].here.prose][-_NEAR:]
        below = [at[j] for j in range(i + 1, min(len(views), i + 1 + 2 * _NEAR)) if views[j].here.prose][:_NEAR]
        views[i].likeness = cohesion.likeness(cohesion.union(above), cohesion.union(below))
