"""Labelled lines become articles."""

from __future__ import annotations

import re

import pytest

from kaifaqu_archive.model import Article, Kind, Line, Page, Printed, Role
from kaifaqu_archive.parse import junctions
from kaifaqu_archive.parse.assemble import Assembly, _split_dash, _starts_in, article_id, join_headline, told_apart
from kaifaqu_archive.parse.cohesion import Prose
from kaifaqu_archive.parse.drafts import Draft
from kaifaqu_archive.parse.shape import shape_of
from tests.parse.making import article, background, prose, shapes

ROLES = {
    "k": Role.KICKER,
    "t": Role.TITLE,
    "s": Role.SUBTITLE,
    "h": Role.HEADING,
    "b": Role.BODY,
    "c": Role.CONT,
    "l": Role.LEAD,
    "a": Role.AUTHOR,
    "p": Role.CAPTION,
    "r": Role.CREDIT,
    ">": Role.JUMP_TO,
    "<": Role.JUMP_FROM,
    "n": Role.NOTICE,
}
DATED = "本报讯 3月12日，青溪县启动古树名木普查。"


def made(*rows: str, words: str = "", moved: tuple[str, ...] = ()) -> Article:
    """Assemble an article of lines ``letter text``; lines stand on the odd numbers of the page."""
    lines = [Line(2 * n + 1, row[2:], 1) for n, row in enumerate(rows)]
    labels = [ROLES[row[0]] for row in rows]
    page = Page("one.txt", tuple(lines), "")
    rows_of_lines = [(line,) for line in lines]
    assembly = Assembly(
        page, rows_of_lines, [shape_of(line) for line in lines], labels, [1.0] * len(rows), Prose([words])
    )
    return assembly.article(Draft(list(range(len(rows))), list(moved)))


