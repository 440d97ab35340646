"""Lines that a narrow column broke are read as the paragraphs they are."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from kaifaqu_archive.model import NOTHING_FIXED, Fixed, Line, Role
from kaifaqu_archive.parse import parse_page
from kaifaqu_archive.parse.columns import rows_of
from kaifaqu_archive.parse.measures import NARROWEST, ems, measures_of
from kaifaqu_archive.parse.pages import read_page
from kaifaqu_archive.parse.rows import joined, pieces, role_behind
from kaifaqu_archive.parse.shape import LONGEST_HEADLINE
from tests.parse.making import page

R = Role
SEEDS = Path(__file__).parents[2] / "seeds"
PARAGRAPHS = (
    "本报讯（记者 林 萍）3月6日，青溪高新区举行春季项目集中开工仪式，二十三个项目同时动工，总投资一百一十亿元，涵盖新材料、智能装备等领域。",
    "据介绍，这批项目从签约到开工平均用时不到四个月。管委会为每个项目配了一名专员，从土地、环评到用电用水，一件事一个人盯到底。",
    "在青溪新材料二期的工地上，十几台挖掘机正在平整土地。公司负责人说，厂房年底封顶，明年六月试生产，达产后新增就业岗位四百个。",
    "青溪高新区还同时启动了职工公寓和公交首末站的建设。下一步，高新区将把项目专员制度推广到所有规上企业，每季度公布一次办理时长。",
)
HEAD = ("青溪高新区二十三个项目同日开工",)


def set_in(width: int, texts: tuple[str, ...] = PARAGRAPHS, indent: str = "") -> list[str]:
    """Return paragraphs as a column of ``width`` ems breaks them; no line begins with a mark."""
    lines = []
    for text in texts:
        rest = indent + text
        while rest:
            cut = width
            while cut < len(rest) and rest[cut] in "，。、；）”":
                cut += 1
            lines.append(rest[:cut])
            rest = rest[cut:]
    return lines


def rows(lines: list[str], fixed: Fixed = NOTHING_FIXED) -> list[str]:
    """Return the texts that are read as one."""
    return [joined(row).text for row in rows_of(page("\n\n".join(lines)).lines, fixed)]


@pytest.mark.parametrize(
    ("width", "indent", "whole"),
    [(14, "", 222), (14, "　　", 286), (18, "", 240), (18, "　　", 285), (24, "", 261), (24, "　　", 289)],
)
def test_real_pages_in_columns_come_out_as_they_were(width: int, indent: str, whole: int) -> None:
    """Of 299 different lines of the five pages in ``seeds/`` so many are read as printed; fewer where no paragraph is set in."""
    same = lines = 0
    for seed in sorted(SEEDS.glob("*.txt")):
        texts = [line.text for line in read_page(seed).lines]
        broken = [set_in(width, (text,), indent) if len(text) > LONGEST_HEADLINE else [text] for text in texts]
        same += len({*texts}.intersection(rows(list(chain.from_iterable(broken)))))
        lines += len({*texts})
    assert (same, lines) == (whole, 299)


@pytest.mark.parametrize(
    ("text", "width"),
    [("开发区", 3), ("3月16日", 3.5), ("A2版", 2), ("", 0)],
    ids=["han", "figures", "Latin", "nothing"],
)
def test_figures_and_latin_letters_are_half_as_wide(text: str, width: float) -> None:
    """As they are in print."""
    assert ems(text) == width


@pytest.mark.parametrize("width", [NARROWEST + 2, 14, 20, 36])
def test_the_measure_of_a_column_is_found(width: int) -> None:
    """By the lines that break off at one width with half a sentence in them."""
    texts = PARAGRAPHS * 3
    (measure, *others) = measures_of(page("\n".join(set_in(width, texts))).lines)
    assert abs(measure.width - width) <= 1
    assert not others
    assert measure.filled(width)
    assert not measure.filled(width - 4)


def test_two_columns_of_one_page_have_two_measures() -> None:
    """A wide column beside a narrow one."""
    lines = [*set_in(14, PARAGRAPHS * 2), *set_in(24, PARAGRAPHS * 3)]
    assert sorted(round(measure.width, -1) for measure in measures_of(page("\n".join(lines)).lines)) == [10, 20]


def test_a_page_in_paragraphs_has_no_measure() -> None:
    """Headlines, subheadings and names may be of one length: none of them has half a sentence in it."""
    heads = [
        f"青溪高新区{word}工作座谈会召开"
        for word in ("招商", "安全", "环保", "人才", "金融", "外贸", "物流", "统计", "审计", "信访")
    ]
    lines = [line for head in heads for line in (head, PARAGRAPHS[1], PARAGRAPHS[2])]
    assert measures_of(page("\n\n".join(lines)).lines) == ()
    assert rows(lines) == lines


@pytest.mark.parametrize("width", [11, 13, 18, 22, 36])
def test_the_lines_of_a_paragraph_are_one_row(width: int) -> None:
    """Whatever the width; of these none has a paragraph that ends where its line is full."""
    found = rows([*HEAD, "本报记者 林 萍", *set_in(width, PARAGRAPHS * 2)])
    assert found[:2] == [*HEAD, "本报记者 林 萍"]
    assert "".join(found[2:]) == "".join(PARAGRAPHS * 2)
    assert found[2:] == list(PARAGRAPHS * 2)


def test_what_is_set_in_begins_a_paragraph_even_behind_a_full_line() -> None:
    """The surest sign where the text has kept it."""
    texts = tuple(text[:27] + "。" for text in (PARAGRAPHS[1], PARAGRAPHS[2], PARAGRAPHS[3])) * 4
    lines = set_in(14, texts, indent="\u3000\u3000")
    assert len(lines) > len(texts)
    assert rows(lines) == list(texts)


@pytest.mark.parametrize(
    "line",
    [
        "本报讯 近日，东川县农业局举办",
        "■ 本报记者 周望川",
        "图为青溪高新区展厅内，市民正在",
        "上图：园区职工公寓外景。",
        "（下转A2版）",
        "编者按：一段时间以来，园区",
        "二要全力克难题。要常态化开展",
    ],
)
def test_nothing_goes_on_with_what_opens_something_new(line: str) -> None:
    """However full the line before."""
    lines = set_in(14, PARAGRAPHS * 2)
    full = next(i for i, text in enumerate(lines) if len(text) == 14 and text[-1] not in "，。、")
    found = rows([*lines[: full + 1], line, *lines[full + 1 :]])
    assert any(text.startswith(line) for text in found)


@pytest.mark.parametrize(
    "head", ["一片荒滩如何变成产业园（记者手记）", "招商队伍再次出发广交朋友——", "搭平台优服务 引项目强产业"]
)
def test_a_headline_as_wide_as_the_column_is_no_line_of_its_body(head: str) -> None:
    """Brackets, a dash and a pause between two phrases tell it."""
    assert head in rows([*set_in(14, PARAGRAPHS * 2), head, *set_in(14, PARAGRAPHS[1:])])


def test_a_short_line_over_an_author_is_no_end_of_a_paragraph() -> None:
    """It heads what the author wrote, though the column broke off in mid-sentence."""
    lines = set_in(14, PARAGRAPHS * 2)
    full = max(i for i, text in enumerate(lines) if len(text) == 14 and text[-1] not in "，。、")
    found = rows([*lines[: full + 1], "老街新生", "本报记者 周望川", *set_in(14, PARAGRAPHS[1:])])
    assert "老街新生" in found


def test_a_line_that_begins_with_a_mark_goes_on() -> None:
    """However short the line before."""
    found = rows([*set_in(14, PARAGRAPHS * 2), "园区引进", "、培育了三家企业，吸纳就业二百人。"])
    assert found[-1] == "园区引进、培育了三家企业，吸纳就业二百人。"


def test_a_closing_mark_on_a_line_of_its_own_goes_on() -> None:
    """Though the sentence ended before it."""
    found = rows([*set_in(14, PARAGRAPHS * 2), "他说：“项目不等人。", "”", "周望川 摄"])
    assert found[-2:] == ["他说：“项目不等人。”", "周望川 摄"]


def test_a_few_lines_tell_the_measure_of_a_caption_once_a_page_is_known_to_be_set_so() -> None:
    """A caption is set in smaller type, a box in wider lines: neither has many."""
    caption = "3月6日，青溪新材料二期工地上，十几台挖掘机正在平整土地，准备浇筑厂房的第一根立柱，两台塔吊已经立起。"
    wide = set_in(19, (caption,))
    assert len(wide) == 3
    assert caption in rows([*set_in(12, PARAGRAPHS * 2), *wide, "周望川 摄", *set_in(12, PARAGRAPHS)])
    assert rows(wide) == wide


QUOTED = "有人问厂房够不够用，她答：“够用，不够就再建一栋新的，不用等。”说完又带客人往下一个车间走去，请他们看样品。"


@pytest.mark.parametrize(("times", "whole"), [(4, True), (1, False)], ids=["a page broken so", "by chance"])
def test_a_line_of_print_that_is_broken_at_quotations_is_one(times: int, *, whole: bool) -> None:
    """Its pieces are as wide together as the column; where a page has few, they may be anything."""
    printed = set_in(15, (*PARAGRAPHS[2:], *[QUOTED] * times, *PARAGRAPHS))
    lines = [piece for line in printed for piece in re.sub("(?<=.)“", "\n“", line).split("\n")]
    assert len(lines) == len(printed) + times
    assert (rows(lines).count(QUOTED) == times) is whole


def test_a_caption_goes_on_though_no_other_line_is_as_wide() -> None:
    """One line of it is full; what opens it tells that it is one."""
    caption = ["图为开工仪式现场，十几台挖掘机正在", "平整土地，两台塔吊已经立起来。"]
    found = rows([*set_in(12, PARAGRAPHS * 2), *caption, "周望川 摄", *set_in(12, PARAGRAPHS)])
    assert "".join(caption) in found
    assert "周望川 摄" in found


def test_a_short_last_line_is_not_full_because_lines_elsewhere_are_as_short() -> None:
    """How wide a full line is, those around it tell."""
    text = PARAGRAPHS[2][:36] + "。"
    lines = [*set_in(9, PARAGRAPHS[1:2]), *set_in(14, (*PARAGRAPHS, text, *PARAGRAPHS))]
    assert any(line.endswith("。") and ems(line) == 9 for line in lines)
    assert text in rows(lines)


def set_in_by_two(width: int, texts: tuple[str, ...]) -> list[str]:
    """Return paragraphs as a column sets them in by two ems that the text has not kept."""
    return [line.lstrip("\u3000") for line in set_in(width, texts, indent="\u3000\u3000")]


FULL = PARAGRAPHS[1][:31] + "。"
"""A paragraph whose second line fills a column of 17 ems."""


def test_paragraphs_that_begin_two_ems_narrower_are_told_by_that() -> None:
    """A paragraph may end where its line is full; the next begins as narrow as those that are sure to begin."""
    texts = (*PARAGRAPHS, FULL, *PARAGRAPHS, FULL, PARAGRAPHS[2])
    lines = set_in_by_two(17, texts)
    assert any(line.endswith("。") and len(line) == 17 for line in lines)
    assert rows(lines) == list(texts)
    assert rows(set_in(17, texts)) != list(texts)


def test_a_subheading_over_a_paragraph_that_is_set_in_heads_it() -> None:
    """Though it is as wide as the column and ends no sentence."""
    head = "第二变：从“等项目”到“跑项目”"
    texts = PARAGRAPHS * 3
    lines = [*set_in_by_two(17, texts), head, *set_in_by_two(17, texts)]
    assert rows(lines) == [*texts, head, *texts]


def test_a_subheading_among_paragraphs_that_are_set_in_is_no_last_line() -> None:
    """Though the line before is full."""
    texts = tuple(text[:39] + "。" for text in PARAGRAPHS[1:]) * 4
    lines = set_in(14, texts, indent="\u3000\u3000")
    assert ems(lines[-1]) == 14
    assert rows([*lines, "园区的算盘", *lines]) == [*texts, "园区的算盘", *texts]


def test_behind_a_caption_that_ends_with_its_credit_something_new_begins() -> None:
    """Though the line that it ends on is full."""
    caption = ["图为青溪新材料二期的工地上，十几台", "挖掘机正在平整土地。 周望川 摄"]
    head = "青溪公交首末站开建"
    found = rows([*set_in(17, PARAGRAPHS * 2), *caption, head, *set_in(17, PARAGRAPHS)])
    assert "".join(caption) in found
    assert head in found


@pytest.mark.parametrize("indented", [False, True], ids=["a page of narrow columns", "a page in paragraphs"])
def test_a_headline_that_stands_upright_is_one_row(*, indented: bool) -> None:
    """One character to a line, figures two; its marks belong to it."""
    body = list(PARAGRAPHS * 2) if indented else set_in(14, PARAGRAPHS * 2)
    head = "青溪“拿地即开工”用了12天"
    upright = [*"青溪“拿地即开工”用了", "12", "天"]
    found = rows([*body, *upright, "本报记者 林 萍", *body])
    assert head in found
    assert found[found.index(head) + 1] == "本报记者 林 萍"


def test_a_few_characters_on_lines_of_their_own_are_no_upright_headline() -> None:
    """Nor what the editor gave a role, nor characters that gaps part."""
    assert rows(["要", "闻", *PARAGRAPHS]) == ["要", "闻", *PARAGRAPHS]
    assert rows(["1", "2", "3", "4", "5", *PARAGRAPHS])[0] == "1"
    apart = "青\n\n\n\n溪\n\n\n\n开\n\n\n\n工"
    assert len(rows_of(page(apart).lines, NOTHING_FIXED)) == len("青溪开工")
    upright = "\n".join("青溪高新区") + "\n\n" + "\n".join("项目开工")
    assert [joined(row).text for row in rows_of(page(upright).lines, NOTHING_FIXED)] == ["青溪高新区", "项目开工"]
    assert rows(list("青溪高新区开工"), Fixed(roles=((1, R.COLUMN),)))[0] == "青"


def test_an_upright_headline_is_the_title_of_what_stands_beside_it() -> None:
    """All its lines have its role."""
    parsed = parse_page(page("\n".join([*"青溪二十三个项目同日开工", "本报记者 林 萍", *PARAGRAPHS])))
    (article,) = parsed.articles
    assert article.title is not None
    assert article.title.text == "青溪二十三个项目同日开工"
    assert [reading.role for reading in parsed.readings[:12]] == [R.TITLE] * 12


def test_a_credit_behind_a_full_caption_is_no_line_of_it() -> None:
    """And a full line of prose that ends like one is none."""
    credit = "青溪自然保护区管理局供图"
    assert credit in rows([*set_in(12, PARAGRAPHS * 2), PARAGRAPHS[1][:11] + "。", credit, *set_in(12, PARAGRAPHS)])
    text = "周望川到车间，鼓励大家拍摄客房环境、山村风光。"
    assert rows([*set_in(13, PARAGRAPHS), *set_in(13, (text,))])[-1] == text


def test_what_the_editor_decided_about_a_line_is_about_that_line() -> None:
    """A line whose role is given stands alone; a new article begins where it is split."""
    lines = set_in(14, PARAGRAPHS * 2)
    numbers = [line.n for line in page("\n\n".join(lines)).lines]
    alone = rows(lines, Fixed(roles=((numbers[1], R.HEADING),)))
    assert alone[:2] == lines[:2]
    body = rows(lines, Fixed(roles=((numbers[1], R.BODY),)))
    assert body[0] == lines[0]
    assert body[1].startswith(lines[1] + lines[2])
    split = rows(lines, Fixed(splits=(numbers[2],)))
    assert split[0] == lines[0] + lines[1]
    assert split[1].startswith(lines[2])


def test_a_paragraph_of_any_length_is_read_in_parts() -> None:
    """Of two hundred lines at most, so that none takes more than its share of time; no line is lost."""
    lines = ["园区产业，企业项目合作服务政策"] * 450
    parts = rows(lines)
    assert [len(part) // len(lines[0]) for part in parts] == [200, 200, 50]
    assert "".join(parts) == "".join(lines)


def test_latin_words_keep_their_space() -> None:
    """Print has none at a line's end because the end is one."""
    row = (Line(1, "与 Green", 0), Line(2, "Energy 公司", 0), Line(3, "签约", 0))
    assert joined(row).text == "".join(pieces(row)) == "与 Green Energy 公司签约"


