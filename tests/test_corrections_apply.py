"""Corrections take the parser's place where what they quote still stands, and stop the build where it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.corrections import amended, fixed_by, load_page_knowledge
from kaifaqu_archive.errors import KnowledgeError, StaleCorrectionError
from kaifaqu_archive.model import (
    NOTHING_FIXED,
    Article,
    Fixed,
    Kind,
    Page,
    Paragraph,
    ParsedPage,
    Photo,
    Printed,
    Reading,
    Role,
)
from kaifaqu_archive.parse.pages import number_lines
from tests.blank import BLANK

if TYPE_CHECKING:
    from pathlib import Path

    from kaifaqu_archive.corrections import PageKnowledge

NAME = "page.txt"
PAGE = Page(
    NAME,
    number_lines(
        "天津市的肩题\n天津市举办 招商活动\n本报讯 天津市举办活动，天津市领导出席，新兴产业\n业、未来产业落地。\n"
        "（王波）\n天津市某企业车间。\n另一篇文章的标题\n正文。天津\n责编 天津人\n"
    ),
    "",
)
ONE = replace(
    BLANK,
    id="one",
    kicker=Printed("天津市的肩题", NAME, (1,)),
    title=Printed("天津市举办 招商活动", NAME, (2,)),
    author_lines=(Printed("（王波）", NAME, (5,)),),
    paragraphs=(
        Paragraph(Role.BODY, "本报讯 天津市举办活动，天津市领导出席，新兴产业业、未来产业落地。", NAME, (3, 4)),
    ),
    photos=(Photo(Printed("天津市某企业车间。", NAME, (6,)), None),),
    confidence=0.9,
)
TWO = replace(
    BLANK,
    id="two",
    title=Printed("另一篇文章的标题", NAME, (7,)),
    paragraphs=(Paragraph(Role.BODY, "正文。天津", NAME, (8,)),),
    confidence=0.9,
)
OWNERS = ("one",) * 6 + ("two", "two", None)
PARSED = ParsedPage(
    PAGE,
    tuple(Reading(line, Role.BODY, owner, 1.0, "t") for line, owner in zip(PAGE.lines, OWNERS, strict=True)),
    (ONE, TWO),
)


def known(tmp_path: Path, text: str) -> PageKnowledge:
    """Return what these corrections, written below ``corrections:``, say."""
    path = tmp_path / "page.yml"
    path.write_text("corrections:\n" + text, "utf-8")
    return load_page_knowledge(path)


def applied(tmp_path: Path, text: str) -> tuple[Article, Article]:
    """Return the page's two articles, corrected."""
    one, two = amended(known(tmp_path, text), PARSED).articles
    return one, two


# --- what is fixed before the page is read ------------------------------------------------


def test_roles_merges_and_splits_are_handed_to_the_parser(tmp_path: Path) -> None:
    """Each quote stands, white space and width aside; nothing is fixed by other corrections."""
    text = (
        "- {line: 2, expect: 举办招商, role: title}\n- {merge: [1, 7], expect: [肩题, 另一篇]}\n"
        "- {split: 8, expect: 正文}\n- {text: 天津, read: 河津}\n"
    )
    assert fixed_by(known(tmp_path, text), PAGE) == Fixed(roles=((2, Role.TITLE),), merges=((1, 7),), splits=(8,))


def test_nothing_known_fixes_nothing(tmp_path: Path) -> None:
    """A page without corrections is read freely, and stays as it was read."""
    nothing = load_page_knowledge(tmp_path / "page.yml")
    assert fixed_by(nothing, PAGE) == NOTHING_FIXED
    assert amended(nothing, PARSED) is PARSED


