"""What the steps of the grammar cost."""

from __future__ import annotations

from itertools import product
from math import exp

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse.grammar import DATED, PLAIN, end
from kaifaqu_archive.parse.prices import GRAMMAR, Grammar, Kind, kind_of, names_of
from kaifaqu_archive.parse.states import STATES
from tests.parse.making import prose, shape, shapes, state


def _steps(grammar: Grammar, a: str, b: str, kind: Kind) -> list[tuple[float, float]]:
    row = grammar.followers[kind][STATES.index(state(a))]
    steps = row.get(state(b).role, (0.0, ()))[1]
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
    assert _steps(grammar, "title.head", "body.wire", wire) == [(2.25, exp(2.25))]
    assert _steps(grammar, "title.head", "body.body", wire) == []
    assert _steps(grammar, "title.head", "body.body", Kind(complete=True)) == [(2.0, exp(2.0))]
    assert _steps(grammar, "title.head", "body.body", plain) == []  # an unfinished line is no closed body
    assert _steps(grammar, "title.head", "body.body-", plain) == [(2.0, exp(2.0))]


def test_every_price_has_a_name() -> None:
    """What the weights give a price is called by the grammar; no price outlives its step."""
    everything = product((PLAIN, DATED), *[(False, True)] * 4)
    places = range(len(STATES))
    named = {
        name
        for kind in map(Kind._make, everything)
        for i in (None, *places)
        for j in places
        for name in names_of(i, j, kind) or ()
    }
    named |= {name for a in STATES for name in end(a)}
    assert set(GRAMMAR.prices) <= named


def test_a_row_knows_its_dearest_step() -> None:
    """So that a whole role can be passed over at once."""
    for flags in product((PLAIN, DATED), *[(False, True)] * 4):
        kind = Kind._make(flags)
        for row in (*map(GRAMMAR.followers[kind].__getitem__, range(len(STATES))), GRAMMAR.starts[kind]):
            for role, (dearest, steps) in row.items():
                assert dearest == max(price for _, price, _ in steps)
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
    bare = STATES.index(state("body.bare*"))
    for kind, price in ((Kind(complete=True), 1.0), (Kind(DATED, complete=True), 1.5)):
        assert [row for row in grammar.starts[kind][Role.BODY][1] if row[0] == bare] == [(bare, price, exp(price))]
    assert bare not in [j for j, _, _ in grammar.starts[Kind()][Role.BODY][1]]
    assert grammar.ends[STATES.index(state("title.head"))] == -3.0
    assert grammar.ends[STATES.index(state("body.body"))] == 0.0


def test_what_stands_behind_a_signed_line_has_its_price() -> None:
    """Beside the price that the step has anyway."""
    grammar = Grammar(
        {"a subheading": 1.0, "a signed body goes on": -4.0, "an article begins behind a signed body": 3.0}
    )
    for behind_signed, heading, title in ((False, 1.0, 0.0), (True, -3.0, 3.0)):
        kind = Kind(behind_signed=behind_signed)
        assert [price for price, _ in _steps(grammar, "body.body", "heading.body", kind)] == [heading]
        assert [price for price, _ in _steps(grammar, "body.body", "title.head*", kind)] == [title]


def test_a_kind_is_what_the_grammar_asks_of_a_line() -> None:
    """Its dateline, its end, its name, and how the line before ends."""
    signed, plain, notice = shapes(prose(80, "。（林萍）"), prose(80), "休刊启事")
    assert kind_of(plain, None) == Kind(complete=True)
    assert kind_of(plain, signed) == Kind(complete=True, behind_signed=True)
    assert kind_of(notice, plain) == Kind(notice=True)
    assert kind_of(shape("本报讯 " + prose(80)), notice) == Kind(DATED, complete=True)
    assert kind_of(shape("创新前沿"), notice) == Kind(section=True)
