"""What is seen of one line by itself."""

from __future__ import annotations

from itertools import product

import pytest

from kaifaqu_archive.datelines import read_dateline
from kaifaqu_archive.model import Line
from kaifaqu_archive.parse.shape import (
    ABSENT,
    COMPLETE,
    CREDIT_ENDS,
    CREDITED,
    DASHED,
    DATED,
    FULL_STOP,
    HEADLINE,
    JUMP,
    LABELLED,
    LEAD,
    LONGEST_HEADLINE,
    NOTICE,
    OPEN,
    PAUSES,
    PICTURED,
    PROSE,
    QUOTING,
    RUNS_OUT,
    SCRAP,
    SECTION,
    SHORT,
    SIGN,
    SIGNED,
    SPACED,
    STOPPED,
    STOPPED_INSIDE,
    UNCLOSED,
    UNDATED,
    UNDER_GAP,
    UNOPENED,
    is_complete,
    shape_of,
)
from tests.parse.making import prose, shape

_HELD = SIGN | RUNS_OUT | STOPPED_INSIDE | LABELLED | DASHED | QUOTING | PICTURED | CREDIT_ENDS | PAUSES | SCRAP


def test_a_line_is_short_up_to_the_longest_headline() -> None:
    """One character more and it can be no headline."""
    assert shape(prose(LONGEST_HEADLINE)).short
    assert not shape(prose(LONGEST_HEADLINE + 1)).short
    assert LONGEST_HEADLINE == 64
    assert [shape(prose(n)).size for n in (1, 7, 64, 300)] == [1, 7, 64, 300]


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("会议结束了。", True),
        ("会议结束了！", True),
        ("谁来牵头？", True),
        ("他说：“马上就办。”", True),
        ("三是抓落实；", True),
        ("会议要求：", True),
        ("等等……", True),
        ("会议结束了。（孟晓棠）", True),
        ("会议结束了。 (孟晓棠)", True),
        ("会议结束了。［孟晓棠］", True),
        ("会议结束了【孟晓棠】", False),
        ("会议结束了", False),
        ("会议结束了，", False),
        ("会议结束了（孟晓棠）", False),
        ("（本报青溪5月9日电）", True),
        ("(据新华社青溪电)", True),
        ("（记者手记）", False),
        ("“马上就办”", False),
        ("”", False),
        ("。”", True),
    ],
)
def test_a_sentence_ends_behind_its_mark(text: str, complete: bool) -> None:  # noqa: FBT001
    """Closing quotation marks and a bracket behind the full stop do not count."""
    assert is_complete(text) is complete
    assert shape(text).complete is complete


def test_a_long_line_is_judged_by_its_end() -> None:
    """Only the last characters decide, and a bracket of sixty is still seen whole."""
    assert shape(prose(5000)).complete
    assert not shape(prose(5000, "，")).complete
    assert shape(prose(200) + "（" + "名" * 60 + "）").complete
    assert shape(prose(200, "，") + "（" + "名" * 60 + "）").complete is False
    assert shape(prose(200) + "（" + "名" * 61 + "）").complete is False
    assert shape(prose(200) + "”" * 9 + "（" + "名" * 60 + "）").complete
    assert shape(prose(200) + "”" * 10 + "（" + "名" * 60 + "）").complete is False


@pytest.mark.parametrize(
    ("text", "unclosed", "unopened"),
    [
        ("“智汇白石、才聚青溪”招聘会", False, False),
        ("联办“智汇白石、", True, False),
        ("才聚青溪”招聘会", False, True),
        ("《办法》（试行）", False, False),
        ("（试行)", False, False),
        ("(试行）", False, False),
        ("办法(试行", True, False),
        ("试行)", False, True),
        ("“甲（乙”丙", False, False),
        ("“甲（乙”丙）", False, True),
        ("”甲“", True, True),
        ("““甲”", True, False),
        ("「新引擎」『加速度』", False, False),
    ],
)
def test_brackets_are_balanced(text: str, unclosed: bool, unopened: bool) -> None:  # noqa: FBT001
    """What stays open and what was never opened are told apart; round brackets of both widths match."""
    seen = shape(text)
    assert (seen.unclosed, seen.unopened) == (unclosed, unopened)


def test_brackets_of_long_prose_are_not_counted() -> None:
    """Beyond four headlines' length nobody asks, so that a line of any length costs the same."""
    limit = 4 * LONGEST_HEADLINE
    assert shape("“" + prose(limit - 1)).unclosed
    assert shape(prose(limit - 1) + "”").unopened
    longer = shape("“" + prose(limit))
    assert (longer.unclosed, longer.unopened) == (False, False)


def test_sentence_ends_are_counted_up_to_captions() -> None:
    """Three marks count; a line of prose has more of them than anyone asks."""
    assert shape("好。对！是？不；也……").stops == 3
    assert shape("好").stops == 0
    limit = 3 * LONGEST_HEADLINE
    assert shape("好。" + prose(limit - 2)).stops == 2
    assert shape("好。" + prose(limit - 1)).stops == 9


