"""The grammar of credits: bylines and photo credits."""

from __future__ import annotations

import pytest

from kaifaqu_archive.credits import closing_credits, is_group_credit, join_spaced, names_writer, read_credits


def credits_of(text: str, *, sure: bool = False) -> str:
    """Return the credits of a text as ``name role, name role``."""
    return ", ".join(f"{credit.name} {credit.role}" for credit in read_credits(text, sure=sure))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("林萍", "林萍 作者"),
        ("林 萍", "林萍 作者"),
        ("周望川 陈立秋", "周望川 作者, 陈立秋 作者"),
        ("周望川、陈立秋", "周望川 作者, 陈立秋 作者"),
        ("■ 周望川", "周望川 作者"),
        ("（孟晓棠）", "孟晓棠 作者"),
        ("本报记者 周望川", "周望川 记者"),
        ("本报记者 林 萍", "林萍 记者"),
        ("本报记者 周望川 陈立秋", "周望川 记者, 陈立秋 记者"),
        ("云岭日报记者 司马青 通讯员 何 苗", "司马青 记者, 何苗 通讯员"),
        ("记者周望川 通讯员何苗", "周望川 记者, 何苗 通讯员"),
        ("□ 本报记者 欧阳明远", "欧阳明远 记者"),
        ("本报记者 巴特尔·苏和", "巴特尔·苏和 记者"),
        ("周望川摄", "周望川 摄影"),
        ("林 萍摄", "林萍 摄影"),
        ("林萍 摄", "林萍 摄影"),
        ("■ 周望川摄", "周望川 摄影"),
        ("林 萍摄（影像云岭）", "林萍 摄影"),
        ("白石经开区供图", "白石经开区 供图"),
        ("段长河供图", "段长河 供图"),
        ("本组照片由本报记者 何 苗 摄", "何苗 摄影"),
        ("司马青 文/图", "司马青 作者, 司马青 摄影"),
        ("本报评论员", "本报评论员 作者"),
        ("文/图 林 萍", "林萍 作者, 林萍 摄影"),
        ("首席记者 周 望 川 实习生 何苗", "周望川 记者, 何苗 记者"),
        ("市总工会供稿", "市总工会 作者"),
        ("读者 何女士 供图", "何女士 供图"),
        ("新区融媒体中心 林 萍 摄", "林萍 摄影"),
        ("市第二中学 林 萍 何小苗", "林萍 作者, 何小苗 作者"),
        ("机械系2021级 林 萍", "林萍 作者"),
        ("（党委宣传部）", "党委宣传部 作者"),
        ("本报记者 周望川和陈立秋", "周望川 记者, 陈立秋 记者"),
        ("林萍 和 何苗", "林萍 作者, 何苗 作者"),
        ("（记者 和 平）", "和平 记者"),
        ("林老根 口述 何 苗 整理", "林老根 作者, 何苗 作者"),
        ("文/记者 林 萍 摄影/何 苗", "林萍 记者, 何苗 摄影"),
        ("文｜林萍 图｜何苗", "林萍 作者, 何苗 摄影"),
        ("图片由白石经开区提供", "白石经开区 供图"),
        ("［本报记者 林 萍］", "林萍 记者"),
        ("本报记者 林 萍 文/摄", "林萍 记者, 林萍 摄影"),
        ("学生记者 林 萍", "林萍 记者"),
        ("林萍 文 何苗 摄", "林萍 作者, 何苗 摄影"),
    ],
)
def test_credits_are_read(text: str, found: str) -> None:
    """Names without their spaces, each with the role that is printed for it."""
    assert credits_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "青溪县启动普查",
        "老厂房唤醒新业态",
        "会议结束了。",
        "2024年5月",
        "（作者系云岭大学教授）",
        "白石村",
        "青溪县总工会 稳岗",
        "党委宣传部",
        "公 示",
        "短 讯",
        "编者",
        "记者手记",
        "",
        "白石经开区",
        "周望川：好",
    ],
)
def test_texts_that_are_no_credits(text: str) -> None:
    """A text is a credit from its first character to its last or it is none at all."""
    assert read_credits(text) == ()


def test_a_credit_has_a_longest_length() -> None:
    """Longer lines are prose."""
    names = "、".join(["孟晓棠"] + ["林萍"] * 19)
    assert len(names) == 60
    assert credits_of(names) == "孟晓棠 作者, 林萍 作者"
    assert read_credits(names + "、") == ()


