"""Which role may follow which, and what it costs by name.

States are written ``role.place``, with ``-`` where the last body line broke off inside a sentence and ``*``
where an article begins; ``cannot`` says that there is no such step, ``free`` that it costs nothing.
"""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse.grammar import (
    DATED,
    PLAIN,
    dated,
    end,
    signed,
    start,
    step,
    unnamed,
    wrong_body,
)
from kaifaqu_archive.parse.states import FITTING, STATES, fits
from tests.parse.making import state

HEADLINE_CUTS = "a headline follows an unsigned body"
BROKEN = "a paragraph after a broken sentence"

STEPS = """
# a headline, from the top
kicker.head* kicker.head    kicker after kicker
kicker.head* title.head     title after kicker
kicker.head* subtitle.head  cannot
kicker.head* author.head    cannot
kicker.head* lead.head      cannot
kicker.head* caption.head   cannot
title.head* title.head      title after title
title.head* kicker.head     cannot
title.head* subtitle.head   subtitle after title
title.head* author.head     author after title
title.head* lead.head       lead after title
title.head* caption.head    caption after title
title.head* credit.head     credit after title
subtitle.head subtitle.head subtitle after subtitle
subtitle.head title.head    cannot
subtitle.head author.head   author after subtitle
subtitle.head credit.head   cannot
author.head author.head     author after author
author.head title.head      cannot
author.head lead.head       lead after author
lead.head* lead.head        lead after lead
lead.head title.head        cannot
lead.head author.head       author after lead
caption.head caption.head   caption after caption
caption.head credit.head    credit after caption
credit.head caption.head    caption after credit
caption.head author.head    author after caption
credit.head lead.head       lead after credit
title.head* noise.head      furniture or a repeat inside
title.head dup.head         furniture or a repeat inside
noise.head title.head       furniture or a repeat inside
noise.head subtitle.head    furniture or a repeat inside
dup.head dup.head           furniture or a repeat inside
title.head* title.late      cannot
title.head* heading.briefs  cannot
title.head* notice.notice   cannot

# from the headline into the body
title.head* body.body       body after title
title.head* body.body-      body after title
title.head* body.wire       body after title
title.head* body.wire-      body after title
title.head* body.bare       cannot
title.head* cont.body       cannot
title.head* cont.wire       cannot
title.head* caption.body    cannot
kicker.head body.body       body after kicker
kicker.head heading.body    cannot
author.head body.body       body after author
credit.head body.wire       body after credit
lead.head heading.body      subheading after lead
title.head heading.body     subheading after title
title.head heading.body-    cannot
title.head heading.wire     cannot
noise.head body.body        cannot

# inside a body
body.body body.body         the next paragraph
body.body body.body-        the next paragraph
body.body- body.body        a paragraph after a broken sentence
body.body- cont.body        free
body.body- cont.body-       free
body.body cont.body         the rest of a paragraph after a full stop
body.bare- cont.bare        free
body.wire- cont.wire        free
body.body- cont.wire        cannot
body.body body.wire         cannot
body.bare body.body         cannot
cont.body body.body         the next paragraph
cont.body- cont.body        free
heading.body cont.body      cannot
heading.body- cont.body     free
jump_from.body* cont.body   cannot
title.head* jump_from.head  jump_from after title
jump_from.head* title.head  title after jump_from
jump_from.head* body.body   cannot
jump_from.head body.body    body after jump_from
jump_from.head cont.body    a sentence goes on behind a jump
jump_from.body-* cont.body  a sentence goes on behind a jump
jump_from.body* body.body   the next paragraph
jump_from.body* heading.body a bare body begins with a subheading
body.body heading.body      a subheading
body.body heading.body-     cannot
body.body- heading.body-    a subheading after a broken sentence
body.body- heading.body     cannot
heading.body heading.body   another subheading, a subheading
body.wire heading.wire      a subheading in a report, a subheading
heading.wire heading.wire   another subheading, a subheading in a report, a subheading
body.body caption.body      a photograph
body.body- caption.body-    a photograph
body.body- caption.body     cannot
caption.body credit.body    free
body.body credit.body       a credit without a caption
body.body author.body       an author inside a body
body.body noise.body        furniture or a repeat inside
body.body- dup.body-        furniture or a repeat inside
body.body- dup.body         cannot
body.body noise.bare        cannot
caption.body- cont.body     free
noise.body- cont.body       free

# an article begins
body.body title.head*       a headline follows an unsigned body
body.body- title.head*      a headline cuts a sentence off
author.body title.head*     free
author.out title.head*      free
body.bare title.head*       a body ends without a headline, a headline follows an unsigned body
title.head title.head*      a headline has no body
caption.head title.head*    a photograph has no body
credit.head kicker.head*    a photograph has no body
title.late title.head*      a headline has no body
body.body lead.head*        a headline follows an unsigned body, an article begins with a note
body.body notice.notice*    a headline follows an unsigned body, a notice begins
author.out notice.notice*   a notice begins
body.body title.briefs*     a headline follows an unsigned body, a block of briefs
heading.briefs title.head*  a headline has no body, a headline follows an unsigned body
title.briefs* title.head*   a headline has no body, a headline follows an unsigned body
body.briefs title.head*     a headline follows an unsigned body
author.briefs title.head*   free
body.body jump_from.body*   free
title.head jump_from.body*  a headline has no body
jump_from.body* title.head* a jump stands alone, a headline follows an unsigned body
jump_from.body* body.bare*  a jump stands alone, a body begins inside another
body.body caption.out*      a photograph of its own inside a body
author.out caption.out*     a photograph of its own
body.body credit.out*       a photograph of its own inside a body
body.body body.bare*        a body begins inside another
body.body- body.bare*       a body begins inside another, a paragraph after a broken sentence
author.out body.bare*       a body begins without a headline
column.out body.bare*       a body follows its section's name
column.out heading.bare*    a body follows its section's name, a bare body begins with a subheading
author.body body.bare*      a body begins without a headline
notice.notice title.head*   free
notice.notice notice.notice* a notice begins
notice.notice body.bare*    a body begins without a headline

# between articles
body.body author.out        an author closes the article
body.body- author.out       an author after a broken sentence
body.briefs author.out      an author closes the article
author.out author.out       another author line
jump_to.out author.out      another author line
dup.out author.out          another author line
caption.out* author.out     another author line
caption.head author.out     another author line
column.out author.out       an author stands alone
title.head author.out       an author stands alone
body.body jump_to.out       a jump closes the article
title.head jump_to.out      a jump closes the article
author.out jump_to.out      a jump stands alone
body.briefs jump_to.out     a jump stands alone
caption.out* credit.out     free
credit.out* credit.out      another credit
author.out credit.out       another credit
body.body credit.out        cannot
body.body column.out        a section's name
body.body- column.out       an author after a broken sentence, a section's name
body.bare column.out        a body ends without a headline, a section's name
title.head column.out       a headline has no body, a section's name
author.out column.out       a section's name
body.body noise.out         furniture
body.body dup.out           furniture or a repeat inside
author.out noise.out        furniture
title.late noise.out        a headline has no body, furniture
body.briefs noise.out       furniture
author.out body.body        cannot
author.out title.head       cannot
column.out noise.body       cannot

# a late headline
body.bare title.late        a late headline
body.bare kicker.late       a late headline
body.bare- title.late-      a late headline inside a sentence
body.bare- title.late       cannot
body.bare subtitle.late     cannot
body.bare author.late       cannot
author.bare title.late      cannot
body.body title.late        cannot
kicker.late title.late      title after kicker
title.late subtitle.late    subtitle after title
title.late author.late      author after title
subtitle.late title.late    cannot
title.late body.body        the next paragraph
title.late- cont.body       free
title.late- body.body       a paragraph after a broken sentence
title.late body.wire        cannot
title.late body.bare        cannot
author.late body.body       the next paragraph

# notices
notice.notice* notice.notice a notice goes on
notice.notice notice.notice a notice goes on
notice.notice noise.out     furniture
notice.notice column.out    a section's name
notice.notice jump_to.out   a jump stands alone
notice.notice author.out    cannot
notice.notice credit.out    cannot
notice.notice body.body     cannot
body.body notice.notice     cannot

# briefs
title.briefs* heading.briefs free
title.briefs* body.briefs   cannot
heading.briefs body.briefs  a brief without a dateline
heading.briefs heading.briefs another subheading
heading.briefs cont.briefs  cannot
body.briefs heading.briefs  the next brief
body.briefs- heading.briefs cannot
body.briefs author.briefs   the next brief
body.briefs- author.briefs  cannot
author.briefs heading.briefs the next brief
author.briefs author.briefs cannot
author.briefs body.briefs   cannot
body.briefs body.briefs     the next paragraph
body.briefs- body.briefs    a paragraph after a broken sentence
body.briefs- cont.briefs    free
body.briefs cont.briefs     the rest of a paragraph after a full stop
body.briefs body.body       cannot
body.body body.briefs       cannot
"""


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of ``STEPS``."""
    lines = [line.split(maxsplit=2) for line in STEPS.splitlines() if line and not line.startswith("#")]
    return [(a, b, names) for a, b, names in lines]


def written(names: tuple[str, ...] | None) -> str:
    """Return what a step costs as it is written in ``STEPS``."""
    return "cannot" if names is None else ", ".join(names) or "free"


@pytest.mark.parametrize(("a", "b", "names"), rows(), ids=[f"{a}>{b}" for a, b, _ in rows()])
def test_a_step_costs_what_it_is_called(a: str, b: str, names: str) -> None:
    """Every step of the table is one of the page's states to another."""
    assert state(a) in STATES
    assert state(b) in STATES
    assert written(step(state(a), state(b))) == names


