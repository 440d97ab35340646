"""The text of an article as the extractors read it: stretch by stretch, width and spaces evened out.

Pages print ``2024 年 8 月`` and ``2024年8月``, ``（`` and ``(``: to a fact they are the same.
Every stretch remembers its printed form, so that a quotation stays exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Article, Paragraph, Printed

_FULL = "".join(chr(c) for c in range(0xFF01, 0xFF5F)) + "\u3000〔〕﹣−"
_HALF = "".join(chr(c) for c in range(0x21, 0x7F)) + " ()--"
_WIDE = frozenset(_FULL)
_HALF_OF = dict(zip(_FULL, _HALF, strict=True))
# White space beside a digit or a Latin letter is typesetting; between two Chinese characters it may part words.
_LOOSE = re.compile(r"(?<=[0-9A-Za-z])\s+|(?<!\s)\s+(?=[0-9A-Za-z])")

_BROKEN = re.compile(r"\d[.,]?$")


class Place(IntEnum):
    """Where in an article a stretch stands."""

    HEADLINE = 0
    """Kicker, title or subtitle."""
    BODY = 1
    HEADING = 2
    CAPTION = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """One headline, paragraph or caption."""

    text: str
    """Half-width, without white space beside digits and letters."""
    printed: str
    offsets: tuple[int, ...] | None
    """For every character of ``text`` its place in ``printed``; None where they are the same."""
    place: Place
    page: str
    lines: tuple[int, ...]
    starts: tuple[int, ...] = ()
    """Where in ``printed`` each of ``lines`` begins; empty when it is not known."""
    severed: bool = False
    """Whether it opens with the rest of a number that the paragraph before broke off in: 37. and 5亿元."""

    @property
    def line(self) -> int:
        """The line on which the stretch begins."""
        return self.lines[0]

    def line_at(self, place: int) -> int:
        """Return the line on which ``text[place]`` was printed; the first where it is not known."""
        if len(self.starts) != len(self.lines):
            return self.lines[0]
        printed = place if self.offsets is None else self.offsets[min(place, len(self.offsets) - 1)]
        return self.lines[max(0, bisect_right(self.starts, printed) - 1)]

    def quote(self, start: int, end: int) -> str:
        """Return ``text[start:end]`` as printed."""
        if self.offsets is None:
            return self.printed[start:end]
        return self.printed[self.offsets[start] : self.offsets[end - 1] + 1]


def even(text: str) -> str:
    """Return ``text`` in half width, without white space beside digits and letters."""
    return _LOOSE.sub("", _half_width(text))


def _half_width(text: str) -> str:
    for wide in _WIDE.intersection(text):  # a text has few of them: faster than str.translate, which asks for all
        text = text.replace(wide, _HALF_OF[wide])
    return text


def make_stretch(
    printed: str, place: Place, page: str, lines: tuple[int, ...], starts: tuple[int, ...] = ()
) -> Stretch:
    """Return the stretch that holds ``printed``, whose ``lines`` begin at ``starts``."""
    wide = _half_width(printed)
    gaps = [range(*m.span()) for m in _LOOSE.finditer(wide)]
    if not gaps:
        return Stretch(wide, printed, None, place, page, lines, starts)
    dropped = {i for gap in gaps for i in gap}
    kept = tuple(i for i in range(len(wide)) if i not in dropped)
    return Stretch("".join([wide[i] for i in kept]), printed, kept, place, page, lines, starts)


def texts_of(article: Article) -> Iterator[str]:
    """Yield the text of every one of the article's stretches, without the places that only a quotation needs."""
    return (even(part.text) for part, _ in _parts(article))


def stretches(article: Article) -> tuple[Stretch, ...]:
    """Return the article's headlines, paragraphs and captions, in that order."""
    found = []
    before = ""
    for part, place in _parts(article):
        made = make_stretch(part.text, place, part.page, part.lines, part.starts)
        if place in (Place.BODY, Place.HEADING):
            if _BROKEN.search(before) and made.text[:1].isdecimal():
                made = replace(made, severed=True)
            before = made.text
        found.append(made)
    return tuple(found)


def _parts(article: Article) -> Iterator[tuple[Printed | Paragraph, Place]]:
    for part in (article.kicker, article.title, article.subtitle):
        if part:
            yield part, Place.HEADLINE
    for paragraph in article.paragraphs:
        yield paragraph, Place.HEADING if paragraph.role is Role.HEADING else Place.BODY
    for photo in article.photos:
        if photo.caption:
            yield photo.caption, Place.CAPTION