def test_spaced_names_are_put_together() -> None:
    """A single character, or a family name of two, waits for the given name."""
    assert join_spaced(["朱", "妹", "李明"]) == ["朱妹", "李明"]
    assert join_spaced(["李明", "朱", "妹"]) == ["李明", "朱妹"]
    assert join_spaced(["欧阳", "明远"]) == ["欧阳明远"]
    assert join_spaced(["朱", "周望川"]) == ["朱", "周望川"]
    assert join_spaced([]) == []
    assert join_spaced(["郭", "小", "鹿"]) == ["郭小鹿"]
    assert join_spaced(["朱", "妹", "李", "明"]) == ["朱妹", "李明"]
    assert join_spaced(["司徒", "建", "薛", "蕾"]) == ["司徒建", "薛蕾"]


@pytest.mark.parametrize("text", ["林萍摄", "本报记者林萍摄", "■ 林萍摄"])
def test_a_short_name_does_not_swallow_the_word_behind_it(text: str) -> None:
    """A name of two characters with 摄 right behind it is a photographer, not a name of three."""
    assert [(credit.name, credit.role) for credit in read_credits(text)] == [("林萍", "摄影")]


def test_names_of_any_people_need_a_voucher() -> None:
    """A gap behind the role, brackets, 摄 or a dateline's brackets; a role right before them may be the word's own."""
    for text in ("本报记者 阿依古丽", "（记者阿依古丽）"):
        assert credits_of(text) == "阿依古丽 记者"
    assert credits_of("阿依古丽摄") == "阿依古丽 摄影"
    assert credits_of("文/图 阿依古丽") == "阿依古丽 作者, 阿依古丽 摄影"
    for text in ("记者阿依古丽", "阿依古丽"):
        assert read_credits(text) == ()
    assert credits_of("记者阿依古丽", sure=True) == "阿依古丽 记者"
    assert credits_of("阿依古丽", sure=True) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("林萍和何苗", "林萍 作者, 何苗 作者"),
        ("周望川和陈立秋供图", "周望川 供图, 陈立秋 供图"),
        ("林萍摄（云岭晚报）", "林萍 摄影"),
        ("▢ 通讯员 林 萍", "林萍 通讯员"),
        ("◎ 导刊记者 林 萍", "林萍 记者"),
        ("撰稿／林 萍　摄影／何 苗", "林萍 作者, 何苗 摄影"),
        ("文/图 本报记者 林 萍", "林萍 记者, 林萍 摄影"),
        ("市政协委员 林 萍", "林萍 作者"),
        ("药师 花 红", "花红 作者"),
        ("云岭小学四（2）班 林小满", "林小满 作者"),
        ("（机械学院/林小满）", "林小满 作者"),
        ("云岭镇 周望川", "周望川 作者"),
        ("林萍（云岭晚报）", ""),
        ("记者 林萍 图/何苗", "林萍 记者, 何苗 摄影"),
        ("读者 网友 何女士 供图", ""),
        ("朱 望川 摄", "朱望川 摄影"),
    ],
)
def test_forms_that_are_seldom_printed(text: str, found: str) -> None:
    """和 between two names, an agency behind a credit, a slash inside a line."""
    assert credits_of(text) == found


def test_a_bare_name_has_five_characters_at_most() -> None:
    """What is longer and holds nothing that a credit holds is a phrase."""
    assert credits_of("林萍和何苗") == "林萍 作者, 何苗 作者"
    assert credits_of("周望川和何苗") == ""


