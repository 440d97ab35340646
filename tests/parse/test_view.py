"""A line among its neighbours, as the evidence sees it."""

from __future__ import annotations

from itertools import chain

import pytest

from kaifaqu_archive.parse.shape import LONGEST_HEADLINE
from kaifaqu_archive.parse.view import (
    APART,
    AT_FOOT,
    COMPARED,
    ENCLOSED,
    FIGURED,
    FURNITURE,
    IN_RUN,
    MOSTLY_BULLETED,
    MOSTLY_BYLINED,
    MOSTLY_DATED,
    MOSTLY_SIGNED,
    NAMED_ABOVE,
    NAMED_BELOW,
    NOTED,
    NOTICED,
    PARALLEL,
    TOP,
    View,
)
from tests.parse.making import prose, views

LONG = prose(LONGEST_HEADLINE + 1)
OTHER = "青溪县古树普查队员走遍二十四个乡镇为每一棵古树建立电子档案，" * 3 + "古树普查结束了。"


def test_neighbours_are_the_lines_around() -> None:
    """The line before, the one behind and the one behind that; none beyond the page's ends."""
    texts = ["甲", "乙", "丙", "丁"]
    seen = [tuple(each.text if each else None for each in (v.before, v.here, v.after, v.below)) for v in views(*texts)]
    assert seen == [
        (None, "甲", "乙", "丙"),
        ("甲", "乙", "丙", "丁"),
        ("乙", "丙", "丁", None),
        ("丙", "丁", None, None),
    ]
    assert views() == []


def test_words_are_those_of_the_prose_alone() -> None:
    """Short lines do not vouch for each other."""
    words = views("白石招聘", LONG)[0].words
    assert "园区" in words
    assert "白石" not in words


def test_a_page_of_prose_alone_asks_for_no_words() -> None:
    """Where no line is short nobody asks, and nothing is looked up."""
    assert "园区" not in views(LONG, LONG)[0].words


@pytest.mark.parametrize(
    ("texts", "noted", "noticed"),
    [(["编者按：", LONG], True, False), (["休刊启事", LONG], False, True), (["白石招聘", LONG], False, False)],
)
def test_every_line_knows_of_notes_and_notices(texts: list[str], noted: bool, noticed: bool) -> None:  # noqa: FBT001
    """One line that opens a note or heads a notice is known to all lines of the page."""
    assert [(bool(v.told & NOTED), bool(v.told & NOTICED)) for v in views(*texts)] == [(noted, noticed)] * len(texts)


def test_subheadings_of_one_build_are_parallel() -> None:
    """Lines between prose that open alike, or are of one length, are like each other; others are not."""
    texts = [LONG, "抓项目促投产", LONG, "抓项链稳增长啊", LONG, "优环境来聚人气", LONG, "强队伍", LONG]
    assert [v.amount(PARALLEL) for v in views(*texts)] == [False, True, False, True, False, True, False, False, False]


def test_members_of_a_series_are_parallel() -> None:
    """Numerals in which the members differ do not count."""
    texts = [LONG, "一是抓项目", LONG, "二是抓服务来强环境", LONG, "三要抓人才工作", LONG]
    assert [v.amount(PARALLEL) for v in views(*texts)] == [False, True, False, True, False, False, False]


def test_labels_before_a_dash_or_a_colon_make_a_series() -> None:
    """Of one length, or with one first character, before the same mark."""
    told_of = ["更主动——招商一路向前", "更有保障——服务到家", "谈得准：先算账", "办得快:一窗办理多件事", "谋长远：规划"]
    texts = [LONG, *chain.from_iterable((text, LONG) for text in told_of)]
    assert [v.told & PARALLEL > 0 for v in views(*texts)][1::2] == [True] * 5
    for one, other in (("更主动——招商一路向前", "真有保障——服务到家"), ("更主动——招商一路向前", "谈得准：先算账")):
        assert not any(v.told & PARALLEL for v in views(LONG, one, LONG, other, LONG))


def test_a_space_makes_another_length() -> None:
    """A couplet is not built like a plain line of as many characters."""
    texts = [LONG, "抓项目 促投产", LONG, "优环境来聚人气", LONG]
    assert not any(v.amount(PARALLEL) for v in views(*texts))