def bodies(*rows: str) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Return text, lines and starts of the paragraphs."""
    return [(p.text, p.lines, p.starts) for p in made(*rows).paragraphs]


# --- paragraphs ---------------------------------------------------------------------


def test_the_rest_of_a_paragraph_is_joined_to_it() -> None:
    """Nothing is put between, and every line knows where in the text it begins."""
    assert bodies("b 专门服务测", "c 试，建有", "c 车间。", "b 还有公寓。") == [
        ("专门服务测试，建有车间。", (1, 3, 5), (0, 5, 9)),
        ("还有公寓。", (7,), (0,)),
    ]


def test_a_rest_goes_to_the_last_body_over_what_stands_between() -> None:
    """A picture, a subheading or a note between the halves does not part them."""
    assert bodies("b 专门服务测", "p 大桥合龙。", "h 截污", "l 编者按", "c 试。") == [
        ("专门服务测试。", (1, 9), (0, 5)),
        ("截污", (5,), (0,)),
        ("编者按", (7,), (0,)),
    ]


def test_a_rest_without_a_beginning_is_a_paragraph() -> None:
    """What goes on from another page stands first, and is gone on with itself."""
    found = made("c 试，建有", "c 车间。", "b 还有公寓。").paragraphs
    assert [(p.role, p.text) for p in found] == [(Role.BODY, "试，建有车间。"), (Role.BODY, "还有公寓。")]


def test_roles_of_paragraphs() -> None:
    """Body, subheading and note keep their role; nothing else is a paragraph."""
    found = made("t 标题", "a 林萍", "l 编者按", "b 正文。", "h 小标题", "r 林萍 摄", "> （下转A2版）").paragraphs
    assert [(p.role, p.text, p.page) for p in found] == [
        (Role.LEAD, "编者按", "one.txt"),
        (Role.BODY, "正文。", "one.txt"),
        (Role.HEADING, "小标题", "one.txt"),
    ]


def test_jump_notes_are_taken_out_of_the_text() -> None:
    """At the end and at the beginning of a line; a line that was nothing else is no paragraph."""
    assert bodies("b （上接A1版） 变化很大。", "b 会议结束。 （下转A3版）") == [
        ("变化很大。", (1,), (0,)),
        ("会议结束。", (3,), (0,)),
    ]
    assert bodies("b （下转A2版）", "b 正文。") == [("正文。", (3,), (0,))]
    long = prose(300)
    assert bodies(f"b （上接A1版）{long}（下转A3版）") == [(long, (1,), (0,))]
    assert bodies("b 见报于A2版。", "b 详见（下转）") == [("见报于A2版。", (1,), (0,)), ("详见（下转）", (3,), (0,))]


@pytest.mark.parametrize("spaces", [0, 1, 14])
def test_a_jump_note_is_found_where_it_may_stand(spaces: int) -> None:
    """White space inside the note does not hide it, within what is looked at."""
    note = "（" + " " * spaces + "上接A1版）"
    assert bodies(f"b {note}变化很大。") == [("变化很大。", (1,), (0,))]
    note = "（下转" + " " * spaces + "A2版）"
    assert bodies(f"b 变化很大。{note}") == [("变化很大。", (1,), (0,))]


def test_a_jump_note_that_begins_far_inside_is_text() -> None:
    """Twenty characters are looked at; the note is then no note of the article either."""
    note = "（" + " " * 15 + "上接A1版）"
    assert bodies(f"b {note}变化很大。") == [(f"{note}变化很大。", (1,), (0,))]
    assert made(f"b {note}变化很大。").continued_from is None


# --- headlines ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "words", "title"),
    [
        (["老厂房唤醒新业态", "旧街区长出新园区"], "", "老厂房唤醒新业态 旧街区长出新园区"),
        (["大桥合龙", "两岸群众前来观看"], "", "大桥合龙 两岸群众前来观看"),
        (["青溪高新区加快推", "进古树普查"], "", "青溪高新区加快推进古树普查"),
        (["记录一座", "城市的变迁"], "", "记录一座城市的变迁"),
        (["云岭市即将", "迎来新学期", "家长放心"], "", "云岭市即将迎来新学期 家长放心"),
        (["云岭市举办招", "聘会首日"], "招聘", "云岭市举办招聘会首日"),
        (["联办“智汇白石、", "才聚青溪”招聘会"], "", "联办“智汇白石、才聚青溪”招聘会"),
        (["联办“智汇白石", "才聚青溪”招聘会"], "", "联办“智汇白石才聚青溪”招聘会"),
        (["联办智汇白石", "才聚青溪”招聘"], "", "联办智汇白石才聚青溪”招聘"),
        (["白石经开区：", "破解用工难"], "", "白石经开区：破解用工难"),
        (["机声隆隆，", "干劲十足"], "", "机声隆隆，干劲十足"),
        (["一条河的新生", "（记者手记）"], "", "一条河的新生（记者手记）"),
        (["一条河的新生", "(记者手记)"], "", "一条河的新生(记者手记)"),
        (["走进“云上小镇”", "看春茶怎么卖"], "", "走进“云上小镇” 看春茶怎么卖"),
        (["只有一行"], "", "只有一行"),
    ],
)
def test_lines_of_a_title_are_joined(lines: list[str], words: str, title: str) -> None:
    """A space stands where a reader would pause; none in a word, a phrase or a bracket, nor behind a mark."""
    assert join_headline(shapes(*lines), Prose([words])) == title
    assert made(*(f"t {line}" for line in lines), "b 正文。", words=words).title.text == title  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", "，、：；,:;—…！？!?")
def test_no_space_stands_behind_a_mark(mark: str) -> None:
    """It is pause enough."""
    assert join_headline(shapes(f"大桥合龙{mark}", "两岸通途"), Prose([])) == f"大桥合龙{mark}两岸通途"


@pytest.mark.parametrize(("nats", "space"), [(4.5, " "), (5.0, ""), (5.5, "")])
def test_five_nats_of_flow_make_one_phrase(monkeypatch: pytest.MonkeyPatch, nats: float, space: str) -> None:
    """Below, the reader pauses between two lines; lengths say nothing."""
    monkeypatch.setattr(junctions, "load_background", lambda: background({"龙": (nats, None), "两": (None, 0.0)}))
    monkeypatch.setattr(junctions, "_following", dict)
    assert join_headline(shapes("大桥合龙", "两岸通途"), Prose([])) == f"大桥合龙{space}两岸通途"
    assert join_headline(shapes("大桥合龙", "两岸群众前来"), Prose([])) == f"大桥合龙{space}两岸群众前来"


def test_kicker_title_and_subtitle_are_fields() -> None:
    """Each has its text and lines; the lines of each are joined by one rule."""
    found = made(
        *("k 云岭市：", "k 大桥合龙", "k 两岸通途"),
        *("t 记录一座", "t 城市的变迁"),
        *("s ——大桥合龙", "s 两岸通途", "s （侧记）"),
        "b 正文。",
    )
    fields = [(p.text, p.page, p.lines) for p in (found.kicker, found.title, found.subtitle) if p]
    assert fields == [
        ("云岭市：大桥合龙 两岸通途", "one.txt", (1, 3, 5)),
        ("记录一座城市的变迁", "one.txt", (7, 9)),
        ("——大桥合龙 两岸通途（侧记）", "one.txt", (11, 13, 15)),
    ]
    bare = made("b 正文。")
    assert (bare.kicker, bare.title, bare.subtitle) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "title", "subtitle"),
    [
        ("把实验室搬到田埂上——青溪县农技人员记", "把实验室搬到田埂上", "——青溪县农技人员记"),
        ("搬到田埂上——青溪县农技人员记", "搬到田埂上", "——青溪县农技人员记"),
        ("搬到田埂——青溪县农技人员记", "搬到田埂——青溪县农技人员记", None),
        ("搬到田埂上——青溪县农技人员", "搬到田埂上——青溪县农技人员", None),
        ("演讲“强国有我——青溪县专场”今日开赛", "演讲“强国有我——青溪县专场”今日开赛", None),
        ("“强国有我”演讲——青溪县专场今日开赛", "“强国有我”演讲", "——青溪县专场今日开赛"),
        ("搬到田埂上的实验室", "搬到田埂上的实验室", None),
    ],
)
def test_a_dash_parts_title_and_subtitle(text: str, title: str, subtitle: str | None) -> None:
    """Both halves must be long enough, and the dash stand in no quotation."""
    found = made(f"t {text}", "b 正文。")
    assert found.title is not None
    assert found.title.text == title
    assert (found.subtitle and found.subtitle.text) == subtitle
    assert found.subtitle is None or found.subtitle.lines == (1,)


def test_a_printed_subtitle_leaves_the_dash_in_the_title() -> None:
    """There is one already."""
    found = made("t 把实验室搬到田埂上——青溪县农技人员记", "s 之一", "b 正文。")
    assert found.title is not None
    assert found.title.text == "把实验室搬到田埂上——青溪县农技人员记"


@pytest.mark.parametrize(
    ("rows", "kicker", "title"),
    [
        (["k 白石经开区", "t 举办应急演练"], None, "白石经开区 举办应急演练"),
        (["k 青溪县", "k 白石经开区", "t 举办演练"], None, "青溪县白石经开区 举办演练"),
        (["k 白石经开区", "t 应急演练开场"], "白石经开区", "应急演练开场"),
        (["k 白石经开区分析会提出", "t 举办应急演练"], "白石经开区分析会提出", "举办应急演练"),
        (["k 白石经开区", "k 分析会提出", "t 举办应急演练"], "白石经开区分析会提出", "举办应急演练"),
        (["t 举办应急演练"], None, "举办应急演练"),
    ],
)
def test_a_title_without_its_subject_takes_the_place_above(rows: list[str], kicker: str | None, title: str) -> None:
    """A title that begins with its verb is one with the name of a place or an institution above it."""
    found = made(*rows, "b 正文。")
    assert found.title is not None
    assert (found.kicker and found.kicker.text.replace(" ", "")) == kicker
    assert found.title.text.replace(" ", "") == title.replace(" ", "")


@pytest.mark.parametrize(
    ("rows", "words", "title", "subtitle"),
    [
        (["t 云岭市举办", "t 春季大型招", "s 聘会首日"], "招聘", "云岭市举办 春季大型招聘会首日", None),
        (["t 云岭市举办", "s 聘会首日"], "办聘", "云岭市举办", "聘会首日"),  # of one line, nothing is known
        (["t 云岭市举办", "t 春季大型招", "s ——聘会首日"], "招—", "云岭市举办 春季大型招", "——聘会首日"),
        (["t 云岭市举办", "t 春季大型招", "s 的招聘会"], "", "云岭市举办 春季大型招 的招聘会", None),
        (["t 云岭市举办", "t 春季招聘会", "b 正文。", "s 聘会首日"], "会聘", "云岭市举办 春季招聘会", "聘会首日"),
        (["t 云岭市举办", "t 春季大型招", "s 聘会", "s 首日"], "招聘会首", "云岭市举办 春季大型招聘会首日", None),
        (["t 云岭市举办", "t 春季大型的", "s —聘会首日"], "", "云岭市举办 春季大型的", "—聘会首日"),
        (["t 云岭市举办", "t 春季大型5G", "s AI展览会"], "", "云岭市举办 春季大型5G", "AI展览会"),
        (["t 云岭市举办", "t 春季大型路", "s AI展览会"], "", "云岭市举办 春季大型路", "AI展览会"),
    ],
)
def test_a_title_goes_on_in_the_middle_of_a_word(rows: list[str], words: str, title: str, subtitle: str | None) -> None:
    """The line right below a title of several lines belongs to it when a word or a phrase breaks off."""
    found = made(*rows, "b 正文。", words=words)
    assert found.title is not None
    assert found.title.text.replace(" ", "") == title.replace(" ", "")
    assert (found.subtitle and found.subtitle.text) == subtitle


def test_a_headline_is_made_of_the_first_words_where_none_is_printed() -> None:
    """Of the body, of a caption, or of whatever there is."""
    assert made("b 会议结束了。").made_title == "会议结束了"
    assert made("p 大桥合龙。", "r 林萍 摄").made_title == "大桥合龙"
    assert made("a 林萍").made_title == "林萍"
    assert made("h 截污", "b 会议结束了。").made_title == "会议结束了"
    assert made("t 标题", "b 会议结束了。").made_title is None


def test_a_notice_is_headed_by_its_first_line() -> None:
    """Its other lines are its text."""
    found = made("n 休刊启事", "n 本报休刊一期。", "n 本报编辑部")
    assert found.kind is Kind.NOTICE
    assert found.title is not None
    assert (found.title.text, found.title.lines) == ("休刊启事", (1,))
    assert [(p.role, p.text) for p in found.paragraphs] == [(Role.BODY, "本报休刊一期。"), (Role.BODY, "本报编辑部")]


# --- photographs --------------------------------------------------------------------


def pictures(*rows: str) -> list[tuple[str | None, str | None]]:
    """Return captions and credits."""
    found = made(*rows).photos
    return [(p.caption.text if p.caption else None, p.credit.text if p.credit else None) for p in found]


def test_captions_are_paired_with_the_credits_behind_them() -> None:
    """On the same line or on the next; a credit without a caption is a photograph of its own."""
    assert pictures("p 大桥合龙。 ■ 何苗苗摄") == [("大桥合龙。", "■ 何苗苗摄")]
    assert pictures("p 大桥合龙。", "r ■ 何苗苗摄") == [("大桥合龙。", "■ 何苗苗摄")]
    assert pictures("p 一。", "p 二。", "r 林 萍摄") == [("一。", None), ("二。", "林 萍摄")]
    assert pictures("p 一。", "r 林 萍摄", "r 何苗苗摄") == [("一。", "林 萍摄"), (None, "何苗苗摄")]
    assert pictures("r 林 萍摄", "p 一。") == [("一。", None), (None, "林 萍摄")]
    assert pictures("p 大桥合龙。 ■ 何苗苗摄", "r 林 萍摄") == [("大桥合龙。", "■ 何苗苗摄"), (None, "林 萍摄")]
    assert pictures("b 正文。") == []


def test_credits_that_stand_together_belong_to_captions_that_do() -> None:
    """The second of two credits is for the caption before; not where text stands between."""
    rows = ["p 春茶开采。", "p 古树挂牌。", "r 林 萍摄", "r 何 苗摄"]
    assert pictures(*rows) == [("春茶开采。", "何 苗摄"), ("古树挂牌。", "林 萍摄")]
    assert pictures(rows[0], "b 普查结束。", *rows[1:]) == [
        ("春茶开采。", None),
        ("古树挂牌。", "林 萍摄"),
        (None, "何 苗摄"),
    ]


def test_a_credit_for_a_group_is_given_to_each() -> None:
    """Each photograph without a credit of its own; alone it stands by itself."""
    group = "本组照片由林萍摄"
    assert pictures("p 一。", "p 二。 ■ 何苗苗摄", "p 三。", f"r {group}") == [
        ("一。", group),
        ("二。", "■ 何苗苗摄"),
        ("三。", group),
    ]
    assert pictures(f"r {group}", "p 一。") == [("一。", group)]
    assert pictures(f"r {group}") == [(None, group)]
    assert pictures("r 林 萍摄", f"r {group}") == [(None, "林 萍摄"), (None, group)]
    for one in ("本页图片均由林萍摄", "（文中照片由林萍摄）"):
        assert pictures("p 一。", "p 二。", f"r {one}") == [("一。", one), ("二。", one)]


def test_each_credit_for_a_group_is_for_the_photographs_above_it() -> None:
    """The last is for those below, too; one that no photograph lacks is kept by itself."""
    one, two = "以上照片由林萍摄", "以上图片由何苗提供"
    rows = ["p 一。", "p 二。", f"r {one}", "p 三。", f"r {two}", "p 四。"]
    assert pictures(*rows) == [("一。", one), ("二。", one), ("三。", two), ("四。", two)]
    assert pictures("p 一。", "r 林 萍摄", f"r {two}") == [("一。", "林 萍摄"), (None, two)]
    assert pictures(f"r {one}", "r 林 萍摄") == [(None, one), (None, "林 萍摄")]


def test_photographs_know_their_lines() -> None:
    """Caption and credit each say where they stand."""
    found = made("p 一。", "b 正文。", "p 二。 ■ 何苗苗摄", "r 本组照片由林萍摄").photos
    lines = [(p.caption and p.caption.lines, p.credit and p.credit.lines) for p in found]
    assert lines == [((1,), (7,)), ((5,), (5,))]


# --- the rest -----------------------------------------------------------------------


def test_author_lines_are_kept_as_printed() -> None:
    """One per line, in the page's order."""
    found = made("t 标题", "a 本报记者 林萍", "b 正文。", "a （何苗）").author_lines
    assert [(p.text, p.lines) for p in found] == [("本报记者 林萍", (3,)), ("（何苗）", (7,))]


