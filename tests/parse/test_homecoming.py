"""A headline that stands out of place is brought home to the article it speaks of."""

from __future__ import annotations

from itertools import accumulate
from math import log

import pytest

from kaifaqu_archive.parse import homecoming
from kaifaqu_archive.parse.homecoming import Home, _step_up
from tests.parse.astray import JOB_TITLE, JOBS, TREE_TITLE, TREES, astray, lines


def home(*drafts: list[str]) -> Home:
    """Return the drafts of a page before headlines come home."""
    return astray(Home, *drafts)


def late(*drafts: list[str]) -> list[list[int]]:
    """Return the drafts after late headlines have their first lines."""
    found = home(*drafts)
    found.late_headlines()
    return lines(found)


# --- late headlines -----------------------------------------------------------------


def test_a_late_headline_gets_its_first_lines() -> None:
    """The lines above it that speak its words and not their own article's go to it; the editor is told."""
    found = home([TREE_TITLE, *TREES[:3], *JOBS[:2]], [JOB_TITLE, *JOBS[2:5]])
    found.late_headlines()
    assert lines(found) == [[0, 1, 2, 3], [4, 5, 6, 7, 8, 9]]
    assert [draft.moved for draft in found.drafts] == [
        [],
        ["标题“白石职工夜校一座难求”排在正文开头之后，已归到它的正文"],
    ]


def test_a_headline_in_its_place_takes_nothing() -> None:
    """Lines of its own article stay above it."""
    drafts = [TREE_TITLE, *TREES[:5]], [JOB_TITLE, *JOBS[:4]]
    assert late(*map(list, drafts)) == [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]


def test_lines_that_do_not_speak_the_headline_stay() -> None:
    """Being of the same matter as the body below is not enough: the headline must be spoken."""
    assert late([TREE_TITLE, *TREES[:3], *JOBS[:2]], ["t 云上岭下", *JOBS[2:5]]) == [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9]]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            [TREE_TITLE, *TREES[:3], *JOBS[:2]],
            [JOB_TITLE, "b 本报讯 " + JOBS[2][2:], *JOBS[3:5]],
        ),  # a dateline opens it
        ([TREE_TITLE, *TREES[:3], *JOBS[:2], "a 林萍"], [JOB_TITLE, *JOBS[2:5]]),  # an author closed the other
        ([TREE_TITLE, *TREES[:3], *JOBS[:2]], [JOB_TITLE]),  # no body
        ([TREE_TITLE, *TREES[:3], *JOBS[:2]], ["p 大桥合龙。", JOB_TITLE, *JOBS[2:5]]),  # it does not begin its article
        ([TREE_TITLE, *TREES[:3], *JOBS[:2]], JOBS[2:5]),  # no headline
        ([TREE_TITLE, TREES[0][:-1], JOBS[0]], ["t 白石职工夜校", *JOBS[1:5]]),  # a sentence would be cut
        ([TREE_TITLE, TREES[0], "c " + JOBS[0][2:]], ["t 白石职工夜校", *JOBS[1:5]]),  # a paragraph would be cut
        (JOBS[:1], [JOB_TITLE, *JOBS[2:5]]),  # nothing would stay
    ],
)
def test_what_keeps_a_headline_from_taking_lines(above: list[str], below: list[str]) -> None:
    """A dateline, a closed article, a broken sentence: the lines stay where they are."""
    assert late(list(above), list(below)) == [list(range(len(above))), list(range(len(above), len(above) + len(below)))]


def test_one_line_may_be_taken() -> None:
    """Behind a single line of the other article, too."""
    assert late([TREE_TITLE, TREES[0], JOBS[0]], ["t 白石职工夜校", *JOBS[1:5]])[0] == [0, 1]


def test_five_lines_at_most_are_taken() -> None:
    """A headline does not come later than that; lines that go on with a paragraph go with it."""
    five = [TREE_TITLE, *TREES[:3], JOBS[0], "c " + JOBS[1][2:], *JOBS[2:5]]
    assert late(five, [JOB_TITLE, *JOBS[3:]])[0] == [0, 1, 2, 3]
    six = [TREE_TITLE, *TREES[:3], *JOBS]
    assert late(six, [JOB_TITLE, *JOBS[2:]])[0] != [0, 1, 2, 3]


def test_where_several_cuts_would_do_the_best_is_made() -> None:
    """All lines of the matter go, not only the last."""
    for n in (2, 3, 4):
        above = [TREE_TITLE, *TREES, *JOBS[:n]]
        assert late(above, ["t 白石职工夜校", *JOBS[n:]])[0] == list(range(7)), n