def test_a_headline_line_is_short_open_and_no_note() -> None:
    """Any one of its conditions missing, it could not stand in a headline."""
    assert shape("老厂房唤醒新业态").headline
    for text in (prose(65, "业"), "会议结束了。", "林 萍", "（下转A2版）"):
        assert not shape(text).headline, text


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("小小积分卡 撬动大治理（基层治理新观察）", 11),
        ("小小积分卡(观察)", 5),
        ("甲乙（丙）", 2),
        ("甲（乙丙）", 5),
        ("（甲）乙（丙）", 4),
        ("甲乙丙", 3),
        ("甲（乙）丙", 5),
    ],
)
def test_the_core_leaves_out_a_bracket_behind(text: str, core: int) -> None:
    """What counts is the length of the headline, not of its section's name."""
    assert shape(text).core == core


@pytest.mark.parametrize(
    ("ending", "closed"),
    [
        ("。（记者 林萍）", True),
        ("。(林萍 何苗)", True),
        ("。［通讯员 何苗］", True),
        ("！【何苗】", True),
        ("。〔记者 林萍〕", True),
        ("。（林萍摄）", False),
        ("。（试行）", False),
        ("，（记者 林萍）", False),
        ("：（林萍 何苗）", False),
        ("。记者 林萍", False),
    ],
)
def test_a_line_is_closed_by_who_wrote_it(ending: str, closed: bool) -> None:  # noqa: FBT001
    """In brackets of any kind behind its last sentence; not by who took a picture, nor by what a colon announces."""
    assert shape("普查结束了" + ending).closed is closed
    assert shape(prose(200, ending)).closed is closed


def test_long_prose_is_all_core() -> None:
    """A bracket behind prose is part of it."""
    text = prose(100) + "（记者）"
    assert shape(text).core == len(text)


@pytest.mark.parametrize(
    ("text", "runs_on"),
    [
        (prose(65), True),
        (prose(65, "推进"), True),
        ("会议结束了。", True),
        ("谁来牵头，怎样落实，众人心里没有底，他说：“走着瞧。”", True),
        ("老厂房唤醒新业态", False),
        ("谁来牵头？", False),
        ("主要内容如下：", False),
        ("周望川摄", False),
        ("（下转A2版）", False),
    ],
)
def test_prose_is_long_or_made_of_sentences(text: str, runs_on: bool) -> None:  # noqa: FBT001
    """A headline that asks, a colon, a credit and a jump note are none."""
    assert shape(text).prose is runs_on


def test_datelines_and_credits_are_looked_for_where_they_fit() -> None:
    """A dateline needs a line that goes on behind it; a credit is no longer than a credit can be."""
    assert shape("本报讯 青溪县日前启动古树普查。").dateline is None
    assert shape("本报讯 青溪县日前启动古树大普查。").dateline is not None
    names = "、".join(["孟晓棠"] + ["林萍"] * 19)
    assert len(names) == 60
    assert len(shape(names).credits) == 2
    assert shape(names.replace("孟晓棠、林萍", "孟晓棠、孟晓棠")).credits == ()
    assert shape(prose(60)).credits == ()


