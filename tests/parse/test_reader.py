"""One page is read through: every line gets a role, every article its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Fixed, Page, Role
from kaifaqu_archive.parse import parse_page, reader
from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.evidence import hear, loudest
from tests.parse.making import parsed, prose, roles, shapes, views

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kaifaqu_archive.parse.shape import Shape

TREES = "本报讯 3月12日，青溪县启动古树名木普查，普查队员将走遍二十四个乡镇，为每一棵古树建立电子档案，普查为期半年，古树的位置、树龄和长势都要登记。"
TREES_ON = "普查结束后，青溪县的古树将挂上二维码，扫码可查树种与树龄，古树的故事也会编印成册，送到各个学校和图书馆。"
JOBS = "本报讯 白石经开区职工夜校日前开课，首期十二门课程由职工投票决定，老师来自园区的企业，报名通道开放不到半小时名额就已报满。"
PAGE = ("青溪县启动古树普查", TREES, TREES_ON, "责编：郑学文", "职工夜校一座难求", JOBS)


def test_every_line_has_its_role_and_its_article() -> None:
    """Lines stand in the page's order; furniture belongs to no article, all else to the one it stands in."""
    page = parsed(*PAGE)
    assert [reading.line for reading in page.readings] == list(page.page.lines)
    assert [reading.role.value for reading in page.readings] == ["title", "body", "body", "noise", "title", "body"]
    first, second = page.articles
    assert [reading.article for reading in page.readings] == [first.id, first.id, first.id, None, second.id, second.id]
    assert [article.title and article.title.text for article in page.articles] == [PAGE[0], PAGE[4]]


def test_a_reading_says_what_spoke_for_it() -> None:
    """The loudest evidence for the role that the line was given, and the confidence to three places."""
    page = parsed(*PAGE)
    for reading, view in zip(page.readings, views(*PAGE), strict=True):
        assert reading.rule == loudest(hear(view), reading.role)
        assert 0.0 < reading.confidence <= 1.0
        assert round(reading.confidence, 3) == reading.confidence
    assert any(reading.confidence < 1.0 for reading in page.readings)


def test_what_the_editor_says_is_sure() -> None:
    """A role that was decided is held for certain, and said to be the editor's; other lines are read as they are."""
    page = parsed(*PAGE, fixed=Fixed(roles=((5, Role.HEADING),)))
    decided, other = page.readings[2], page.readings[1]
    assert (decided.role, decided.confidence, decided.rule) == (Role.HEADING, 1.0, "the editor says so")
    assert other.role is Role.BODY
    assert other.rule != "the editor says so"


def test_the_editor_parts_and_joins_articles() -> None:
    """Where an article begins, and which are one, is as was decided."""
    assert len(parsed(*PAGE, fixed=Fixed(splits=(5,))).articles) == 3
    (whole,) = parsed(*PAGE, fixed=Fixed(merges=((1, 9),))).articles
    assert [line for paragraph in whole.paragraphs for line in paragraph.lines] == [3, 5, 11]


def test_a_page_without_lines_has_no_articles() -> None:
    """Nothing is made of nothing."""
    page = parse_page(Page("one.txt", (), ""))
    assert (page.readings, page.articles) == ((), ())


def test_headlines_and_photographs_come_home() -> None:
    """A headline behind its body and a photograph between articles belong to what they speak of."""
    photo = ("图为青溪县古树普查队员在为古树建立电子档案。", "■ 周望川摄")
    said = Fixed(roles=((11, Role.CAPTION), (13, Role.CREDIT)))
    page = parsed("青溪县启动古树普查", TREES, TREES_ON, "职工夜校一座难求", JOBS, *photo, fixed=said)
    assert [len(article.photos) for article in page.articles] == [1, 0]
    bare = (TREES.removeprefix("本报讯 "), TREES_ON, "林 萍")
    said = Fixed(roles=((13, Role.TITLE),))
    foot = parsed(*bare, "职工夜校一座难求", JOBS, "何 苗", "青溪县启动古树普查", fixed=said)
    assert [article.title and article.title.text for article in foot.articles] == [
        "青溪县启动古树普查",
        "职工夜校一座难求",
    ]


