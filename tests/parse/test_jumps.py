"""Articles that jump from one page to another."""

from __future__ import annotations

from itertools import permutations

import pytest

from kaifaqu_archive.model import Amendment, Article, Author, Other, ParsedPage, Photo
from kaifaqu_archive.parse import jumps
from kaifaqu_archive.parse.cohesion import Cohesion, pairs
from kaifaqu_archive.parse.jumps import join_jumps, merge_parts
from tests.parse.making import article, page_of, printed

TREE = "青溪县启动古树普查，普查队员走遍二十四个乡镇。"
TREES = "古树普查结束后，青溪县将为古树挂上二维码。"
JOBS = "白石经开区举办招聘会，企业带来两千个岗位。"
JOBS_ON = "招聘会首日，白石的企业收到简历三千份。"


def head(ident: str, text: str, to: str, name: str = "one.txt", **changes: object) -> Article:
    """Return an article that says where it goes on."""
    return article(ident, text, name, continued_to=printed(to, name), **changes)


def tail(ident: str, text: str, back: str, name: str = "two.txt", **changes: object) -> Article:
    """Return an article that says where it comes from."""
    return article(ident, text, name, continued_from=printed(back, name), **changes)


def joins(pages: list[ParsedPage], labels: dict[str, str | None]) -> dict[str, str]:
    """Return which article goes on in, or comes from, which."""
    found = join_jumps(pages, labels)
    return {a.id: a.continues.article for page in found for a in page.articles if a.continues}


def test_halves_are_joined_by_their_labels() -> None:
    """Both halves name the other; the file in which it stands is told."""
    pages = [page_of("one.txt", head("a", TREE, "A2")), page_of("two.txt", tail("b", JOBS, "A1"))]
    found = join_jumps(pages, {"one.txt": "A1", "two.txt": "A2"})
    assert found[0].articles[0].continues == Other("two.txt", "b")
    assert found[1].articles[0].continues == Other("one.txt", "a")


def test_the_order_of_pages_does_not_matter() -> None:
    """Whatever page comes first, the same halves are joined."""
    pages = [
        page_of("one.txt", head("a", TREE, "A2"), head("c", JOBS, "A3")),
        page_of("two.txt", tail("b", TREES, "A1")),
        page_of("three.txt", tail("d", JOBS_ON, "A1", "three.txt")),
    ]
    labels: dict[str, str | None] = {"one.txt": "A1", "two.txt": "A2", "three.txt": "A3"}
    for order in permutations(pages):
        assert joins(list(order), labels) == {"a": "b", "b": "a", "c": "d", "d": "c"}


@pytest.mark.parametrize(
    ("labels", "joined"),
    [
        ({"one.txt": "A1", "two.txt": "A2"}, True),
        ({"one.txt": None, "two.txt": "A2"}, True),
        ({"one.txt": "A1", "two.txt": None}, True),
        ({}, False),
        ({"one.txt": "A1", "two.txt": "A3"}, False),
        ({"one.txt": "B1", "two.txt": "A2"}, False),
        ({"one.txt": None, "two.txt": "A3"}, False),
    ],
)
def test_a_label_that_contradicts_parts_the_halves(labels: dict[str, str | None], joined: bool) -> None:  # noqa: FBT001
    """One label that agrees is enough for halves with no word in common; one that does not forbids."""
    pages = [page_of("one.txt", head("a", TREE, "A2")), page_of("two.txt", tail("b", JOBS, "A1"))]
    assert bool(joins(pages, labels)) is joined


def test_without_labels_the_words_decide() -> None:
    """The half that speaks of the same things is the other; with nothing in common none is."""
    pages = [
        page_of("one.txt", head("a", TREE, "A2"), head("c", JOBS, "A2")),
        page_of("two.txt", tail("d", JOBS_ON, "A1"), tail("b", TREES, "A1")),
    ]
    assert joins(pages, {}) == {"a": "b", "b": "a", "c": "d", "d": "c"}
    assert joins([pages[0], page_of("two.txt", tail("e", "云岭市图书馆开放。", "A1"))], {}) == {}


def test_words_decide_where_labels_agree_alike() -> None:
    """Of two halves on the right page the one of the same matter is taken; labels count for more than words."""
    labels: dict[str, str | None] = {"one.txt": "A1", "two.txt": "A2", "three.txt": None}
    pages = [
        page_of("one.txt", head("a", TREE, "A2")),
        page_of("two.txt", tail("d", JOBS_ON, "A1"), tail("b", TREES, "A1")),
        page_of("three.txt", tail("e", TREE, "A1", "three.txt")),
    ]
    assert joins(pages, labels) == {"a": "b", "b": "a"}


def test_an_article_is_joined_once() -> None:
    """A half that has its other is not given another one."""
    pages = [
        page_of("one.txt", head("a", TREE, "A2")),
        page_of("two.txt", tail("b", TREES, "A1"), tail("c", TREES + "古树", "A1")),
    ]
    found = joins(pages, {"one.txt": "A1", "two.txt": "A2"})
    assert len(found) == 2
    assert found[found["a"]] == "a"


def test_halves_of_one_page_are_not_joined() -> None:
    """A jump leads to another page."""
    one = page_of("one.txt", head("a", TREE, "A1"), tail("b", TREES, "A1", "one.txt"))
    assert joins([one], {"one.txt": "A1"}) == {}
    assert join_jumps([one], {"one.txt": "A1"})[0] is one


def test_articles_without_a_jump_stay_as_they_are() -> None:
    """Only halves are joined, and what was set before is set anew."""
    other = article("c", JOBS)
    pages = [page_of("one.txt", head("a", TREE, "A2"), other), page_of("two.txt", tail("b", TREES, "A1"))]
    assert join_jumps(pages, {"two.txt": "A2"})[0].articles[1] == other