@pytest.mark.parametrize(
    "text",
    [
        "- {line: 3, expect: 另一篇, role: title}",
        "- {merge: [1, 3], expect: [肩题, 另一篇]}",
        "- {split: 3, expect: 另一篇}",
    ],
)
def test_a_stale_quote_says_what_stands_there_and_where_the_words_are(tmp_path: Path, text: str) -> None:
    """File and line of the correction, the line's own words, and the line to name instead."""
    with pytest.raises(StaleCorrectionError) as error:
        fixed_by(known(tmp_path, text), PAGE)
    assert error.value.place == f"{tmp_path / 'page.yml'}:2"
    assert "Line 3 of page.txt" in error.value.what
    assert "本报讯 天津市举办活动" in error.value.what
    assert "line 7" in error.value.remedy


@pytest.mark.parametrize(("line", "said"), [(2, "it is blank"), (99, "the last line of text is 3")])
def test_a_quote_that_stands_nowhere_and_a_blank_line_are_said_so(tmp_path: Path, line: int, said: str) -> None:
    """Without a better line the remedy is to quote anew; of a line beyond the page its end is told."""
    page = Page(NAME, number_lines("甲\n\n乙\n"), "")
    with pytest.raises(StaleCorrectionError, match=rf"{said}.*Quote what stands there now"):
        fixed_by(known(tmp_path, f"- {{line: {line}, expect: 没有的话, role: title}}"), page)


def test_words_that_stand_often_are_not_listed_to_the_last(tmp_path: Path) -> None:
    """Three lines are named, and that there are more."""
    page = Page(NAME, number_lines("乙\n甲\n甲\n甲\n甲\n"), "")
    with pytest.raises(StaleCorrectionError, match="stand on lines 2, 3, 4 …: correct the number"):
        fixed_by(known(tmp_path, "- {line: 1, expect: 甲, role: title}"), page)


def test_a_line_has_one_role(tmp_path: Path) -> None:
    """Two corrections that contradict are refused at the second."""
    text = "- {line: 2, expect: 举办, role: title}\n- {line: 2, expect: 举办, role: kicker}\n"
    with pytest.raises(KnowledgeError, match=r"page\.yml:3"):
        fixed_by(known(tmp_path, text), PAGE)


# --- fields of an article -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["天津市举办 招商活动", "天津市举办招商活动", "one"])
def test_an_article_is_found_by_its_title_or_id(tmp_path: Path, name: str) -> None:
    """Its fields are the editor's, with the lines that stood for them; other articles are left alone."""
    one, two = applied(tmp_path, f"- {{article: {name}, expect: 王波, title: 新标题, subtitle: 副题, kind: feature}}")
    assert one.title == Printed("新标题", NAME, (2,))
    assert one.subtitle == Printed("副题", NAME, (5,))
    assert one.kind is Kind.FEATURE
    assert one.kicker == ONE.kicker
    assert two == TWO


def test_null_empties_a_field(tmp_path: Path) -> None:
    """A title that is none gives way to one made of the first words, so that no article is nameless."""
    one, _ = applied(tmp_path, "- {article: one, expect: 王波, title: null, kicker: null}")
    assert (one.title, one.kicker) == (None, None)
    assert one.headline.startswith("本报讯 天津市")


def test_authors_are_the_editors(tmp_path: Path) -> None:
    """They replace those of the bylines, with the line that the correction quotes; none is none."""
    one, _ = applied(tmp_path, "- {article: one, expect: 王波, authors: [{name: 王某波, role: 记者}]}")
    assert one.authors
    assert [(author.name, author.role, author.lines) for author in one.authors] == [("王某波", "记者", (5,))]
    assert applied(tmp_path, "- {article: one, expect: 王波, authors: []}")[0].authors == ()
    assert applied(tmp_path, "- {article: one, expect: 王波, title: 甲}")[0].authors is None


@pytest.mark.parametrize(("expect", "line"), [("天津市的肩题", 1), ("本报讯", 3), ("业、未来", 4), ("车间", 6)])
def test_what_the_print_did_not_have_stands_where_the_quote_begins(tmp_path: Path, expect: str, line: int) -> None:
    """A subtitle that the editor adds is cited from the line of the words that the correction quotes."""
    one, _ = applied(tmp_path, f"- {{article: one, expect: {expect}, subtitle: 副题}}")
    assert one.subtitle == Printed("副题", NAME, (line,))