def test_jumps_are_read_from_lines_and_ends_of_lines() -> None:
    """Both directions, and the line the note stands on."""
    found = made("< （上接A1版）", "b 正文。", "> （下转A3版）")
    notes = [(p.text, p.lines) for p in (found.continued_from, found.continued_to) if p]
    assert notes == [("A1", (1,)), ("A3", (5,))]
    found = made("b （上接第1版）" + prose(100), "b " + prose(100) + "（下转第3版）")
    notes = [(p.text, p.lines) for p in (found.continued_from, found.continued_to) if p]
    assert notes == [("第1版", (1,)), ("第3版", (3,))]
    found = made("< （上接A1版）", "> （下转A3版）", "b 见A2版。", "b " + prose(40) + "第3版")
    assert [p.text for p in (found.continued_from, found.continued_to) if p] == ["A1", "A3"]
    assert made("b 正文。").continued_to is made("b 正文。").continued_from is None


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (["t 标题", "b " + DATED], Kind.NEWS),
        (["p 大桥合龙。"], Kind.PHOTO),
        (["t 大桥", "p 大桥合龙。", "h 小标题"], Kind.PHOTO),
        (["p 大桥合龙。", "b 正文。"], Kind.NEWS),
        (["t 标题", "h 一", "b 正文。"], Kind.NEWS),
        (["t 标题", "h 一", "b 正文。", "h 二", "b 正文。"], Kind.FEATURE),
        (["t 标题", "b " + DATED, "h 一", "b 正文。", "h 二", "b 正文。"], Kind.NEWS),
        (["t 要闻", "h 一", "b " + DATED, "h 二", "b " + DATED], Kind.BRIEFS),
        (["t 要闻", "h 一", "b " + DATED, "b " + DATED], Kind.NEWS),
        (["b " + prose(1800)], Kind.FEATURE),
        (["b " + prose(1799)], Kind.NEWS),
        (["b " + prose(900), "c " + prose(900)], Kind.FEATURE),
        (["b " + DATED + prose(1800)], Kind.NEWS),
    ],
)
def test_kinds_of_articles(rows: list[str], kind: Kind) -> None:
    """By pictures, datelines, subheadings and length."""
    assert made(*rows).kind is kind


