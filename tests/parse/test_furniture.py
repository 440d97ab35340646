"""Page furniture, wherever it stands."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse.furniture import is_furniture, is_of_page


@pytest.mark.parametrize(
    "text",
    [
        "责编：郑学文",
        "本版责编 郑学文　版式：林萍",
        "■ 责编：郑学文",
        "电话：0999-1234567",
        "E-mail：tougao@example.com",
        "A3 2024年5月21日 星期二",
        "2024-05-21",
        "第3版",
        "周二",
        "★★★",
        "————",
        "12",
        "要闻·03",
        "B2｜开发区",
        "第3版：综合",
        "今日八版 总第3456期",
        "二〇二四年五月二十一日　星期二　农历甲辰年四月十四",
        "Tuesday, May 21, 2024",
        "2024-05-21 06:30",
        "国内统一连续出版物号 CN 99-0012",
        "邮发代号21-999 零售每份1元",
        "本报印刷厂承印 每份零售1.50元 全年定价486元",
        "新闻热线 0999—1234567 广告热线 0999—7654321",
        "健康热线 5557120 投稿：jkzb@example.cn",
        "www.example.cn",
        "http://paper.example.cn/html/2024-05/21/node_3.htm",
        "扫码关注本报微信公众号",
        "值班编委：林萍",
        "编辑林萍",
        "综合新闻 责编：林萍 2024年5月21日 星期二 03",
        "文博 | 主编：林萍",
        "今日天气：多云转晴 偏南风3级 16℃～27℃",
        "上一版 下一版",
        "广告",
        "见报日期：2024年5月21日",
        "云岭晚报",
        "云 岭 晚 报",
        "云岭晚报·开发区周刊",
        "云岭导报 开发区建设",
        "云岭晚报 YUNLING EVENING NEWS",
        "YUNLING EVENING NEWS",
        "本报法律顾问：林萍",
        "版权所有 未经授权不得转载",
        "MAY 21 2024",
        "04-05版 专题",
        "视觉统筹：林萍",
        "组稿/林萍 何苗",
        "内部资料，免费交流",
        "今日多云 空气质量良 PM2.5 56",
        "客 户 端 下 载",
    ],
)
def test_page_furniture_is_known(text: str) -> None:
    """责编 lines, folios, addresses and ornaments are no text of an article."""
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "责任落实到人",
        "电话那头传来笑声",
        "星期五的早市",
        "第三产业增势好",
        "丰",
        "■ 丰",
        "青溪县启动普查",
        "A股上涨",
        "12个项目开工",
        "编辑部的故事",
        "编辑出彩人生",
        "热线“一号通”开通",
        "地址变更引发纠纷",
        "主管药师 林萍答：药要按时吃。少吃一次，药效就打折扣。",
        "本版邮箱：tougao@example.com（来稿请注明栏目名）",
        "云岭发布天气预报",
        "林学报",
        "园区交出年报",
        "云岭最高气温升至38℃",
        "U20男队闯入决赛",
        "春风巷13号",
        "双色球第2024093期",
        "2024年5月21日于云岭",
        "夜校开课了。（视频编辑：林萍 文字编辑：何苗）",
        "GDP增长",
        "零售 餐饮 住宿齐回暖",
        "投诉电话 3分钟内必接",
        "电话 那头传来企业负责人的声音",
        "《园区志》出版 全国发行",
        "复审 终审两级联动",
        "微信 抖音 直播带货忙",
        "社长 村长 争当领头雁",
        "监制 质量看得见",
        "主办 承办 协办各显其能",
        "扫码进入园区小程序，企业足不出户便可申报项目",
        "扫描二维码，居民不出门就能报修",
        "法律顾问林萍说，合同里的每一条都要逐字读过",
        "未经许可擅自取水的三家企业被罚",
        "法律顾问进园区 企业发展添底气",
        "关注我们身边的建设者",
        "内部资料变成公共资源",
        "云岭市国民经济统计公报",
        "环境质量公报",
        "开发区企业直报",
        ".",
        "。",
        "”",
        "?”",
        "，",
        "安全事故瞒报 严肃追责",
    ],
)
def test_words_that_only_open_like_furniture_are_text(text: str) -> None:
    """What goes on as a sentence does is no furniture."""
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text", ["电话：1234567", "地址：云岭市北路", "今日天气：多云转晴 偏南风3级 16℃～27℃", "健康热线 5557120"]
)
def test_what_a_notice_may_say_is_no_furniture_there(text: str) -> None:
    """An address, a telephone or the weather is a part of the notice it stands in."""
    assert is_furniture(text)
    assert not is_furniture(text, noticed=True)


@pytest.mark.parametrize(
    ("text", "of_page"),
    [
        ("责编：林萍", True),
        ("第3版", True),
        ("今日八版 总第3456期", True),
        ("云岭晚报", True),
        ("本报法律顾问：林萍", True),
        ("2024年5月21日", False),
        ("tougao@example.com", False),
        ("★★★", False),
    ],
)
def test_some_furniture_is_part_of_no_notice(text: str, of_page: bool) -> None:  # noqa: FBT001
    """A day or an address may be; a page's label, who made it and the paper's name are not."""
    assert is_of_page(text) is of_page


def test_two_desks_of_the_paper_are_furniture() -> None:
    """One may be a byline; two, one after the other, tell who made the page."""
    assert is_furniture("文化 编辑 林萍 校对 何苗")
    assert not is_furniture("文化 编辑 林萍")
