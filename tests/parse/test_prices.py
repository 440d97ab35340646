"""What the steps of the grammar cost."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import exp, inf

import pytest

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse import junctions, prices
from kaifaqu_archive.parse.grammar import (
    ALONE,
    APART,
    BEHIND,
    CLOSE,
    DATED,
    LOOSE,
    ONE,
    PLAIN,
    TIGHT,
    end,
    nameless_end,
)
from kaifaqu_archive.parse.prices import GRAMMAR, Grammar, Kind, kinds_of, names_of
from kaifaqu_archive.parse.states import STATES
from tests.parse.making import background, prose, shapes, state


def _steps(grammar: Grammar, a: str, b: str, kind: Kind) -> list[tuple[float, float]]:
    row = grammar.followers[kind][STATES.index(state(a))]
    steps = row[state(b).role][1]
    return [(price, priced) for j, price, priced in steps if STATES[j] == state(b)]


def test_a_step_has_the_price_of_its_names() -> None:
    """Prices add up, a dateline's among them; what has no price is free."""
    prices = {
        "a subheading": -1.0,
        "another subheading": -0.5,
        "body after title": 2.0,
        "a dateline begins the body": 0.25,
    }
    grammar = Grammar(prices)
    plain, wire = Kind(), Kind(DATED, complete=True)
    assert _steps(grammar, "body.body", "heading.body", plain) == [(-1.0, exp(-1.0))]
    assert _steps(grammar, "heading.body", "heading.body", plain) == [(-1.5, exp(-1.5))]
    assert _steps(grammar, "body.body", "caption.body", plain) == [(0.0, 1.0)]
    assert _steps(grammar, "title.head", "body.wire+", wire) == [(2.25, exp(2.25))]
    assert _steps(grammar, "title.head", "body.body", wire) == []
    assert _steps(grammar, "title.head", "body.body", Kind(complete=True)) == [(2.0, exp(2.0))]
    assert _steps(grammar, "title.head", "body.body", plain) == []  # an unfinished line is no closed body
    assert _steps(grammar, "title.head", "body.body-", plain) == [(2.0, exp(2.0))]


KINDS = (
    *(Kind(dating, *flags) for dating in (PLAIN, DATED) for flags in product((False, True), repeat=4)),
    *(Kind(complete=complete, credited=True) for complete in (False, True)),
    *(Kind(joint=joint) for joint in (APART, CLOSE, TIGHT, ONE)),
    *(Kind(rubric=where) for where in (BEHIND, ALONE)),
)


def test_every_price_has_a_name() -> None:
    """What the weights give a price is called by the grammar; no price outlives its step."""
    places = range(len(STATES))
    named = {name for kind in KINDS for i in (None, *places) for j in places for name in names_of(i, j, kind) or ()}
    named |= {name for a in STATES for name in (*end(a), *nameless_end(a))}
    assert set(GRAMMAR.prices) <= named


def test_a_row_knows_its_dearest_step() -> None:
    """So that a whole role can be passed over at once."""
    for kind in KINDS:
        for row in (*map(GRAMMAR.followers[kind].__getitem__, range(len(STATES))), GRAMMAR.starts[kind]):
            for role in Role:
                dearest, steps = row[role]
                assert dearest == max((price for _, price, _ in steps), default=-inf)
                assert all(STATES[j].role is role for j, _, _ in steps)
                assert all(priced == exp(price) for _, price, priced in steps)


def test_a_notice_without_its_name_costs() -> None:
    """Only a line that heads a notice begins one for nothing; going on with it asks for no name."""
    grammar = Grammar({"a notice without its name": -5.0, "a notice begins": -1.0, "a notice goes on": 2.0})
    for named, price in ((True, -1.0), (False, -6.0)):
        kind = Kind(notice=named)
        assert [price for _, price, _ in grammar.starts[kind][Role.NOTICE][1]] == [price]
        goes_on = grammar.followers[kind][STATES.index(state("notice.notice"))][Role.NOTICE][1]
        assert sorted(price for _, price, _ in goes_on) == [price, 2.0]


def test_pages_begin_and_end_at_a_price() -> None:
    """By kind of line for the beginning; a dateline counts there, too."""
    grammar = Grammar(
        {"a page opens with a body": 1.0, "a dateline begins the body": 0.5, "a headline has no body": -3.0}
    )
    for kind, begun, price in (
        (Kind(complete=True), "body.bare*", 1.0),
        (Kind(DATED, complete=True), "body.bare*+", 1.5),
    ):
        bare = STATES.index(state(begun))
        assert [row for row in grammar.starts[kind][Role.BODY][1] if row[0] == bare] == [(bare, price, exp(price))]
        assert bare not in [j for j, _, _ in grammar.starts[Kind()][Role.BODY][1]]
    assert grammar.ends(Kind())[STATES.index(state("title.head"))] == -3.0
    assert grammar.ends(Kind())[STATES.index(state("body.body"))] == 0.0