def test_what_was_brought_home_is_a_doubt() -> None:
    """The editor is told; everything else waits for the readings."""
    found = made("b 正文。", moved=("标题“甲”…",))
    assert found.doubts == ("标题“甲”…",)
    assert (found.confidence, found.column, found.continues) == (1.0, None, None)


def test_an_id_is_made_of_the_opening_alone() -> None:
    """Ten letters and digits; width, spaces and what comes later do not change it, the first words do."""
    opening = prose(64)
    assert re.fullmatch(r"[0-9a-v]{10}", article_id(opening))
    assert article_id(opening + "甲") == article_id(opening + "乙") == article_id("  " + opening)
    assert article_id(prose(63) + "甲") != article_id(prose(63) + "乙")
    assert article_id("（甲）乙，") == article_id("(甲) 乙,")
    assert article_id("　" * 190 + prose(63) + "甲") != article_id("　" * 190 + prose(63) + "乙")
    assert article_id("园    " * 52 + "甲") == article_id("园    " * 52 + "乙")  # what is looked at has an end
    assert article_id("青溪县启动古树名木普查。") == "d7f1iledec"  # addresses are for ever
    assert made("t 甲", "b 会议结束。").id == made("t 乙", "b 会议结束。", "b 再见。").id == article_id("会议结束。")
    assert made("p 大桥合龙。").id == article_id("大桥合龙。")
    assert made("a 林萍").id == article_id("林萍")


