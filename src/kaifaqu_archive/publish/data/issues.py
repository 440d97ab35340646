"""Issues, pages, and what they say of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.data.tables import (
    ARTICLE,
    LINE,
    OF_ARTICLE,
    OF_PAGE,
    SOURCE_FILE,
    SPOT,
    Field,
    Reference,
    Row,
    Table,
    spot,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf


def _issues(shelf: Shelf) -> Iterator[Row]:
    for issue in shelf.catalogue.issues:
        first, last = issue.date.range or (None, None)
        yield (
            shelf.urls.issue(issue),
            issue.publication,
            issue.date.value,
            issue.date.basis.value,
            first,
            last,
            list(issue.date.evidence),
            issue.issue_no,
            len(issue.pages),
            len(issue.entries),
        )


ISSUES = Table(
    "issues",
    "各期",
    "每期一行。basis 为 inferred 的日期据版面推断，可能的范围在 earliest 与 latest 之间，所据文字见 evidence。",
    (
        Field("url", "string", "网址，相对于本站根目录"),
        Field("publication", "string", "报名；不能确定的为空"),
        Field("date", "date", "出版日期；不详的为空"),
        Field("basis", "string", "日期的来历：given 已知，inferred 推断，unknown 不详"),
        Field("earliest", "date", "可能的最早日期"),
        Field("latest", "date", "可能的最晚日期"),
        Field("evidence", "array", "推断所据的版面文字"),
        Field("issue_no", "string", "期号"),
        Field("pages", "integer", "收录版数"),
        Field("articles", "integer", "篇数"),
    ),
    ("url",),
    (),
    _issues,
)


def _pages(shelf: Shelf) -> Iterator[Row]:
    for issue in shelf.catalogue.issues:
        for page in issue.pages:
            parsed = shelf.parsed.get(page.source_file)
            yield (
                page.source_file,
                urls.source_page(page.source_file),
                shelf.urls.issue(issue),
                page.label,
                len(parsed.page.lines) if parsed else None,
                parsed.page.sha256 if parsed else None,
            )


PAGES = Table(
    "pages",
    "版面",
    "每个收到的版面文件一行。",
    (
        SOURCE_FILE,
        Field("url", "string", "逐行原文的网址；行号接在 #L 之后"),
        Field("issue", "string", "所属一期，见 issues 的 url"),
        Field("label", "string", "版次"),
        Field("lines", "integer", "有文字的行数"),
        Field("sha256", "string", "文件的校验值"),
    ),
    ("source_file",),
    (Reference("issue", "issues", "url"),),
    _pages,
)


def _dates(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        for date in shelved.entry.facts.dates:
            first, _, last = date.value.partition("/")
            yield shelved.entry.id, date.text, first, last or first, *spot(shelf, date.page, date.line)


DATES = Table(
    "dates",
    "文中日期",
    "文章提到的日期，按所在一期的日期推算；一篇之内同一日期记一次。",
    (
        ARTICLE,
        Field("text", "string", "原文写法"),
        Field("start", "string", "起：YYYY、YYYY-MM 或 YYYY-MM-DD"),
        Field("until", "string", "止：单个日期与起相同"),
        *SPOT,
    ),
    (),
    (OF_ARTICLE, OF_PAGE),
    _dates,
)


def _closures(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        for closure in shelved.entry.facts.closures:
            first, _, last = closure.days.partition("/")
            yield (
                shelved.issue.publication,
                first,
                last or first,
                closure.text,
                shelved.entry.id,
                closure.page,
                closure.line,
            )


CLOSURES = Table(
    "closures",
    "休刊",
    "报纸声明休刊的日子。",
    (
        Field("publication", "string", "报名"),
        Field("start", "date", "起"),
        Field("until", "date", "止"),
        Field("text", "string", "启事原文"),
        ARTICLE,
        SOURCE_FILE,
        LINE,
    ),
    (),
    (OF_ARTICLE, OF_PAGE),
    _closures,
)
