"""The read page is cut into drafts of articles."""

from __future__ import annotations

import pytest

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse.drafts import Draft, cut
from kaifaqu_archive.parse.reading import Read
from kaifaqu_archive.parse.states import Place, State
from tests.parse.making import shapes

R = Role


def drafts_of(*states: tuple[Role, bool]) -> tuple[list[list[int]], list[Role]]:
    """Cut lines of the given roles; the flag says that an article begins."""
    reads = [Read(State(role, Place.BODY, open=False, begins=begins), 1.0) for role, begins in states]
    drafts, labels = cut(shapes(*["甲"] * len(states)), reads)
    return [draft.lines for draft in drafts], labels


def test_an_article_goes_on_until_another_begins() -> None:
    """Every line has its role, and belongs to the article that began last."""
    assert drafts_of((R.TITLE, True), (R.BODY, False), (R.TITLE, True), (R.BODY, False), (R.BODY, False)) == (
        [[0, 1], [2, 3, 4]],
        [R.TITLE, R.BODY, R.TITLE, R.BODY, R.BODY],
    )


def test_columns_furniture_and_repeats_belong_to_no_article() -> None:
    """They have a role and no draft, wherever they stand; the article around them goes on."""
    lines, labels = drafts_of(
        (R.NOISE, False), (R.TITLE, True), (R.DUP, False), (R.BODY, False), (R.COLUMN, False), (R.AUTHOR, False)
    )
    assert lines == [[1, 3, 5]]
    assert labels == [R.NOISE, R.TITLE, R.DUP, R.BODY, R.COLUMN, R.AUTHOR]


def test_a_page_without_a_beginning_has_an_article_all_the_same() -> None:
    """No line of text is left without a home."""
    assert drafts_of((R.AUTHOR, False), (R.TITLE, True), (R.BODY, False))[0] == [[0], [1, 2]]
    assert drafts_of() == ([], [])


def test_a_draft_is_asked_for_lines_by_role() -> None:
    """Lines come in the draft's order; labels are those of the whole page."""
    labels = [R.TITLE, R.BODY, R.NOISE, R.BODY, R.TITLE]
    draft = Draft([0, 1, 3])
    assert draft.having((R.BODY,), labels) == [1, 3]
    assert draft.having((R.TITLE, R.BODY), labels) == [0, 1, 3]
    assert draft.having((R.NOISE,), labels) == []
    assert Draft().lines == []
    assert Draft().lines is not Draft().lines


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("（上接A1版）变化很大。", True),
        ("（" + " " * 14 + "上接A1版）变化很大。", True),  # the last character of the note's label is the twentieth
        ("（" + " " * 15 + "上接A1版）变化很大。", False),
        ("变化很大（上接A1版）。", False),
        ("变化很大，见A1版。", False),
    ],
)
def test_a_jump_note_at_the_head_of_a_line_begins_an_article(text: str, begins: bool) -> None:  # noqa: FBT001
    """As one on a line of its own does; twenty characters are looked at."""
    read = Read(State(R.BODY, Place.BODY, open=False), 1.0)
    drafts, _ = cut(shapes("古树普查。", text), [read, read])
    assert [draft.lines for draft in drafts] == ([[0], [1]] if begins else [[0, 1]])