def test_articles_of_one_opening_are_told_apart() -> None:
    """The first keeps its id, however many follow; each other one has its own, the same at every parse."""
    articles = [article("a", "一"), article("a", "二"), article("b", "三"), article("a", "四")]
    drafts = [Draft([0]), Draft([1]), Draft([2]), Draft([3])]
    told = told_apart(articles, drafts)
    assert [each.id for each in told] == ["a", article_id("1 a"), "b", article_id("3 a")]
    assert [each.paragraphs for each in told] == [each.paragraphs for each in articles]
    assert told_apart(articles, drafts) == told
    taken = [article("a", "一"), article(article_id("1 a"), "二"), article("a", "三")]
    assert [each.id for each in told_apart(taken, [Draft([0]), Draft([5]), Draft([1])])][2] == article_id("2 a")


@pytest.mark.parametrize("size", [20, 64, 90, 200])
def test_an_opening_spaced_out_has_the_same_id(size: int) -> None:
    """White space and width do not count, however much of the sixty-four characters' room they take."""
    opening = prose(size)
    assert article_id(" ".join(opening)) == article_id(opening)
    assert article_id("\u3000".join(opening)) == article_id(opening.replace("，", ","))


def test_a_headline_knows_where_its_lines_begin() -> None:
    """In the joined text, over the space of a couplet; a text that is not its lines' knows only one line's beginning."""
    found = made("k 云岭市：", "k 七个月", "t 老厂房唤醒新业态", "t 旧街区长出新园区", "s ——侧记", "s 之一", "b 正文。")
    fields = [found.kicker, found.title, found.subtitle]
    assert [p and (p.lines, p.starts) for p in fields] == [((1, 3), (0, 4)), ((5, 7), (0, 9)), ((9, 11), (0, 4))]
    photo = made("p 大桥合龙。 ■ 何苗苗摄").photos[0]
    assert [p and (p.text, p.lines, p.starts) for p in (photo.caption, photo.credit)] == [
        ("大桥合龙。", (1,), (0,)),
        ("■ 何苗苗摄", (1,), (0,)),
    ]
    assert _starts_in("甲乙甲丙", ["甲乙", "甲丙"]) == (0, 2)
    assert _starts_in("甲乙", ["甲丁", "乙"]) == ()
    assert _starts_in("丙甲乙甲乙", ["丙", "甲乙", "甲乙"]) == (0, 1, 3)
    assert _starts_in("甲", []) == ()


