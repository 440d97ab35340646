"""An article with nothing in it, of which tests make theirs with ``dataclasses.replace``."""

from __future__ import annotations

from kaifaqu_archive.model import Article, Kind

BLANK = Article(
    id="blank",
    kind=Kind.NEWS,
    column=None,
    kicker=None,
    title=None,
    made_title=None,
    subtitle=None,
    author_lines=(),
    paragraphs=(),
    photos=(),
    continued_to=None,
    continued_from=None,
    continues=None,
    confidence=1.0,
    doubts=(),
)
