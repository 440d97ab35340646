"""Photographs that strayed go to the article whose words they share."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse import pictures as module
from kaifaqu_archive.parse.pictures import Pictures
from tests.parse.astray import JOB_TITLE, JOBS, TREE_TITLE, TREES, astray, lines
from tests.parse.test_assemble import ROLES


def page(*drafts: list[str]) -> Pictures:
    """Return the photographs of a page, brought home."""
    found = astray(Pictures, *drafts)
    found.bring_home()
    return found


def pictures(*drafts: list[str]) -> list[list[int]]:
    """Return the drafts after photographs were brought home."""
    return lines(page(*drafts))


def test_a_photograph_goes_to_the_article_that_speaks_its_words() -> None:
    """By headline and body; it takes its place in the order of lines."""
    photo = ["p 图为普查队员为古树建立电子档案。", "r 林 萍摄"]
    assert pictures([TREE_TITLE, *TREES[:3]], [JOB_TITLE, *JOBS[:3]], photo) == [[0, 1, 2, 3, 8, 9], [4, 5, 6, 7]]
    assert pictures(photo, [JOB_TITLE, *JOBS[:3]], [TREE_TITLE, *TREES[:3]]) == [[2, 3, 4, 5], [0, 1, 6, 7, 8, 9]]
    assert pictures([JOB_TITLE, *JOBS[:3]], ["t 普查队员为古树建档"], photo) == [[0, 1, 2, 3], [4, 5, 6]]


@pytest.mark.parametrize(
    "drafts",
    [
        [[JOB_TITLE, *JOBS[:3]], ["p 小长颈鹿与游客见面。"]],  # no word in common
        [[TREE_TITLE, *TREES[:3]], ["t 春茶", "p 古树普查。"]],  # a headline of its own
        [[TREE_TITLE, *TREES[:3]], ["p 古树普查。", "> （下转A2版）"]],  # a jump
        [[TREE_TITLE, *TREES[:3]], ["< （上接A2版）", "p 古树普查。"]],
        [[TREE_TITLE, *TREES[:3]], ["n 休刊启事"]],  # a notice
        [["h 古树普查"], ["p 古树普查。"]],  # nothing to go to
    ],
)
def test_a_photograph_stays_that_has_no_home(drafts: list[list[str]]) -> None:
    """It is an article of its own."""
    assert pictures(*drafts) == lines(astray(Pictures, *drafts))


def test_most_of_a_captions_words_need_not_be_spoken() -> None:
    """A sixth of their weight is enough; less is chance."""
    article = ["t 古树", "b 青溪县古树。"]
    assert pictures(article, ["p 古树，云开雾散日出东山。"]) == [[0, 1], [2]]
    assert pictures(article, ["p 青溪县古树，云开雾散。"]) == [[0, 1, 2]]


def test_of_two_articles_alike_neither_has_the_photograph() -> None:
    """Where the words say the same of both, nothing decides; where one says more of them, it does."""
    photo = ["p 青溪县启动古树普查。"]
    assert pictures([TREE_TITLE, TREES[0]], [TREE_TITLE, TREES[0]], photo) == [[0, 1], [2, 3], [4]]
    assert pictures(["t 古树", "b 青溪县启动夜校。"], [TREE_TITLE, TREES[0]], photo) == [[0, 1], [2, 3, 4]]


def test_news_told_by_a_photograph_needs_more_of_its_words_spoken() -> None:
    """Of a day, or in two sentences: others of its words stand in many articles."""
    article = ["t 古树", "b 青溪县古树。"]
    told = "青溪县古树，云开雾散。"
    assert pictures(article, [f"p {told}"]) == [[0, 1, 2]]
    assert pictures(article, [f"p 5月3日，{told}"]) == [[0, 1], [2]]
    assert pictures(article, [f"p {told}日出东山。", "r 林 萍摄"]) == [[0, 1], [2, 3]]
    assert pictures(article, ["p 近日，青溪县古树。"]) == [[0, 1, 2]]


def test_a_photograph_of_another_day_is_no_part_of_a_strange_article() -> None:
    """It is news by itself, credited or not; one that says something of the article stays."""
    assert pictures([JOB_TITLE, *JOBS[:3], "p 5月3日，云开雾散。"]) == [[0, 1, 2, 3], [4]]
    assert pictures([JOB_TITLE, *JOBS[:3], "p 5月3日，白石夜校。"]) == [[0, 1, 2, 3, 4]]


def test_photographs_with_credits_of_their_own_go_home_one_by_one() -> None:
    """They stand together by chance; what has no home stays, and a group under one credit goes as one."""
    tree, job = [TREE_TITLE, *TREES[:3]], [JOB_TITLE, *JOBS[:3]]
    one, other = ["p 普查队员为古树建立电子档案。 ■ 林 萍摄"], ["p 职工在上夜校课程。", "r 何 苗摄"]
    assert pictures(tree, job, [*one, *other]) == [[0, 1, 2, 3, 8], [4, 5, 6, 7, 9, 10]]
    assert pictures(tree, job, [*one, "p 云开雾散。 ■ 何 苗摄"]) == [[0, 1, 2, 3, 8], [4, 5, 6, 7], [9]]
    bare = [one[0].partition(" ■")[0], "p 云开雾散日出东山月上西楼。", "r 本组照片由林萍摄"]
    assert pictures(tree, job, bare) == [[0, 1, 2, 3, 8, 9, 10], [4, 5, 6, 7]]


def test_a_stray_credit_goes_to_the_only_photograph_without_one() -> None:
    """To none where two have none; and a credit with its caption stays."""
    tree, job = [TREE_TITLE, *TREES[:3], "p 古树。"], [JOB_TITLE, *JOBS[:3]]
    assert pictures(tree, [*job, "r 林 萍摄"]) == [[0, 1, 2, 3, 4, 9], [5, 6, 7, 8]]
    assert pictures(tree, job, ["r 林 萍摄"]) == [[0, 1, 2, 3, 4, 9], [5, 6, 7, 8]]
    assert pictures(tree, [*job, "p 夜校。", "r 林 萍摄"]) == lines(
        astray(Pictures, tree, [*job, "p 夜校。", "r 林 萍摄"])
    )
    twice = [tree, [*job, "p 夜校。"], ["r 林 萍摄"]]
    assert pictures(*twice) == lines(astray(Pictures, *twice))


def test_a_word_or_two_say_of_no_photograph_where_it_belongs() -> None:
    """Five pairs of characters are the fewest."""
    tree, job = [TREE_TITLE, *TREES[:3]], [JOB_TITLE, *JOBS[:2]]
    assert pictures(tree, [*job, "p 古树普查队。", JOBS[2]]) == lines(
        astray(Pictures, tree, [*job, "p 古树普查队。", JOBS[2]])
    )
    assert pictures(tree, [*job, "p 古树普查队员。", JOBS[2]]) == [[0, 1, 2, 3, 7], [4, 5, 6, 8]]


def test_a_group_is_found_among_articles() -> None:
    """Articles before and behind stay what they are; a group of several captions is one."""
    group = ["r 本组照片由周望川摄"]
    article, other = [TREE_TITLE, TREES[0]], [JOB_TITLE, JOBS[0]]
    photos = [["p 云开雾散。"], ["p 日出东山。"], ["p 月上西楼。"]]
    assert pictures(article, *photos, group, other) == [[0, 1], [2, 3, 4, 5], [6, 7]]
    assert pictures(*photos, group, article, other) == [[0, 1, 2, 3], [4, 5], [6, 7]]
    assert pictures(article, other, *photos, group) == [[0, 1], [2, 3], [4, 5, 6, 7]]


def test_photographs_that_one_credit_names_are_a_group() -> None:
    """Captions without a credit are one with the group's line behind them; a credited one is not."""
    group = ["r 本组照片由周望川摄"]
    assert pictures(["p 云开雾散。"], ["p 日出东山。"], group) == [[0, 1, 2]]
    assert pictures(["p 云开雾散。", "r 林 萍摄"], ["p 日出东山。"], group) == [[0, 1], [2, 3]]
    assert pictures(["p 云开雾散。"], ["p 日出东山。", "a 林萍"], group) == [[0, 1, 2, 3]]