def test_lines_like_the_line_they_follow_stay_with_it() -> None:
    """Though only one line would stay, and the headline below speaks the words as well."""
    above = ["t 白石开课", "b 白石职工夜校开课。", "b 白石职工夜校开课了。"]
    assert late(above, ["t 白石职工夜校", *JOBS[1:5]])[0] == [0, 1, 2]


def test_only_the_article_right_above_is_asked() -> None:
    """Each headline looks at its neighbour, one after another."""
    found = late(
        [TREE_TITLE, *TREES[:3], JOBS[0]], [JOB_TITLE, *JOBS[1:4], TREES[3]], ["t 古树普查", *TREES[4:], TREES[0]]
    )
    assert found == [[0, 1, 2, 3], [4, 5, 6, 7, 8], [9, 10, 11, 12, 13]]


def test_a_long_headline_is_quoted_in_part() -> None:
    """Sixteen characters and more are cut."""
    title = "t 白石职工夜校一座难求的背后有着怎样的故事"
    found = home([TREE_TITLE, *TREES[:3], *JOBS[:2]], [title, *JOBS[2:5]])
    found.late_headlines()
    assert found.drafts[1].moved == ["标题“白石职工夜校一座难求的背后有着…”排在正文开头之后，已归到它的正文"]


# --- headlines without a body -------------------------------------------------------


def orphans(*drafts: list[str]) -> list[list[int]]:
    """Return the drafts after headlines without a body have found one."""
    found = home(*drafts)
    found.orphan_headlines()
    return lines(found)


def test_a_headline_at_the_foot_goes_to_the_body_it_names() -> None:
    """Of the bodies without a headline, the one that speaks its words; the editor is told."""
    found = home(list(JOBS[:3]), list(TREES[:3]), [TREE_TITLE])
    found.orphan_headlines()
    assert lines(found) == [[0, 1, 2], [3, 4, 5, 6]]
    assert found.drafts[1].moved == ["标题“青溪县启动古树普查”不在正文之前，已按内容归到这一篇"]
    assert orphans(list(TREES[:3]), list(JOBS[:3]), [TREE_TITLE]) == [[0, 1, 2, 6], [3, 4, 5]]
    assert orphans([TREE_TITLE], list(JOBS[:3]), list(TREES[:3])) == [[1, 2, 3], [0, 4, 5, 6]]


@pytest.mark.parametrize(
    "drafts",
    [
        [[JOB_TITLE, *JOBS[:3]], [TREE_TITLE]],  # the only body has a headline
        [["< （上接A1版）", *TREES[:3]], [TREE_TITLE]],  # the body has its headline on another page
        [[*TREES[:3]], [TREE_TITLE, TREES[4]]],  # it has a body
        [[*TREES[:3]], ["n 休刊启事", TREE_TITLE]],  # it heads a notice
        [[*TREES[:3]], ["p 一棵古树。", "r 林 萍摄", TREE_TITLE]],  # it heads a photograph
        [["a 林萍"], [TREE_TITLE]],  # there is no text
        [[*TREES[:3]], ["a 林萍"]],  # no headline
    ],
)
def test_a_headline_stays_where_it_has_no_home(drafts: list[list[str]]) -> None:
    """A body with a headline of its own, on this page or another, takes no second one."""
    assert orphans(*drafts) == lines(home(*drafts))


def test_a_headline_that_names_a_part_splits_it_off() -> None:
    """Where every body has a headline, the part of one that the words begin to fill is an article of its own."""
    found = home([JOB_TITLE, *JOBS[:4], *TREES[:4]], ["k 青溪县古树调查", "t 青溪古树普查记"])
    found.orphan_headlines()
    assert lines(found) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10]]
    assert found.drafts[1].moved == ["标题“青溪县古树调查”不在正文之前，已按内容归到这一篇"]


def test_a_part_stands_behind_what_it_was_split_from() -> None:
    """Other articles keep their places."""
    head = ["k 青溪县古树调查", "t 青溪古树普查记"]
    drafts = [["t 云岭开桨", "b 龙舟赛。"], [JOB_TITLE, *JOBS[:4], *TREES[:4]], head, ["t 大桥合龙", "b 大桥通车。"]]
    assert orphans(*drafts) == [[0, 1], [2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13, 14]]


def test_a_part_is_split_off_far_from_its_headline() -> None:
    """It stands behind its host, wherever the headline stood."""
    drafts = [
        [JOB_TITLE, *JOBS[:4], *TREES[:4]],
        ["t 大桥合龙", "b 大桥通车。"],
        ["k 青溪县古树调查", "t 青溪古树普查记"],
    ]
    assert orphans(*drafts) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 11, 12], [9, 10]]


