"""Articles that jump from one page to another: ``（下转A2版）`` meets ``（上接A1版）``.

Halves are matched inside one issue: by page label where labels are known, then by what
the text says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from kaifaqu_archive.model import Article, Other, ParsedPage
from kaifaqu_archive.page_labels import same_label

from .cohesion import Cohesion, pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST_KIN = 0.06
"""Share of words that two halves must have in common when no page label says that they belong together."""
_LABEL_AGREES = 1.0
"""What an agreeing label counts for beside the kinship of the texts, which lies in [0, 1]."""


@dataclass(frozen=True, slots=True)
class _Half:
    page: ParsedPage
    article: Article
    label: str | None
    """Of its own page."""
    wants: str
    """The label of the page where the other half stands."""


def join_jumps(parsed: Sequence[ParsedPage], labels: Mapping[str, str | None]) -> tuple[ParsedPage, ...]:
    """Return the pages with ``continues`` set on both halves of every jump that was found.

    ``parsed`` are the pages of one issue, ``labels`` gives each source file's page label
    (版次) where it is known.
    """
    heads = [h for page in parsed for h in _halves(page, labels, to=True)]
    tails = [h for page in parsed for h in _halves(page, labels, to=False)]
    onward: dict[tuple[str, str], Other] = {}
    back: dict[tuple[str, str], Other] = {}
    for _, head, tail in sorted(_matches(heads, tails), key=lambda m: -m[0]):
        one, other = _key(head), _key(tail)
        if one not in onward and other not in back:
            onward[one] = Other(tail.page.page.source_file, tail.article.id)
            back[other] = Other(head.page.page.source_file, head.article.id)
    if not onward:
        return tuple(parsed)
    # An article in the middle of a chain names the half that comes after it.
    named = back | onward
    return tuple(
        replace(
            page,
            articles=tuple(replace(a, continues=named.get((page.page.source_file, a.id))) for a in page.articles),
        )
        for page in parsed
    )


def _key(half: _Half) -> tuple[str, str]:
    return half.page.page.source_file, half.article.id


def _halves(page: ParsedPage, labels: Mapping[str, str | None], *, to: bool) -> list[_Half]:
    label = labels.get(page.page.source_file)
    jumps = [(a, a.continued_to if to else a.continued_from) for a in page.articles]
    return [_Half(page, a, label, jump.text) for a, jump in jumps if jump]


def _matches(heads: Sequence[_Half], tails: Sequence[_Half]) -> list[tuple[float, _Half, _Half]]:
    found = []
    texts = [_text(half.article) for half in (*heads, *tails)]
    words = Cohesion(texts)
    for head in heads:
        for tail in tails:
            if head.page is tail.page:
                continue
            agree = _agreement(head, tail)
            if agree is None:
                continue
            kin = words.kinship(pairs(_text(head.article)), pairs(_text(tail.article)))
            if agree or kin >= LEAST_KIN:
                found.append((agree * _LABEL_AGREES + kin, head, tail))
    return found


def _agreement(head: _Half, tail: _Half) -> int | None:
    """Return how many of the two labels agree; None where one contradicts."""
    agree = 0
    for wanted, there in ((head.wants, tail.label), (tail.wants, head.label)):
        if there is not None:
            if not same_label(wanted, there):
                return None
            agree += 1
    return agree


def _text(article: Article) -> str:
    head = (article.kicker, article.title, article.subtitle)
    return "。".join(chain((p.text for p in head if p), (p.text for p in article.paragraphs)))


def merge_parts(parsed: Sequence[ParsedPage]) -> tuple[Article, ...]:
    """Return the articles of one issue as readers get them, in reading order, jumps joined.

    ``parsed`` are its pages in page order, after ``join_jumps``.  A joined article keeps the
    id, headline and place of its first half.
    """
    by_key = {(page.page.source_file, a.id): a for page in parsed for a in page.articles}
    later = {(a.continues.source_file, a.continues.article) for a in by_key.values() if a.continued_to and a.continues}
    return tuple(
        _joined(article, by_key, set())
        for page in parsed
        for article in page.articles
        if not (article.continued_from and (page.page.source_file, article.id) in later)
    )


def _joined(article: Article, by_key: Mapping[tuple[str, str], Article], seen: set[str]) -> Article:
    """Append the halves that ``article`` goes on in, one after another."""
    if not article.continued_to or article.continues is None or article.id in seen:
        return article
    tail = by_key.get((article.continues.source_file, article.continues.article))
    if tail is None:
        return article
    tail = _joined(tail, by_key, seen | {article.id})
    return replace(
        article,
        subtitle=article.subtitle or tail.subtitle,
        author_lines=article.author_lines + tail.author_lines,
        paragraphs=article.paragraphs + tail.paragraphs,
        photos=article.photos + tail.photos,
        continued_to=tail.continued_to,
        continues=tail.continues if tail.continued_to else None,
        confidence=min(article.confidence, tail.confidence),
        doubts=article.doubts + tail.doubts,
        amendments=article.amendments + tail.amendments,
        authors=None if article.authors is tail.authors is None else (article.authors or ()) + (tail.authors or ()),
    )
