"""Names of development zones in running text."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.gazetteer import Gazetteer, build, load
from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.stretches import even
from kaifaqu_archive.extract.zone_names import Bare, Named, find_zones
from kaifaqu_archive.model import ZoneRow

CASES: list[tuple[str, set[str]]] = [
    ("走进襄垣经济技术开发区,一派忙碌景象。", {"襄垣经济技术开发区"}),
    ("襄垣县经开区管委会主任介绍", {"襄垣经济技术开发区"}),
    ("长治市襄垣经开区", {"襄垣经济技术开发区"}),
    ("山西长治国家高新技术产业开发区", {"长治高新技术产业开发区"}),
    ("长治高新技术开发区与大同经济开发区签约", {"大同经济技术开发区", "长治高新技术产业开发区"}),
    ("记者从山西综改示范区获悉", {"山西转型综合改革示范区"}),
    ("综改示范区潇河产业园区", {"山西转型综合改革示范区"}),
    ("山西省转型综合改革示范区", {"山西转型综合改革示范区"}),
    ("在山西转型综合改革示范区晋中开发区,企业忙生产", {"晋中经济技术开发区"}),
    ("晋中开发区", {"晋中经济技术开发区"}),
    ("山西国家资源型经济转型综合配套改革试验区建设", set()),
    ("侯马、霍州、襄汾3个经开区负责人作了发言", {"侯马经济开发区", "襄汾经济技术开发区", "霍州经济技术开发区"}),
    ("侯马和霍州经开区", {"侯马经济开发区", "霍州经济技术开发区"}),
    ("大同、晋城、晋中等国家级经济技术开发区", {"大同经济技术开发区", "晋中经济技术开发区", "晋城经济技术开发区"}),
    ("临汾市开发区建设工作推进会召开", set()),
    ("长治市开发区考核办法", set()),
    ("临汾开发区营商环境再优化", {"临汾经济开发区"}),
    ("全省各开发区要对标一流", set()),
    ("市内各开发区", set()),
    ("高新企业落户,开发区域扩大,高新区域经济", set()),
    ("太原市高新技术企业总数", set()),
    ("绛县开发区", {"绛县经济开发区"}),
    ("新绛县经济技术开发区和绛县经开区", {"新绛经济技术开发区", "绛县经济开发区"}),
    ("运城空港经济开发区", {"空港经济开发区"}),
    ("天津空港经济开发区", {"天津空港经济开发区"}),
    ("位于北京天竺空港经济开发区", {"北京天竺空港经济开发区"}),
    ("来自盐湖高新区的消息", {"盐湖高新技术产业开发区"}),
    ("运城盐湖高新区", {"盐湖高新技术产业开发区"}),
    ("到江苏昆山经开区、苏州工业园区考察", {"昆山经济技术开发区", "苏州工业园区"}),
    ("上海张江高新区", {"上海张江高新技术产业开发区"}),
    ("盐湖高新区位列第三,盐湖高新区位于运城", {"盐湖高新技术产业开发区"}),
    ("高新区位优势明显,开发区位置优越", set()),
    ("江苏武进高新区", {"武进国家高新技术产业开发区"}),
    ("余杭经开区和杭州余杭经济开发区", {"杭州余杭经济技术开发区"}),
    ("厦门火炬高新区、威海火炬高技术产业开发区", {"厦门火炬高技术产业开发区", "威海火炬高技术产业开发区"}),
    ("烟台开发区与长春汽开区", {"烟台经济技术开发区", "长春汽车经济技术开发区"}),
    ("滨海经济开发区", {"滨海经济开发区"}),
    ("武汉东湖新技术开发区", {"武汉东湖新技术开发区"}),
    ("东湖高新区", {"武汉东湖新技术开发区"}),
    ("合肥新站高新区", {"合肥新站高新技术产业开发区"}),
    ("北京经济技术开发区与天津开发区", {"北京经济技术开发区", "天津经济技术开发区"}),
    ("河北廊坊经济技术开发区", {"廊坊经济技术开发区"}),
    ("西安高新区、成都高新区", {"成都高新技术产业开发区", "西安高新技术产业开发区"}),
    ("国家级经济技术开发区建设40周年", set()),
    ("我省17个开发区", set()),
    ("贵阳还依托综合保税区,联合海关", set()),
    ("借助机场优势,长沙县建成综合保税区,打造", set()),
    ("自贸试验区制度创新和综合保税区建设", set()),
    ("太原武宿综合保税区", {"太原武宿综合保税区"}),
    ("武宿综保区", {"太原武宿综合保税区"}),
    ("山西农谷建设提速", {"山西晋中国家农业高新技术产业示范区"}),
    ("太谷国家农高区", {"山西晋中国家农业高新技术产业示范区"}),
    ("右玉生态文旅示范区", {"右玉生态文化旅游示范区"}),
    ("孝义市经济技术开发区", {"孝义经济开发区"}),
    ("长子县经开区", {"长子经济技术开发区"}),
    ("方山县经开区", {"方山经济技术开发区"}),
    ("汾阳杏花村经开区", {"汾阳杏花村经济技术开发区"}),
    ("杏花村经济技术开发区", {"汾阳杏花村经济技术开发区"}),
    ("太原高新区和太原经济技术开发区", {"太原经济技术开发区", "太原高新技术产业开发区"}),
    ("阳泉经济技术开发区更名为阳泉高新区", {"阳泉高新技术产业开发区"}),
    ("晋城开发区", {"晋城经济技术开发区"}),
    ("泉州国家级医药高新区", {"泉州医药高新技术产业开发区"}),
    ("山西省开发区工作领导小组", set()),
    ("限制开发区和禁止开发区", set()),
    ("《山西省开发区条例》施行", set()),
    ("与陕西、河南、内蒙古开发区对接", set()),
    ("在太原、晋中、忻州三市设立开发区", set()),
    ("风陵渡开发区", {"风陵渡经济开发区"}),
    ("山西朔州经济开发区", {"朔州经济开发区"}),
    ("阳曲现代农业示范区", {"阳曲现代农业产业示范区"}),
    ("中北高新区", {"太原中北高新技术产业开发区"}),
    ("晋城市经济技术开发区", {"晋城经济技术开发区"}),
    ("杨凌农业高新技术产业示范区", {"杨凌农业高新技术产业示范区"}),
    ("山东济南高新技术产业开发区", {"济南高新技术产业开发区"}),
    ("对接上海漕河泾开发区", {"上海漕河泾新兴技术开发区"}),
    ("山西(阳泉)智能物联网应用基地位于阳泉高新区", {"阳泉高新技术产业开发区"}),
    ("三晋大地上的开发区", set()),
    ("创建国家级高新区", set()),
    ("推动临汾经济开发区升级为国家级经济技术开发区", {"临汾经济开发区"}),
    ("忻州半导体产业园所在的忻州经济技术开发区", {"忻州经济开发区"}),
    ("屯留区经开区", {"屯留经济技术开发区"}),
    ("清徐县经济开发区", {"清徐经济开发区"}),
    ("洪洞县经济技术开发区", {"洪洞经济技术开发区"}),
    ("吕梁市交城县经济开发区", {"交城经济开发区"}),
    ("太原市中北高新区", {"太原中北高新技术产业开发区"}),
    ("太忻一体化经济区", {"太忻一体化经济区"}),
    ("忻州市定襄县经济技术开发区法兰产业", {"定襄经济技术开发区"}),
    ("与浙江省宁波市北仑经济技术开发区缔结友好园区", {"北仑经济技术开发区"}),
    ("沁水县经开区和阳城县经开区", {"沁水经济技术开发区", "阳城经济技术开发区"}),
    ("大同市云冈经济技术开发区", {"云冈经济技术开发区"}),
    ("阿联酋中阿产能合作示范园区、埃及苏伊士经贸合作区", set()),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the package."""
    return load()


