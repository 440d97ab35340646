"""A line among its neighbours, as the evidence sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import BULLETS, names_writer

from .apart import counted, standing_apart
from .cohesion import Cohesion, Prose
from .contents import contents_of
from .furniture import is_furniture, is_of_page
from .phrases import has_figure
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
_LABELLED = re.compile(r"([\u4e00-\u9fff]{2,6})(——|：|:)[^—]")
"""更主动——…, 更精准——…: a label and what it stands for."""
_FIGURED = 32
"""Characters of a line whose figures are a headline's, and not a broken paragraph's."""
_REACH = 5
"""Lines below a short line among which its prose is looked for."""
_FIRST = 2
"""Lines of prose that are asked whether they speak a headline's words."""


(
    TOP,
    APART,
    ENCLOSED,
    FURNITURE,
    IN_RUN,
    AT_FOOT,
    NAMED_ABOVE,
    NAMED_BELOW,
    PARALLEL,
    COMPARED,
    NOTED,
    NOTICED,
    MOSTLY_DATED,
    MOSTLY_BULLETED,
    MOSTLY_SIGNED,
    MOSTLY_BYLINED,
    FIGURED,
) = (1 << i for i in range(17))
"""What the page tells of a line, one bit each; of some there is more or less.

TOP: it is the page's first line.  APART: it is furniture and nothing else, wherever it stands; its neighbours do not
see it.  ENCLOSED: what stands apart, or the page's edge, is on either side of it.  FURNITURE: how sure it is that it is
page furniture.  IN_RUN: how many short lines without a credit stand in a row with it, where these are more than a
headline has.  AT_FOOT: the share of its words that the page's prose speaks, of a line like a headline with nothing else
below it.  NAMED_ABOVE, NAMED_BELOW: the share of its words that stand in the prose right above it, in the first prose
below it.  PARALLEL: it is built like another short line between prose.  COMPARED: how much the prose above and below
share, in [0, 1], where that matters.

From NOTED on it is told of all lines alike: one of them opens an editor's note, one heads a notice, and what recurs, as
a paper prints all of its articles in one manner: reports open with datelines, subheadings or items have bullets, names
stand under articles, names stand between headline and body.  FIGURED: a headline has a number in digits."""


def manner_of(shapes: Sequence[Shape]) -> int:
    """Return what recurs on a whole page, in bits."""
    signed = bylined = 0
    naming = [i for i, shape in enumerate(shapes) if shape.credits or shape.closed]
    for i in naming:
        if not 0 < i < len(shapes) - 1:
            continue
        before, here, after = shapes[i - 1 : i + 2]
        signed += here.closed and not after.prose
        if here.credits and names_writer(here.credits):
            signed += before.prose and not before.dateline and not after.prose
            bylined += before.headline and after.prose
    dated = sum([shape.dateline is not None for shape in shapes])
    figured = any(shape.headline and shape.size <= _FIGURED and has_figure(shape.text) for shape in shapes)
    bulleted = sum([shape.headline and shape.text[0] in BULLETS for shape in shapes])
    return (
        (MOSTLY_DATED if dated >= RECURS else 0)
        | (MOSTLY_BULLETED if bulleted >= RECURS else 0)
        | (MOSTLY_SIGNED if signed >= RECURS else 0)
        | (MOSTLY_BYLINED if bylined >= RECURS else 0)
        | (FIGURED if figured else 0)
    )


_NOTICE = 20
"""Lines behind the heading of a notice among which it ends, and other notices with it."""
_PART_OF_NOTICE = 0.5
"""How much is believed that a day or an address is furniture there."""
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
    told: int
    """What the page tells of it, in bits."""
    amounts: dict[int, float] | None = None
    """How much of it, for each bit of which there is more or less."""

    def tell(self, what: int, amount: float = 1.0) -> None:
        """Add one thing to what is told of the line."""
        self.told |= what
        if amount != 1:
            self.amounts = {**(self.amounts or {}), what: amount}

    def amount(self, what: int) -> float:
        """Return how much of it is told: 0 for nothing."""
        if not self.told & what:
            return 0.0
        return self.amounts.get(what, 1.0) if self.amounts else 1.0

    @property
    def apart(self) -> bool:
        """Whether it is furniture and nothing else, wherever it stands: its neighbours do not see it."""
        return bool(self.told & APART)