def test_what_stands_behind_a_signed_line_has_its_price() -> None:
    """Beside the price that the step has anyway."""
    grammar = Grammar(
        {"a subheading": 1.0, "a signed body goes on": -4.0, "an article begins behind a signed body": 3.0}
    )
    for behind_signed, goes_on, heading, title in (
        (False, "heading.body", 1.0, 0.0),
        (True, "heading.body+", -3.0, 3.0),
    ):
        kind = Kind(behind_signed=behind_signed)
        assert [price for price, _ in _steps(grammar, "body.body", goes_on, kind)] == [heading]
        assert [price for price, _ in _steps(grammar, "body.body", "title.head*", kind)] == [title]


def test_an_article_that_says_nobody_wrote_it_has_a_price() -> None:
    """Where another begins or the page ends; not where a name, a dateline or a jump note was, nor on a page without names."""
    grammar = Grammar({"an article without a name": -2.0})
    for kind, price in ((Kind(credited=True), -2.0), (Kind(), 0.0), (Kind(credited=True, behind_signed=True), 0.0)):
        assert [cost for cost, _ in _steps(grammar, "body.body", "title.head*", kind)] == [price]
        assert [cost for cost, _ in _steps(grammar, "body.body+", "title.head*", kind)] == [0.0]
        assert [cost for cost, _ in _steps(grammar, "body.body", "author.out", kind)] == [0.0]
        assert [cost for cost, _ in _steps(grammar, "body.body", "jump_to.out", kind)] == [0.0]
    for credited, price in ((True, -2.0), (False, 0.0)):
        ends = grammar.ends(Kind(credited=credited))
        assert ends[STATES.index(state("body.body"))] == price
        assert ends[STATES.index(state("body.body+"))] == 0.0


def test_a_name_stays_with_its_article() -> None:
    """A byline, a dateline or a line that ends with its writer's name gives it one; the next article has none."""
    grammar = Grammar({})
    plain, dated, behind = Kind(complete=True), Kind(DATED, complete=True), Kind(complete=True, behind_signed=True)
    for a, b, kind in (
        ("title.head", "author.head+", Kind()),
        ("author.head+", "body.body+", plain),
        ("body.body+", "heading.body+", Kind()),
        ("body.body", "body.body+", dated),
        ("body.body", "body.body+", behind),
        ("body.body", "body.body", plain),
        ("body.body+", "title.head*", Kind()),
        ("noise.out", "jump_from.body*", Kind()),
    ):
        assert _steps(grammar, a, b, kind)
        other = replace(state(b), named=not state(b).named)
        row = grammar.followers[kind][STATES.index(state(a))]
        assert other not in [STATES[j] for j, _, _ in row[other.role][1]]


def test_the_lines_of_a_headline_meet_in_mid_phrase_or_not() -> None:
    """Where one goes on in the other both are one part of it."""
    how_likely = {APART: "hardly", CLOSE: "perhaps", TIGHT: "probably", ONE: "surely"}
    grammar = Grammar(
        {f"one part of a headline goes on, {how}": float(joint) for joint, how in how_likely.items()}
        | {f"a headline is cut in mid-phrase, {how}": -10.0 * joint for joint, how in how_likely.items()}
    )
    assert len({LOOSE, *how_likely}) == 5
    for joint in (LOOSE, *how_likely):
        kind = Kind(joint=joint)
        for part in ("kicker", "title"):
            assert [cost for cost, _ in _steps(grammar, f"{part}.head*", f"{part}.head", kind)] == [joint]
        assert [cost for cost, _ in _steps(grammar, "subtitle.head", "subtitle.head", kind)] == [joint]
        for one, other in (("kicker.head*", "title.head"), ("title.head*", "subtitle.head")):
            assert [cost for cost, _ in _steps(grammar, one, other, kind)] == [-10.0 * joint]
        for one, other in (("body.body", "title.head*"), ("title.head*", "author.head+")):
            assert [cost for cost, _ in _steps(grammar, one, other, kind)] == [0.0]


def test_a_title_ends_with_its_section_s_name_in_brackets() -> None:
    """On its last line or on a line of its own."""
    grammar = Grammar(
        {"a title goes on behind its section's name": -3.0, "a section's name in brackets ends the title": 2.0}
    )
    for where, price in ((0, 0.0), (BEHIND, -3.0), (ALONE, 2.0)):
        assert [cost for cost, _ in _steps(grammar, "title.head*", "title.head", Kind(rubric=where))] == [price]
        assert [cost for cost, _ in _steps(grammar, "title.head*", "subtitle.head", Kind(rubric=where))] == [0.0]


def test_a_kicker_has_no_section_s_name_behind_it() -> None:
    """What ends with one is the title; what stands alone in brackets below a kicker may be anything."""
    grammar = Grammar({"a kicker ends with a section's name": -3.0})
    for where, price in ((0, 0.0), (BEHIND, -3.0), (ALONE, 0.0)):
        for follows in ("kicker.head", "title.head"):
            assert [cost for cost, _ in _steps(grammar, "kicker.head*", follows, Kind(rubric=where))] == [price]


