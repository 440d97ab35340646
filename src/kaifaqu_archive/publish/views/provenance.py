"""Where every part of an article was printed, as readers cite it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.views.frame import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Article, Paragraph


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a part of the article was printed."""

    part: str
    text: str
    source: Link


def page_anchor(source_file: str) -> str:
    """Return the anchor of a page inside its issue."""
    return f"page-{urls.source_page(source_file).split('/')[1]}"


def anchor(number: int) -> str:
    """Return the anchor of a paragraph, counted from 1."""
    return f"p{number}"


def anchors(article: Article) -> dict[tuple[str, int], str]:
    """Return (page, line) -> ``#p3``, where the line stands in a paragraph."""
    return {(p.page, n): f"#{anchor(k)}" for k, p in enumerate(article.paragraphs, 1) for n in p.lines}


def place_of(article: Article, page: str, line: int) -> str:
    """Return the address of the paragraph in which a line stands; of the article for its headlines and captions."""
    return urls.article(article.id) + anchors(article).get((page, line), "")


def cited(page: str, lines: Iterable[int]) -> Link:
    """Return ``seeds/NAME.txt:33-35``, leading to the page as it was received."""
    numbers = tuple(lines)
    if not numbers:
        return Link(f"seeds/{page}", urls.source_page(page))
    end = f"-{numbers[-1]}" if len(numbers) > 1 else ""
    return Link(f"seeds/{page}:{numbers[0]}{end}", urls.source_line(page, numbers[0]))


def traces(article: Article) -> Iterator[Trace]:
    """Yield every part of the article with its lines, each once, in the order of the print's parts."""
    printed = (
        ("栏目", article.column),
        ("引题", article.kicker),
        ("标题", article.title),
        ("副题", article.subtitle),
        *(("署名", line) for line in article.author_lines),
        ("转版", article.continued_to),
        ("接版", article.continued_from),
        *(("图说", photo.caption) for photo in article.photos),
        *(("图片署名", photo.credit) for photo in article.photos),
    )
    for part, piece in dict.fromkeys(printed):
        if piece:
            yield Trace(part, piece.text, cited(piece.page, piece.lines))
    for page, first, last in _runs(article.paragraphs):
        yield Trace(
            "正文", f"第{first}段" if first == last else f"第{first}至{last}段", _extent(article, page, first, last)
        )


def _runs(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield (page, first, last) of paragraphs that stand on one page, counted from 1."""
    if not paragraphs:
        return
    turns = [k for k, (a, b) in enumerate(pairwise(paragraphs), 1) if a.page != b.page]
    for start, end in pairwise([0, *turns, len(paragraphs)]):
        yield paragraphs[start].page, start + 1, end


def _extent(article: Article, page: str, first: int, last: int) -> Link:
    lines = [n for paragraph in article.paragraphs[first - 1 : last] for n in paragraph.lines]
    return cited(page, (min(lines), max(lines)) if min(lines) != max(lines) else (min(lines),))
