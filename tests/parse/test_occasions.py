"""Evidence is asked only where it can be there, and wherever it is there."""

from __future__ import annotations

import random
from itertools import product
from operator import itemgetter
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.parse.occasions import NEEDS, Asked, Test
from kaifaqu_archive.parse.witnesses import AFTER_SHORT, AROUND, BEFORE_SHORT, EVERYTHING, FOR_PROSE, OWN
from tests.parse.making import prose, view, views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kaifaqu_archive.parse.view import View

BEGINNINGS = (
    "——",
    "—",
    "（",
    "(",
    "【",
    "■ ",
    "图为",
    "上图：",
    "近日，",
    "3月5日，",
    "一是",
    "，",
    "”",
    "“",
    "山西",
    "编者按",
    "",
)
MIDDLES = (
    "青溪古树普查",
    "老厂房 唤醒新业态",
    "记者：三百余户。两万",
    "3月12日，县里启动普查。又是一年",
    "为“家",
    "林 萍",
    "林萍",
)
ENDINGS = ("。", "？", "，", "：", "——", "…", "）", ")", "”", "的", "摄", "强调", "开发区", "启事", "", "出席", "摄）")
LINES = (
    "老厂房唤醒新业态",
    "“旧街区",
    "新园区”长出来",
    "林 萍",
    "周望川 摄",
    "本报讯 " + prose(80),
    prose(80),
    prose(90, "推"),
    prose(90, "，"),
    prose(90, "”"),
    "图为" + prose(60),
    "会议结束了。",
    "创新前沿",
    "山城扫描",
    "休刊启事",
    "编者按：",
    "（下转A2版）",
    "（上接A1版）",
    "（作者为青溪县文化馆馆员）",
    "——云岭记",
    "责编：林萍",
    "【读者来信】",
    "本报讯 青溪县日前启动古树普查工作。",
    "青溪县委全会强调",
    "人物小传",
    "【关键词】匠心",
    "◆ 相关链接：",
    "跑出“加速度”",
    "会议、论坛与展览结束了。",
)


Row = tuple[str, Test]


def _table_of(rows: Sequence[Row]) -> Callable[[View], tuple[list[Row], list[Row]]]:
    """Return what says of a line which of ``rows`` are there for sure, and which are to be asked, in the table's order."""
    table = Asked(rows, itemgetter(1), lambda sure, asked: (sure, asked))

    def of(line: View) -> tuple[list[Row], list[Row]]:
        (sure, asked), more = table.of(line)
        return sure, sorted([*asked, *more], key=rows.index)

    return of


def _table(line: View) -> list[Row]:
    """Return what may be asked of a line at all."""
    if not line.here.short:
        return [row for row in EVERYTHING if row[0] in FOR_PROSE]
    before, after = (shape is not None and shape.headline for shape in (line.before, line.after))
    return [*OWN, *AROUND, *(BEFORE_SHORT if after else ()), *(AFTER_SHORT if before else ())]


def _lines() -> Iterator[View]:
    """Yield lines of all kinds among others of all kinds."""
    rng = random.Random(1)  # noqa: S311 - lines, not a secret
    made = ["".join(parts) for parts in product(BEGINNINGS, MIDDLES, ENDINGS)]
    for text in (*LINES, *made):
        page = views(*rng.choices(LINES, k=3), text, *rng.choices(LINES, k=3))
        yield from page[2:5]
    bulleted, dated, signed = ("◇古树普查启动", prose(90)), ("本报讯 " + prose(80),), (prose(80), "林 萍", "青溪古树")
    for around in (bulleted, dated, signed, ("白石招聘", "林 萍", prose(80))):
        for text in LINES:
            yield from views(*around, *around, prose(80), text, prose(80), *around)


@pytest.fixture(scope="module")
def lines() -> list[View]:
    """Return lines of all kinds."""
    return list(_lines())


def test_no_evidence_is_overlooked(lines: list[View]) -> None:
    """What any test finds on any line among any neighbours is sure or asked there, each in the table's order."""
    of_short, of_prose = _table_of(EVERYTHING), _table_of(_table(views(prose(80))[0]))
    for line in lines:
        sure, asked = (of_short if line.here.short else of_prose)(line)
        found = [row for row in _table(line) if row[1](line)]
        assert [row for row in found if row not in sure] == [row for row in asked if row[1](line)]


def test_what_is_sure_is_there_in_full(lines: list[View]) -> None:
    """Nobody asks again: the test would find it, and no more or less of it; every such test is met here."""
    of = _table_of(EVERYTHING)
    met: set[Test] = set()
    for line in lines:
        rows = [row for row in of(line)[0] if row in _table(line)]
        assert [name for name, test in rows if test(line) != 1] == []
        met |= {test for _, test in rows}
    assert met == {test for test, need in NEEDS.items() if need.enough}


def test_what_is_asked_is_not_there_everywhere(lines: list[View]) -> None:
    """Where traits are all that it needs, or it would be sure."""
    of = _table_of(EVERYTHING)
    by_traits = {test for test, need in NEEDS.items() if not (need.first or need.last or need.told)}
    asked = [(name, test, line) for line in lines for name, test in of(line)[1] if test in by_traits]
    assert {name for name, _, _ in asked} == {name for name, test, line in asked if test(line) != 1}


def test_little_is_asked() -> None:
    """Of a plain headline over a report not half of all there is."""
    headline = view("老厂房唤醒新业态", before=prose(80), after="本报讯 " + prose(80))
    sure, asked = _table_of(EVERYTHING)(headline)
    assert len(sure) + len(asked) < len(EVERYTHING) / 2


def test_what_has_no_needs_is_asked_everywhere() -> None:
    """A piece of evidence may be added without saying what it needs."""
    rows: list[Row] = [
        ("anything", lambda _: 1.0),
        ("a call", next(test for name, test in EVERYTHING if "call" in name)),
    ]
    of = _table_of(rows)
    assert [name for name, _ in of(view("古树"))[1]] == ["anything"]
    assert [name for name, _ in of(view("古树！"))[1]] == ["anything", "a call"]


def test_only_evidence_has_needs() -> None:
    """Nothing is said of a test that no table asks."""
    assert set(NEEDS) <= {test for _, test in EVERYTHING}


def test_what_hangs_on_a_character_hangs_on_nothing_else() -> None:
    """Beside a first or a last character no trait is looked at: the test itself has to."""
    assert [
        test.__name__
        for test, need in NEEDS.items()
        if (need.first or need.last) and (need.here or need.before or need.after or need.told)
    ] == []