def named(text: str, gazetteer: Gazetteer) -> list[Named]:
    """Return the zones that ``text`` names."""
    return [hit for hit in find_zones(even(text), gazetteer) if isinstance(hit, Named)]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_a_text_names_these_zones_and_no_others(text: str, want: set[str], gazetteer: Gazetteer) -> None:
    """Every form of a name leads to the official one, and what only looks like a zone leads to none."""
    assert {hit.name for hit in named(text, gazetteer) if hit.kind == "zone"} == want


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("江苏昆山经开区", "江苏省"),
        ("张江高新区", "上海市"),
        ("天津滨海高新区", "天津市"),
        ("合肥新站高新区", "安徽省"),
        ("潞城经开区", "山西省"),
        ("方山县经开区", "山西省"),
    ],
)
def test_a_zone_carries_its_province(text: str, province: str, gazetteer: Gazetteer) -> None:
    """The province comes from the gazetteer, the landmarks or the table of places."""
    assert [hit.province for hit in named(text, gazetteer)] == [province]


@pytest.mark.parametrize(
    "text",
    [
        "努力开创经济技术开发区工作新局面",
        "他希望高新技术产业开发区抓好科技",
        "促进国家高新技术产业开发区高质量发展",
        "企业落户高新技术产业开发区",
        "建设一流高新技术产业开发区",
        "获批综合保税区",
        "去年启动省级经开区整合",
    ],
)
def test_words_of_the_sentence_make_no_zone(text: str, gazetteer: Gazetteer) -> None:
    """A verb before a suffix is not the place of an unknown zone."""
    assert named(text, gazetteer) == []