def test_photographs_under_one_credit_go_where_their_words_are_spoken() -> None:
    """Together, also out of an article that they follow by chance, and whoever else has no credit."""
    tree, job = [TREE_TITLE, *TREES[:3]], [JOB_TITLE, *JOBS[:3]]
    group = ["p 普查队员为古树建立电子档案。", "p 云开雾散。", "r 以上图片均由林萍摄"]
    assert pictures(tree, [*job, *group]) == [[0, 1, 2, 3, 8, 9, 10], [4, 5, 6, 7]]
    assert pictures(tree, [*job, "p 夜校。"], group) == [[0, 1, 2, 3, 9, 10, 11], [4, 5, 6, 7, 8]]
    credited = ["p 云开雾散。", "r 何 苗摄", "p 普查队员为古树建立电子档案。", "r 以上图片均由林萍摄"]
    assert pictures(tree, [*job, *credited]) == lines(astray(Pictures, tree, [*job, *credited]))


def test_a_group_credit_goes_where_an_uncredited_photograph_stands() -> None:
    """Whatever the words say: it is for the photographs that have none."""
    credit = ["r 本组照片由周望川摄"]
    own = [JOB_TITLE, *JOBS[:2], "p 课堂一角。"]
    credited = [TREE_TITLE, *TREES[:2], "p 古树。", "r 林 萍摄"]
    inline = [TREE_TITLE, *TREES[:2], "p 古树。 ■ 周望川摄"]
    assert pictures(credited, own, credit) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
    assert pictures(inline, own, credit) == [[0, 1, 2, 3], [4, 5, 6, 7, 8]]
    assert pictures(credited, credit) == [[0, 1, 2, 3, 4], [5]]
    assert pictures(inline, credit) == [[0, 1, 2, 3], [4]]
    both = [TREE_TITLE, *TREES[:2], "p 古树。", "r 林 萍摄", "p 云开。"]
    assert pictures(both, credit) == [[0, 1, 2, 3, 4, 5, 6]]


