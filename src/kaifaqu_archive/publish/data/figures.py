"""The figures that the paper printed: each with its sentence, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.data.tables import (
    ARTICLE,
    DATE,
    LINE,
    OF_ARTICLE,
    OF_PAGE,
    SOURCE_FILE,
    Field,
    Row,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.shelf import Shelf


def _figures(shelf: Shelf) -> Iterator[Row]:
    for shelved in shelf.articles:
        url = urls.article(shelved.entry.id)
        for figure in shelved.entry.facts.figures:
            yield (
                wording.amount(figure),
                figure.text,
                figure.subject,
                figure.kind,
                figure.about or None,
                figure.value,
                figure.upto,
                figure.unit,
                figure.base_value,
                figure.base_unit,
                figure.sentence,
                shelved.entry.id,
                url,
                shelved.issue.date.value,
                figure.page,
                figure.line,
            )


FIGURES = Table(
    "figures",
    "数字",
    "文中的金额、比例、面积、数量等，每处一行，附原句。约数与上下限见 about，不能当作确数；引用请以原句为准。",
    (
        Field("shown", "string", "数字连同单位与约、以上、以下；印作余、多的照印"),
        Field("text", "string", "原文的写法"),
        Field("subject", "string", "所指，用原句的词；… 处略去了中间的字；判断不了的为空"),
        Field("kind", "string", "money share area length weight volume power energy times count"),
        Field("about", "string", "约 以上 以下；确数为空"),
        Field("value", "number", "原文的数，以 unit 为单位"),
        Field("upto", "number", "原文是一段范围时，范围的上端"),
        Field("unit", "string", "原文的单位，连同万、亿"),
        Field("base_value", "number", "换算成 base_unit 的数"),
        Field("base_unit", "string", "基本单位：元、平方米、% 等，或量词"),
        Field("sentence", "string", "原句"),
        ARTICLE,
        Field("url", "string", "文章的网址，相对于本站根目录"),
        DATE,
        SOURCE_FILE,
        LINE,
    ),
    (),
    (OF_ARTICLE, OF_PAGE),
    _figures,
)