def test_the_first_subheading_stands_right_under_the_headline() -> None:
    """It is built like those between prose; a title over a body that has none like it is not."""
    texts = ["青溪园区上新记", "抓项目 促投产", LONG, "优环境 聚人气", LONG]
    assert [v.amount(PARALLEL) for v in views(*texts)] == [False, True, False, False, False]
    assert not any(v.amount(PARALLEL) for v in views("青溪园区上新记", "抓项目 促投产", LONG, "优环境来聚人气", LONG))
    assert not any(
        v.amount(PARALLEL) for v in views("青溪园区上新记", "抓项目 促投产", "本报讯 " + LONG, "优环境 聚人气", LONG)
    )


def test_a_sentence_is_prose_however_short() -> None:
    """What stands around a subheading is found where a paragraph is short."""
    here = views(OTHER, "众人称好。", "抓项目促投产", "果然如此。", LONG)[2]
    assert _likeness(here) is not None
    assert _likeness(views(OTHER, "众人称好", "抓项目促投产", "果然如此。", LONG)[2]) is None


@pytest.mark.parametrize(
    "texts",
    [
        ["抓项目促投产", LONG, "抓项目稳增长", LONG],  # nothing stands before the first
        [LONG, "抓项目促投产", "抓项目稳增长", LONG],  # they stand side by side
        [LONG, "抓项目促投产。", LONG, "抓项目稳增长。", LONG],  # they end sentences
        [LONG, "抓项目促投产", "本报讯 " + LONG, "抓项目稳增长", "本报讯 " + LONG],  # datelines follow
        [LONG, "林 萍", LONG, "林 苗", LONG],  # names
    ],
)
def test_only_lines_between_prose_are_parallel(texts: list[str]) -> None:
    """Headlines over datelines, bylines, neighbours and sentences are no subheadings."""
    assert not any(v.amount(PARALLEL) for v in views(*texts))


def _likeness(of: View) -> float | None:
    return of.amount(COMPARED) if of.told & COMPARED else None


def test_likeness_is_asked_between_prose() -> None:
    """One piece of prose around a line is alike; two pieces with nothing in common are not."""
    same = views(OTHER, "抓项目促投产", OTHER)
    assert _likeness(same[1]) == pytest.approx(1.0)
    assert [_likeness(same[0]), _likeness(same[2])] == [None, None]
    other = views(OTHER, OTHER, "抓项目促投产", LONG, LONG)
    assert _likeness(other[2]) == 0.0
    assert _likeness(views(OTHER, "抓项目促投产")[1]) is None


def test_likeness_looks_at_four_lines_of_prose_on_either_side() -> None:
    """What is farther away does not count."""
    here = "抓项目促投产"
    for between, alike in ((3, True), (4, False)):
        assert bool(_likeness(views(OTHER, *[LONG] * between, here, OTHER)[between + 1])) is alike
        assert bool(_likeness(views(OTHER, here, *[LONG] * between, OTHER)[1])) is alike


@pytest.mark.parametrize(
    ("above", "alike"),
    [
        ([OTHER, LONG], True),
        ([OTHER, "新街旧事", LONG], True),
        ([OTHER, "新街旧事", LONG, LONG, LONG], True),
        ([OTHER, "新街旧事", LONG, LONG, LONG, LONG], False),
        ([OTHER, "新街旧事", "旧街新事", LONG], False),
        ([OTHER, "旧街新事", LONG, "新街旧事", LONG], False),
        ([OTHER, "林 萍", "新街旧事", "何 苗", "（下转A2版）", LONG], True),
    ],
)
def test_likeness_passes_over_one_short_line_above(above: list[str], alike: bool) -> None:  # noqa: FBT001
    """That may be the subheading before; a second one, or what is beyond it, belongs elsewhere.  Names do not count."""
    assert bool(_likeness(views(*above, "抓项目促投产", OTHER)[len(above)])) is alike


@pytest.mark.parametrize(
    ("below", "alike"),
    [
        ([LONG, OTHER], True),
        ([LONG, "新街旧事", OTHER], False),
        ([LONG, LONG, "新街旧事", OTHER], False),
        ([OTHER, "新街旧事", LONG], True),
        ([LONG, "林 萍", "何 苗", "（下转A2版）", OTHER], True),
    ],
)
def test_likeness_ends_at_the_next_short_line_below(below: list[str], alike: bool) -> None:  # noqa: FBT001
    """What stands under another headline says nothing of this one; names and jump notes are passed over."""
    assert bool(_likeness(views(OTHER, "抓项目促投产", *below)[1])) is alike