def _held(*lines: int) -> list[int]:
    """Return, for each line and the end, how many lines before it hold a pair."""
    return [0, *accumulate(lines)]


def test_a_word_that_begins_to_stand_weighs_by_how_surely_it_begins() -> None:
    """Nothing for words that fade or stand evenly; most for those that stood nowhere before and then in every line."""
    assert _step_up(_held(0, 0, 1, 1), 2) == pytest.approx(4 * log(2))
    assert _step_up(_held(1, 1, 0, 0), 2) == 0.0
    assert _step_up(_held(1, 0, 1, 0), 2) == 0.0
    assert _step_up(_held(0, 0, 0, 0), 2) == 0.0
    late_start = log(1 / 4) + 3 * log(3 / 4) - 2 * log(2 / 5) - 3 * log(3 / 5)
    assert _step_up(_held(1, 0, 0, 0, 1), 4) == pytest.approx(late_start)
    early_start = 2 * log(2 / 4) + 2 * log(2 / 4) - 2 * log(2 / 6) - 4 * log(4 / 6)
    assert _step_up(_held(0, 0, 1, 0, 1, 0), 2) == pytest.approx(early_start)
    assert _step_up(_held(1, 0, 1, 0, 0, 0), 1) == 0.0


@pytest.mark.parametrize(
    "body",
    [
        [*JOBS[:2], *TREES[:4]],  # too short a body for two
        [*JOBS[:5], *TREES[:2]],  # too short a part behind
        [JOBS[0], *("c " + row[2:] for row in (*JOBS[1:4], *TREES[:4]))],  # one paragraph
        [*JOBS[:2], JOBS[2][:-1], *TREES[:4]],  # a broken sentence above
        [*TREES[:4], *JOBS[:4]],  # the words fade instead of beginning
        [*JOBS[:4], *JOBS[:4]],  # the words do not stand there
    ],
)
def test_no_part_is_split_off_without_reason(body: list[str]) -> None:
    """Each side has three lines and ends a sentence, and the words begin there."""
    drafts = [[JOB_TITLE, *body], ["k 青溪县古树调查", "t 青溪古树普查记"]]
    assert orphans(*drafts) == lines(home(*drafts))


def test_the_smallest_part_has_three_lines_on_either_side() -> None:
    """With fewer there would be no telling."""
    head = ["k 青溪县古树调查", "t 青溪古树普查记"]
    assert orphans([JOB_TITLE, *JOBS[:3], *TREES[:4]], head) == [[0, 1, 2, 3], [4, 5, 6, 7, 8, 9]]


def test_a_part_behind_a_name_or_with_a_dateline_may_be_of_one_line() -> None:
    """Where an article may begin so, fewer words are enough; the name above is the part's where its host has one."""
    tree = "b 本报云岭5月3日电（记者林萍）青溪县启动古树普查，普查队员为每一棵古树建立电子档案。"
    assert orphans([JOB_TITLE, JOBS[0], tree], [TREE_TITLE]) == [[0, 1], [2, 3]]
    bare = " " + tree.partition("）")[2]
    assert orphans([JOB_TITLE, JOBS[0], "b" + bare], [TREE_TITLE]) == [[0, 1, 2], [3]]
    signed = [JOB_TITLE, JOBS[0], "a 何苗", "b" + bare]
    assert orphans(signed, [TREE_TITLE]) == [[0, 1, 2], [3, 4]]
    assert orphans([JOB_TITLE, "a 周望川", *signed[1:]], [TREE_TITLE]) == [[0, 1, 2], [3, 4, 5]]
    closed = [JOB_TITLE, JOBS[0] + "（记者 何苗）", "b" + bare]
    assert orphans(closed, [TREE_TITLE]) == [[0, 1], [2, 3]]


def test_of_several_parts_the_one_that_is_named_is_split_off() -> None:
    """The best place of all articles of the page is taken."""
    river = [f"b 白石江治理第{n}段，江水清澈见底。" for n in "一二三四五六七八"]
    drafts = [["t 白石江治理", *river], [JOB_TITLE, *JOBS[:4], *TREES[:4]], ["k 青溪县古树调查", "t 青溪古树普查记"]]
    assert orphans(*drafts) == [list(range(9)), [9, 10, 11, 12, 13], [14, 15, 16, 17, 18, 19]]


