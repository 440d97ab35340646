"""Who an article is by."""

from __future__ import annotations

from dataclasses import replace

from kaifaqu_archive.extract.bylines import authors_of, source_of
from kaifaqu_archive.model import Article, Kind, Paragraph, Photo, Printed, Role


def article(*bodies: str, authors: tuple[str, ...] = (), credit: str | None = None, kind: Kind = Kind.NEWS) -> Article:
    """Return an article of the given body paragraphs, author lines and one photograph."""
    lines = tuple(Printed(text, "one.txt", (90 + n,)) for n, text in enumerate(authors))
    photos = (Photo(None, Printed(credit, "one.txt", (80,))),) if credit else ()
    paragraphs = tuple(Paragraph(Role.BODY, text, "one.txt", (n,)) for n, text in enumerate(bodies, 1))
    empty = Article("a", kind, None, None, None, "甲", None, lines, paragraphs, photos, None, None, None, 1.0, ())
    return replace(empty)


def names(found: Article) -> list[tuple[str, str]]:
    """Return names and roles."""
    return [(author.name, author.role) for author in authors_of(found)]


def test_authors_come_from_lines_datelines_brackets_and_pictures() -> None:
    """Writers before photographers, each with the line it stands on."""
    found = article(
        "本报讯 记者林萍 日前，青溪县启动普查。", "普查结束了。（何苗）", authors=("周望川",), credit="■ 孟晓棠摄"
    )
    assert names(found) == [("周望川", "作者"), ("林萍", "记者"), ("何苗", "作者"), ("孟晓棠", "摄影")]
    assert [author.lines for author in authors_of(found)] == [(90,), (1,), (2,), (80,)]
    assert {author.page for author in authors_of(found)} == {"one.txt"}


def test_a_name_is_credited_once_in_a_role() -> None:
    """A fuller role makes the plain one needless; another role stands beside it."""
    assert names(article("好。", authors=("周望川", "周望川"))) == [("周望川", "作者")]
    assert names(article("本报讯 记者林萍 日前，普查开始。", authors=("林萍",))) == [("林萍", "记者")]
    assert names(article("好。", authors=("周望川",), credit="周望川摄")) == [("周望川", "作者"), ("周望川", "摄影")]


def test_brackets_and_datelines_count_where_they_stand() -> None:
    """A bracket closes the last paragraph, a dateline opens one of the first two; in briefs every item has its own."""
    texts = ("会议召开。（何苗）", "会议继续。", "本报讯 记者林萍 日前，普查开始。")
    assert names(article(*texts)) == []
    assert names(article(*texts, kind=Kind.BRIEFS)) == [("何苗", "作者"), ("林萍", "记者")]
    assert names(article("会议召开。（试行）")) == []
    assert names(article("阅读提示。", "本报讯 记者林萍 日前，普查开始。")) == [("林萍", "记者")]


def test_who_reports() -> None:
    """From the dateline, or from the paper's own byline."""
    assert source_of(article("本报讯 日前，普查开始。")) == "本报"
    assert source_of(article("提示。", "新华社北京6月9日电 日前，普查开始。")) == "新华社"
    assert source_of(article("好。", authors=("本报记者 周望川",))) == "本报"
    assert source_of(article("好。", authors=("周望川",))) is None
    assert source_of(article("好。", "好。", "本报讯 日前，普查开始。")) is None


def test_names_in_brackets_of_any_kind() -> None:
    """Before the story and behind it; a bracket of names alone names no paper."""
    found = article("（记者 林萍）日前，青溪县启动古树普查。", "普查结束了。［通讯员 何苗］")
    assert names(found) == [("林萍", "记者"), ("何苗", "通讯员")]
    assert source_of(found) is None


def test_names_behind_the_last_sentence_without_brackets() -> None:
    """Only where a role stands before them."""
    for ending, found in (
        ("本报记者 林萍 通讯员 何苗", [("林萍", "记者"), ("何苗", "通讯员")]),
        ("文/林萍", [("林萍", "作者")]),
        ("林萍 何苗", []),
        ("记者手记", []),
        ("他告诉记者", []),
    ):
        assert names(article("普查开始了。", "普查结束了。" + ending)) == found
        assert names(article("普查结束了。" + ending, "普查又开始了。")) == []