def views_of(shapes: Sequence[Shape], cohesion: Cohesion) -> list[View]:
    """Return a view of every line of the page; the neighbours of a line are looked for past what stands apart."""
    furniture: dict[int, float] = {}
    noticed = -_NOTICE
    for i, shape in enumerate(shapes):
        # A sentence behind a dateline is a report's.
        if not shape.short or (shape.dateline and shape.complete):
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
        views[i].tell(FURNITURE, how)
    if views:
        views[0].tell(TOP)
    return views


def _past(shapes: Sequence[Shape], apart: Sequence[int], cohesion: Cohesion) -> list[View]:
    """Return the views of a page on which some lines stand apart."""
    kept = sorted(set(range(len(shapes))).difference(apart))
    views = _views([shapes[i] for i in kept], kept, cohesion)
    around = {-1, len(shapes), *apart}
    for i, view in zip(kept, views, strict=True):
        if i - 1 in around and i + 1 in around:
            view.tell(ENCLOSED)
    words = views[0].words if views else Prose([])
    for i in apart:
        views.insert(i, View(shapes[i], None, None, None, None, words, APART))
    return views


def _views(shapes: Sequence[Shape], at: Sequence[int], cohesion: Cohesion) -> list[View]:
    """Return a view of every one of some lines; ``at`` says which lines of the page they are."""
    short = [i for i, s in enumerate(shapes) if s.short]
    words = Prose([s.text for s in shapes if s.prose] if short else [])
    traits = reduce(or_, [s.traits for s in shapes], 0)
    told = manner_of(shapes) | (NOTED if traits & LEAD else 0) | (NOTICED if traits & NOTICE else 0)
    edges: list[Shape | None] = [None, None, *shapes, None, None]
    around = zip(edges, edges[1:], shapes, edges[3:], edges[4:], strict=False)
    views = [View(here, above, before, after, below, words, told) for above, before, here, after, below in around]
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
        if below and (spoken := cohesion.spoken(own, below)):
            views[i].tell(NAMED_BELOW, spoken / len(own))
        if before and before.prose and (spoken := cohesion.spoken(own, [at[i - 1]])):
            views[i].tell(NAMED_ABOVE, spoken / len(own))


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
        if own and prose and (spoken := cohesion.spoken(own, prose)):
            views[i].tell(AT_FOOT, spoken / len(own))


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
            views[i].tell(IN_RUN, len(run))


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
                views[i].tell(PARALLEL)
    for i in asked:
        if _under_headline(views[i]) and any(key in built for key in _builds(views[i].here.text)):
            views[i].tell(PARALLEL)


def _builds(text: str) -> Iterator[tuple[object, ...]]:
    """Yield what another line must have in common with a line to be built like it."""
    yield "opens", text[1:3] if text[0] in _NUMERALS else text[:2]
    yield "size", len(text), " " in text
    if labelled := _LABELLED.match(text):
        label, mark = labelled[1], labelled[2].replace(":", "：")
        yield "labelled", mark, len(label)
        yield "labelled", mark, label[0]


def _under_headline(view: View) -> bool:
    before, after = view.before, view.after
    return bool(before and after and before.headline and after.prose and not after.dateline)


def _mark_likeness(views: Sequence[View], at: Sequence[int], between: Sequence[int], cohesion: Cohesion) -> None:
    """Compare the prose above with what stands under the line alone; above, one short line more is passed over."""
    for i in between:
        above = _prose_along(views, range(i - 1, -1, -1), 1)
        below = _prose_along(views, range(i + 1, len(views)), 0)
        one, other = (cohesion.union(map(at.__getitem__, side)) for side in (above, below))
        views[i].tell(COMPARED, cohesion.likeness(one, other))


def _prose_along(views: Sequence[View], way: range, passed: int) -> list[int]:
    """Return the first few lines of prose on a way, up to a short line behind those that are passed over."""
    found: list[int] = []
    for j in way:
        here = views[j].here
        if here.prose:
            found.append(j)
            if len(found) == _NEAR:
                break
        elif here.headline:
            if not passed:
                break
            passed -= 1
    return found
