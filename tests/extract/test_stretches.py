"""An article's text as the extractors read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaifaqu_archive.extract.dates import dates_of
from kaifaqu_archive.extract.figures import figures_of
from kaifaqu_archive.extract.gazetteer import load
from kaifaqu_archive.extract.people import people_of
from kaifaqu_archive.extract.stretches import Place, even, make_stretch, stretches
from kaifaqu_archive.extract.zones import zones_of
from kaifaqu_archive.model import Article, DateBasis, IssueDate, Kind, Paragraph, Photo, Printed, Role


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("２０２４ 年 8 月", "2024年8月"),
        ("（上海）：甲、乙；丙！", "(上海):甲、乙;丙!"),
        ("联东 U 谷", "联东U谷"),
        ("王 波　李明", "王 波 李明"),
        ("", ""),
    ],
)
def test_width_and_spaces_beside_figures_are_evened_out(printed: str, text: str) -> None:
    """Spaces between two Chinese characters stay, since they may part words."""
    assert even(printed) == text
    assert make_stretch(printed, Place.BODY, "a.txt", (1,)).text == text


def test_a_quotation_is_exactly_what_was_printed() -> None:
    """Every span of the evened text leads back to the print."""
    stretch = make_stretch("截至 ２０２４ 年 8 月 底，", Place.BODY, "a.txt", (4, 6))
    start = stretch.text.index("2024")
    assert stretch.quote(start, start + len("2024年8月")) == "２０２４ 年 8 月"
    assert stretch.line == 4


def test_headlines_paragraphs_and_captions_are_read_in_order() -> None:
    """Kicker, title, subtitle, then the body with its subheadings, then what stands under pictures."""

    def printed(text: str, line: int) -> Printed:
        return Printed(text, "a.txt", (line,))

    article = Article(
        "x", Kind.NEWS, None, printed("引题", 1), printed("标题", 3), None, printed("副题", 5), (),
        (Paragraph(Role.BODY, "正文", "a.txt", (7,)), Paragraph(Role.HEADING, "小标题", "a.txt", (9,))),
        (Photo(printed("图说", 11), printed("某某摄", 13)),), None, None, None, 1.0, (),
    )  # fmt: skip
    assert [(part.text, part.place, part.line) for part in stretches(article)] == [
        ("引题", Place.HEADLINE, 1),
        ("标题", Place.HEADLINE, 3),
        ("副题", Place.HEADLINE, 5),
        ("正文", Place.BODY, 7),
        ("小标题", Place.HEADING, 9),
        ("图说", Place.CAPTION, 11),
    ]


def test_long_runs_of_white_space_take_linear_time() -> None:
    """A line of spaces is read as fast as one of words."""
    assert len(make_stretch("甲" + " " * 200_000 + "乙", Place.BODY, "a.txt", (1,)).text) == 200_002


def test_a_place_has_the_line_on_which_it_was_printed() -> None:
    """What stands in the second line of a paragraph is cited from there, spaces taken out or not."""
    stretch = make_stretch("截至 8 月底，签约 30 个项目，", Place.BODY, "a.txt", (4, 6), (0, 8))
    assert stretch.line_at(stretch.text.index("8")) == 4
    assert stretch.line_at(stretch.text.index("30")) == 6
    assert stretch.line_at(len(stretch.text)) == 6


def test_a_place_without_starts_has_the_first_line() -> None:
    """Nothing is claimed that was not kept."""
    assert make_stretch("甲乙丙", Place.BODY, "a.txt", (4, 6)).line_at(2) == 4
    assert make_stretch("甲乙丙", Place.BODY, "a.txt", (4, 6), (0,)).line_at(2) == 4


def test_facts_cite_the_line_of_a_joined_paragraph() -> None:
    """A zone, a date and a person in a paragraph's second line are found there."""
    text = "近日，会议召开。8月28日，长治高新区管委会主任张强出席。"
    paragraph = Paragraph(Role.BODY, text, "a.txt", (5, 9), (0, 8))
    parts = [make_stretch(paragraph.text, Place.BODY, "a.txt", paragraph.lines, paragraph.starts)]
    (zone,) = zones_of(parts, load())
    (person,) = people_of(parts)
    (mention,) = dates_of(parts, IssueDate("2024-09-03", None, DateBasis.GIVEN, ()))
    assert (zone.lines, person.line, mention.line) == ((("a.txt", 9),), 9, 9)


def test_the_rest_of_a_broken_number_is_no_fact() -> None:
    """37. at the end of a paragraph and 5亿元 at the head of the next are not five hundred million."""
    texts = ("总投资37.", "5亿元的项目占地1200亩,去年11月2", "8日签约,投资9亿元。")
    paragraphs = tuple(Paragraph(Role.BODY, text, "a.txt", (n,)) for n, text in enumerate(texts, 3))
    article = Article("x", Kind.NEWS, None, None, None, "总", None, (), paragraphs, (), None, None, None, 1.0, ())
    parts = stretches(article)
    assert [figure.text for figure in figures_of(parts)] == ["1200亩", "9亿元"]
    found = dates_of(parts, IssueDate("2024-09-03", None, DateBasis.GIVEN, ()))
    assert [mention.value for mention in found] == ["2023-11"]


def test_facts_of_a_headline_cite_the_line_on_which_they_stand() -> None:
    """A headline set on three lines has three lines for what it says."""
    title = Printed("甲县与乙区签约 投资总额达11.16亿元", "a.txt", (3, 5, 6), (0, 8, 13))
    article = Article("x", Kind.NEWS, None, None, title, None, None, (), (), (), None, None, None, 1.0, ())
    (figure,) = figures_of(stretches(article))
    assert (figure.text, figure.line) == ("达11.16亿元", 5)
    unknown = title._replace(starts=())
    (figure,) = figures_of(stretches(replace(article, title=unknown)))
    assert figure.line == 3