def test_named_below_is_the_share_of_its_words_that_the_prose_speaks() -> None:
    """Of 白石, 石古, 古树 the two first lines of prose below speak one."""
    third = "园区里的白石，" + LONG
    here = views("白石古树", OTHER, LONG, third)[0]
    assert here.amount(NAMED_BELOW) == pytest.approx(1 / 3)
    assert views("白石古树", LONG, OTHER)[0].amount(NAMED_BELOW) == pytest.approx(1 / 3)
    assert views("白石古树", LONG, LONG, OTHER)[0].amount(NAMED_BELOW) == 0.0
    assert views("白石古树")[0].amount(NAMED_BELOW) == 0.0


def test_named_below_reaches_over_short_lines() -> None:
    """The prose is looked for among the next five lines."""
    assert views("白石古树", "甲", "乙", "丙", "丁", OTHER)[0].amount(NAMED_BELOW) == pytest.approx(1 / 3)
    assert views("白石古树", "甲", "乙", "丙", "丁", "戊", OTHER)[0].amount(NAMED_BELOW) == 0.0


def test_named_above_is_asked_of_the_line_right_above() -> None:
    """Prose farther up does not count, nor does a short line."""
    assert views(OTHER, "白石古树")[1].amount(NAMED_ABOVE) == pytest.approx(1 / 3)
    assert views(OTHER, "甲", "白石古树")[2].amount(NAMED_ABOVE) == 0.0
    assert views("青溪古树", "白石古树")[1].amount(NAMED_ABOVE) == 0.0
    assert views("白石古树", LONG, OTHER)[0].amount(NAMED_ABOVE) == 0.0


@pytest.mark.parametrize("text", ["古树普查。", "古 树", "（下转A2版）", "，"])
def test_names_are_asked_of_headlines_alone(text: str) -> None:
    """Sentences, names, jump notes and bare marks need no witness."""
    here = views(OTHER, text, OTHER)[1]
    assert (here.amount(NAMED_ABOVE), here.amount(NAMED_BELOW)) == (0.0, 0.0)


def test_what_stands_above_a_dateline_needs_no_witness() -> None:
    """The dateline says enough."""
    dated = "本报讯 " + OTHER
    here = views(OTHER, "白石古树", dated)[1]
    assert (here.amount(NAMED_ABOVE), here.amount(NAMED_BELOW)) == (0.0, 0.0)
    assert views(OTHER, "白石古树", "甲", dated)[1].amount(NAMED_BELOW) == pytest.approx(1 / 3)


REPORT = "本报讯 " + LONG


