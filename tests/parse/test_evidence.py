"""What speaks for which role of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse import evidence
from kaifaqu_archive.parse.evidence import SIZES, WEIGHTS, Choice, found, hear, loudest, possible, size_class, weigh
from kaifaqu_archive.parse.marks import LONGEST_CAPTION
from kaifaqu_archive.parse.shape import LONGEST_HEADLINE, shape_of
from kaifaqu_archive.parse.witnesses import EVERYTHING
from tests.parse.making import prose, view, views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.parse.view import View

R = Role
SHORT = {R.BODY, R.CONT, R.KICKER, R.TITLE, R.SUBTITLE, R.HEADING, R.CAPTION, R.NOISE}


def test_names_of_evidence_are_told_apart_and_weighed() -> None:
    """Every piece has a name of its own, and every weight belongs to a piece."""
    names = [name for name, _ in EVERYTHING]
    assert len(set(names)) == len(names)
    assert set(WEIGHTS.evidence) <= set(names)


@pytest.mark.parametrize(
    ("size", "number"),
    [
        (1, 0),
        (4, 0),
        (5, 1),
        (6, 1),
        (7, 2),
        (8, 2),
        (9, 3),
        (10, 3),
        (11, 4),
        (12, 4),
        (13, 5),
        (14, 5),
        (15, 6),
        (16, 6),
        (17, 7),
        (18, 7),
        (19, 8),
        (20, 8),
        (21, 9),
        (22, 9),
        (23, 10),
        (25, 10),
        (26, 11),
        (28, 11),
        (29, 12),
        (32, 12),
        (33, 13),
        (38, 13),
        (39, 14),
        (45, 14),
        (46, 15),
        (64, 15),
        (65, 16),
        (180, 16),
        (181, 17),
    ],
)
def test_sizes_are_classed(size: int, number: int) -> None:
    """Upper ends belong to their class; prose and long prose come behind."""
    assert size_class(size) == number
    assert SIZES[-1] == LONGEST_HEADLINE


def test_every_size_class_is_weighed() -> None:
    """A role that sizes speak of has a weight for each of them, no more and no less."""
    assert {role: len(row) for role, row in WEIGHTS.sizes.items()} == dict.fromkeys(WEIGHTS.sizes, len(SIZES))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("老厂房唤醒新业态旧街区长出新园区", SHORT),
        ("老厂房唤醒新业态", SHORT | {R.COLUMN}),
        (prose(14, "新"), SHORT | {R.COLUMN}),
        (prose(15, "新"), SHORT),
        ("林 萍", SHORT | {R.COLUMN, R.AUTHOR}),
        ("周望川 摄", SHORT | {R.COLUMN, R.AUTHOR, R.CREDIT}),
        ("制图：林萍", SHORT | {R.COLUMN, R.AUTHOR}),
        ("（下转A2版）", {R.JUMP_TO, R.BODY}),
        ("（上接A1版）", {R.JUMP_FROM, R.BODY}),
        (prose(100), {R.BODY, R.CONT}),
        ("图为" + prose(100), {R.BODY, R.CONT, R.CAPTION}),
        ("图为" + prose(LONGEST_CAPTION), {R.BODY, R.CONT}),
    ],
)
def test_the_form_of_a_line_allows_roles(text: str, roles: set[Role]) -> None:
    """What is weighed is what is possible."""
    assert possible(view(text)) == roles
    line = view(text)
    assert set(weigh(line, hear(line))) == roles


def test_notes_and_notices_are_possible_where_the_page_has_one() -> None:
    """A page without 编者按 has no note, one without 启事 no notice."""
    for line in views("编者按：", prose(100), "白石"):
        assert R.LEAD in possible(line)
        assert R.NOTICE not in possible(line)
    notices = views("休刊启事", prose(LONGEST_CAPTION), prose(LONGEST_CAPTION + 1), "白石")
    assert [R.NOTICE in possible(line) for line in notices] == [True, True, False, True]
    assert all(R.LEAD not in possible(line) for line in notices)
    assert R.NOTICE not in possible(views("休刊启事", "本报讯 " + prose(70))[1])


@pytest.mark.parametrize(
    "text", ["老厂房唤醒新业态", "林 萍", "会议结束了。", prose(100), prose(300), "图为" + prose(80), "——云岭记"]
)
def test_what_is_found_adds_up(text: str) -> None:
    """A role's weight is that of the size and of every piece of evidence, by its amount."""
    assert _adds_up(view(text, before=prose(80), after=prose(90))) >= {R.BODY}