def _merged(*pages: ParsedPage, labels: dict[str, str | None] | None = None) -> tuple[Article, ...]:
    return merge_parts(join_jumps(pages, labels or {"one.txt": "A1", "two.txt": "A2", "three.txt": "A3"}))


def test_joined_halves_are_one_article() -> None:
    """It has the place, id and headline of the first half and the texts of both."""
    photo = Photo(printed("大桥合龙"), None)
    first = head("a", TREE, "A2", title=printed("古树普查"), made_title=None, doubts=("一",), confidence=0.9)
    second = tail(
        "b",
        TREES,
        "A1",
        subtitle=printed("——青溪记"),
        author_lines=(printed("林萍", "two.txt"),),
        photos=(photo,),
        doubts=("二",),
        confidence=0.8,
    )
    whole = _merged(page_of("one.txt", first, article("c", JOBS)), page_of("two.txt", second))
    assert [each.id for each in whole] == ["a", "c"]
    joined = whole[0]
    assert [p.text for p in joined.paragraphs] == [TREE, TREES]
    assert [p.page for p in joined.paragraphs] == ["one.txt", "two.txt"]
    assert joined.title == first.title
    assert joined.subtitle == second.subtitle
    assert joined.author_lines == second.author_lines
    assert joined.photos == (photo,)
    assert joined.doubts == ("一", "二")
    assert joined.confidence == 0.8
    assert joined.continued_to is None
    assert joined.continues is None


def test_what_the_first_half_has_goes_first() -> None:
    """Its own subtitle stays, its authors and pictures come before those of the second."""
    photos = Photo(printed("一"), None), Photo(printed("二"), None)
    first = head("a", TREE, "A2", subtitle=printed("——甲"), author_lines=(printed("林萍"),), photos=photos[:1])
    second = tail("b", TREES, "A1", subtitle=printed("——乙"), author_lines=(printed("何苗"),), photos=photos[1:])
    joined = _merged(page_of("one.txt", first), page_of("two.txt", second))[0]
    assert joined.subtitle == first.subtitle
    assert [line.text for line in joined.author_lines] == ["林萍", "何苗"]
    assert joined.photos == photos


def test_what_the_editor_gave_survives_the_join() -> None:
    """Amendments of both halves, and authors where either half was given any."""
    amendments = tuple(Amendment(x, x, "", "one.txt", 1, x) for x in "甲乙")
    authors = tuple(Author(x, "记者", "one.txt", (1,)) for x in ("林萍", "何苗"))
    for mine, theirs, whole in (
        (authors[:1], authors[1:], authors),
        (authors[:1], None, authors[:1]),
        (None, authors[1:], authors[1:]),
        (None, None, None),
    ):
        first = head("a", TREE, "A2", amendments=amendments[:1], authors=mine)
        second = tail("b", TREES, "A1", amendments=amendments[1:], authors=theirs)
        joined = _merged(page_of("one.txt", first), page_of("two.txt", second))[0]
        assert joined.amendments == amendments
        assert joined.authors == whole


def test_a_half_alone_stays_an_article() -> None:
    """Without its other half it is published as it is, with its note."""
    first, second = head("a", TREE, "A2"), tail("b", JOBS, "A4")
    assert _merged(page_of("one.txt", first), page_of("three.txt", second)) == (first, second)


def test_an_article_may_be_joined_to_what_was_joined_before() -> None:
    """A chain that was linked by hand is followed to its end; a ring is not followed for ever."""
    first = head("a", TREE, "A2", continues=Other("two.txt", "b"))
    second = tail("b", TREES, "A1", continued_to=printed("A3"), continues=Other("three.txt", "c"))
    third = tail("c", JOBS, "A2", "three.txt", continues=Other("two.txt", "b"))
    pages = [page_of("one.txt", first), page_of("two.txt", second), page_of("three.txt", third)]
    assert [[p.text for p in each.paragraphs] for each in merge_parts(pages)] == [[TREE, TREES, JOBS]]
    ring = head("a", TREE, "A2", continues=Other("one.txt", "a"))
    assert len(merge_parts([page_of("one.txt", ring)])) == 1
    lost = head("a", TREE, "A2", continues=Other("four.txt", "z"))
    assert merge_parts([page_of("one.txt", lost)]) == (lost,)


def test_words_alone_must_be_near_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Just as near as is asked will do; anything less will not."""
    pages = [page_of("one.txt", head("a", TREE, "A2")), page_of("two.txt", tail("b", TREES, "A1"))]
    near = Cohesion([TREE, TREES]).kinship(pairs(TREE), pairs(TREES))
    assert near > jumps.LEAST_KIN == 0.06
    monkeypatch.setattr(jumps, "LEAST_KIN", near)
    assert joins(pages, {}) == {"a": "b", "b": "a"}
    monkeypatch.setattr(jumps, "LEAST_KIN", near * 1.001)
    assert joins(pages, {}) == {}


def test_the_middle_of_a_chain_names_what_comes_after_it() -> None:
    """It goes on and comes from elsewhere: readers want to go on."""
    middle = tail("b", TREES, "A1", continued_to=printed("A3", "two.txt"))
    last = tail("c", TREE + TREES, "A2", "three.txt")
    pages = [page_of("one.txt", head("a", TREE, "A2")), page_of("two.txt", middle), page_of("three.txt", last)]
    labels: dict[str, str | None] = {"one.txt": "A1", "two.txt": "A2", "three.txt": "A3"}
    assert joins(pages, labels) == {"a": "b", "b": "c", "c": "b"}
    assert joins(pages[::-1], labels) == {"a": "b", "b": "c", "c": "b"}