def test_a_photograph_inside_a_strange_article_goes_home() -> None:
    """Where its own words are spoken elsewhere and hardly where it stands; with its credit."""
    photo = ["p 图为普查队员为古树建立电子档案。", "r 林 萍摄"]
    job = [JOB_TITLE, JOBS[0], *photo, *JOBS[1:3]]
    assert pictures([TREE_TITLE, *TREES[:3]], job) == [[0, 1, 2, 3, 6, 7], [4, 5, 8, 9]]
    both = [JOB_TITLE, JOBS[0], "p 图为白石职工夜校的古树普查课。", *JOBS[1:3]]
    assert pictures([TREE_TITLE, *TREES[:3]], both) == lines(astray(Pictures, [TREE_TITLE, *TREES[:3]], both))


def test_who_wrote_the_article_took_its_photograph() -> None:
    """A name that signs both is worth some of the words."""
    article = ["t 古树", "b 青溪县古树。"]
    photo = ["p 青溪县，云开雾散，日出东山，月上西楼，夜来风雨。", "r 林 萍摄"]
    assert pictures(article, photo) == [[0, 1], [2, 3]]
    assert pictures([*article, "a 林萍"], photo) == [[0, 1, 2, 3, 4]]
    assert pictures([*article, "a 何苗"], photo) == [[0, 1, 2], [3, 4]]


def news(*rows: str) -> list[str]:
    """Return the roles of a page of one article after its photographs were looked at."""
    return [label.value for label in page(list(rows)).labels]


NEWS = ("t 古树挂牌", "b 青溪县古树挂牌。", "p 图为古树挂牌现场。", "r 林 萍摄")


def test_a_report_written_for_its_picture_ends_with_it() -> None:
    """The sentence about the picture and its credit stay in the text of a short report."""
    assert news(*NEWS) == ["title", "body", "body", "body"]
    assert news(NEWS[0], *[NEWS[1]] * 3, *NEWS[2:]) == ["title", *["body"] * 5]


@pytest.mark.parametrize(
    "rows",
    [
        (*NEWS[:2], "p 古树挂牌现场。", NEWS[3]),  # a caption like any other
        (*NEWS, "b 普查结束。"),  # the report goes on
        (NEWS[0], NEWS[2], NEWS[3]),  # no report
        (NEWS[0], *[NEWS[1]] * 4, *NEWS[2:]),  # a long report
        (NEWS[0], "a 何苗", *NEWS[1:]),  # a report with its own writer
        NEWS[1:],  # no headline
    ],
)
def test_other_captions_stay_captions(rows: tuple[str, ...]) -> None:
    """Everything that makes such a report must be there."""
    assert news(*rows) == [ROLES[row[0]].value for row in rows]