def test_a_quote_may_run_over_a_column_break(tmp_path: Path) -> None:
    """The words of an article are those of its lines one after another."""
    one, _ = applied(tmp_path, "- {article: one, expect: 新兴产业业、未来, subtitle: 副题}")
    assert one.subtitle == Printed("副题", NAME, (3,))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- {article: 天津市举办招商大会, expect: 王波, title: 甲}", ["No article", "天津市举办 招商活动"]),
        ("- {article: 毫不相干, expect: 王波, title: 甲}", ["No article", "The nearest is “天津市举办 招商活动”"]),
        ("- {article: 另一篇的标题, expect: 王波, title: 甲}", ["No article", "The nearest is “另一篇文章的标题”"]),
        ("- {article: two, expect: 王波, title: 甲}", ["does not stand in the article", "line 5"]),
        ("- {article: two, expect: 没有的话, title: 甲}", ["does not stand", "Quote what stands"]),
    ],
)
def test_an_article_that_is_not_there_stops_the_build(tmp_path: Path, text: str, words: list[str]) -> None:
    """The nearest title, or the line that has the words, is named."""
    with pytest.raises(StaleCorrectionError) as error:
        applied(tmp_path, text)
    for word in words:
        assert word in str(error.value)


# --- misread words ------------------------------------------------------------------------


def test_a_misread_word_is_set_right_wherever_it_stands(tmp_path: Path) -> None:
    """Kicker, title, body and caption; every article of the page; the page's lines stay as received."""
    page = amended(known(tmp_path, "- {text: 天津, read: 河津, because: 河津是县级市}"), PARSED)
    one, two = page.articles
    assert one.kicker
    assert one.title
    assert one.photos[0].caption
    assert one.kicker.text == "河津市的肩题"
    assert one.title.text == "河津市举办 招商活动"
    assert one.paragraphs[0].text.startswith("本报讯 河津市举办活动，河津市领导出席")
    assert one.photos[0].caption.text == "河津市某企业车间。"
    assert two.paragraphs[0].text == "正文。河津"
    assert page.page is PAGE
    assert page.readings == PARSED.readings


def test_what_stood_there_is_kept(tmp_path: Path) -> None:
    """Each line that was set right is remembered once, whole, in order: readers see and find both forms."""
    one, two = applied(tmp_path, "- {text: 天津, read: 河津, because: 河津是县级市}")
    assert [(row.line, row.original) for row in one.amendments] == [(n, PAGE.lines[n - 1].text) for n in (1, 2, 3, 6)]
    assert {(row.text, row.read, row.because, row.page) for row in one.amendments} == {
        ("天津", "河津", "河津是县级市", NAME)
    }
    assert [row.line for row in two.amendments] == [8]


def test_one_line_alone_can_be_set_right(tmp_path: Path) -> None:
    """With a line number the same words elsewhere stand, in the same paragraph too."""
    one, two = applied(tmp_path, "- {text: 天津市, read: 河津市, line: 2}")
    assert one.title
    assert one.kicker
    assert one.title.text == "河津市举办 招商活动"
    assert one.kicker.text == "天津市的肩题"
    assert one.paragraphs == ONE.paragraphs
    assert two == TWO
    one, _ = applied(tmp_path, "- {text: 产业, read: 事业, line: 4}")
    assert one.paragraphs[0].text.endswith("新兴产业业、未来事业落地。")
    assert [row.line for row in one.amendments] == [4]


def test_a_word_with_which_a_line_begins_stands_on_that_line_alone(tmp_path: Path) -> None:
    """The line before it was not misread."""
    one, _ = applied(tmp_path, "- {text: 业、未来, read: 业与未来}")
    assert [row.line for row in one.amendments] == [4]


