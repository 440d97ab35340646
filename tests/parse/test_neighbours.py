"""Evidence in what stands before and behind a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.parse import neighbours as near
from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.marks import LONGEST_CAPTION
from kaifaqu_archive.parse.shape import LONGEST_HEADLINE
from kaifaqu_archive.parse.view import (
    COMPARED,
    FIGURED,
    MOSTLY_BULLETED,
    MOSTLY_BYLINED,
    MOSTLY_DATED,
    MOSTLY_SIGNED,
    NAMED_ABOVE,
    NAMED_BELOW,
    PARALLEL,
    views_of,
)
from kaifaqu_archive.parse.witnesses import AROUND
from tests.parse.making import prose, shapes, view, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaifaqu_archive.parse.view import View

LONG = prose(LONGEST_HEADLINE + 1)
BROKEN = prose(LONGEST_HEADLINE + 1, "推进")
DATED = "本报讯 " + prose(LONGEST_HEADLINE)
SHORT = "老厂房唤醒新业态"
DONE = "会议结束了。"
BYLINE = "林 萍"
PHOTO = "■ 周望川摄"
JUMP = "（下转A2版）"

AFTER: list[tuple[str, str, list[str], list[str]]] = [
    ("credit_follows", SHORT, [PHOTO, "白石经开区供图"], [BYLINE, SHORT, LONG]),
    ("byline_follows", SHORT, [BYLINE, "本报记者 周望川"], [PHOTO, SHORT, LONG]),
    ("dateline_follows", SHORT, [DATED], [LONG, SHORT]),
    ("prose_follows", SHORT, [LONG, BROKEN], [DATED, SHORT]),
    (
        "prose_below_breaks_in",
        SHORT,
        ["展。" + LONG, "，" + LONG, "一起”" + LONG, "展。"],
        ["推进展。" + LONG, DONE, "展", LONG],
    ),
    ("prose_below_breaks_in", DONE, [], ["展。" + LONG]),
    ("broken_bracket", "联办“智汇白石、", ["才聚青溪”招聘会"], [SHORT, "才聚青溪”" + LONG]),
    ("broken_bracket", SHORT, [], ["才聚青溪”招聘会"]),
    ("dash_line_follows", SHORT, ["——云岭记", "—云岭记"], ["云岭——记", "——" + LONG]),
    ("bracket_line_follows", SHORT, ["大治理（新观察）", "大治理(新观察)"], ["（新观察）", "(新观察)", SHORT]),
    (
        "all_bracket_follows",
        SHORT,
        ["（新观察）", "(新观察)"],
        [
            "大治理（新观察）",
            "（新）观察",
            "（林萍）",
            JUMP,
            "（作者系云岭大学教授）",
            "（本报云岭5月9日电）",
            "（" + LONG + "）",
        ],
    ),
    ("next_starts_inside", SHORT, ["，云岭", "”云岭"], ["云岭，", "，" + LONG]),
    ("short_follows", SHORT, ["小学校园", "大治理（新观察）"], [DONE, BYLINE, JUMP, LONG]),
    ("longer_than_next", "老厂房唤醒", ["旧街"], ["旧街区", "旧街区长出新园区"]),
    ("shorter_than_next", "旧街", ["老厂房唤醒"], ["老厂房唤", "旧街", "旧"]),
]
"""(function, line, what follows where it is found, what follows where it is not)."""

BEFORE: list[tuple[str, str, list[str], list[str]]] = [
    ("closes_the_last", "才聚青溪”招聘会", ["联办“智汇白石、"], [SHORT]),
    ("closes_the_last", SHORT, [], ["联办“智汇白石、"]),
    (
        "follows_lead_opening",
        SHORT,
        ["编者按：", "【编者按】职工夜校一座难求啊"],
        ["编者按：职工夜校为何一座难求啊", SHORT],
    ),
    ("prose_before", SHORT, [LONG, DONE], [BROKEN, SHORT, BYLINE]),
    ("broken_prose_before", SHORT, [BROKEN], [LONG, SHORT]),
    (
        "comma_before",
        SHORT,
        [prose(65, "，"), prose(65, "、"), prose(65, "“"), prose(65, "（")],
        [LONG, BROKEN, "云岭，"],
    ),
    ("quote_before", SHORT, [prose(65, "”"), prose(65, "》"), prose(65, "）")], [prose(65, "。”"), BROKEN, "“云岭”"]),
    ("byline_before", SHORT, [BYLINE, JUMP, "（上接A1版）"], [PHOTO, SHORT, LONG]),
    ("headline_before", LONG, ["小学校园"], [DONE, BYLINE, LONG]),
    ("photo_credit_before", SHORT, [PHOTO, "白石经开区供图"], [BYLINE, SHORT, LONG]),
    ("short_before", SHORT, ["小学校园"], [DONE, BYLINE, LONG]),
    ("longer_than_last", "老厂房唤醒", ["旧街"], ["旧街区", "旧街区长出新园区"]),
    ("shorter_than_last", "旧街", ["老厂房唤醒"], ["老厂房唤", "旧街", "旧"]),
]
"""(function, line, what stands before where it is found, what stands before where it is not)."""


@pytest.mark.parametrize(("name", "here", "yes", "no"), AFTER)
def test_evidence_in_the_line_behind(name: str, here: str, yes: list[str], no: list[str]) -> None:
    """It is found behind lines of the first list, not of the second, and not at the page's end."""
    test = getattr(near, name)
    assert {text: bool(test(view(here, after=text))) for text in yes} == dict.fromkeys(yes, True)
    assert {text: bool(test(view(here, after=text))) for text in no} == dict.fromkeys(no, False)
    assert not test(view(here))