def test_two_articles_of_one_opening_have_two_addresses() -> None:
    """Ids on a page are all different, and readings name the one that their article has."""
    page = parsed("古树普查", TREES, "林 萍", "夜校开课", JOBS, "再说古树", TREES + "普查为期半年。")
    idents = [article.id for article in page.articles]
    assert len(set(idents)) == len(idents)
    assert {reading.article for reading in page.readings} == set(idents)


def test_a_copy_is_left_out_and_accounted_for() -> None:
    """A block printed a second time has the role of a repeat and belongs to no article."""
    page = parsed(*PAGE, TREES_ON)
    assert page.readings[-1].role is Role.DUP
    assert page.readings[-1].article is None
    assert "dup" not in roles(*PAGE)


# --- how repeats are asked about ----------------------------------------------------

LEFT = "青溪古树"
FAR = "东川大桥"
FILLER = tuple(f"第{n}段，" + prose(60) for n in "一二三四五六七八")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[..., float]]:
    """Return what ``left_out`` is given: how the page reads without lines, and how near a run is to what is around."""
    given: dict[str, Callable[..., float]] = {}

    def take(_: Sequence[Shape], weight: Callable[..., float], kin: Callable[..., float]) -> frozenset[int]:
        given["weight"], given["kin"] = weight, kin
        return frozenset((1,))

    monkeypatch.setattr(reader, "left_out", take)
    return given


def without_repeats(texts: Sequence[str]) -> list[dict[Role, float]]:
    """Return the evidence of lines that may all be bodies, repeats left out."""
    seen = shapes(*texts)
    return reader._without_repeats(seen, [{Role.BODY: 1.0} for _ in seen], Cohesion([each.text for each in seen]))  # noqa: SLF001


@pytest.mark.parametrize(
    ("at", "near"), [(0, False), (1, True), (2, True), (3, True), (5, True), (6, True), (7, True), (8, False)]
)
def test_a_run_is_held_against_three_lines_on_either_side(
    asked: dict[str, Callable[..., float]],
    at: int,
    near: bool,  # noqa: FBT001
) -> None:
    """What stands farther away says nothing of where it belongs; nor does the run itself."""
    own = "青溪县的古树要登记造册，一棵也不能少，一株也不能漏。"
    texts = [*FILLER[:4], own, *FILLER[4:]]
    texts[at] = "青溪县的古树，" + texts[at]
    texts.extend((FILLER[0], own))  # something is printed twice
    without_repeats(texts)
    assert (asked["kin"](range(4, 5)) > 0.0) is near


def test_a_run_at_the_edge_of_the_page_has_one_side(asked: dict[str, Callable[..., float]]) -> None:
    """Lines before the first and behind the last are not asked for, nor those at the other end."""
    own = "青溪县的古树要登记造册，一棵也不能少，一株也不能漏。"
    without_repeats([own, FILLER[0], *FILLER[:4], "青溪县的古树"])
    assert asked["kin"](range(1)) == 0.0
    assert asked["kin"](range(6, 7)) == 0.0
    without_repeats([own, "青溪县的古树", FILLER[0], FILLER[0]])
    assert asked["kin"](range(1, 2)) == 1.0


def test_what_is_left_out_can_be_a_repeat_alone(asked: dict[str, Callable[..., float]]) -> None:
    """Its other roles are gone; the lines that stay have theirs; a page read without lines weighs them as repeats."""
    texts = [FILLER[0], FILLER[1], FILLER[1]]
    assert without_repeats(texts) == [{Role.BODY: 1.0}, {Role.DUP: 0.0}, {Role.BODY: 1.0}]
    assert asked["weight"](frozenset((2,))) != asked["weight"](frozenset())


def test_a_page_without_repeats_is_read_as_it_is(asked: dict[str, Callable[..., float]]) -> None:
    """Nothing is asked of it."""
    assert without_repeats(FILLER[:3]) == [{Role.BODY: 1.0}] * 3
    assert asked == {}
