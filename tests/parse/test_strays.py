"""What two kinds of strays have in common."""

from __future__ import annotations

from kaifaqu_archive.parse.strays import REACH, Strays
from tests.parse.astray import JOB_TITLE, JOBS, TREE_TITLE, TREES, astray


def test_near_are_thirty_articles_on_either_side() -> None:
    """Itself is not among them, nor is one farther away."""
    found = astray(Strays, *([f"b 大桥通车第{n}天。"] for n in range(2 * REACH + 5)))
    middle = REACH + 2
    near = [draft.lines[0] for draft in found.near(found.drafts[middle])]
    assert near == [*range(middle - REACH, middle), *range(middle + 1, middle + REACH + 1)]
    assert [draft.lines[0] for draft in found.near(found.drafts[0])] == [*range(1, REACH + 1)]


def test_what_an_article_says_is_its_headline_and_text() -> None:
    """And what was brought to it since; captions, writers and other articles say nothing for it."""
    found = astray(Strays, [TREE_TITLE, TREES[0], "p 云开雾散。", "a 林萍"], [JOB_TITLE, JOBS[0]])
    trees, jobs = found.drafts
    assert found.said(trees) == found.words.union([0, 1])
    assert found.said(jobs) == found.words.union([4, 5])
    trees.lines = [*trees.lines, 5]
    assert found.said(trees) == found.words.union([0, 1, 5])
