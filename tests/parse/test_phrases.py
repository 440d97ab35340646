"""What a text is by its words."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse import phrases
from kaifaqu_archive.parse.phrases import (
    CHARACTERS,
    LONGEST_SECTION_NAME,
    SECTION_NAMES,
    caption_credit,
    ends_like_headline,
    is_notice_title,
    is_office_line,
    is_pictured,
    is_section_name,
    opens_lead,
    opens_like,
    sounds_like_section,
    writes_numbers,
)
from tests.parse.making import prose, shape


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("会议现场。 ■ 白石经开区供图", ("会议现场。", "■ 白石经开区供图")),
        ("小长颈鹿首次与游客见面。 ■ 林 萍摄", ("小长颈鹿首次与游客见面。", "■ 林 萍摄")),
        ("春茶开采。林萍 摄", ("春茶开采。", "林萍 摄")),
        ("春茶开采。本报记者林萍 何苗摄", ("春茶开采。", "本报记者林萍 何苗摄")),
        ("油菜花开▲林萍摄（影像云岭）", ("油菜花开", "▲林萍摄（影像云岭）")),
        ("春茶开采。 本报首席记者 林萍 摄", ("春茶开采。", "本报首席记者 林萍 摄")),
        ("▲春茶开采。（林 萍 摄）", ("▲春茶开采。", "林 萍 摄")),
        ("春茶开采。 资料图片", ("春茶开采。", "资料图片")),
        ("春茶开采。(资料图片)", ("春茶开采。", "资料图片")),
        ("春茶开采。图片由白石经开区提供", ("春茶开采。", "图片由白石经开区提供")),
        ("春茶开采。 ■ 何苗绘", ("春茶开采。", "■ 何苗绘")),
        ("春茶开采。■ 何苗制图（云岭晚报）", ("春茶开采。", "■ 何苗制图（云岭晚报）")),
        ("春茶开采 ■ 市统计局提供", ("春茶开采", "■ 市统计局提供")),
        ("春茶开采。何苗绘", None),  # who drew stands behind a mark
        ("春茶开采。■ 何苗苗", None),
        ("他说：“开采。”（林萍）", None),
        ("春茶开采 林萍 摄", None),
        ("春茶开采。", None),
        ("会议现场。 ■ 白石经开区", None),
    ],
)
def test_a_caption_is_parted_from_its_credit(text: str, split: tuple[str, str] | None) -> None:
    """A mark, or the end of a sentence, stands between the two."""
    assert caption_credit(text) == split


def test_a_credit_is_found_behind_a_caption_of_any_length() -> None:
    """The place of the split is counted in the whole line."""
    for size in (1, 40, 51, 52, 53, 54, 170):
        caption = prose(size)
        assert caption_credit(f"{caption} ■ 林萍摄") == (caption, "■ 林萍摄")
    longest = "■ " + "名" * 24 + "供图"
    assert caption_credit(prose(100) + longest) == (prose(100), longest)
    assert caption_credit(prose(100) + longest.replace("名名", "名名名")) is None


def test_section_names_by_list_and_by_sound() -> None:
    """Names are known by list, or by how they end; ornaments around them do not count."""
    assert is_section_name("创新前沿")
    assert is_section_name("■ 要闻快讯")
    assert not is_section_name("青溪县启动普查")
    assert is_section_name("民生·街巷")
    assert is_section_name("要闻/综合")
    assert not is_section_name("街巷·里弄")
    assert not is_section_name("民生·从一条街说起")
    assert sounds_like_section("园区观察")
    assert sounds_like_section("【山城扫描】")
    assert not sounds_like_section("前沿")
    assert not sounds_like_section("观察家")
    assert shape("创新前沿").section
    assert not shape("青溪启动普查").section


def test_a_section_name_has_a_longest_length() -> None:
    """Eight characters with its ornaments; each of the two ways to know one is enough."""
    assert LONGEST_SECTION_NAME == 8
    assert not sounds_like_section("创新驱动")
    assert shape("■ 创新驱动 ■").section
    assert not shape("■■ 创新驱动 ■").section
    assert shape("城乡观察").section
    assert "城乡观察" not in SECTION_NAMES


def test_word_lists_hold_words_alone() -> None:
    """Comments of the data files are no words."""
    assert not any(name.startswith("#") or name.isascii() for name in SECTION_NAMES)


def test_places_of_characters_are_between_minus_one_and_one() -> None:
    """The counted ratios are cut at three nats and scaled."""
    for place, table in CHARACTERS.items():
        assert max(table.values()) == 1.0, place
        assert min(table.values()) == -1.0, place
        assert any(0 < value < 0.35 for value in table.values()), place
    assert opens_like("为", "opens") == pytest.approx(0.8 / 3)
    assert opens_like("丁", "opens") == 1.0
    assert opens_like("业务", "opens") == -1.0
    assert opens_like("A", "opens") == 0.0
    assert opens_like("甲" + "业", "heads") == CHARACTERS["heads"].get("甲", 0.0)


def test_a_headline_ends_before_its_closing_mark() -> None:
    """The last character counts, not the quotation mark behind it."""
    char, value = max(CHARACTERS["ends"].items(), key=lambda item: item[1])
    assert ends_like_headline(f"甲{char}") == value
    assert ends_like_headline(f"“甲{char}”") == value
    assert ends_like_headline(f"{char}Z") == 0.0
    assert ends_like_headline("”") == 0.0


@pytest.mark.parametrize(
    ("text", "pictured"),
    [
        ("图为大桥建设现场", True),
        ("俯瞰云岭新城", True),
        ("下图：包装车间", True),
        ("图书馆开放", False),
        ("鸟瞰", False),
        ("上午下午", False),
    ],
)
def test_pictures_are_spoken_of(text: str, pictured: bool) -> None:  # noqa: FBT001
    """图为, 上图, 俯瞰 speak of a picture; 图书馆 does not."""
    assert is_pictured(text) is pictured


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("培训农民工一万九千人", True),
        ("一千五百多家", True),
        ("十二月底前", True),
        ("3000家", False),
        ("一批项目", False),
        ("两会", False),
    ],
)
def test_numbers_written_out(text: str, written: bool) -> None:  # noqa: FBT001
    """Two numerals and a measure, or a month."""
    assert writes_numbers(text) is written


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("段启明 云岭大学教授", True),
        ("段启明　云岭大学教授", True),
        ("巴特尔·苏和 牧民代表", True),
        ("段启明 云岭大学", False),
        ("段启明云岭大学教授", False),
        ("关于推进 教授", False),
        ("段 教授", False),
        ("林萍 教授", True),
        ("· 教授", False),
        ("古丽努尔·买买提江阿卜杜 村民", True),
        ("古丽努尔·买买提江阿卜杜拉 村民", False),
    ],
)
def test_a_person_with_an_office(text: str, office: bool) -> None:  # noqa: FBT001
    """A name of two to twelve characters, a space, and words that end in an office."""
    assert is_office_line(text) is office


@pytest.mark.parametrize(
    ("function", "yes", "no"),
    [
        ("signs_off", ["《云岭周刊》编辑部", "白石经开区管委会", "2024年6月1日"], ["编辑部负责人", "公司"]),
        (
            "opens_item",
            ["一是抓落实", "（二）抓项目", "1.抓服务", "——抓环境", "第一，抓人才", "①抓改革"],
            ["1.5万人", "一座山城"],
        ),
        ("opens_caption", ["图为大桥", "图：大桥"], ["上图：大桥", "图书馆"]),
        ("tells_picture", ["上图：大桥", "上左图为大桥", "图①：大桥", "中图（林萍摄）"], ["图为大桥", "上图书馆"]),
        (
            "is_dated_scene",
            ["10月3日，云岭", "近日，云岭", "连日来，云岭", "5月上旬，云岭"],
            ["10月3日云岭市启动", "云岭，10月3日"],
        ),
        ("ends_like_kicker", ["分析会提出", "会议强调", "大桥合龙之际"], ["提出三项任务", "强调文"]),
        (
            "is_place_like",
            [
                "白石经济技术开发区",
                "青溪县",
                "青溪县委、县政府",
                "恒岳集团",
                "青溪新材料产业园",
                "柳林街道",
                "材料学院",
            ],
            ["白石经开区启动", "区", "2号园区", "白石招商会在青溪举办", "青溪新增两个示范区", "老街如何连上新区"],
        ),
        ("lacks_subject", ["举办招聘会", "召开大会"], ["白石举办招聘会"]),
        (
            "is_author_note",
            ["（作者系云岭大学教授）", "（摘编自《云岭日报》）", "（林萍采访整理）"],
            ["（下转A2版）", "作者系教授"],
        ),
        ("is_production_credit", ["制图：林萍", "数据来源：统计局", "本版制图：林萍"], ["制图能力", "设计新颖"]),
        ("is_wire_note", ["（本报云岭5月9日电）", "（新华社电）"], ["（本报记者林萍）", "（本报云岭5月9日电）完"]),
    ],
)
def test_forms_of_words(function: str, yes: list[str], no: list[str]) -> None:
    """Each form is known where it stands and not where its words go on differently."""
    known = getattr(phrases, function)
    assert [text for text in yes if not known(text)] == []
    assert [text for text in no if known(text)] == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("编者按：", True),
        ("【编者按】职工夜校", True),
        ("阅读提示:", True),
        ("核心提示", True),
        ("核心阅读", True),
        ("【核心阅读】青溪古树", True),
        ("核心区里阅读", False),
        ("本报讯", False),
        ("导游开讲", False),
    ],
)
def test_openings_of_notes(text: str, lead: bool) -> None:  # noqa: FBT001
    """An editor's note says so in its first word."""
    assert opens_lead(text) is lead
    assert shape(text).lead is lead


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("休刊启事", True),
        ("启 事", True),
        ("《云岭周刊》征稿启事", True),
        ("更正：", True),
        ("公告栏前", False),
        ("更正错误认识", False),
    ],
)
def test_headings_of_notices(text: str, notice: bool) -> None:  # noqa: FBT001
    """A notice's heading is a short line of its own, spaced or not."""
    assert is_notice_title(text) is notice
    assert shape(text).notice is notice


@pytest.mark.parametrize(
    "credit",
    [
        "图/林萍",
        "摄影：本报记者 林萍",
        "供图｜白石经开区",
        "林萍 航拍",
        "林萍 摄影报道",
        "［林萍 摄］",
        "林萍 文/图",
        "摄影记者 林萍",
    ],
)
def test_credits_behind_a_caption_in_many_forms(credit: str) -> None:
    """The task before the name or behind it, in brackets of any kind."""
    for gap in ("", " "):
        split = phrases.caption_credit("村民在采摘香菇。" + gap + credit)
        assert split == ("村民在采摘香菇。", credit.strip("［］"))
    assert phrases.caption_credit("村民在采摘香菇。图中是他的家") is None
