"""Articles, and every text of them with the lines it was printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.data.tables import ARTICLE, DATE, OF_ARTICLE, OF_PAGE, SOURCE_FILE, Field, Row, Table
from kaifaqu_archive.publish.places import ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.model import Article, Paragraph, Printed
    from kaifaqu_archive.publish.shelf import Shelf, Shelved


def _articles(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        article, facts, issue = shelved.entry.article, shelved.entry.facts, shelved.issue
        yield (
            article.id,
            urls.article(article.id),
            article.headline,
            article.kicker.text if article.kicker else None,
            article.subtitle.text if article.subtitle else None,
            article.kind.value,
            issue.publication,
            issue.date.value,
            [{"name": author.name, "role": author.role} for author in facts.authors],
            [zone.name for zone in facts.zones],
            _parts(shelf, shelved),
        )


def _parts(shelf: Shelf, shelved: Shelved) -> list[dict[str, object]]:
    """Return the pages the article stands on, with its lines there."""
    spots = shelf.spots(shelved)
    parts: list[dict[str, object]] = []
    for page in shelved.entry.pages:
        lines = [n for name, n in spots if name == page.source_file]
        parsed = shelf.parsed.get(page.source_file)
        printed = [line.n for line in parsed.page.lines] if parsed else lines
        parts.append({"source_file": page.source_file, "page": page.label, "lines": ranges(lines, printed)})
    return parts


ARTICLES = Table(
    "articles",
    "文章",
    "每篇已发表的文章一行；转版的两半合为一篇，parts 有两项。",
    (
        Field("id", "string", "编号，固定不变"),
        Field("url", "string", "网址，相对于本站根目录"),
        Field("title", "string", "标题；原版没有标题的，取首句代题"),
        Field("kicker", "string", "引题"),
        Field("subtitle", "string", "副题"),
        Field("kind", "string", "体裁：news feature excerpt briefs photo notice"),
        Field("publication", "string", "报名；不能确定的为空"),
        DATE,
        Field("authors", "array", "署名与身份；逐条出处见 credits"),
        Field("zones", "array", "提到的开发区与园区；逐条出处见 mentions"),
        Field("parts", "array", "所在版面与起止行号"),
    ),
    ("id",),
    (),
    _articles,
)


def _texts(shelf: Shelf) -> Iterator[Row]:
    pieces = (
        (shelved.entry.article.id, *each) for shelved in shelf.articles for each in _pieces(shelved.entry.article)
    )
    for ident, (article, role, piece) in enumerate(pieces, 1):
        first, last = min(piece.lines, default=None), max(piece.lines, default=None)
        yield ident, article, role, piece.text, piece.page, first, last


def _pieces(article: Article) -> Iterator[tuple[str, Printed | Paragraph]]:
    """Yield (role, text) of everything that is printed in an article, headline first."""
    heads = (("kicker", article.kicker), ("title", article.title), ("subtitle", article.subtitle))
    yield from ((role, piece) for role, piece in heads if piece)
    yield from ((paragraph.role.value, paragraph) for paragraph in article.paragraphs)
    for photo in article.photos:
        parts = (("caption", photo.caption), ("credit", photo.credit))
        yield from ((role, piece) for role, piece in parts if piece)


TEXTS = Table(
    "texts",
    "文字",
    "每篇文章的标题、段落、小标题和图说，逐段注明出处；全文检索即建在此表上。",
    (
        Field("id", "integer", "次序；全文索引 search 的 rowid"),
        ARTICLE,
        Field("role", "string", "kicker title subtitle body heading lead caption credit"),
        Field("text", "string", "文字"),
        SOURCE_FILE,
        Field("first_line", "integer", "起始行号"),
        Field("last_line", "integer", "终止行号"),
    ),
    ("id",),
    (OF_ARTICLE, OF_PAGE),
    _texts,
)