def test_what_is_found_adds_up_for_roles_that_few_lines_may_have() -> None:
    """For notes and notices where the page has any, for section names, captions, bylines and credits."""
    told: set[Role] = set()
    for line in views(
        "创新前沿",
        "编者按：",
        prose(100, "，"),
        "——云岭记",
        "本报记者 林 萍",
        "本报讯 " + prose(80),
        "周望川 摄",
        "图为" + prose(60),
        "休刊启事",
        prose(100),
        "青溪县融媒体中心",
    ):
        told |= _adds_up(line)
    assert told >= {R.LEAD, R.NOTICE, R.COLUMN, R.CAPTION, R.AUTHOR, R.CREDIT, R.BODY, R.TITLE, R.NOISE}


def _adds_up(line: View) -> set[Role]:
    """Assert that every role's weight is the sum of what is found; return those that evidence speaks for or against."""
    number = size_class(line.here.size)
    told = set()
    for role, score in weigh(line, hear(line)).items():
        short = number < len(SIZES)
        base = WEIGHTS.sizes.get(role, (0.0,) * len(SIZES))[number] if short else WEIGHTS.prose.get(role, 0.0)
        said = sum(amount * WEIGHTS.evidence.get(name, {}).get(role, 0.0) for name, amount in found(line))
        assert score == pytest.approx(base + said)
        told |= {role} if said else set()
    return told


def test_the_loudest_is_what_spoke_most() -> None:
    """Among what is found, the greatest weight by its amount; ``size`` where nothing spoke for the role."""
    for text in ("老厂房唤醒新业态", "林 萍", "会议结束了。", prose(100), "——云岭记", "为了云岭"):
        line = view(text, before=prose(80), after=prose(90))
        for role in weigh(line, hear(line)):
            weights = {name: WEIGHTS.evidence.get(name, {}).get(role, 0.0) for name, _ in found(line)}
            spoken = {name: amount * weights[name] for name, amount in found(line) if weights[name] > 0}
            loud = loudest(hear(line), role)
            if loud == "size":
                assert all(value <= 0 for value in spoken.values())
            else:
                assert spoken[loud] == pytest.approx(max(spoken.values()))


def test_evidence_of_short_neighbours_needs_one() -> None:
    """Lengths are compared where both lines could stand in a headline."""
    names = {name for name, _ in found(view("老厂房唤醒", after="旧街", before="旧街"))}
    assert {"longer than the next short line", "longer than the last short line"} <= names
    alone = {name for name, _ in found(view("老厂房唤醒", after="会议结束了。", before="会议结束了。"))}
    assert not {name for name in alone if "short line" in name}


def test_the_longest_headline_is_still_weighed_as_one() -> None:
    """At sixty-four characters everything is asked, at sixty-five only what is asked of prose."""
    longest, prose_line = prose(LONGEST_HEADLINE, "新"), prose(LONGEST_HEADLINE + 1, "新")
    assert "first line of the page" in {name for name, _ in found(view(longest))}
    assert "first line of the page" not in {name for name, _ in found(view(prose_line))}


def test_captions_are_looked_for_where_a_picture_may_stand() -> None:
    """In prose that speaks of one or stands under two blank lines, up to the longest caption."""
    asked = "ends with a full stop"
    for text, caption in (
        (prose(100), False),
        ("图为" + prose(100), True),
        ("图为" + prose(LONGEST_CAPTION - 1), False),
    ):
        line = view(text)
        assert (R.CAPTION in possible(line)) is caption
        assert asked in {name for name, _ in found(line)}


@pytest.mark.parametrize(("gap", "size", "asked"), [(2, 100, True), (1, 100, False), (2, 180, True), (2, 181, False)])
def test_prose_under_a_gap_may_be_a_caption(gap: int, size: int, asked: bool) -> None:  # noqa: FBT001
    """Where a picture may have stood, what speaks for one is asked of prose up to the longest caption."""
    line = view(prose(size), before=prose(80))
    line.here = shape_of(line.here.line._replace(gap=gap))
    assert ("one sentence under a picture" in {name for name, _ in found(line)}) is asked


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no size say anything."""
    monkeypatch.setattr(evidence, "WEIGHTS", evidence.Weights({}, {}, {}))
    evidence._bases.cache_clear()  # noqa: SLF001
    yield
    evidence._bases.cache_clear()  # noqa: SLF001


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize("text", ["老厂房唤醒新业态", "图为" + prose(100), prose(300), "（下转A2版）"])
def test_where_no_weight_is_known_nothing_is_said(text: str) -> None:
    """A role that the weights do not name starts from nothing."""
    line = view(text)
    assert set(weigh(line, (Choice([], []), [])).values()) == {0.0}