def test_a_headline_over_strangers_pictures_is_parted_from_them() -> None:
    """Photographs that say which they are, or are a group, and share no word with the headline, are not its own."""
    for strange in ("p 上图：技术人员在发酵车间巡查。", "r 本组照片由林萍摄"):
        found = home(list(TREES[:3]), [TREE_TITLE, strange])
        found.orphan_headlines()
        assert lines(found) == [[0, 1, 2, 3], [4]], strange
        with_more = [list(TREES[:3]), [TREE_TITLE, strange], [JOB_TITLE, *JOBS[:2]]]
        assert orphans(*with_more) == [[0, 1, 2, 3], [4], [5, 6, 7]], strange
    for own in ("p 图为技术人员在发酵车间巡查。", "p 上图：青溪县启动古树普查。"):
        drafts = [list(TREES[:3]), [TREE_TITLE, own]]
        assert orphans(*drafts) == lines(home(*drafts)), own


def _fills(before: int, after: int) -> list[list[int]]:
    """Return the drafts of an article in whose last lines a pair stands but not in their first, and a headline."""
    host = [f"b 白石江治理第{n}段。" for n in range(before)]
    part = ["b 记者走到山上。", *(f"c 第{n}棵古树有人守护。" for n in range(after))]
    return orphans(["t 白石江治理", *host, *part], ["t 古树"])


def test_a_part_must_be_much_likelier_to_speak_the_words() -> None:
    """By six nats: 6.7 will do, 5.4 will not."""
    assert _fills(7, 6) == [list(range(8)), list(range(8, 16))]
    assert _fills(6, 5) == [list(range(13)), [13]]


def test_a_first_line_that_names_half_is_not_enough() -> None:
    """All of a headline's words are worth twelve nats, so half of them only just fall short."""
    host = ["b 古树之下，茶园连片。", "b 今年的山茶，又丰收了。", "b 山茶满园。", "b 白石江治理第一段。"]
    part = ["b 老人守着古树。", *(f"b 东川大桥建设第{n}天。" for n in (1, 2, 3))]
    drafts = [["t 夜校开课", *host, *part], ["t 古树山茶"]]
    assert orphans(*drafts) == lines(home(*drafts))


def test_the_first_line_of_a_part_that_names_it_is_worth_most() -> None:
    """Of two places as good by all else the one whose first line speaks the headline is taken."""
    host = [f"b 白石江治理第{n}段。" for n in range(4)]
    part = ["b 青溪县启动古树普查。", "b 青溪县启动古树普查工作。", *TREES[:2]]
    assert orphans(["t 白石江治理", *host, *part], [TREE_TITLE]) == [list(range(5)), [5, 6, 7, 8, 9]]


# --- just at a threshold ---------------------------------------------------------------


def at(monkeypatch: pytest.MonkeyPatch, name: str, value: float, drafts: list[list[str]]) -> list[list[int]]:
    """Return the drafts after everything came home under another threshold."""
    monkeypatch.setattr(homecoming, name, value)
    found = home(*drafts)
    found.orphan_headlines()
    found.late_headlines()
    return lines(found)


def test_a_headline_with_just_enough_in_common_keeps_its_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less makes them strangers."""
    drafts = [list(TREES[:3]), [TREE_TITLE, "p 上图：青溪县的发酵车间里，技术人员在巡查。"]]
    words = home(*drafts).words
    cover = words.coverage(words.line(3), words.line(4))
    assert at(monkeypatch, "STRANGER_COVER", cover, drafts)[0] == [0, 1, 2]
    assert at(monkeypatch, "STRANGER_COVER", cover * 1.001, drafts)[0] == [0, 1, 2, 3]


def test_a_late_headline_takes_what_is_nearer_by_more_than_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Just enough is too little to move lines; of the headline's words just enough is enough."""
    drafts = [[TREE_TITLE, *TREES[:3], JOBS[0]], [JOB_TITLE, *JOBS[1:4]]]
    words = home(*drafts).words
    going, theirs, staying = words.line(4), words.union(range(5, 9)), words.union(range(1, 4))
    gain = words.kinship(going, theirs) - words.kinship(going, staying)
    before, after = [list(range(5)), list(range(5, 9))], [list(range(4)), list(range(4, 9))]
    assert at(monkeypatch, "HOME_GAIN", gain, drafts) == before
    assert at(monkeypatch, "HOME_GAIN", gain * 0.999, drafts) == after
    named = words.kinship(words.line(5), going)
    assert at(monkeypatch, "HOME_NAMED", named, drafts) == after
    assert at(monkeypatch, "HOME_NAMED", named * 1.001, drafts) == before
