"""Setting one misread word right in every text of an article, and keeping what stood there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kaifaqu_archive.model import Amendment, Article, Paragraph, Photo, Printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kaifaqu_archive.corrections.shapes import TextCorrection

_Text = TypeVar("_Text", Printed, Paragraph)


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
            author_lines=tuple(map(self._text, article.author_lines)),
            paragraphs=tuple(map(self._text, article.paragraphs)),
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

    def _optional(self, text: Printed | None) -> Printed | None:
        return self._text(text) if text else None

    def _text(self, text: _Text) -> _Text:
        wrong, right = self._correction.text, self._correction.read
        places = list(_places(text.text, wrong))
        if not places:
            return text
        rows = self._rows(text.lines)
        pieces: list[str] = []
        end = 0
        for order, place in enumerate(places):
            stands_on: tuple[int, ...] = rows[min(order, len(rows) - 1)] if rows else text.lines
            if self._correction.line not in (None, *stands_on):
                continue
            pieces += [text.text[end:place], right]
            end = place + len(wrong)
            self._amendments += [self._amendment(text.page, line) for line in stands_on]
        return replace(text, text="".join(pieces) + text.text[end:])

    def _rows(self, lines: Sequence[int]) -> list[tuple[int, ...]]:
        """Return, for each time the word stands on these lines, the line or the two lines on which it stands."""
        ends, joined = [], ""
        for n in lines:
            joined += self._printed.get(n, "")
            ends.append((len(joined), n))
        length = len(self._correction.text)
        rows: list[tuple[int, ...]] = []
        for place in _places(joined, self._correction.text):
            first = next(n for end, n in ends if place < end)
            last = next(n for end, n in ends if place + length <= end)
            rows.append((first,) if first == last else (first, last))
        return rows

    def _amendment(self, page: str, line: int) -> Amendment:
        correction = self._correction
        original = self._printed.get(line, "")
        return Amendment(correction.text, correction.read, correction.because or "", page, line, original)


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
