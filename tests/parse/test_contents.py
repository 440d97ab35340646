"""Tables of contents: what stands on other pages."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse.contents import contents_of
from tests.parse.making import prose, shapes, views

TITLES = ("青溪县启动古树普查", "东川大桥合龙")


@pytest.mark.parametrize(
    "form",
    [
        "{} ▶▶▶3版",
        "{}　▶3",
        "{}……3版",
        "{}……A3",
        "{} 见A2版",
        "{}详见第2版",
        "{}（2版）",
        "{}【第2版】",
        "{} | 第2版",
        "{}/A2版",
        "A2 {}",
        "第2版：{}",
        "2版 {}",
        "{}　３版",
    ],
)
def test_titles_with_their_pages_are_contents(form: str) -> None:
    """Two of them, one under the other, with or without a heading; one alone only under a heading."""
    rows = [form.format(title) for title in TITLES]
    assert contents_of(shapes(*rows)) == [0, 1]
    assert contents_of(shapes(*rows, "园区招聘", prose(80))) == [0, 1]
    assert contents_of(shapes(rows[0], "园区招聘")) == []
    assert contents_of(shapes("今日导读", rows[0], "园区招聘")) == [1]


def test_bare_numbers_are_pages_under_a_heading_alone() -> None:
    """A table has rows like these."""
    rows = ["青溪县启动古树普查 02", "03 东川大桥合龙", "园区招聘"]
    assert contents_of(shapes("■ 本期导读", *rows)) == [1, 2]
    assert contents_of(shapes("茶叶价格", *rows)) == []


def test_items_that_are_numbered_from_one_are_a_list() -> None:
    """Under whatever heading: no line points to the page that it stands on."""
    items = ["1 建设共享平台", "2 引进检测机构", "3 增加托管席位"]
    assert contents_of(shapes("本期看点", *items)) == []
    assert contents_of(shapes("本期看点", "10 建设共享平台", *items[1:])) == [1, 2, 3]


def test_a_page_may_end_or_begin_with_its_contents() -> None:
    """The first line has none above it, the last none below it."""
    rows = [f"{title}▶▶3版" for title in TITLES]
    assert contents_of(shapes("园区招聘", *rows)) == [1, 2]
    assert contents_of(shapes("园区招聘", rows[0])) == []
    assert contents_of(shapes(rows[0], "园区招聘", "今日导读")) == []
    assert contents_of(shapes(rows[0])) == []
    assert contents_of(shapes(rows[0], TITLES[1], rows[1])) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("青溪县启动古树普查（下转2版）", "东川大桥合龙（上接1版）"),
        ("青溪县启动古树普查。3版", "东川大桥合龙。▶4版"),
        ("古树▶3版", "大桥▶4版"),
        ("青溪县启动古树普查第2期", "东川大桥合龙第3天"),
        ("（下转A2版）", "（上接A1版）"),
    ],
)
def test_what_only_looks_like_contents_is_none(rows: tuple[str, str]) -> None:
    """Jump notes, whole sentences, a word or two, other numbers."""
    assert contents_of(shapes(*rows)) == []


def test_contents_are_passed_over_like_furniture() -> None:
    """The first headline below them is no part of them."""
    seen = views("今日导读", "青溪县启动古树普查▶▶3版", "东川大桥合龙▶▶4版", "第3版", "园区招聘", prose(80))
    assert [v.apart for v in seen] == [False, True, True, True, False, False]
    assert seen[4].before is not None
    assert seen[4].before.text == "今日导读"