def test_every_state_can_be_reached_and_left() -> None:
    """From a page's top every state is found in a few steps, and from each a page can go on."""
    seen = {b for b in STATES if start(b) is not None}
    for _ in range(8):
        seen |= {b for a in seen for b in STATES if step(a, b) is not None}
    assert seen == set(STATES)
    for a in STATES:
        assert any(step(a, b) is not None for b in STATES if b.begins), a


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("title.head*", "free"),
        ("kicker.head*", "free"),
        ("lead.head*", "an article begins with a note"),
        ("body.bare*", "a body begins without a headline, a page opens with a body"),
        ("body.bare-*", "a body begins without a headline, a page opens with a body"),
        ("heading.bare*", "a body begins without a headline, a bare body begins with a subheading"),
        ("jump_from.body*", "free"),
        ("caption.out*", "a photograph of its own"),
        ("notice.notice*", "a notice begins"),
        ("title.briefs*", "a block of briefs"),
        ("column.out", "a section's name"),
        ("noise.out", "furniture"),
        ("dup.out", "furniture or a repeat inside"),
        ("author.out", "an author stands alone"),
        ("jump_to.out", "a jump stands alone"),
        ("credit.out", "cannot"),
        ("title.head", "cannot"),
        ("body.body", "cannot"),
        ("noise.head", "cannot"),
        ("author.late", "cannot"),
        ("notice.notice", "cannot"),
    ],
)
def test_a_page_begins(text: str, names: str) -> None:
    """With an article, a section's name, furniture, or what is left of another page's article."""
    assert state(text) in STATES
    assert written(start(state(text))) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("body.body", "free"),
        ("body.body-", "a page ends inside a sentence"),
        ("cont.wire-", "a page ends inside a sentence"),
        ("caption.body-", "free"),
        ("body.bare", "a body ends without a headline"),
        ("body.bare-", "a body ends without a headline, a page ends inside a sentence"),
        ("title.head", "a headline has no body"),
        ("caption.head", "a photograph has no body"),
        ("kicker.head", "a headline has no body, a page ends with a kicker"),
        ("kicker.late", "a headline has no body, a page ends with a kicker"),
        ("heading.briefs", "a headline has no body"),
        ("body.briefs", "free"),
        ("author.out", "free"),
        ("notice.notice", "free"),
    ],
)
def test_a_page_ends(text: str, names: str) -> None:
    """A headline wants its body, a body its headline, and a sentence its end."""
    assert written(end(state(text))) == names