@pytest.mark.parametrize(("name", "here", "yes", "no"), BEFORE)
def test_evidence_in_the_line_before(name: str, here: str, yes: list[str], no: list[str]) -> None:
    """It is found under lines of the first list, not of the second, and not at the page's top."""
    test = getattr(near, name)
    assert {text: bool(test(view(here, before=text))) for text in yes} == dict.fromkeys(yes, True)
    assert {text: bool(test(view(here, before=text))) for text in no} == dict.fromkeys(no, False)
    assert not test(view(here))


def test_a_sum_of_what_follows_stands_under_the_headline() -> None:
    """One clause without a stop, right under a headline or a byline; prose that broke off is none."""
    clause = prose(40, "，提升效率")
    for head in (SHORT, BYLINE):
        assert near.stand_first_before(views(head, clause, LONG)[2])
    for rows in (
        (LONG, clause, LONG),
        (SHORT, DONE, LONG),
        (SHORT, "会议结束。" + clause, LONG),
        (SHORT, BYLINE, LONG),
    ):
        assert not near.stand_first_before(views(*rows)[2])
    assert not near.stand_first_before(views(clause, LONG)[1])


def test_a_run_of_short_lines_is_longer_than_a_headline() -> None:
    """Four lines may be a headline; twelve say loudest that they are verse or a table."""
    verse = ("风从河上来", "灯在窗下亮", "谁在等一场雪", "谁把门轻轻关上", "又推开")
    assert [near.in_run(line) for line in views(*verse)] == [pytest.approx(5 / 12)] * 5
    assert [near.in_run(line) for line in views(*verse[:4])] == [0.0] * 4
    assert near.in_run(views(*verse * 3)[14]) == 1.0
    parted = views(*verse[:3], LONG, *verse)
    assert [bool(near.in_run(line)) for line in parted] == [False] * 4 + [True] * 5


def test_a_byline_or_dateline_comes_second() -> None:
    """It stands two lines below, behind another line."""
    assert near.byline_second(view(SHORT, after=SHORT, below=BYLINE))
    assert near.dateline_second(view(SHORT, after=SHORT, below=DATED))
    assert not near.byline_second(view(SHORT, after=SHORT, below=PHOTO))
    assert not near.byline_second(view(SHORT, after=BYLINE))
    assert not near.byline_second(view(SHORT, after=BYLINE, below=SHORT))
    assert not near.dateline_second(view(SHORT, after=DATED, below=LONG))
    assert not near.dateline_second(view(SHORT, after=DATED))


