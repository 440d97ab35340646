"""Evidence in a line's own characters: each piece is found where it stands and nowhere else."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse import marks
from kaifaqu_archive.parse.marks import LONGEST_CAPTION
from kaifaqu_archive.parse.phrases import LONGEST_SECTION_NAME
from kaifaqu_archive.parse.shape import LONGEST_HEADLINE
from tests.parse.making import prose, view, views

CASES: list[tuple[str, list[str], list[str]]] = [
    (
        "full_stop",
        ["会议结束了。", "他说：“好。”", "（结束了。）"],
        ["会议结束了", "会议结束了！", "好。吗"],
    ),
    ("several_sentences", ["好。对。", "好！对？是。"], ["好。", "好。对"]),
    ("stop_inside", ["好。对", "好！对。", "好。”对。"], ["好。", "好对", "“好。”对", "‘好。’对", "好？对", "好！"]),
    ("asks_or_calls", ["谁来牵头？", "快来吧!", "好！"], ["好。", "？好", "谁来牵头？”"]),
    ("comma_end", ["好，", "好、", "好；", "好,"], ["，好", "好。", "好，对"]),
    ("colon_end", ["会议要求：", "notes:"], ["会议：好", "好"]),
    ("dash_end", ["新成绩——", "新成绩—", "new--"], ["——新成绩", "新成绩"]),
    ("ellipsis_end", ["等等……", "等等…"], ["……等等", "等等。"]),
    ("dash_start", ["——新成绩", "—新成绩"], ["新成绩——", "新——成绩"]),
    ("dash_inside", ["新路——云岭记", "一路一——云岭"], ["——云岭市新路", "云岭市新路——", "甲——云岭", "云岭——甲"]),
    ("starts_inside", ["，好", "。好", "”好", ")好", "%的"], ["好，", "“好", "（好"]),
    ("unopened", ["才聚青溪”招聘会"], ["“智汇白石”", "“智汇"]),
    ("unclosed", ["联办“智汇白石、"], ["“智汇白石”", "白石”"]),
    (
        "bracket_end",
        ["大治理（新观察）", "大治理(新观察)", "治理（" + "观" * 32 + "）"],
        [
            "（新观察）",
            "治（新观察）",
            "大治（理）新",
            "好。大治理（新观察）",
            "治理（" + "观" * 33 + "）",
            "记者林萍（影像）摄",
            "林 萍摄（影像云岭）",
        ],
    ),
    ("all_bracket", ["（新观察）", "(新观察)", "（新观察)"], ["新（观察）", "（新）观察", "（下转A2版）"]),
    ("bracket_label", ["【关键词】", "〖关键词〗开放"], ["关键词【开放】", "【" + prose(LONGEST_HEADLINE)]),
    ("all_label", ["【读者来信】", "［微科普］", "〔数读〕"], ["【读者来信】好", "（读者来信）", "读者来信】"]),
    (
        "table_row",
        ["青溪矿工 18轮 38分", "白条猪 20.35 +1.2%"],
        ["青溪矿工 38分", "青溪 白石 云岭", "今年，青溪 18轮 38分", "一 1 二 " + prose(LONGEST_HEADLINE)],
    ),
    (
        "source_note",
        ["（摘编自《云岭日报》，原题为《等雪》）", "（林小满参与采写）", "(节选)"],
        ["（作者单位：云岭大学）", "（本报记者林萍参与采写）", "摘编自《云岭日报》", "（新观察）"],
    ),
    ("wants_more", ["白石经开区的", "推动产业和", "让职工更"], ["的士站", "白石经开区"]),
    ("written_numbers", ["培训一万九千人"], ["培训1.9万人"]),
    ("comma_inside", ["好，对", "好,对"], ["好对", "好、对"]),
    ("spaced", ["老厂房 新业态", "老厂房　新业态"], ["老厂房新业态"]),
    ("person_credit", ["林 萍", "本报记者 周望川", "周望川 陈立秋"], ["林 萍摄", "青溪县启动普查"]),
    (
        "marked_credit",
        ["林 萍", "林　萍", "■ 周望川", "记者周望川", "（孟晓棠）"],
        ["周望川", "周望川、陈立秋", "■ 林 萍摄"],
    ),
    ("photo_credit", ["林 萍摄", "白石经开区供图", "■ 周望川摄"], ["林 萍", "记者周望川", "青溪县启动普查"]),
    ("author_note", ["（作者系云岭大学教授）", "（摘编自《云岭日报》）"], ["作者系云岭大学教授", "（新观察）"]),
    ("production_credit", ["制图：林萍", "统筹：孟晓棠"], ["制图能力", "制图：" + prose(LONGEST_HEADLINE)]),
    ("wire_note", ["（本报云岭5月9日电）"], ["本报云岭5月9日电", "（新观察）"]),
    ("caption_with_credit", ["会议现场。 ■ 林萍摄", "会议现场。林萍摄"], ["林 萍摄", "■ 林 萍摄", "会议现场。"]),
    ("pictured", ["图为会议现场", "俯瞰新城"], ["图书馆", "会议现场"]),
    ("caption_opening", ["图为会议现场", "图：会议现场"], ["会议现场图为", "上图：会议现场"]),
    ("tells_picture", ["上图：会议现场", "图①：现场"], ["图为会议现场", "会议现场"]),
    ("broken_short", ["青溪县启动普查", prose(22, "查")], ["青溪县启动普查。", prose(23, "查")]),
    ("dated_scene", ["10月3日，云岭新城", "近日，云岭新城"], ["云岭新城，10月3日，", "10月3日云岭新城"]),
    ("section_name", ["创新前沿", "■ 创新驱动 ■"], ["青溪县", "■■ 创新驱动 ■"]),
    ("section_sound", ["城乡观察", "■ 城乡观察 ■"], ["创新驱动", "■■ 城乡观察 ■"]),
    ("furniture", ["责编：郑学文", "第3版", "★★★"], ["青溪县启动普查", "★" * (LONGEST_HEADLINE + 1)]),
    ("notice_title", ["休刊启事", "启 事"], ["启事一则", "青溪县启动普查"]),
    ("lead_opening", ["编者按：", "【编者按】好"], ["好的编者按", "青溪县启动普查"]),
    ("item_opening", ["一是抓落实", "（二）抓项目"], ["抓一是", "青溪县启动普查"]),
    ("kicker_end", ["分析会提出"], ["提出三项任务"]),
    ("place_like", ["白石经济技术开发区"], ["青溪县启动普查"]),
    ("office_line", ["段启明 云岭大学教授"], ["段启明云岭大学教授"]),
    ("jump_note", ["（下转A2版）", "（上接第1版）"], ["好。（下转A2版）", "（新观察）"]),
]


@pytest.mark.parametrize(("name", "yes", "no"), CASES, ids=[case[0] for case in CASES])
def test_evidence_is_found_where_it_stands(name: str, yes: list[str], no: list[str]) -> None:
    """The function answers one for each text of the first list, nought for each of the second."""
    test = getattr(marks, name)
    assert {text: float(test(view(text))) for text in yes} == dict.fromkeys(yes, 1.0)
    assert {text: float(test(view(text))) for text in no} == dict.fromkeys(no, 0.0)


@pytest.mark.parametrize(
    ("name", "opening", "end"),
    [
        ("author_note", "（作者系", "）"),
        ("caption_with_credit", "大桥合龙", "。 ■ 林萍摄"),
        ("pictured", "图为大桥合龙", "。"),
        ("caption_opening", "图为大桥合龙", "。"),
        ("tells_picture", "上图：大桥合龙", "。"),
        ("dated_scene", "10月3日，", "。"),
    ],
)
def test_captions_have_a_longest_length(name: str, opening: str, end: str) -> None:
    """What a caption says is looked for in lines that could be one."""
    test = getattr(marks, name)
    assert LONGEST_CAPTION == 180
    assert test(view(opening + prose(180 - len(opening), end)))
    assert not test(view(opening + prose(181 - len(opening), end)))


def test_short_forms_are_asked_of_short_lines_alone() -> None:
    """Office lines and wire notes as long as prose are prose."""
    office = "段启明 " + prose(LONGEST_HEADLINE - 4, "教授")
    assert marks.office_line(view(office))
    assert not marks.office_line(view(office.replace("教授", "务教授")))
    assert LONGEST_SECTION_NAME == 8


def test_a_signature_needs_a_notice_on_the_page() -> None:
    """编辑部 signs where some line of the page heads a notice."""
    with_notice = views("休刊启事", "本报6月10日休刊。", "《云岭周刊》编辑部", "编辑部负责人说")
    assert [bool(marks.signature(each)) for each in with_notice] == [False, False, True, False]
    assert not marks.signature(view("《云岭周刊》编辑部"))
    long_name = prose(LONGEST_HEADLINE, "编辑部")
    assert not marks.signature(views("休刊启事", long_name)[1])


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("记者：请谈谈变化。", True),
        ("梁守田：变化很大。", True),
        ("记者:请谈谈变化。", True),
        ("欧阳春桃：变化很大。", True),
        ("青溪县人们：变化很大。", False),
        ("问：变化何在？", True),
        ("上图：大桥合龙。", False),
        ("制图：林萍", False),
        ("记者请谈谈变化。", False),
    ],
)
def test_a_turn_of_a_conversation_opens_with_its_speaker(text: str, turn: bool) -> None:  # noqa: FBT001
    """A name or a speaker's part before the colon; no picture, no credit."""
    assert bool(marks.speaker(view(text))) is turn


def test_characters_say_how_much() -> None:
    """Places of characters are amounts between minus one and one, not yes or no."""
    assert marks.opens_like_prose(view("为此，云岭")) == pytest.approx(0.8 / 3)
    assert -1.0 <= marks.opens_like_headline(view("业云岭")) < 0.0
    assert marks.opens_like_prose(view("Abc")) == 0.0
    ends = {text: marks.ends_like_headline(view(text)) for text in ("云岭路", "云岭的", "云岭的”")}
    assert ends["云岭的"] == ends["云岭的”"] < 0.0