def test_a_kind_is_what_the_grammar_asks_of_a_line() -> None:
    """Its dateline, its end, its name, and how the line before ends."""
    signed, plain, notice = prose(80, "。（林萍）"), prose(80), "休刊启事"
    seen = kinds_of(shapes(signed, plain, notice, "本报讯 " + prose(80), "创新前沿"))
    assert seen == [
        Kind(complete=True, credited=True),
        Kind(complete=True, behind_signed=True, credited=True),
        Kind(notice=True, credited=True),
        Kind(DATED, complete=True, credited=True),
        Kind(section=True, credited=True),
    ]
    assert kinds_of(shapes(signed, plain)) == [Kind(complete=True), Kind(complete=True, behind_signed=True)]


@pytest.mark.parametrize(
    ("before", "here", "joint", "rubric"),
    [
        ("青溪高新区招商引资跑出加", "速度", TIGHT, 0),
        ("老旧厂房改造怎么办", "？专家这样说", ONE, 0),
        ("走访“专精特新", "小巨人”企业", ONE, 0),
        ("一条山间小道", "的变形记", ONE, 0),
        ("青溪人，", "赶海去", ONE, 0),
        ("青溪古镇里开张的", "夜校", CLOSE, 0),
        ("以创新发展为导向", "临溪开发区提速", APART, 0),
        ("九个项目同日开", "工地一片繁忙", TIGHT, 0),
        ("青溪高新区项目开工", "总投资三十亿元", LOOSE, 0),
        ("一条河的新生（记者手记）", "两岸人家的变化", LOOSE, BEHIND),
        ("一条河的新生", "（记者手记）", LOOSE, ALONE),
        (prose(80), "（记者手记）", LOOSE, 0),
    ],
)
def test_how_two_lines_of_a_headline_meet(before: str, here: str, joint: int, rubric: int) -> None:
    """In mid-phrase, hardly, perhaps, probably or surely, or around a section's name in brackets."""
    kind = kinds_of(shapes(before, here))[1]
    assert (kind.joint, kind.rubric) == (joint, rubric)


def _joint(monkeypatch: pytest.MonkeyPatch, flow: float, words: set[str], before: str, here: str) -> int:
    """Return how two lines meet that flow on by so many nats, where nothing but ``words`` is known."""
    table = background({before[-1]: (flow, None), here[0]: (None, 0.0)})
    monkeypatch.setattr(junctions, "load_background", lambda: table)
    monkeypatch.setattr(junctions, "_following", dict)
    monkeypatch.setattr(prices, "is_word", words.__contains__)
    return kinds_of(shapes(before, here))[1].joint


@pytest.mark.parametrize(
    ("flow", "joint"),
    [(0.0, APART), (2.5, APART), (3.0, LOOSE), (4.5, LOOSE), (5.0, CLOSE), (6.5, CLOSE), (7.0, TIGHT), (12.0, TIGHT)],
)
def test_how_well_two_lines_flow_on_says_how_they_meet(
    monkeypatch: pytest.MonkeyPatch, flow: float, joint: int
) -> None:
    """Three, five and seven nats are the beginnings of what they part."""
    assert _joint(monkeypatch, flow, set(), "青溪园区春茶", "云岭古镇") == joint
    assert _joint(monkeypatch, flow, {"春茶"}, "青溪园区春茶", "云岭古镇") == joint


@pytest.mark.parametrize(
    ("flow", "words", "before", "joint"),
    [
        (0.0, {"茶云"}, "青溪园区春茶", TIGHT),  # a word lies over the break
        (0.0, {"茶云", "春茶"}, "青溪园区春茶", CLOSE),  # and another before it
        (4.0, {"茶云", "春茶"}, "青溪园区春茶", CLOSE),
        (7.0, {"茶云", "春茶"}, "青溪园区春茶", TIGHT),
        (0.0, set(), "青溪园区采茶和", CLOSE),  # something must come
        (4.0, set(), "青溪园区采茶和", CLOSE),
        (7.0, set(), "青溪园区采茶和", TIGHT),
        (0.0, {"茶和"}, "青溪园区采茶和", APART),  # nothing must, behind a whole word
        (4.0, {"茶和"}, "青溪园区采茶和", LOOSE),
    ],
)
def test_words_over_a_break_say_more_than_the_flow(
    monkeypatch: pytest.MonkeyPatch, flow: float, words: set[str], before: str, joint: int
) -> None:
    """One that no word before the break explains says most; a whole word before it wants nothing more."""
    assert _joint(monkeypatch, flow, words, before, "云岭古镇") == joint


def test_marks_at_a_break_say_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """However rarely the reader goes on there else."""
    for before, here in (("青溪春茶、", "云岭古镇"), ("青溪春茶", "、云岭古镇"), ("青溪“春茶", "云岭”古镇")):
        assert _joint(monkeypatch, 0.0, set(), before, here) == ONE
    assert _joint(monkeypatch, 0.0, set(), "青溪“春茶”", "云岭古镇") == APART
