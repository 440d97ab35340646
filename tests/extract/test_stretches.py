"""An article's text as the extractors read it."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.stretches import Place, even, make_stretch, stretches
from kaifaqu_archive.model import Article, Kind, Paragraph, Photo, Printed, Role


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