def test_a_name_begins_with_its_city_and_province(gazetteer: Gazetteer) -> None:
    """山西省吕梁市 belongs to the name that stands after it."""
    text = "来到山西省吕梁市交城县经济开发区考察"
    (hit,) = named(text, gazetteer)
    assert text[hit.start : hit.end] == "山西省吕梁市交城县经济开发区"


def test_a_suffix_alone_is_handed_on_as_bare(gazetteer: Gazetteer) -> None:
    """开发区 without a place is no zone, but the article may tell which is meant."""
    hits = list(find_zones("开发区与高新区同步推进", gazetteer))
    assert [type(hit) for hit in hits] == [Bare, Bare]


def test_a_landmark_has_its_province_and_where_known_its_city(gazetteer: Gazetteer) -> None:
    """A zone that is called after no county is found on the map all the same."""
    (park,) = named("在苏州工业园区考察", gazetteer)
    assert (park.name, park.city, park.province) == ("苏州工业园区", "苏州市", "江苏省")
    (valley,) = named("在张江高新区考察", gazetteer)
    assert (valley.city, valley.province) == (None, "上海市")


def test_parks_are_kept_apart(gazetteer: Gazetteer) -> None:
    """A park inside a zone is named as a park, with the city of its zone."""
    (hit,) = named("潇河产业园区", gazetteer)
    assert (hit.kind, hit.city) == ("park", "太原市")


def test_a_park_with_two_names_is_one() -> None:
    """产业园区, 园区 and 工业区 behind the same words are one park of its zone; behind other words another."""
    parks = ("甲乙园区", "甲乙产业园区", "甲乙新兴产业园区", "甲乙工业区")
    row = ZoneRow("方山经济技术开发区", "吕梁市", "省级", "经济技术开发区", "recalled", ("测试",), parks=parks)
    gazetteer = build([row], load_places())
    hits = named("甲乙产业园区、甲乙工业区、甲乙园区与甲乙新兴产业园区", gazetteer)
    assert [hit.name for hit in hits] == ["甲乙园区", "甲乙园区", "甲乙园区", "甲乙新兴产业园区"]


def test_a_zone_that_the_gazetteer_lacks_is_unknown(gazetteer: Gazetteer) -> None:
    """The grammar finds it, the row stays empty, so that the editor can be told."""
    (hit,) = named("方山经开区", gazetteer)
    assert hit.row is None
    assert hit.city == "吕梁市"


def test_no_text_takes_more_than_linear_time(gazetteer: Gazetteer) -> None:
    """A suffix looks back a fixed number of characters, however long the text."""
    text = "经济技术开发区" * 2000 + "长治、" * 2000 + "高新区"
    assert sum(1 for _ in find_zones(text, gazetteer)) >= 2000
