"""Who wrote, and who was named with an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.names import is_name
from kaifaqu_archive.publish.data.tables import (
    ARTICLE,
    DATE,
    OF_ARTICLE,
    OF_PAGE,
    SPOT,
    Field,
    Reference,
    Row,
    Table,
    spot,
)
from kaifaqu_archive.publish.data.zones import COUNT, FIRST, LAST, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf


def _authors(shelf: Shelf) -> Iterator[Row]:
    for name, articles in shelf.by_author.items():
        kind = "person" if is_name(name) else "institution"
        yield name, shelf.urls.authors[name], kind, len(articles), *first_and_last(articles)


AUTHORS = Table(
    "authors",
    "作者",
    "署名的个人与单位，每个名字一行；同名的未必是同一人。",
    (
        Field("name", "string", "姓名或单位，不带空格"),
        Field("url", "string", "网址，相对于本站根目录"),
        Field("kind", "string", "person 个人，institution 单位"),
        COUNT,
        FIRST,
        LAST,
    ),
    ("name",),
    (),
    _authors,
)


def _credits(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        for author in shelved.entry.facts.authors:
            where = spot(shelf, author.page, author.lines[0] if author.lines else None)
            yield shelved.entry.id, author.name, author.role, shelved.issue.date.value, *where


CREDITS = Table(
    "credits",
    "署名",
    "每篇文章、每张图片的每一处署名。",
    (
        ARTICLE,
        Field("author", "string", "姓名或单位，见 authors"),
        Field("role", "string", "记者 作者 通讯员 摄影 供图 编辑"),
        DATE,
        *SPOT,
    ),
    (),
    (OF_ARTICLE, OF_PAGE, Reference("author", "authors", "name")),
    _credits,
)


def _people(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        for person in shelved.entry.facts.people:
            url, day = shelf.urls.people[person.name], shelved.issue.date.value
            where = spot(shelf, person.page, person.line)
            yield person.name, person.office, url, shelved.entry.id, day, *where


PEOPLE = Table(
    "people",
    "人物与职务",
    "报上记有职务的人物，每篇一次。职务照录当日版面，不说明今天的任职；同名的未必是同一人。",
    (
        Field("name", "string", "姓名"),
        Field("office", "string", "当日版面所载职务"),
        Field("url", "string", "网址，相对于本站根目录"),
        ARTICLE,
        DATE,
        *SPOT,
    ),
    (),
    (OF_ARTICLE, OF_PAGE),
    _people,
)