def test_news_told_under_a_picture_is_no_part_of_a_strange_article() -> None:
    """A credited photograph that tells its own news is an article of its own; one sentence stays where it stands."""
    told = ["p 云开雾散。日出东山。", "r 林 萍摄"]
    assert pictures([JOB_TITLE, *JOBS[:3], *told]) == [[0, 1, 2, 3], [4, 5]]
    assert pictures([JOB_TITLE, *JOBS[:3], "p 云开雾散。", told[1]]) == [[0, 1, 2, 3, 4, 5]]
    assert pictures([JOB_TITLE, *JOBS[:3], told[0]]) == [[0, 1, 2, 3, 4]]


# --- how far, and how sure ------------------------------------------------------------


@pytest.mark.parametrize(("between", "found"), [(29, True), (30, False)])
def test_a_stray_comes_home_from_thirty_articles_away(between: int, found: bool) -> None:  # noqa: FBT001
    """In either direction; what is farther away is on another page."""
    others = [["t 大桥合龙", f"b 大桥通车第{n}天。"] for n in range(between)]
    tree, photo = [TREE_TITLE, *TREES[:3]], ["p 青溪县启动古树普查。"]
    assert (len(pictures(tree, *others, photo)) == between + 1) is found
    assert (len(pictures(photo, *others, tree)) == between + 1) is found


def test_a_hand_alone_brings_no_photograph_home() -> None:
    """Who wrote the article took many others: of the words some must be spoken too."""
    drafts = [["t 古树", "b 青溪县古树。", "a 林萍"], ["p 云开雾散，日出东山。", "r 林 萍摄"]]
    assert pictures(*drafts) == lines(astray(Pictures, *drafts))


def test_news_under_a_picture_that_says_a_little_of_the_article_stays() -> None:
    """A fifth of its words are too few to bring it home and too many to send it away."""
    told = ["p 白石夜校职工报名。日出东山，月上西楼。", "r 林 萍摄"]
    found = astray(Pictures, [JOB_TITLE, *JOBS[:3], *told])
    said = found.words.coverage(found.words.union([4, 5]), found.words.union(range(4)))
    assert 0.15 < said < 0.3
    found.bring_home()
    assert lines(found) == [[0, 1, 2, 3, 4, 5]]


# --- just at a threshold ---------------------------------------------------------------


def at(monkeypatch: pytest.MonkeyPatch, name: str, value: float, drafts: list[list[str]]) -> list[list[int]]:
    """Return the drafts after photographs came home under another threshold."""
    monkeypatch.setattr(module, name, value)
    return pictures(*drafts)


def test_a_photograph_goes_where_more_than_enough_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Just enough is not; so one with just enough at home goes to where there is more."""
    drafts = [["t 古树", "b 青溪县古树。"], ["p 青溪县古树，云开雾散日出东山。"]]
    words = astray(Pictures, *drafts).words
    cover = words.coverage(words.line(2), words.union([0, 1]))
    assert at(monkeypatch, "PICTURE_COVER", cover, drafts) == [[0, 1], [2]]
    assert at(monkeypatch, "PICTURE_COVER", cover * 0.999, drafts) == [[0, 1, 2]]
    drafts = [[TREE_TITLE, *TREES[:3]], [JOB_TITLE, JOBS[0], "p 普查队员为古树建立档案，职工报名。", JOBS[1]]]
    words = astray(Pictures, *drafts).words
    own = words.coverage(words.line(6), words.union([4, 5, 7]))
    assert at(monkeypatch, "PICTURE_COVER", own, drafts) == [[0, 1, 2, 3, 6], [4, 5, 7]]
    assert at(monkeypatch, "PICTURE_COVER", own * 0.999, drafts) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_a_photograph_with_just_enough_of_its_own_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """News by itself is what says less of the article."""
    drafts = [[JOB_TITLE, *JOBS[:3], "p 白石夜校职工报名。日出东山，月上西楼。", "r 林 萍摄"]]
    words = astray(Pictures, *drafts).words
    own = words.coverage(words.union([4, 5]), words.union(range(4)))
    assert at(monkeypatch, "NOT_ITS_OWN", own, drafts) == [[0, 1, 2, 3, 4, 5]]
    assert at(monkeypatch, "NOT_ITS_OWN", own * 1.001, drafts) == [[0, 1, 2, 3], [4, 5]]
