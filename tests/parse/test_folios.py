"""Folios, known by their parts."""

from __future__ import annotations

import re

import pytest

from kaifaqu_archive.parse.folios import PARTS, has_label, is_folio, parts_of

EXAMPLES = {
    "a page's label": ("综合 第3版", "第3版"),
    "a page's number": ("综合 A3", "A3"),
    "a page's number before its section": ("B2综合新闻", "B2"),
    "how many pages": ("今日八版", "今日八版"),
    "a day": ("二〇二四年五月二十一日", "二〇二四年五月二十一日"),
    "a day in digits": ("2024.5.21", "2024.5.21"),
    "a day in English": ("Tuesday, 21 MAY 2024", "Tuesday, 21 MAY 2024"),
    "a month": ("2024年5月 云岭", "2024年5月"),
    "a licence to advertise": ("云工商广字0145号", "云工商广字0145号"),
    "a day without its year": ("5月21日 星期二", "5月21日"),
    "a weekday": ("云岭 星期二", "星期二"),
    "a day of the lunar calendar": ("甲辰年四月十四", "甲辰年四月十四"),
    "an issue's number": ("总第3456期", "总第3456期"),
    "a registration": ("国内统一刊号", "国内统一刊号"),
    "a post office's number": ("邮发代号：21-999", "邮发代号：21-999"),
    "a price": ("零售每份1.50元", "零售每份1.50元"),
    "a telephone": ("0999-1234567", "0999-1234567"),
    "an address": ("来信 a.b@example.com", "a.b@example.com"),
}


@pytest.mark.parametrize(("name", "pattern"), PARTS)
def test_every_part_of_a_folio_is_known(name: str, pattern: str) -> None:
    """Each pattern finds what it is named for, and all of it."""
    text, part = EXAMPLES[name]
    found = re.search(pattern, text.replace("：", ":"))
    assert found is not None
    assert found[0] == part.replace("：", ":")
    assert is_folio(text.replace("：", ":"), edited=True)


@pytest.mark.parametrize(
    "text",
    [
        "第三版本上线",
        "A股上涨",
        "第三期工程",
        "第5号台风",
        "星期五早市",
        "四月十四日",
        "2024-123",
        "每份报告30元",
        "B2B平台",
    ],
)
def test_words_that_begin_like_a_part_are_none(text: str) -> None:
    """What goes on as a sentence does is no part of a folio."""
    assert not is_folio(text, edited=False)


def test_a_folio_is_told_by_its_parts() -> None:
    """Three of them are a folio whatever else it names; fewer only with names of twelve characters at most."""
    names = "云岭经济技术开发区工作委员会主办"
    assert len(names) == 16
    assert is_folio(f"A3 2024年5月21日 星期二 {names}", edited=False)
    assert not is_folio(f"2024年5月21日 星期二 {names}", edited=False)
    assert is_folio(f"2024年5月21日 星期二 {names[:12]}", edited=False)
    assert not is_folio(f"2024年5月21日 星期二 {names[:13]}", edited=False)


def test_one_part_is_enough_beside_who_made_the_page() -> None:
    """Names and marks of any kind may stand between the two."""
    text = "2024年5月21日 云岭经济技术开发区管理委员会 责编:林萍"
    assert is_folio(text, edited=True)
    assert not is_folio(text, edited=False)
    assert not is_folio("云岭经济技术开发区 责编:林萍", edited=True)


def test_lotteries_are_no_folios() -> None:
    """They are numbered like issues and say what was drawn."""
    assert is_folio("第2024093期", edited=False)
    assert not is_folio("双色球 第2024093期", edited=False)


def test_a_label_stands_by_itself() -> None:
    """第3版, 今日八版, a registration: not 第三版本."""
    assert has_label("综合 第3版")
    assert has_label("今日八版")
    assert has_label("国内统一刊号 CN 99-0012")
    assert has_label("CN 99-0012")
    assert not has_label("第三版本")
    assert not has_label("2024年5月21日")


def test_a_folio_is_taken_into_its_parts() -> None:
    """By their names, in the order of the line; the rest is what it names."""
    assert parts_of("3 第三届运动会") == (["a page's number"], "  第三届运动会")
    names, rest = parts_of("综合 | 第3版 2024年5月21日")
    assert names == ["a page's label", "a day"]
    assert rest.split() == ["综合", "|"]
    assert parts_of("云岭") == ([], "云岭")


def test_there_is_an_example_of_every_part() -> None:
    """And none of a part that is no more."""
    assert set(EXAMPLES) == {name for name, _ in PARTS}