@pytest.mark.parametrize(("role", "behind"), [(R.BODY, R.CONT), (R.CONT, R.CONT), (R.CAPTION, R.CAPTION)])
def test_behind_the_first_line_of_a_paragraph_the_others_go_on(role: Role, behind: Role) -> None:
    """Every printed line has a role of its own."""
    assert role_behind(role) is behind


def test_a_page_in_narrow_columns_is_read_as_the_same_page_in_paragraphs() -> None:
    """The same title, authors, paragraphs and photographs; every line is accounted for."""
    tail = ["图为开工仪式现场，青溪新材料二期的挖掘机正在平整土地。", "周望川 摄"]
    wide = parse_page(page("\n\n".join([*HEAD, *PARAGRAPHS, *tail])))
    lines = [*HEAD, *set_in(13), *set_in(13, tuple(tail))]
    narrow = parse_page(page("\n\n".join(lines)))
    (one,), (other,) = wide.articles, narrow.articles
    assert one.title is not None
    assert other.title is not None
    assert other.title.text == one.title.text
    assert [p.text for p in other.paragraphs] == [p.text for p in one.paragraphs]
    assert [photo.caption and photo.caption.text for photo in other.photos] == [
        photo.caption and photo.caption.text for photo in one.photos
    ]
    assert [reading.line.n for reading in narrow.readings] == [2 * i + 1 for i in range(len(lines))]
    filled = [reading.line.n for reading in narrow.readings if reading.rule == "the print broke the line before"]
    assert filled == [n for paragraph in other.paragraphs for n in paragraph.lines[1:]] + [2 * len(lines) - 3]
    for paragraph in other.paragraphs:
        printed = dict(zip(paragraph.lines, paragraph.starts, strict=True))
        assert all(paragraph.text.startswith(lines[n // 2], at) for n, at in printed.items())


def test_a_jump_note_at_the_end_of_a_narrow_column_is_none_of_its_words() -> None:
    """It may itself be broken over two lines."""
    body = set_in(14, (*PARAGRAPHS[:3], PARAGRAPHS[3].rstrip("。") + "。（下转A2版）"))
    (article,) = parse_page(page("\n\n".join([*HEAD, *body]))).articles
    assert article.continued_to is not None
    assert article.continued_to.text == "A2"
    assert "下转" not in "".join(paragraph.text for paragraph in article.paragraphs)