def test_a_word_goes_on_in_the_prose_below() -> None:
    """The pair over the break stands in the page's prose, and the line below is prose without a dateline."""
    below = "出的新园区，" + prose(70) + "园区里长出的新芽。"
    assert near.goes_on_below(view("老厂房里长", after=below))
    assert not near.goes_on_below(view("老厂房里长。", after=below))
    assert not near.goes_on_below(view("老厂房里短", after=below))
    assert not near.goes_on_below(view("老厂房里长"))
    assert not near.goes_on_below(view("老厂房里长", after="出的新园区"))
    dated = "本报讯 云岭市日前召开会议，" + prose(70) + "园里本报。"
    assert not near.goes_on_below(view("走进园里", after=dated))


def test_a_word_of_broken_prose_goes_on_here() -> None:
    """The prose before broke off in a word that the page speaks elsewhere."""
    broken = "园区里长出的新芽，" + prose(70, "里长")
    assert near.word_from_prose(view("出新的产业", before=broken))
    assert not near.word_from_prose(view("进新的产业", before=broken))
    assert not near.word_from_prose(view("出新的产业", before=broken + "。"))
    assert not near.word_from_prose(view("出新的产业"))


def test_a_word_goes_over_the_break_of_a_headline() -> None:
    """The pair over the break of two short lines stands in the page's prose."""
    long = prose(70) + "园区里长出的新芽。"
    assert near.word_goes_on(view("老厂房里长", after="出新园区", below=long))
    assert not near.word_goes_on(view("老厂房里短", after="出新园区", below=long))
    assert not near.word_goes_on(view("老厂房里长"))
    seen = views_of(shapes("老厂房里长", "出新园区", long), Cohesion(["老厂房里长", "出新园区", long]))
    assert [bool(near.word_goes_back(each)) for each in seen] == [False, True, False]


def test_characters_of_the_neighbours_say_how_much() -> None:
    """The prose below opens, the headline below opens, the line before ends: by how much."""
    assert near.prose_opens_below(view(SHORT, after="为" + LONG)) == pytest.approx(0.8 / 3)
    assert near.prose_opens_below(view(DONE, after="为" + LONG)) == 0.0
    assert near.prose_opens_below(view(SHORT, after="为")) == 0.0
    assert near.prose_opens_below(view(SHORT)) == 0.0
    assert near.headline_opens_below(view(SHORT, after="业态")) < 0.0
    assert near.headline_opens_below(view(SHORT)) == 0.0
    assert near.last_ends_like_headline(view(SHORT, before="云岭的")) < 0.0
    assert near.last_ends_like_headline(view(SHORT)) == 0.0


def _under(text: str, gap: int, before: str | None = SHORT) -> list[bool]:
    here = view(text, before=before)
    here.here.line = here.here.line._replace(gap=gap)
    return [bool(near.picture_gap(here)), bool(near.one_sentence_under_gap(here))]


def test_a_picture_stood_where_lines_are_blank() -> None:
    """Two blank lines and more are a picture's place; one is the rule, and the page's top is none."""
    assert _under(DONE, 2) == [True, True]
    assert _under(DONE, 1) == [False, False]
    assert _under(DONE, 3, before=None) == [False, False]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (DONE, True),
        ("好。对。", False),
        ("好对", False),
        (prose(LONGEST_CAPTION), True),
        (prose(LONGEST_CAPTION + 1), False),
        ("本报讯 " + prose(30), False),
    ],
)
def test_one_sentence_under_a_picture(text: str, one: bool) -> None:  # noqa: FBT001
    """A single sentence without a dateline, no longer than a caption."""
    assert _under(text, 3) == [True, one]


def test_the_first_line_is_the_top() -> None:
    """Nothing stands before it."""
    assert near.page_top(view(SHORT, after=LONG))
    assert not near.page_top(view(SHORT, before=LONG))


def test_a_headline_may_stand_behind_a_reports_first_paragraph() -> None:
    """That ends a sentence, and goes on below without another dateline."""
    report, going = "本报讯 " + LONG, "本报讯 " + LONG[:-1]
    assert near.report_begins_before(view(SHORT, before=report, after=LONG))
    assert not near.report_begins_before(view(SHORT, before=LONG, after=LONG))
    assert not near.report_begins_before(view(SHORT, before=going, after=LONG))
    assert not near.report_begins_before(view(SHORT, before=report, after=report))
    assert not near.report_begins_before(view(SHORT, before=report, after=SHORT))