@pytest.mark.parametrize(
    ("texts", "holds"),
    [
        ([REPORT, REPORT], MOSTLY_DATED),
        (["◇古树普查启动", LONG, "◇春茶开始采摘", LONG], MOSTLY_BULLETED),
        ([LONG, "林 萍", "古树普查启动", LONG, "何 苗", "春茶开始采摘"], MOSTLY_SIGNED),
        (["古树普查启动", "林 萍", LONG, "春茶开始采摘", "何 苗", LONG], MOSTLY_BYLINED),
    ],
)
def test_a_papers_manner_is_what_recurs(texts: list[str], holds: int) -> None:
    """Two instances on a page make a manner, one does not; nothing else is seen in them."""
    every = MOSTLY_DATED | MOSTLY_BULLETED | MOSTLY_SIGNED | MOSTLY_BYLINED
    assert [view.told & every for view in views(*texts)] == [holds] * len(texts)
    assert not views(*texts[: len(texts) // 2])[0].told & holds


def test_figures_in_one_headline_are_enough() -> None:
    """Those in a sentence, or in a line too long for most headlines, say nothing of how the paper prints numbers."""
    assert all(v.told & FIGURED for v in views("古树普查启动", LONG, "三百人入住新居 首批28户", LONG))
    for other in ("三百人入住新居", "首批28户入住。", "首批28户" + "新居" * 14):
        assert not any(v.told & FIGURED for v in views("古树普查启动", LONG, other, LONG))


def test_neighbours_are_looked_for_past_furniture() -> None:
    """A folio between two lines is seen by neither; its own view has no neighbours."""
    seen = views("白石招聘", "第3版", LONG, "责编：林萍")
    assert [(v.before and v.before.text, v.after and v.after.text) for v in seen] == [
        (None, LONG),
        (None, None),
        ("白石招聘", None),
        (None, None),
    ]
    assert [v.apart for v in seen] == [False, True, False, True]
    assert [v.amount(FURNITURE) for v in seen] == [0.0, 1.0, 0.0, 1.0]


def test_what_prose_says_is_found_past_furniture() -> None:
    """The prose right below a headline, and right above, is that behind the furniture."""
    texts = ["园区职工培训", "第3版", LONG, "责编：林萍", "职工培训", LONG]
    plain = views(*(text for text in texts if text in (LONG, texts[0], texts[4])))
    seen = [v for v in views(*texts) if not v.apart]
    assert [(v.amount(NAMED_ABOVE), v.amount(NAMED_BELOW)) for v in seen] == [
        (v.amount(NAMED_ABOVE), v.amount(NAMED_BELOW)) for v in plain
    ]
    assert seen[0].amount(NAMED_BELOW) > 0.5
    assert seen[2].amount(NAMED_ABOVE) > 0.5
    assert [_likeness(v) for v in seen] == pytest.approx([_likeness(v) for v in plain], abs=0.2)


def test_only_the_first_line_is_at_the_top() -> None:
    """Furniture or not."""
    assert [v.amount(TOP) for v in views("白石招聘", LONG)] == [True, False]
    assert [v.amount(TOP) for v in views("第3版", "白石招聘")] == [True, False]


def test_a_line_among_furniture_is_enclosed() -> None:
    """Furniture stands on either side of it, or on one and the page's edge on the other."""
    texts = ["云岭之窗", "第3版", "开发区", "责编：林萍", LONG, "第4版", "本期关注"]
    assert [v.amount(ENCLOSED) for v in views(*texts)] == [True, False, True, False, True, False, True]
    assert [v.amount(ENCLOSED) for v in views("云岭之窗")] == [False]


def test_an_address_under_a_notice_is_weighed() -> None:
    """Within twenty lines of its heading it is furniture by half, and not passed over; elsewhere it is."""
    address = "投稿邮箱：tougao@example.com"
    seen = views(address, "征稿启事", *[LONG] * 18, address, address)
    assert [(v.amount(FURNITURE), v.apart) for v in seen if v.here.text == address] == [
        (1.0, True),
        (0.5, False),
        (1.0, True),
    ]


def test_a_page_may_be_all_furniture() -> None:
    """Every line has its view, and knows no prose."""
    seen = views("第3版", "责编：林萍")
    assert [v.apart for v in seen] == [True, True]
    assert "园区" not in seen[0].words


def test_a_headline_at_the_foot_knows_who_speaks_its_words() -> None:
    """Lines like a headline with nothing below them; not those of a table."""
    seen = views(LONG, OTHER, "青溪古树普查", "月上西楼")
    assert [v.amount(AT_FOOT) for v in seen] == [0.0, 0.0, pytest.approx(0.8), 0.0]
    assert [v.amount(AT_FOOT) for v in views(LONG, "园区培训", "林 萍")] == [0.0, 0.0, 0.0]
    assert [v.amount(AT_FOOT) for v in views(LONG, *["园区培训"] * 5)] == [0.0] * 6
    assert [v.amount(AT_FOOT) for v in views("园区培训")] == [0.0]


def test_a_jump_note_is_no_furniture() -> None:
    """Though it holds a page's label."""
    assert [(v.amount(FURNITURE), v.apart) for v in views("下转 A2 版", LONG)] == [(0.0, False)] * 2


def test_what_is_told_is_told_apart() -> None:
    """No two things share a bit; what is told without an amount is there in full, what is not told not at all."""
    told = (
        TOP,
        APART,
        ENCLOSED,
        FURNITURE,
        IN_RUN,
        AT_FOOT,
        NAMED_ABOVE,
        NAMED_BELOW,
        PARALLEL,
        COMPARED,
        NOTED,
        NOTICED,
    )
    page = (MOSTLY_DATED, MOSTLY_BULLETED, MOSTLY_SIGNED, MOSTLY_BYLINED)
    assert [*told, *page] == [1 << i for i in range(16)]
    here = views("白石招聘", LONG)[1]
    here.tell(AT_FOOT, 0.5)
    here.tell(COMPARED, 0.0)
    here.tell(PARALLEL)
    assert [here.amount(what) for what in (AT_FOOT, COMPARED, PARALLEL, NAMED_ABOVE)] == [0.5, 0.0, 1.0, 0.0]
    assert here.told == AT_FOOT | COMPARED | PARALLEL
