"""People named with an office."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.people import find_people, people_of
from kaifaqu_archive.extract.stretches import Place, even, make_stretch

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "近日,吕梁经济技术开发区党工委书记、管委会主任高奇英带队赴江苏考察。",
        [("高奇英", "吕梁经济技术开发区党工委书记、管委会主任")],
    ),
    (
        "会后,和顺经开区招商局局长巩志强与浙江客商签约。",
        [("巩志强", "和顺经开区招商局局长")],
    ),
    (
        "副市长畅建国,太原海关副关长李志刚见证签约,县领导张平、李小峰参加。",
        [("畅建国", "副市长"), ("李志刚", "太原海关副关长"), ("张平", "县领导"), ("李小峰", "县领导")],
    ),
    (
        "局长操作设备,书记畅谈发展,总经理冶炼厂",
        [],
    ),
    (
        "“项目从签约到开工只用了3个月。”山西宏达新材料有限公司总经理赵建国说。",
        [("赵建国", "山西宏达新材料有限公司总经理")],
    ),
    (
        "阳泉市委常委、副市长陈晓明主持会议,高新区管委会主任刘峰作汇报。",
        [("陈晓明", "阳泉市委常委、副市长"), ("刘峰", "高新区管委会主任")],
    ),
    (
        "市委书记陈强与市长李明一同调研。",
        [("陈强", "市委书记"), ("李明", "市长")],
    ),
    (
        "会议由县委副书记、县长王海东主持,县委书记孙志刚出席并讲话。",
        [("王海东", "县委副书记、县长"), ("孙志刚", "县委书记")],
    ),
    (
        "据开发区行政审批局局长郝俊介绍,今年以来办理审批事项300件。",
        [("郝俊", "开发区行政审批局局长")],
    ),
    (
        "山西转型综改示范区党工委书记、管委会主任张金旺,管委会副主任李建伟、王丽参加。",
        [("张金旺", "山西转型综改示范区党工委书记、管委会主任"), ("李建伟", "管委会副主任"), ("王丽", "管委会副主任")],
    ),
    (
        "中国科学院院士、太原理工大学教授谢克昌应邀出席。",
        [("谢克昌", "中国科学院院士、太原理工大学教授")],
    ),
    (
        "记者采访了长治高新区科技和创新局局长许文斌。",
        [("许文斌", "长治高新区科技和创新局局长")],
    ),
    (
        "省人力资源和社会保障厅厅长陈振亮说",
        [("陈振亮", "省人力资源和社会保障厅厅长")],
    ),
    (
        "潞城经开区招商局局长 王晓东:我们的目标是引进10个项目。",
        [("王晓东", "潞城经开区招商局局长")],
    ),
    (
        "企业负责人高度重视,主任等一行参加,书记亲自抓",
        [],
    ),
    (
        "全体党员干部和企业负责人、项目经理参加培训",
        [],
    ),
    (
        "施工现场,工人王强正在焊接。村民李四说",
        [],
    ),
    (
        "省委书记、省人大常委会主任唐登杰,省委副书记、省长卢东亮分别讲话。",
        [("唐登杰", "省委书记、省人大常委会主任"), ("卢东亮", "省委副书记、省长")],
    ),
    (
        "长治市副市长,高新区党工委书记、管委会主任马四清陪同。",
        [("马四清", "长治市副市长,高新区党工委书记、管委会主任")],
    ),
    (
        "晋城经济技术开发区党工委委员、纪工委书记欧阳明表示",
        [("欧阳明", "晋城经济技术开发区党工委委员、纪工委书记")],
    ),
    (
        "在与省商务厅副厅长郭钺座谈时,他说",
        [("郭钺", "省商务厅副厅长")],
    ),
    (
        "德国总理默克尔28日和29日分别与法国总统马克龙会谈",
        [("默克尔", "德国总理"), ("马克龙", "法国总统")],
    ),
    (
        "任命王新民为大同经济技术开发区管委会主任。",
        [("王新民", "大同经济技术开发区管委会主任")],
    ),
    (
        "李玉明任运城经济技术开发区党工委书记。",
        [("李玉明", "运城经济技术开发区党工委书记")],
    ),
    (
        "王副总理在会上表示,请李副总理发言。",
        [],
    ),
    (
        "忻州经济开发区管委会原主任田某被查。",
        [],
    ),
    (
        "太原市副市长、市公安局局长周江明(正厅级)到会",
        [("周江明", "太原市副市长、市公安局局长")],
    ),
    (
        "党支部书记张三楼带领村民致富",
        [("张三楼", "党支部书记")],
    ),
    (
        "公司董事长兼总经理白云飞告诉记者",
        [("白云飞", "公司董事长兼总经理")],
    ),
    (
        "山西鑫磊能源集团(长治)有限公司技术总监牛建华正在调试设备",
        [("牛建华", "山西鑫磊能源集团(长治)有限公司技术总监")],
    ),
    (
        "“晋创谷”运营负责人贾宁介绍",
        [("贾宁", "“晋创谷”运营负责人")],
    ),
    (
        "太原海关关长陈某,中国银行山西省分行行长刘志强,省工商联主席李武章等出席",
        [("刘志强", "中国银行山西省分行行长"), ("李武章", "省工商联主席")],
    ),
    (
        "市长张辉在致辞中说,区长长治路",
        [("张辉", "市长")],
    ),
    (
        "霍州经开区管委会副主任梁冰一行来访,管委会主任助理郝帅参加。",
        [("梁冰", "霍州经开区管委会副主任"), ("郝帅", "管委会主任助理")],
    ),
    (
        "介休经济技术开发区综合服务中心主任温永康、投资促进部部长任静和项目专员李娜现场办公",
        [("温永康", "介休经济技术开发区综合服务中心主任"), ("任静", "投资促进部部长"), ("李娜", "项目专员")],
    ),
    (
        "全国人大代表、山西农业大学校长赵春明建议",
        [("赵春明", "全国人大代表、山西农业大学校长")],
    ),
    (
        "国家税务总局绛县税务局局长张志宏带队走进企业",
        [("张志宏", "国家税务总局绛县税务局局长")],
    ),
    (
        "中国电信长治分公司副总经理于洋与开发区管委会副主任常志远签约",
        [("于洋", "中国电信长治分公司副总经理"), ("常志远", "开发区管委会副主任")],
    ),
    (
        "该公司生产部部长杨柳青说起新设备",
        [("杨柳青", "该公司生产部部长")],
    ),
    (
        "董事长刘和平指着屏幕说",
        [("刘和平", "董事长")],
    ),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_a_text_names_these_people_with_these_offices(text: str, want: list[tuple[str, str]]) -> None:
    """Name and office are read as printed, and nobody is made of ordinary words."""
    text = even(text)
    assert [(held.name, text[slice(*held.office)]) for held in find_people(text)] == want


def test_the_body_is_read_before_the_headline() -> None:
    """A headline prints offices shortened; the fuller one is kept."""
    head = make_stretch("经开区主任高奇英赴企业调研", Place.HEADLINE, "a.txt", (3,))
    body = make_stretch("近日,吕梁经济技术开发区管委会主任高奇英赴企业调研。", Place.BODY, "a.txt", (5,))
    (person,) = people_of([head, body])
    assert (person.office, person.line) == ("吕梁经济技术开发区管委会主任", 5)


def test_a_fuller_office_replaces_a_bare_one() -> None:
    """总经理 says less than the same with its company; one entry per person."""
    first = make_stretch("总经理赵建国说。", Place.BODY, "a.txt", (3,))
    later = make_stretch("山西宏达新材料有限公司总经理赵建国介绍,", Place.BODY, "a.txt", (9,))
    (person,) = people_of([first, later])
    assert person.office == "山西宏达新材料有限公司总经理"


def test_the_office_is_quoted_as_printed() -> None:
    """Full-width brackets of the print stay in the office."""
    part = make_stretch("山西鑫磊能源集团（长治）有限公司总经理牛建华介绍", Place.BODY, "a.txt", (3,))
    (person,) = people_of([part])
    assert person.office == "山西鑫磊能源集团（长治）有限公司总经理"


def test_repetition_takes_no_more_than_linear_time() -> None:
    """A run of titles or of marks is read once."""
    assert list(find_people("主任、" * 5000)) == []
    assert list(find_people("管委会主任" * 3000)) == []


def test_long_texts_take_linear_time() -> None:
    """What stands before a name is looked at as far as it matters, not to the beginning of the text."""
    assert sum(1 for _ in find_people(",周望川书记" * 15_000)) == 15_000
