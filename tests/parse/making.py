"""What tests of the parser are made of: lines, shapes, views and pages of made-up text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kaifaqu_archive.background import Background, Common
from kaifaqu_archive.model import (
    NOTHING_FIXED,
    Article,
    Fixed,
    Line,
    Page,
    Paragraph,
    ParsedPage,
    Printed,
    Role,
)
from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.pages import number_lines
from kaifaqu_archive.parse.shape import Shape, shape_of
from kaifaqu_archive.parse.states import TRACKED, Place, State
from kaifaqu_archive.parse.view import View, views_of
from tests.blank import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN = "园区管委会组织企业职工参加技能培训并且按照计划推进各项重点任务"


def prose(size: int, end: str = "。") -> str:
    """Return ``size`` characters of plain text that end with ``end``."""
    return (_PLAIN * (size // len(_PLAIN) + 1))[: size - len(end)] + end


def page(text: str, name: str = "one.txt") -> Page:
    """Return a page of the given text."""
    return Page(name, number_lines(text), "")


def shape(text: str) -> Shape:
    """Look at one line as it stands."""
    return shape_of(Line(1, text, 0))


def shapes(*texts: str) -> list[Shape]:
    """Look at lines that stand one blank line apart."""
    return [shape_of(Line(2 * n + 1, text, min(n, 1))) for n, text in enumerate(texts)]


def views(*texts: str) -> list[View]:
    """Look at the lines of a page among their neighbours."""
    seen = shapes(*texts)
    return views_of(seen, Cohesion([each.text for each in seen]))


def view(text: str, before: str | None = None, after: str | None = None, below: str | None = None) -> View:
    """Look at one line among its neighbours; no other line is on the page."""
    around = [each for each in (before, text, after, below) if each is not None]
    return views(*around)[0 if before is None else 1]


def parsed(*texts: str, fixed: Fixed = NOTHING_FIXED) -> ParsedPage:
    """Read a page of the given lines."""
    return parse_page(page("\n\n".join(texts)), fixed)


def state(text: str) -> State:
    """Return the state that is written ``role.place``, ``-`` open, ``*`` beginning and ``+`` in an article with a name.

    Bylines, reports and what comes from another page are in one without saying so.
    """
    role, _, name = text.rstrip("-*+").partition(".")
    place = Place[name.upper()]
    named = place in TRACKED and (role in {"author", "jump_from"} or place is Place.WIRE or "+" in text)
    return State(Role(role), place, open="-" in text, begins="*" in text, named=named)


def background(edges: Mapping[str, tuple[float | None, float | None]]) -> Background:
    """Return a table of words that knows how rarely each ends and begins a clause, in nats, and little else."""
    return Background(
        1, {word: Common("n", 1, quoted=False, ends=ends, begins=begins) for word, (ends, begins) in edges.items()}
    )


def roles(*texts: str) -> list[str]:
    """Return what the lines of a page are read as."""
    return [reading.role.value for reading in parsed(*texts).readings]


def printed(text: str, name: str = "one.txt", *lines: int) -> Printed:
    """Return a text as it stands on a page."""
    return Printed(text, name, lines or (1,))


def article(ident: str, text: str, name: str = "one.txt", **changes: object) -> Article:
    """Return an article of one paragraph; ``changes`` are fields of its own."""
    bare = replace(
        BLANK,
        id=ident,
        made_title=text[:4],
        paragraphs=(Paragraph(Role.BODY, text, name, (1,)),),
    )
    return replace(bare, **changes)  # type: ignore[arg-type]


def page_of(name: str, *articles: Article) -> ParsedPage:
    """Return a page that holds the given articles, lines left out."""
    return ParsedPage(Page(name, (), ""), (), articles)
