"""Setting one misread word right in every text of an article, and keeping what stood there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Amendment, Article, Paragraph, Photo, Printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kaifaqu_archive.corrections.shapes import TextCorrection


class Rereading:
    """One misread word, looked for in article after article of a page."""

    def __init__(self, correction: TextCorrection, printed: Mapping[int, str]) -> None:
        """``printed`` are the page's lines by number, as received."""
        self._correction = correction
        self._printed = printed
        self._amendments: list[Amendment] = []
        self.found = False
        """Whether the word stood in any text so far."""

    def article(self, article: Article) -> Article:
        """Return the article with the word set right wherever it stands."""
        self._amendments = []
        new = replace(
            article,
            column=self._optional(article.column),
            kicker=self._optional(article.kicker),
            title=self._optional(article.title),
            subtitle=self._optional(article.subtitle),
            author_lines=tuple(map(self._printed_text, article.author_lines)),
            paragraphs=tuple(map(self._paragraph, article.paragraphs)),
            photos=tuple(
                Photo(self._optional(photo.caption), self._optional(photo.credit)) for photo in article.photos
            ),
        )
        if not self._amendments:
            return article
        self.found = True
        made = article.made_title and article.made_title.replace(self._correction.text, self._correction.read)
        amendments = sorted({*article.amendments, *self._amendments}, key=lambda one: (one.line, one.text))
        return replace(new, made_title=made, amendments=tuple(amendments))

    def _optional(self, printed: Printed | None) -> Printed | None:
        return self._printed_text(printed) if printed else None

    def _printed_text(self, printed: Printed) -> Printed:
        begins = printed.starts or self._begins(printed.lines)
        new, changed = self._set_right(printed.text, printed.page, printed.lines, begins)
        return printed._replace(text=new, starts=self._moved(printed.starts, changed))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        begins = paragraph.starts or self._begins(paragraph.lines)
        new, changed = self._set_right(paragraph.text, paragraph.page, paragraph.lines, begins)
        return paragraph._replace(text=new, starts=self._moved(paragraph.starts, changed))

    def _moved(self, starts: Sequence[int], changed: Sequence[int]) -> tuple[int, ...]:
        wrong, right = len(self._correction.text), len(self._correction.read)
        return tuple(_moved(start, changed, wrong, right) for start in starts)

    def _set_right(
        self, text: str, page: str, lines: Sequence[int], begins: Sequence[int]
    ) -> tuple[str, tuple[int, ...]]:
        """Return the text set right, and where in it the wrong words stood; note what stood there."""
        wrong = self._correction.text
        changed = []
        for place in _places(text, wrong):
            stands_on = lines[bisect_right(begins, place) - 1 : bisect_right(begins, place + len(wrong) - 1)]
            if self._correction.line in (None, *stands_on):
                changed.append(place)
                self._amendments += [self._amendment(page, line) for line in stands_on]
        return _replaced(text, changed, len(wrong), self._correction.read), tuple(changed)

    def _begins(self, lines: Sequence[int]) -> tuple[int, ...]:
        """Return where each of the lines begins in a text that is these lines and nothing else."""
        return tuple(accumulate((len(self._printed.get(n, "")) for n in lines[:-1]), initial=0))

    def _amendment(self, page: str, line: int) -> Amendment:
        correction = self._correction
        original = self._printed.get(line, "")
        return Amendment(correction.text, correction.read, correction.because or "", page, line, original)


def _replaced(text: str, places: Sequence[int], length: int, right: str) -> str:
    pieces, end = [], 0
    for place in places:
        pieces += [text[end:place], right]
        end = place + length
    return "".join(pieces) + text[end:]


def _moved(start: int, places: Sequence[int], wrong: int, right: int) -> int:
    """Return where a line begins after words of length ``wrong`` at ``places`` gave way to ones of length ``right``.

    A line that began inside such words begins behind what took their place.
    """
    before = [place for place in places if place < start]
    if not before:
        return start
    moved = start + len(before) * (right - wrong)
    return max(moved, before[-1] + (len(before) - 1) * (right - wrong) + right)


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