@pytest.mark.parametrize(
    ("a", "b", "names"),
    [
        ("title.head", "body.wire", "a dateline begins the body"),
        ("body.body", "body.bare*", "a dateline begins the body"),
        ("title.late", "body.body", "a dateline behind a late headline"),
        ("heading.briefs", "body.briefs", "a dateline begins a brief"),
        ("heading.body", "body.body", "a dateline after a subheading"),
        ("body.body", "body.body", "a dateline inside a body"),
        ("body.body-", "cont.body", "a dateline inside a paragraph"),
        ("body.body", "heading.body", "free"),
        ("title.head", "lead.head", "free"),
    ],
)
def test_a_dateline_adds_its_own(a: str, b: str, names: str) -> None:
    """It belongs at the head of a body or a brief, and nowhere inside one."""
    assert written(dated(state(a), state(b))) == names


def test_a_dateline_leads_into_a_report() -> None:
    """Prose with a dateline under a headline opens a report, prose without one a body; elsewhere it does not matter."""
    for a in map(state, ("title.head*", "author.head", "kicker.head")):
        for b, kind, wrong in (
            ("body.wire", DATED, False),
            ("body.wire-", PLAIN, True),
            ("body.body", PLAIN, False),
            ("body.body-", DATED, True),
            ("heading.body", DATED, False),
            ("body.bare*", DATED, False),
        ):
            assert wrong_body(a, state(b), kind) is wrong
    for kind in (PLAIN, DATED):
        assert not wrong_body(state("body.body"), state("body.body"), kind)
        assert not wrong_body(state("body.wire"), state("body.wire"), kind)
        assert not wrong_body(state("title.late"), state("body.body"), kind)


