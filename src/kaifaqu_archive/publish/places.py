"""Where an article was printed: its lines, page by page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kaifaqu_archive.model import Article, Printed


def printed_on(article: Article, read: Iterable[tuple[str, int]] = ()) -> tuple[tuple[str, int], ...]:
    """Return (source file, line) of every line printed in the article, each once, in order.

    ``read`` are the lines that the reading of its pages gives it: a jump note of either half belongs to no text of it.
    """
    pieces = [(piece.page, piece.lines) for piece in _pieces(article)]
    pieces += [(paragraph.page, paragraph.lines) for paragraph in article.paragraphs]
    return tuple(sorted({*read, *((page, n) for page, lines in pieces for n in lines)}))


def _pieces(article: Article) -> Iterator[Printed]:
    single = (
        article.column,
        article.kicker,
        article.title,
        article.subtitle,
        article.continued_to,
        article.continued_from,
        *article.author_lines,
        *(photo.caption for photo in article.photos),
        *(photo.credit for photo in article.photos),
    )
    return (piece for piece in single if piece)


def ranges(lines: Sequence[int], printed: Sequence[int]) -> list[list[int]]:
    """Return ascending ``lines`` as [first, last] ranges that hold no other line.

    ``printed`` are the page's non-blank lines, ascending; blank lines between two lines do not part them.
    """
    made: list[list[int]] = []
    for n in lines:
        if made and bisect_left(printed, n) - bisect_left(printed, made[-1][1]) <= 1:
            made[-1][1] = n
        else:
            made.append([n, n])
    return made
