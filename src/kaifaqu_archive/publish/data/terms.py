"""Policy terms, and every sentence in which one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.data.tables import (
    ARTICLE,
    DATE,
    LINE,
    OF_ARTICLE,
    OF_PAGE,
    SOURCE_FILE,
    Field,
    Reference,
    Row,
    Table,
)
from kaifaqu_archive.publish.data.zones import COUNT, FIRST, LAST, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf


def _terms(shelf: Shelf) -> Iterator[Row]:
    for name, term in shelf.terms.items():
        articles = shelf.by_term[name]
        yield (
            name,
            shelf.urls.terms[name],
            list(term.forms),
            len(articles),
            len(term.uses),
            *first_and_last(articles),
        )


TERMS = Table(
    "terms",
    "提法",
    "报上的政策提法、做法与主题，每个一行，见报最多的在前。由程序据引号、复现与常用程度选出，未经人工核定。",
    (
        Field("name", "string", "提法"),
        Field("url", "string", "网址，相对于本站根目录"),
        Field("forms", "array", "一并计入的较长写法"),
        COUNT,
        Field("sentences", "integer", "句数"),
        FIRST,
        LAST,
    ),
    ("name",),
    (),
    _terms,
)


def _uses(shelf: Shelf) -> Iterator[Row]:
    for name, term in shelf.terms.items():
        for use in term.uses:
            yield (
                name,
                use.form,
                use.sentence,
                use.article,
                urls.article(use.article),
                shelf.by_id[use.article].issue.date.value,
                use.page,
                use.line,
            )


TERM_USES = Table(
    "term_uses",
    "提法所在的句子",
    "提法出现的每一句话一行；同一句中出现几次只记一次。",
    (
        Field("term", "string", "提法，见 terms"),
        Field("form", "string", "句中的写法"),
        Field("sentence", "string", "原句"),
        ARTICLE,
        Field("url", "string", "文章的网址，相对于本站根目录"),
        DATE,
        SOURCE_FILE,
        LINE,
    ),
    (),
    (OF_ARTICLE, OF_PAGE, Reference("term", "terms", "name")),
    _uses,
)