def test_three_characters_set_apart_are_one_name() -> None:
    """Whatever stands behind them; two of them are one name too, and one waits for a given name of two."""
    assert join_spaced(["郭", "小", "鹿", "李明"]) == ["郭小鹿", "李明"]
    assert join_spaced(["朱", "望川"]) == ["朱望川"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("林萍 文/图", "林萍 作者, 林萍 摄影"),
        ("林萍/图文", "林萍 作者, 林萍 摄影"),
        ("通讯员 林 萍 文、图", "林萍 通讯员, 林萍 摄影"),
        ("本报记者 林萍（文/图）", "林萍 记者, 林萍 摄影"),
        ("本报记者 林萍 撰文/摄影", "林萍 记者, 林萍 摄影"),
        ("图文：林萍", "林萍 作者, 林萍 摄影"),
        ("图/文：本报记者 林萍", "林萍 记者, 林萍 摄影"),
        ("采写、摄影 林 萍", "林萍 作者, 林萍 摄影"),
        ("图文并茂", ""),
        ("图文中心", ""),
    ],
)
def test_words_and_pictures_by_one(text: str, found: str) -> None:
    """However it is printed that one did both."""
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("记者 林萍/文 何苗/图", "林萍 记者, 何苗 摄影"),
        ("本报记者 林 萍 文 何 苗 图", "林萍 记者, 何苗 摄影"),
        ("本报记者 林萍（文） 何苗（图）", "林萍 记者, 何苗 摄影"),
        ("林萍文 何苗图", "林萍 作者, 何苗 摄影"),
        ("张小文 何苗摄", "张小文 摄影, 何苗 摄影"),
        ("本报记者 林萍 通讯员 何苗 摄", "林萍 摄影, 何苗 摄影"),
        ("记者 林萍 通讯员 何苗 文/图", "林萍 记者, 林萍 摄影, 何苗 通讯员, 何苗 摄影"),
        ("图/本报记者 林萍", "林萍 摄影"),
        ("摄影：本报记者 林萍 通讯员 何苗", "林萍 摄影, 何苗 摄影"),
        ("文/本报记者 林萍 图/记者 何苗", "林萍 记者, 何苗 摄影"),
        ("图/何苗 文/林萍", "何苗 摄影, 林萍 作者"),
        ("文/林萍，图/何苗", "林萍 作者, 何苗 摄影"),
        ("文 周望川 图 何小苗", "周望川 作者, 何小苗 摄影"),
        ("文 天 祥", "文天祥 作者"),
        ("杨通文 摄", "杨通文 摄影"),
        ("口述：林萍 整理：何苗", "林萍 作者, 何苗 作者"),
        ("采写：本报记者 林萍", "林萍 记者"),
        ("通讯员 林萍 供稿", "林萍 通讯员"),
    ],
)
def test_who_did_what(text: str, found: str) -> None:
    """A task before names or behind them; a picture's is for all since the last task, whatever they are."""
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本报记者 林萍/何苗", "林萍 记者, 何苗 记者"),
        ("本报记者 周望川·司马青", "周望川 记者, 司马青 记者"),
        ("本报记者 巴特尔·苏和", "巴特尔·苏和 记者"),
        ("记者 | 林萍 通讯员 | 何苗", "林萍 记者, 何苗 通讯员"),
        ("林 萍 与 何 苗", "林萍 作者, 何苗 作者"),
        ("｜本报记者 林萍", "林萍 记者"),
        ("（买买提·艾山 古丽）", "买买提·艾山 作者, 古丽 作者"),
        ("（买买提·艾山）", "买买提·艾山 作者"),
        ("（记者 阿依古丽·买买提）", "阿依古丽·买买提 记者"),
        ("（文苑·随笔）", ""),
        ("民生·城事", ""),
        ("阿曼多·席尔瓦", "阿曼多·席尔瓦 作者"),
        ("克里斯·罗纳尔多科斯塔", "克里斯·罗纳尔多科斯塔 作者"),
        ("林萍、何苗、", "林萍 作者, 何苗 作者"),
        ("林萍 唤醒新业态", ""),
        ("（周望川 药晓丽）", "周望川 作者, 药晓丽 作者"),
        ("药晓丽", ""),
        ("（药晓丽 药小丽）", ""),
        ("（周望川 看新闻）", ""),
        ("林萍/市县新闻", ""),
    ],
)
def test_what_stands_between_names(text: str, found: str) -> None:
    """A slash, a dot, 与: what parts two Chinese names joins a foreign one."""
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云岭新闻记者 林萍", "林萍 记者"),
        ("云岭客户端记者 林萍", "林萍 记者"),
        ("云岭日报·云岭网记者 林萍", "林萍 记者"),
        ("云岭日报 记者 林萍", "林萍 记者"),
        ("本报经济部记者 林萍", "林萍 记者"),
        ("摄影记者 林萍", "林萍 摄影"),
        ("骨干通讯员 林萍", "林萍 通讯员"),
        ("机修车间 林萍", "林萍 作者"),
        ("（机修车间/林萍 宣传部/何苗）", "林萍 作者, 何苗 作者"),
        ("（机修车间/林 萍）", "林萍 作者"),
        ("（机修车间/林萍 宣传部/园区新闻）", ""),
        ("云岭大学教授、博士生导师 林萍", "林萍 作者"),
        ("林萍（云岭大学经济学院）", "林萍 作者"),
        ("林萍（作者单位：云岭大学）", "林萍 作者"),
        ("撰稿：林萍（市防疫所副主任技师）", "林萍 作者"),
        ("（林萍 云岭大学）", "林萍 作者"),
        ("（作者单位：云岭市委党校 林萍）", "林萍 作者"),
        ("（作者：林萍 单位：云岭大学）", "林萍 作者"),
        ("本报记者 林萍 发自青溪", "林萍 记者"),
        ("林萍 发自青溪", "林萍 作者"),
        ("本报记者 林萍 何苗 温州报道", "林萍 记者, 何苗 记者"),
        ("本报记者 林萍 何苗报道", "林萍 记者, 何苗 记者"),
        ("本报记者 林萍 晋中报道", "林萍 记者"),
        ("［日］林萍 摄", "林萍 摄影"),
        ("（俄）何苗", "何苗 作者"),
        ("林萍(云岭中学)", "林萍 作者"),
        ("主持人：本报记者 林萍", "林萍 记者"),
        ("主持人：林萍", ""),
        ("（招生就业处 林萍）", "林萍 作者"),
        ("教研员 林萍", "林萍 作者"),
        ("云岭大学法学院课题组", "云岭大学法学院课题组 作者"),
        ("（林萍采访整理）", "林萍 作者"),
        ("记者：您多次说", ""),
        ("连线本台特约评论员林萍", ""),
        ("（本报记者林萍采访整理）", ""),
    ],
)
def test_where_people_write_for_and_come_from(text: str, found: str) -> None:
    """Of any paper, channel or desk; a house before the name, behind it in brackets, round both."""
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("林萍 拍摄", "林萍 摄影"),
        ("林萍 无人机航拍", "林萍 摄影"),
        ("林萍·摄", "林萍 摄影"),
        ("林萍摄 新华社发", "林萍 摄影"),
        ("林萍 摄/视觉中国", "林萍 摄影"),
        ("新华社发（林萍摄）", "林萍 摄影"),
        ("新华社/林萍 摄", "林萍 摄影"),
        ("新华社记者 林萍 摄", "林萍 摄影"),
        ("图由林萍提供", "林萍 供图"),
        ("文中图片由林萍摄", "林萍 摄影"),
        ("本组图片：林萍 何苗 摄", "林萍 摄影, 何苗 摄影"),
        ("均为林萍摄", "林萍 摄影"),
        ("图片提供：白石经开区", "白石经开区 供图"),
        ("供图/林萍", "林萍 供图"),
        ("供图：白石经开区", "白石经开区 供图"),
        ("图/视觉中国", "视觉中国 供图"),
        ("图/受访者提供", "受访者 供图"),
        ("通讯员供图", "通讯员 供图"),
        ("读者林萍摄", "林萍 摄影"),
        ("市民 马蹄莲 摄", "马蹄莲 摄影"),
        ("青溪县文旅局 林萍摄", "林萍 摄影"),
        ("青溪县融媒体中心 林萍 供图", "林萍 供图"),
        ("林 萍 漫画", "林萍 作者"),
        ("擘画发展蓝图", ""),
        ("资料图", ""),
        ("视频截图", ""),
    ],
)
def test_photo_credits_of_many_forms(text: str, found: str) -> None:
    """With agencies, senders, houses; a word that merely ends with 图 is none."""
    assert credits_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("普查结束了。（何苗）", ["何苗"]),
        ("普查结束了〔通讯员 何 苗〕。 ", ["何苗"]),
        ("普查结束了。［林萍、何苗］", ["林萍", "何苗"]),
        ("普查结束了。本报记者 林萍", ["林萍"]),
        ("普查结束了。" + "（" + "、".join(["林萍"] * 13) + "）", ["林萍"]),
        ("普查结束了。" + "（" + "、".join(["林萍"] * 14) + "）", []),
        ("普查结束了。林萍", []),
        ("名单如下：（林萍、何苗）", []),
        ("普查结束了。（试行）", []),
        ("（何苗）普查结束了。", []),
        ("", []),
    ],
)
def test_who_is_named_at_the_end(text: str, found: list[str]) -> None:
    """In brackets of any kind, or by a role behind the last sentence; the end has forty characters."""
    assert [credit.name for credit in closing_credits(text)] == found


