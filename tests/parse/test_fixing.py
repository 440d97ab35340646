"""What the editor has decided about a page is made to hold."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Fixed, Role
from kaifaqu_archive.parse.drafts import Draft
from kaifaqu_archive.parse.fixing import fix_drafts, fix_evidence
from tests.parse.making import page, parsed, prose

R = Role
PAGE = page("甲\n乙\n丙\n丁\n戊")
"""Lines 1 to 5, at the indices 0 to 4."""
ROWS = [(line,) for line in PAGE.lines]


def test_a_line_that_was_decided_has_no_other_role() -> None:
    """The roles of other lines stay as they were."""
    evidence = [{R.BODY: 1.0, R.TITLE: 2.0} for _ in range(5)]
    fixed = fix_evidence(ROWS, evidence, Fixed(roles=((2, R.HEADING), (9, R.TITLE))))
    assert fixed == [evidence[0], {R.HEADING: 0.0}, *evidence[2:]]
    assert fix_evidence(ROWS, evidence, Fixed()) is evidence


def fixed_lines(drafts: list[list[int]], roles: list[Role], fixed: Fixed) -> tuple[list[list[int]], list[Role]]:
    """Return the drafts' lines and the labels after what was fixed."""
    made, labels = [Draft(list(lines)) for lines in drafts], list(roles)
    fix_drafts(ROWS, made, labels, fixed)
    return [draft.lines for draft in made], labels


BODY = [R.TITLE, R.BODY, R.CONT, R.TITLE, R.BODY]


@pytest.mark.parametrize(
    ("split", "drafts", "third"),
    [
        (2, [[0], [1, 2], [3, 4]], R.CONT),
        (3, [[0, 1], [2], [3, 4]], R.BODY),  # what began a paragraph's rest begins an article
        (5, [[0, 1, 2], [3], [4]], R.CONT),
        (1, [[0, 1, 2], [3, 4]], R.CONT),
        (4, [[0, 1, 2], [3, 4]], R.CONT),
        (9, [[0, 1, 2], [3, 4]], R.CONT),
    ],
)
def test_an_article_begins_where_the_editor_says(split: int, drafts: list[list[int]], third: Role) -> None:
    """The part stands behind the rest; where an article begins already nothing changes."""
    made, labels = fixed_lines([[0, 1, 2], [3, 4]], BODY, Fixed(splits=(split,)))
    assert made == drafts
    assert labels[2] is third


def test_a_line_of_no_article_splits_nothing() -> None:
    """There is no article to begin anew."""
    assert fixed_lines([[0, 1], [3, 4]], BODY, Fixed(splits=(3,)))[0] == [[0, 1], [3, 4]]


def test_articles_of_lines_are_made_one() -> None:
    """All articles that hold one of the lines become the first of them, lines in the page's order."""
    assert fixed_lines([[0, 1], [2], [3, 4]], BODY, Fixed(merges=((5, 1),)))[0] == [[0, 1, 3, 4], [2]]
    assert fixed_lines([[0], [1, 2], [3, 4]], BODY, Fixed(merges=((1, 2, 4),)))[0] == [[0, 1, 2, 3, 4]]
    assert fixed_lines([[0, 1], [2, 3, 4]], BODY, Fixed(merges=((1, 2), (9, 3))))[0] == [[0, 1], [2, 3, 4]]


@pytest.mark.parametrize("role", [R.NOISE, R.COLUMN, R.DUP])
def test_a_line_is_taken_out_of_its_article(role: Role) -> None:
    """A role of no article leaves none; an article of one line is gone with it."""
    assert fixed_lines([[0, 1], [2], [3, 4]], BODY, Fixed(roles=((2, role),))) == (
        [[0], [2], [3, 4]],
        [R.TITLE, role, R.CONT, R.TITLE, R.BODY],
    )
    assert fixed_lines([[0, 1], [2], [3, 4]], BODY, Fixed(roles=((3, role),)))[0] == [[0, 1], [3, 4]]
    assert fixed_lines([[0, 1], [3, 4]], BODY, Fixed(roles=((3, role),)))[0] == [[0, 1], [3, 4]]


def test_a_line_of_no_article_is_put_into_the_one_around_it() -> None:
    """The article that began last before it has it; on top of the page the first one."""
    noise = [R.TITLE, R.BODY, R.NOISE, R.TITLE, R.BODY]
    assert fixed_lines([[0, 1], [3, 4]], noise, Fixed(roles=((3, R.BODY),))) == (
        [[0, 1, 2], [3, 4]],
        [*noise[:2], R.BODY, *noise[3:]],
    )
    assert fixed_lines([[1], [3]], noise, Fixed(roles=((5, R.BODY),)))[0] == [[1], [3, 4]]
    assert fixed_lines([[1, 2], [3]], noise, Fixed(roles=((1, R.TITLE),)))[0] == [[0, 1, 2], [3]]
    assert fixed_lines([[3], [0, 2]], noise, Fixed(roles=((2, R.TITLE),)))[0] == [[3], [0, 1, 2]]
    assert fixed_lines([], noise, Fixed(roles=((2, R.TITLE),)))[0] == [[1]]


def test_a_line_in_its_article_keeps_its_place() -> None:
    """Only its role changes."""
    assert fixed_lines([[0, 1, 2], [3, 4]], BODY, Fixed(roles=((2, R.LEAD), (9, R.BODY)))) == (
        [[0, 1, 2], [3, 4]],
        [R.TITLE, R.LEAD, *BODY[2:]],
    )


def test_roles_come_before_splits_and_merges() -> None:
    """A line put into an article can begin one, and what was split can be merged elsewhere."""
    noise = [R.TITLE, R.BODY, R.NOISE, R.TITLE, R.BODY]
    fixed = Fixed(roles=((3, R.TITLE),), splits=(3,), merges=((3, 5),))
    assert fixed_lines([[0, 1], [3, 4]], noise, fixed)[0] == [[0, 1], [2, 3, 4]]


def test_a_page_is_read_as_the_editor_says() -> None:
    """The decided line is certain, says who decided, and the lines around it are read to agree."""
    texts = ("青溪县启动古树名木普查", "本报讯 " + prose(80), prose(70), "白石经开区办夜校", "本报讯 " + prose(90))
    fixed = Fixed(roles=((7, R.HEADING),))
    reading = parsed(*texts, fixed=fixed).readings[3]
    assert (reading.role, reading.confidence, reading.rule) == (R.HEADING, 1.0, "the editor says so")
    assert len(parsed(*texts, fixed=fixed).articles) == 1
    assert len(parsed(*texts).articles) == 2
    assert len(parsed(*texts, fixed=Fixed(merges=((1, 7),))).articles) == 1
    assert len(parsed(*texts, fixed=Fixed(splits=(5,))).articles) == 3
    for role in R:
        again = parsed(*texts, fixed=Fixed(roles=((5, role),)))
        assert again.readings[2].role is role
        assert sum(reading.article is None for reading in again.readings) == (role in (R.NOISE, R.COLUMN, R.DUP))
