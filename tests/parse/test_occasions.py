"""Evidence is asked only where it can be there, and wherever it is there."""

from __future__ import annotations

import random
from itertools import product

from kaifaqu_archive.parse.occasions import NEEDS, Asked
from kaifaqu_archive.parse.witnesses import EVERYTHING
from tests.parse.making import prose, view, views

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
    "休刊启事",
    "编者按：",
    "（下转A2版）",
    "（上接A1版）",
    "（作者为青溪县文化馆馆员）",
    "——云岭记",
    "责编：林萍",
)


def test_no_evidence_is_overlooked() -> None:
    """What any test finds on any line among any neighbours is found among what is asked there, and in the same order."""
    rng = random.Random(1)  # noqa: S311 - lines, not a secret
    asked = Asked(EVERYTHING, lambda row: row[1])
    made = ["".join(parts) for parts in product(BEGINNINGS, MIDDLES, ENDINGS)]
    for text in (*LINES, *made):
        page = views(*rng.choices(LINES, k=3), text, *rng.choices(LINES, k=3))
        for seen in page[2:5]:
            everything = [name for name, test in EVERYTHING if test(seen)]
            assert [name for name, test in asked.of(seen) if test(seen)] == everything


def test_little_is_asked() -> None:
    """Of a plain headline over a report not half of all there is."""
    asked = Asked(EVERYTHING, lambda row: row[1])
    headline = view("老厂房唤醒新业态", before=prose(80), after="本报讯 " + prose(80))
    assert len(asked.of(headline)) < len(EVERYTHING) / 2


def test_what_has_no_needs_is_asked_everywhere() -> None:
    """A piece of evidence may be added without saying what it needs."""
    rows = [("anything", len), ("a call", next(test for name, test in EVERYTHING if "call" in name))]
    asked = Asked(rows, lambda row: row[1])  # type: ignore[arg-type,return-value]
    assert [name for name, _ in asked.of(view("古树"))] == ["anything"]
    assert [name for name, _ in asked.of(view("古树！"))] == ["anything", "a call"]


def test_only_evidence_has_needs() -> None:
    """Nothing is said of a test that no table asks."""
    assert set(NEEDS) <= {test for _, test in EVERYTHING}