def test_a_writer_is_who_does_more_than_pictures() -> None:
    """One is enough; nobody is none."""
    assert names_writer(read_credits("林萍 文 何苗 摄"))
    assert not names_writer(read_credits("林萍摄"))
    assert not names_writer(read_credits("白石经开区供图"))
    assert not names_writer(())


@pytest.mark.parametrize(
    "text",
    [
        "本组照片由林萍摄",
        "图片均由林萍摄",
        "本页图片均由林萍摄",
        "文中照片由林萍摄",
        "文内图片由林萍摄",
        "上述资料图片由林萍摄",
        "本文图片除署名外均由林萍摄",
        "图片由白石经开区提供",
        "资料图片由白石经开区提供",
        "均为林萍摄",
    ],
)
def test_what_is_read_as_a_credit_for_several_is_one(text: str) -> None:
    """One grammar says both; marks and brackets round it do not matter."""
    for printed in (text, f"■ {text}", f"（{text}）"):
        assert is_group_credit(printed)
        assert len(read_credits(printed)) == 1


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("图片均来自网络", True),
        ("组图：林萍摄", True),
        ("以上均为资料照片", True),
        ("■ 林萍摄", False),
        ("由林萍摄", False),
        ("本文由林萍采写", False),
        ("题图：林萍摄", False),
        ("文/图 林萍", False),
        ("林萍本组", False),
        ("图片 林萍", False),
    ],
)
def test_what_tells_a_credit_for_several(text: str, group: bool) -> None:  # noqa: FBT001
    """That it names several, not that it says by whom they are."""
    assert is_group_credit(text) is group