def test_what_is_signed_is_over() -> None:
    """Behind a body line with its writer's name an article begins, and no body goes on; briefs are signed each."""
    over, goes_on = ("an article begins behind a signed body",), ("a signed body goes on",)
    for a in ("body.body", "cont.wire", "body.bare"):
        assert signed(state(a), state("title.head*")) == signed(state(a), state("body.bare*")) == over
        assert signed(state(a), state("caption.body")) == signed(state(a), state("author.out")) == ()
    assert signed(state("body.body"), state("heading.body")) == goes_on
    assert signed(state("cont.wire"), state("body.wire")) == goes_on
    assert signed(state("body.briefs"), state("heading.briefs")) == ()
    assert signed(state("caption.body"), state("title.head*")) == ()


def test_a_notice_has_a_name() -> None:
    """What begins one without costs; what goes on with one does not."""
    assert unnamed(state("notice.notice*")) == ("a notice without its name",)
    assert unnamed(state("notice.notice")) == unnamed(state("title.head*")) == ()


# --- states -------------------------------------------------------------------------


def test_states_are_told_apart() -> None:
    """No state is there twice, and every role has one."""
    assert len(set(STATES)) == len(STATES) == 136
    assert {each.role for each in STATES} == set(Role)


@pytest.mark.parametrize(
    ("text", "complete", "section", "fit"),
    [
        ("body.body", True, False, True),
        ("body.body", False, False, False),
        ("body.body-", False, False, True),
        ("body.body-", True, False, False),
        ("cont.wire", True, True, True),
        ("cont.wire-", True, True, False),
        ("title.head", False, False, True),
        ("title.head", True, False, True),
        ("caption.body-", True, False, True),
        ("heading.briefs", False, False, True),
        ("title.briefs*", False, False, False),
        ("title.briefs*", False, True, True),
    ],
)
def test_a_line_fits_a_state(text: str, complete: bool, section: bool, fit: bool) -> None:  # noqa: FBT001
    """A body line is open or not as it ends; a block of briefs stands under a section's name."""
    each = state(text)
    assert each in STATES
    assert fits(each, complete=complete, section=section) is fit
    assert FITTING[complete, section][STATES.index(each)] is fit