@pytest.mark.parametrize(
    ("text", "gap", "traits"),
    [
        ("老厂房唤醒新业态", 1, SHORT | OPEN | HEADLINE),
        ("老厂房唤醒新业态", 2, SHORT | OPEN | HEADLINE | UNDER_GAP),
        ("老厂房 唤醒新业态", 0, SHORT | OPEN | HEADLINE | SPACED),
        ("老厂房\u3000唤醒新业态", 0, SHORT | OPEN | HEADLINE | SPACED),
        ("会议结束了。", 1, SHORT | PROSE | COMPLETE | STOPPED | FULL_STOP | UNDATED),
        ("园区观察", 1, SHORT | OPEN | HEADLINE | SECTION),
        ("周望川摄", 1, SHORT | OPEN | CREDITED | SIGNED),
        ("（下转A2版）", 1, SHORT | OPEN | JUMP | SIGNED),
        ("编者按：", 1, SHORT | COMPLETE | LEAD),
        ("休刊启事", 1, SHORT | OPEN | HEADLINE | NOTICE),
        ("联办“智汇白石", 1, SHORT | OPEN | HEADLINE | UNCLOSED),
        ("才聚青溪”招聘会", 1, SHORT | OPEN | HEADLINE | UNOPENED),
        ("“会议结束了。”", 1, SHORT | PROSE | UNDATED | COMPLETE | STOPPED | FULL_STOP),
        ("会议结束了吗？”", 1, SHORT | PROSE | UNDATED | COMPLETE | STOPPED | UNOPENED),
        (prose(100), 1, PROSE | COMPLETE | STOPPED | FULL_STOP | UNDATED),
        (prose(100, "推进"), 1, PROSE | OPEN | UNDATED),
        ("本报讯 " + prose(100), 1, PROSE | COMPLETE | STOPPED | FULL_STOP | SPACED | DATED),
    ],
)
def test_traits_say_what_the_shape_says(text: str, gap: int, traits: int) -> None:
    """Each has its bit, and no line that is printed has the one of a line that is not there."""
    assert shape_of(Line(1, text, gap)).traits & ~_HELD == traits
    assert not traits & ABSENT


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("老厂房唤醒新业态", RUNS_OUT | SCRAP),
        (prose(22, "新"), RUNS_OUT | SCRAP),
        (prose(23, "新"), RUNS_OUT),
        ("老厂房醒了。", 0),
        ("3家企业落户", RUNS_OUT | SIGN | SCRAP),
        ("——云岭记", RUNS_OUT | SIGN | DASHED | SCRAP),
        ("云岭：老厂房醒了", RUNS_OUT | LABELLED | SCRAP),
        ("老厂房醒了。新业态来了", RUNS_OUT | STOPPED_INSIDE | CREDIT_ENDS | SCRAP),
        ("老厂房醒了。新业态来了。", STOPPED_INSIDE),
        ("老街“醒了”", RUNS_OUT | QUOTING | CREDIT_ENDS | SCRAP),
        ("图为老街。", PICTURED),
        ("俯瞰云岭。", PICTURED),
        ("周望川摄", RUNS_OUT | CREDIT_ENDS | SCRAP),
        ("老厂房醒了，人来了。", PAUSES),
        ("老厂房醒了,人来了。", PAUSES),
        (prose(LONGEST_HEADLINE), 0),
        (prose(LONGEST_HEADLINE + 1), PICTURED | CREDIT_ENDS),
        ("青溪县长：，" + prose(80), PICTURED | CREDIT_ENDS | LABELLED),
        ("青溪县县长: " + prose(80), PICTURED | CREDIT_ENDS | LABELLED),
        ("青溪县副县长：" + prose(80), PICTURED | CREDIT_ENDS),
    ],
)
def test_traits_say_what_a_line_holds(text: str, traits: int) -> None:
    """Of prose a speaker's colon is looked for alone; it may speak of a picture and end with a credit."""
    assert shape(text).traits & _HELD == traits


def test_traits_are_told_apart() -> None:
    """No two share a bit."""
    own = (ABSENT, SHORT, PROSE, HEADLINE, COMPLETE, OPEN, STOPPED, SPACED, UNDER_GAP)
    found = (CREDITED, SIGNED, JUMP, DATED, SECTION, LEAD, NOTICE, UNCLOSED, UNOPENED)
    held = (SIGN, RUNS_OUT, STOPPED_INSIDE, LABELLED, DASHED, QUOTING, PICTURED, CREDIT_ENDS, PAUSES, SCRAP)
    assert sorted((*own, *found, *held, UNDATED, FULL_STOP)) == [1 << i for i in range(30)]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (prose(24, "？"), True),
        (prose(25, "？"), False),
        ("古树活了！", True),
        ("古树活了!", True),
        ("古树活了吗?", True),
        ("古树。活了吗？", False),
        ("古树活了。", False),
        ("古树活了：", False),
    ],
)
def test_a_question_may_be_a_headline(text: str, headline: bool) -> None:  # noqa: FBT001
    """One question or call of twenty-four characters at most; a sentence before it makes it a report's."""
    assert shape(text).headline is headline


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("办 事 大 厅 开", "办事大厅开"),
        ("办  事  大  厅  开", "办事大厅开"),
        ("办 事 提 速   服 务 上 门", "办事提速 服务上门"),
        ("林 萍 何 苗 摄", "林 萍 何 苗 摄"),
        ("办\u3000事\u3000大\u3000厅\u3000开", "办事大厅开"),
        ("办 事 大 厅", "办 事 大 厅"),
        ("办事 大 厅 开 门", "办事 大 厅 开 门"),
        ("办 事 A 厅 开", "办 事 A 厅 开"),
    ],
)
def test_a_line_spaced_for_its_looks_is_read_without(text: str, read: str) -> None:
    """Five characters and more with a space behind each; four may be two names."""
    assert shape(text).text == read
    assert shape(text).size == len(read)


def test_no_dateline_is_overlooked() -> None:
    """Whoever reports, however long the name and whatever stands round it: the first look passes every dateline."""
    who = (
        "本报",
        "本刊",
        "本网",
        "本台",
        "本版",
        "新华社",
        "央视",
        "云岭日报",
        "青溪县一二三四五融媒体中心",
        "云岭周刊",
        "青溪",
        "",
    )
    found = 0
    for before, name, place, end in product(
        ("", "【", "[", "［", "【据", "据"),
        who,
        ("", "太原", " 3月12日", "太原3月12日"),
        ("讯", "电", "消息", "讯】", "】", " "),
    ):
        text = f"{before}{name}{place}{end}（记者林萍）{prose(80)}"
        read = read_dateline(text)
        found += read is not None
        assert shape(text).dateline == read
    assert found > 100
