"""Whether a line goes on where another broke off."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse import junctions
from kaifaqu_archive.parse.junctions import ONE_PHRASE, flows_on, reads_on, reads_on_below, reads_on_from_above
from tests.parse.making import background, prose, view


@pytest.mark.parametrize(
    ("one", "other", "how_well"),
    [
        ("项目正在推进建", "设之中", 1.0),
        ("产值增长1", "2亿元", 1.0),
        ("会议强", "调安全", 1.0),
        ("各项任务按照计", "划推进", 1.0),
        ("企业用地保", "障到位", 1.0),
        ("老厂房腾出地", "方给新企业", 0.5),
        ("职工技能培训", "项目", 0.0),
        ("这里的力", "“十五五”开局", 0.0),
        ("全部完成。", "设备", 0.0),
    ],
)
def test_characters_that_follow_each_other(one: str, other: str, how_well: float) -> None:
    """Those that stand together far more often than chance, or somewhat more; marks never; digits always."""
    assert reads_on(one, other) == how_well


def test_both_lines_know() -> None:
    """The one that breaks off, and the one that goes on; a finished sentence and a credit break off nowhere."""
    broken = prose(70, "建")
    assert reads_on_below(view("市委办公", after="厅印发通知")) == 1.0
    assert reads_on_from_above(view("设之中。", before=broken)) == 1.0
    assert reads_on_from_above(view("设之中。", before=prose(70))) == 0.0
    assert reads_on_below(view("会议结束了。", after="设备")) == 0.0
    assert (
        reads_on_from_above(view("设之中。", before="林建摄"))
        == reads_on_below(view("林建摄", after="设之中。"))
        == 0.0
    )
    assert reads_on_below(view("老厂房")) == reads_on_from_above(view("老厂房")) == 0.0


KNOWN = background(
    {
        "茶": (0.5, 1.0),
        "春茶": (1.5, 2.5),
        "新春茶": (3.5, 4.5),
        "青溪春茶": (0.0, 6.0),
        "茶山": (4.0, 3.0),
        "茶山云岭": (1.0, 0.0),
        "看青溪春茶": (5.5, 5.5),
        "茶山云岭路": (5.5, 5.5),
        "岭": (None, None),
        "云岭": (None, None),
        "石": (2.5, 3.5),
        "白石": (None, None),
    }
)
"""Words; of some it was not counted how often they end and begin a clause."""


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be known but the words above, and no character often follow another."""
    monkeypatch.setattr(junctions, "load_background", lambda: KNOWN)
    monkeypatch.setattr(junctions, "_following", dict)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("one", "other", "nats"),
    [
        ("采春茶", "茶山下", 1.5 + 3.0),  # how rarely the first ends a clause, and the second begins one
        ("茶山", "春茶", 4.0 + 2.5),
        ("采新春茶", "春茶香", 3.5 + 2.5),  # not 春茶
        ("采茶", "茶会", 0.5 + 1.0),
        ("采青溪春茶", "茶山云岭", 0.0 + 0.0),  # never rare is not the same as not known
        ("看青溪春茶", "茶山云岭路", 0.0 + 0.0),  # of four characters, no more
        ("山间", "山间", 2.0 + 2.0),  # no word is known
        ("山间", "春茶", 2.0 + 2.5),
        ("春茶", "山间", 1.5 + 2.0),
        ("云岭", "云岭", 2.0 + 2.0),  # known, but not counted, nor is any shorter word
        ("白石", "石桥", 2.5 + 3.5),  # the longest that was counted
        ("白石", "白石", 2.5 + 2.0),
        ("茶", "茶", 0.5 + 1.0),
    ],
)
def test_a_reader_goes_on_where_neither_word_stands_at_an_edge(one: str, other: str, nats: float) -> None:
    """What the longest known word says of the end and of the beginning adds up; of the unknown, little is thought."""
    assert flows_on(one, other) == nats


def test_characters_that_often_meet_carry_the_reader_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """By two nats, or by one, beside what the words say."""
    monkeypatch.setattr(junctions, "load_background", lambda: background({"建": (1.0, 9.0), "地": (9.0, 9.0)}))
    assert flows_on("推进建", "设之中") == 1.0 + 2.0 + 2.0
    assert flows_on("腾出地", "方给企业") == 9.0 + 2.0 + 1.0
    assert flows_on("推进建", "方给企业") == 1.0 + 2.0
    assert flows_on("增长1", "2亿元") == 2.0 + 2.0 + 2.0


@pytest.mark.parametrize(
    ("one", "other", "one_phrase"),
    [
        ("青溪高新区加快推", "进古树普查", True),
        ("云岭市即将", "迎来新学期", True),
        ("记录一座", "城市的变迁", True),
        ("青溪县深入", "贯彻新部署", True),
        ("大桥合龙", "两岸通途", False),
        ("向新而行", "因茶而兴", False),
        ("云岭市公布方案", "明确三件大事", False),
        ("会议召开", "据了解", False),
    ],
)
def test_phrases_of_the_news(one: str, other: str, one_phrase: bool) -> None:  # noqa: FBT001
    """Words at whose edges no clause ends or begins lie in one phrase; a clause behind another is its own."""
    assert (flows_on(one, other) >= ONE_PHRASE) is one_phrase
