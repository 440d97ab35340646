"""What stands apart: furniture that is nothing but that."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse.apart import counted, standing_apart, stands_apart
from kaifaqu_archive.parse.furniture import is_furniture
from tests.parse.making import parsed, prose


@pytest.mark.parametrize(
    "text",
    [
        "责编：林萍",
        "责编 林萍",
        "本版编辑 林 萍 美编 何 苗",
        "文博 编辑：林萍 校对：何苗",
        "综合新闻 责编：林萍 2024年5月21日 星期二 03",
        "— 3 —",
        "本版编辑 糜子 校对 青禾",  # pen names
        "策划 星河 主编 万象 校对 小光",
        "03",
        "★★★",
        "————",
        "………………",
        "扫码关注",
        "扫码关注本报微信公众号",
        "版权所有 未经授权不得转载",
        "第A1版 要闻 上一版 下一版",
        "要闻 第3版",
        "YUNLING EVENING NEWS",
        "A3 要闻",
        "要闻 A3",
        "B2综合新闻",
        "今日八版 总第3456期",
        "A3 2024年5月21日 星期二 云岭经开区",
        "第3版 2024年5月21日 云岭经开区",
        "国内统一连续出版物号 CN 99-0012",
        "本报零售价：每份1.00元",
        "社址：云岭市北路9号 广告热线：0999-1234567",
        "云岭晚报 第23期 2024年5月21日 新闻热线 5550148",
        "本报法律顾问：云岭律师事务所",
        "高新区融媒体中心主办 总第815期 免费赠阅",
        "本版内容仅供参考，如有不适请及时就医",
        "风险提示：本报所登信息仅供参考，不构成建议",
        "扫一扫 加入云岭晚报读者群",
        "扫码看更多",
        "新闻热线 0999-1234567 广告热线 0999-7654321",
        "投稿邮箱：tougao@example.com",
    ],
)
def test_sure_furniture_stands_apart(text: str) -> None:
    """Of each form no article has the like."""
    assert is_furniture(text)
    assert stands_apart(text)


@pytest.mark.parametrize(
    "text",
    [
        "3 第三届运动会",  # a row of a table, or a headline with its number
        "第3版 第三届运动会",
        "教材 第3版",
        "云岭经开区工会 2024年5月21日",  # a signature
        "2024年5月21日",  # under a letter, over a day of a chronicle
        "2024年5月",
        "星期二",
        "第三期",
        "警情快报",  # a section, or a paper
        "云岭晚报",
        "来稿请注明作者姓名。",
        "80%。",  # ends of sentences
        "？",
        ".",
        '"',
        ",",
        "'",
        "]",
        "〕",
        "．",
        "——",
        "……",
        "5G",
        "收藏",  # ends of headlines that are broken
        "广告",
        "二维码",
        "风险提示",
        "电话：0999-1234567",  # at the end of an article that gives it
        "地址：云岭市北路",
        "0999-1234567",
        "www.example.cn",
        "制图：林萍",  # a credit
        "策划 林萍 统筹 何苗",
        "主编 万象",
        "策划 星河 主编 万象更新",
        "法律顾问：云岭律师事务所",
        "编辑 林萍",  # a byline
        "监制：质量看得见",
        "复审 终审 两级联动",
        "2024年5月21日 星期二 园区开门红",
        "第一期 2024年5月21日 第二期 2024年6月1日",
        "今日天气：多云转晴 偏南风3级 16℃～27℃",
        "微信 抖音 客户端",
        "投稿邮箱是园区为职工开的一扇窗 0999-1234567",
        "本版图文由林萍采写",
        "主编：林萍说，一张报纸要有温度",
    ],
)
def test_what_could_be_text_is_weighed(text: str) -> None:
    """A piece of furniture that is read as text can be mended by an editor; a sentence that is lost cannot be missed."""
    assert not stands_apart(text)


NAMES = "云岭经济技术开发区工作委员会主办"


@pytest.mark.parametrize(
    ("before", "size", "after"),
    [
        ("A3 2024年5月21日 星期二 ", 12, ""),
        ("第3版 2024年5月21日 ", 12, ""),
        ("总第815期 ", 12, ""),
        ("", 4, " 编辑：林萍"),
        ("新闻热线 0999-1234567 ", 6, ""),
    ],
)
def test_beside_sure_furniture_stands_a_short_name(before: str, size: int, after: str) -> None:
    """As long as names of houses and sections are; longer ones may be headlines."""
    assert stands_apart(before + NAMES[:size] + after)
    assert not stands_apart(before + NAMES[: size + 1] + after)


def test_who_made_the_page_is_named_behind_every_desk() -> None:
    """A single desk needs a colon, a pen name does so too; no sentence ends in such a line."""
    assert stands_apart("本版编辑：星河")
    assert not stands_apart("本版编辑 星河")
    assert not stands_apart("编辑 林萍 校对")
    assert not stands_apart("编辑 林萍 校对 何苗？")
    assert not stands_apart("编辑 各显神通 校对 一丝不苟")


def test_one_remark_may_be_a_heading_and_two_are_none() -> None:
    """风险提示 stands over articles too."""
    assert not stands_apart("关注我们")
    assert stands_apart("关注我们 欢迎订阅")


def apart(*texts: str) -> list[int]:
    """Return which lines of a page stand apart."""
    return standing_apart(texts, [i for i, text in enumerate(texts) if is_furniture(text)])


TEXT = "园区道路通车"


def listed(*texts: str) -> list[int]:
    """Return which lines of a page are a list's or a table's by their numbers."""
    return counted(texts, [i for i, text in enumerate(texts) if is_furniture(text)])


def test_numbers_of_a_list_are_no_furniture() -> None:
    """Two that follow each other on a page are a list's or of sections of an article; figures are a table's."""
    assert listed(TEXT, "03", TEXT) == []
    assert listed(TEXT, "03", TEXT, "03", "A4") == []
    assert listed(TEXT, "01", prose(60), "02", prose(60)) == [1, 3]
    assert listed(TEXT, "1 要闻", "2 综合", TEXT) == [1, 2]
    assert listed("要闻 3", TEXT, "4 这里有三个园区、五个乡镇和一座机场") == [0]
    assert listed(TEXT, "12", "80.5", TEXT) == [1, 2]
    assert listed("要闻 3", "80%", TEXT) == [0]
    assert listed("80.5", TEXT, "12", TEXT, "80.5") == []
    assert listed("80%", "12", TEXT) == [1]
    assert listed("2024年5月21日 3", TEXT, "4", TEXT) == [2]


def test_the_items_of_a_list_are_read_as_text() -> None:
    """However short they are."""
    items = ["1 建设共享平台", "2 引进检测机构", "3 增加托管席位", "4 开通通勤班车"]
    readings = parsed("园区今年办四件实事", prose(80), *items, prose(80)).readings
    assert "noise" not in [reading.role.value for reading in readings]


def test_a_day_stands_apart_in_the_head_of_a_page() -> None:
    """Elsewhere with its weekday, where the page has no other day: a diary has several."""
    day, other = "2024年5月21日 星期二", "2024年5月22日 星期三"
    assert apart("2024年5月21日", "第3版", TEXT) == [0, 1]
    assert apart("2024年5月21日", TEXT) == []
    assert apart(TEXT, day, TEXT) == [1]
    assert apart(TEXT, day, TEXT, day) == [1, 3]
    assert apart(TEXT, day, TEXT, other, TEXT) == []
    assert apart(TEXT, "2024年5月21日", "责编：林萍") == [2]
    assert apart(day, "第3版", TEXT, other) == [0, 1]


def test_a_masthead_stands_apart_at_the_pages_edge() -> None:
    """Among other furniture; a line of an article may be a paper's name too."""
    assert apart("云岭晚报", "第3版", TEXT) == [0, 1]
    assert apart(TEXT, "责编：林萍", "云岭晚报") == [1, 2]
    assert apart("云岭晚报", TEXT) == []
    assert apart("云岭晚报", "开发区", "第3版", TEXT) == [0, 2]
    assert apart("园区要闻", "云岭晚报", "第3版", TEXT) == [2]
    assert apart(TEXT, "云岭晚报") == []
    assert apart(TEXT, "云岭晚报", TEXT) == []
    assert apart("教材 第3版", "云岭晚报", TEXT) == [0, 1]
    assert apart("0999-1234567", "园区招商处 0999-1234567", TEXT) == [0]


def test_more_stands_apart_in_the_head_of_a_page() -> None:
    """Lines that an article may have too, who made the page without a colon, and names of sections."""
    head = ["A3", "云窗 B5版", "编辑 林萍 何苗", "电话：0999-1234567", "今日天气：多云转晴 偏南风3级 16℃～27℃"]
    assert apart(*head, TEXT) == [0, 1, 3]
    assert apart(TEXT, *head[1:], TEXT) == []
    assert apart("A3", TEXT, TEXT, TEXT, head[3], TEXT) == [0, 4]
    assert apart("A3", TEXT, TEXT, TEXT, TEXT, head[3], TEXT) == [0]


def test_nothing_stands_apart_where_nothing_is_furniture() -> None:
    """Neither on a page without lines."""
    assert apart(TEXT) == []
    assert apart() == []
