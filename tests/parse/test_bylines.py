"""Bylines on two lines: what somebody is over who it is."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.bylines import authors_of
from kaifaqu_archive.model import NOTHING_FIXED, Fixed, Line, Role
from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.bylines import bylines_of
from tests.parse.making import page, prose


def told(*texts: str, fixed: Fixed = NOTHING_FIXED) -> list[int]:
    """Return the indices of the lines that are told to go on with a byline."""
    return sorted(bylines_of([Line(n, text, 1) for n, text in enumerate(texts, 1)], fixed))


@pytest.mark.parametrize(
    "label",
    ["本报记者", "记者", "□ 本报见习记者", "特约通讯员", "本刊特约评论员", "摄影记者", "云岭日报首席记者", "作者："],
)
@pytest.mark.parametrize("name", ["林 萍", "孟晓棠", "林萍 何苗", "欧阳晓"])
def test_a_name_goes_on_with_its_label(label: str, name: str) -> None:
    """Whoever the paper calls them, and be they two."""
    assert told("山乡来了新村医", label, name, prose(80)) == [2]


@pytest.mark.parametrize(
    "texts",
    [
        ("本报记者", prose(80)),
        ("本报记者", "山乡来了新村医"),
        ("本报记者", "本报记者", "山乡来了新村医"),
        ("本报记者 林 萍", "何 苗"),
        ("记者手记", "林 萍"),
        ("林 萍", "本报记者"),
        ("林 萍", "何 苗"),
    ],
)
def test_nothing_else_does(texts: tuple[str, ...]) -> None:
    """A label over no name, a byline that has its name, a section's name and names alone stay as they stand."""
    assert told(*texts) == []


def test_what_the_editor_fixed_stands_alone() -> None:
    """Neither a role nor a split that an editor set is joined to anything."""
    texts = ("本报记者", "林 萍")
    assert told(*texts) == [1]
    for n in (1, 2):
        assert told(*texts, fixed=Fixed(roles=((n, Role.AUTHOR),))) == []
    assert told(*texts, fixed=Fixed(splits=(2,))) == []


def test_the_article_has_one_writer() -> None:
    """Both lines are the author's, and the role is the one that the label gives."""
    text = "\n\n".join(["山乡来了新村医", "本报记者", "林 萍", "村医到了山乡，" + prose(80), prose(90)])
    parsed = parse_page(page(text))
    assert [line.role for line in parsed.readings[:3]] == [Role.TITLE, Role.AUTHOR, Role.AUTHOR]
    (article,) = parsed.articles
    assert [(author.name, author.role) for author in authors_of(article)] == [("林萍", "记者")]