def test_a_word_may_break_before_its_last_character(tmp_path: Path) -> None:
    """Both lines are kept as they were received."""
    one, _ = applied(tmp_path, "- {text: 业业, read: 业}")
    assert one.paragraphs[0].text.endswith("新兴产业、未来产业落地。")
    assert [row.line for row in one.amendments] == [3, 4]


def test_words_over_a_column_break_are_set_right(tmp_path: Path) -> None:
    """A character doubled where the column breaks belongs to two lines, and both are remembered."""
    one, _ = applied(tmp_path, "- {text: 产业业、, read: 产业、}")
    assert "新兴产业、未来产业落地" in one.paragraphs[0].text
    assert [row.line for row in one.amendments] == [3, 4]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("- {text: 天津市, read: 河津}", "业、未来"),
        ("- {text: 产业, read: 新的产业}", "业、未来"),
        ("- {text: 产业业、, read: 产业、}", "未来产业落地"),
        ("- {text: 产业业、, read: }", "未来产业落地"),
    ],
)
def test_a_paragraph_still_knows_where_its_lines_begin(tmp_path: Path, text: str, begins: str) -> None:
    """Longer or shorter words move what follows; words over a break leave the second line what is its own."""
    body = ONE.paragraphs[0]
    paragraph = body._replace(starts=(0, body.text.index("业、未来")))
    page = replace(PARSED, articles=(replace(ONE, paragraphs=(paragraph,)), TWO))
    (new,) = amended(known(tmp_path, text), page).articles[0].paragraphs
    assert new.starts[0] == 0
    assert new.text[new.starts[1] :].startswith(begins)


def test_the_line_of_a_word_is_told_by_where_it_stands(tmp_path: Path) -> None:
    """A jump note taken out of a paragraph does not shift the lines of its words."""
    body = Paragraph(Role.BODY, "天津业、未来产业落地。", NAME, (3, 4), (0, 2))
    page = replace(PARSED, articles=(replace(ONE, paragraphs=(body,)), TWO))
    (one, _) = amended(known(tmp_path, "- {text: 未来, read: 将来, line: 4}"), page).articles
    assert [row.line for row in one.amendments] == [4]


def test_words_can_be_taken_out(tmp_path: Path) -> None:
    """``read:`` with nothing after it means that nothing was printed."""
    one, _ = applied(tmp_path, "- text: 活动，\n  read:\n")
    assert "天津市举办天津市领导" in one.paragraphs[0].text


def test_a_made_title_is_set_right_too(tmp_path: Path) -> None:
    """What was made of misread words is made of the right ones."""
    one, _ = applied(tmp_path, "- {article: one, expect: 王波, title: null}\n- {text: 天津, read: 河津}")
    assert one.headline.startswith("本报讯 河津市")


def test_corrections_follow_one_another(tmp_path: Path) -> None:
    """Articles are found by their titles as parsed, whatever words are set right in them."""
    one, _ = applied(
        tmp_path, "- {text: 天津, read: 河津}\n- {article: 天津市举办招商活动, expect: 王波, kind: feature}"
    )
    assert one.kind is Kind.FEATURE
    assert one.headline == "河津市举办 招商活动"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- {text: 没有的话, read: 甲}", ["anywhere", "Quote what stands"]),
        ("- {text: 王波, read: 甲, line: 4}", ["on line 4", "line 5"]),
    ],
)
def test_misread_words_that_are_gone_stop_the_build(tmp_path: Path, text: str, words: list[str]) -> None:
    """A correction that no longer corrects anything is not silently kept."""
    with pytest.raises(StaleCorrectionError) as error:
        applied(tmp_path, text)
    for word in words:
        assert word in str(error.value)


def test_words_in_what_is_set_aside_are_no_error(tmp_path: Path) -> None:
    """A line of no article is not published as text; correcting it changes nothing and stops nothing."""
    assert applied(tmp_path, "- {text: 责编, read: 责任编辑}") == (ONE, TWO)