def test_words_are_looked_for_from_the_foot() -> None:
    """The share of a headline's words that the prose speaks, where no line follows."""
    assert near.named_at_foot(views(LONG, SHORT, LONG)[1]) == 0.0
    seen = views("园区职工参加技能培训，" + LONG, "职工培训")
    assert near.named_at_foot(seen[1]) == pytest.approx(2 / 3)


def test_a_short_line_may_stand_among_furniture() -> None:
    """A long one there is text all the same."""
    assert near.enclosed(views("第3版", SHORT, "责编：林萍")[1])
    assert not near.enclosed(views("第3版", LONG, "责编：林萍")[1])
    assert not near.enclosed(views("第3版", SHORT, LONG)[1])


@pytest.mark.parametrize(
    ("likeness", "kin", "strange"),
    [
        (None, 0.0, 0.0),
        (0.022, 0.0, 0.0),
        (0.022 * 2.5**0.5, 0.5, 0.0),
        (0.022 / 2.5**0.5, 0.0, 0.5),
        (0.022 * 2.5**0.9, 0.9, 0.0),
        (0.022 / 2.5**0.9, 0.0, 0.9),
        (0.022 * 2.5, 1.0, 0.0),
        (0.022 / 2.5, 0.0, 1.0),
        (0.0, 0.0, 1.0),
        (0.001, 0.0, 1.0),
        (0.1, 1.0, 0.0),
        (1.0, 1.0, 0.0),
    ],
)
def test_likeness_speaks_both_ways(likeness: float | None, kin: float, strange: float) -> None:
    """Prose of one piece is kin, prose with nothing in common strange; in between it says little."""
    here = view(SHORT)
    if likeness is not None:
        here.tell(COMPARED, likeness)
    assert near.kin(here) == pytest.approx(kin)
    assert near.strange(here) == pytest.approx(strange)


def test_what_the_view_knows_is_said() -> None:
    """Words in the prose around and a likeness to other lines are handed on as they are."""
    here = view(SHORT)
    here.tell(NAMED_ABOVE, 0.25)
    here.tell(NAMED_BELOW, 0.5)
    here.tell(PARALLEL)
    assert (near.named_above(here), near.named_below(here), bool(near.parallel(here))) == (0.25, 0.5, True)


def test_numbers_are_written_out_where_a_line_stands_upright() -> None:
    """Under another line of the headline, and where the page's headlines have figures."""
    for text, before, figured, upright in (
        ("培训一万九千人", SHORT, True, True),
        ("培训一万九千人", SHORT, False, False),
        ("培训一万九千人", None, True, False),
        ("培训1.9万人", SHORT, True, False),
    ):
        here = view(text, before=before)
        here.told |= FIGURED if figured else 0
        assert bool(near.numbers_upright(here)) is upright


def test_every_piece_of_evidence_is_quiet_on_a_lonely_line() -> None:
    """A line without neighbours is the page's top and nothing else."""
    loud = [name for name, test in AROUND if test(view("白石"))]
    assert loud == ["first line of the page"]


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        (near.undated_among_dated, MOSTLY_DATED),
        (near.unmarked_among_bullets, MOSTLY_BULLETED),
        (near.unsigned_among_signed, MOSTLY_SIGNED),
        (near.bare_among_bylines, MOSTLY_BYLINED),
    ],
)
def test_what_is_missing_speaks_where_the_paper_has_it(test: Callable[[View], float], holds: int) -> None:
    """A short line between prose is asked for what the page's other articles have; others are not."""
    between, headline = view(SHORT, before=LONG, after=LONG), view(SHORT, before=SHORT, after=LONG)
    for here, says in ((between, True), (headline, False)):
        assert not test(here)
        here.tell(holds)
        assert bool(test(here)) is says
    bulleted = view("◇" + SHORT, before=LONG, after=LONG)
    bulleted.tell(MOSTLY_BULLETED)
    assert not near.unmarked_among_bullets(bulleted)