@pytest.mark.parametrize(
    ("starts", "title", "subtitle"),
    [
        ((0, 6, 15), ((1, 3), (0, 6)), ((3, 5), (0, 6))),  # the dash stands inside a line
        ((0, 9, 15), ((1,), (0,)), ((3, 5), (0, 6))),  # at the beginning of one
        ((0, 4, 8), ((1, 3, 5), (0, 4, 8)), ((5,), (0,))),  # in the last
        ((), ((1, 3, 5), ()), ((1, 3, 5), ())),  # nobody knows
    ],
)
def test_halves_at_a_dash_know_their_lines(
    starts: tuple[int, ...],
    title: tuple[tuple[int, ...], tuple[int, ...]],
    subtitle: tuple[tuple[int, ...], tuple[int, ...]],
) -> None:
    """Each half has the lines that it stands on, and where in it they begin."""
    whole = Printed("把实验室搬到田埂上——青溪县农技人员手记", "one.txt", (1, 3, 5), starts)
    head, tail = _split_dash(whole)
    assert tail is not None
    assert (head.text, tail.text) == ("把实验室搬到田埂上", "——青溪县农技人员手记")
    assert (head.page, tail.page) == ("one.txt", "one.txt")
    assert (head.lines, head.starts) == title
    assert (tail.lines, tail.starts) == subtitle
