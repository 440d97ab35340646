"""The zones of an article: which it names, under what names, and which it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.extract.gazetteer import load
from kaifaqu_archive.extract.stretches import Place, Stretch, make_stretch
from kaifaqu_archive.extract.zones import zones_of

if TYPE_CHECKING:
    from kaifaqu_archive.model import Zone


def article(*body: str, headline: str = "") -> list[Stretch]:
    """Return the stretches of an article: its headline on line 1, its paragraphs on every second line after."""
    parts = [make_stretch(headline, Place.HEADLINE, "a.txt", (1,))] if headline else []
    return parts + [make_stretch(text, Place.BODY, "a.txt", (3 + 2 * n,)) for n, text in enumerate(body)]


def zones(*body: str, headline: str = "") -> dict[str, Zone]:
    """Return the zones of such an article by name."""
    return {zone.name: zone for zone in zones_of(article(*body, headline=headline), load())}


def primary(*body: str, headline: str = "") -> set[str]:
    """Return the names of the zones that such an article is about."""
    return {zone.name for zone in zones(*body, headline=headline).values() if zone.primary}


def test_all_forms_of_a_name_are_one_zone_with_its_mentions_in_order() -> None:
    """The official name once, the printed forms as they came, the lines of each."""
    (zone,) = zones("来到潞城经开区,", "走进潞城经济技术开发区,", "潞城经开区表示").values()
    assert zone.name == "潞城经济技术开发区"
    assert zone.mentions == ("潞城经开区", "潞城经济技术开发区")
    assert zone.lines == (("a.txt", 3), ("a.txt", 5), ("a.txt", 7))
    assert (zone.city, zone.province, zone.kind, zone.known) == ("长治市", "山西省", "zone", True)


def test_width_of_the_print_does_not_matter_but_is_kept() -> None:
    """Full-width marks and spaces neither hide a zone nor vanish from the quotation."""
    (zone,) = zones("（阳曲现代农业产业示范区）２０２４ 年").values()
    assert zone.name == "阳曲现代农业产业示范区"


def test_a_headline_says_what_the_article_is_about() -> None:
    """A zone named in headline is primary, others in the body are not."""
    body = ("考察团来到原平经开区。", "随后到定襄经开区。", "大家表示,要向原平学习。", "座谈会随后举行。")
    assert primary(*body, headline="代县考察团赴原平经开区取经") == {"原平经济技术开发区"}


def test_two_zones_in_a_headline_are_both_primary() -> None:
    """Visits and contracts have two sides."""
    assert primary("双方座谈。", headline="霍州经开区与侯马经开区签约") == {"霍州经济技术开发区", "侯马经济开发区"}


def test_a_zone_named_in_full_is_known_by_its_tail() -> None:
    """What stands before the suffix without its city is enough after the full name."""
    (zone,) = zones("考察团来到合肥新站高新技术产业开发区。", "新站高新区介绍了经验。", "大家记在心里。").values()
    assert zone.mentions == ("合肥新站高新技术产业开发区", "新站高新区")
    assert [line for _, line in zone.lines] == [3, 5]
    assert "新站高新区" not in zones("新站高新区介绍了经验。")


def test_two_zones_that_stand_out_among_many_are_examples() -> None:
    """Without the third the text is about them both."""
    two = ("原平经开区与定襄经开区签约。", "原平经开区提供土地,定襄经开区提供技术。", "双方举行座谈。")
    assert primary(*two) == {"原平经济技术开发区", "定襄经济技术开发区"}
    assert primary(*two, "代县经开区也派人参加。", "会后参观。", "天晴了。") == set()


def test_a_city_wide_piece_is_about_no_zone() -> None:
    """Examples in a text about the whole city do not make it theirs."""
    body = ["全市开发区建设提速。"] * 9
    body[2] = "其中,闻喜经开区签约3个项目。"
    body[6] = "河津经开区、垣曲经开区各开工2个项目。"
    assert primary(*body, headline="运城:园区经济跑出加速度") == set()


def test_density_decides_without_a_headline() -> None:
    """A jump's second half has no headline; its zone is named again and again."""
    body = ("永济经开区项目多。", "企业纷纷入驻。", "永济经开区服务好。", "永济经开区将继续努力。")
    assert primary(*body) == {"永济经济技术开发区"}


def test_bare_forms_add_their_lines_to_the_zone_the_article_is_about() -> None:
    """经开区, 开发区 and 该区 are that zone inside the article, and make no zone of their own."""
    found = zones(
        "该区聚焦主业。", "经开区引进项目。", "开发区服务企业。", "天气晴朗。", headline="介休经济技术开发区招商忙"
    )
    assert list(found) == ["介休经济技术开发区"]
    assert [line for _, line in found["介休经济技术开发区"].lines] == [1, 3, 5, 7]


def test_bare_forms_of_another_kind_are_not_taken() -> None:
    """高新区 in an article about an 经开区 is somebody else."""
    found = zones("与高新区共建园区。", headline="介休经济技术开发区招商忙")
    assert found["介休经济技术开发区"].lines == (("a.txt", 1),)


def test_an_office_beside_its_city_tells_which_zone_is_meant() -> None:
    """阳泉市委常委、高新区管委会主任 names the zone of 阳泉."""
    (zone,) = zones("阳泉市委常委、高新区管委会主任高奇英出席会议。").values()
    assert (zone.name, zone.mentions) == ("阳泉高新技术产业开发区", ("高新区",))


def test_a_name_of_two_characters_holds_only_beside_the_full_one() -> None:
    """侯开 is a zone where 侯马 is near, and nothing elsewhere."""
    assert zones("学习侯开经验。") == {}
    (zone,) = zones("侯马经开区有办法。", "学习侯开经验。", "时侯开始了。").values()
    assert zone.mentions == ("侯马经开区", "侯开")
    assert [line for _, line in zone.lines] == [3, 5]


def test_forms_of_a_zone_of_another_province_are_one() -> None:
    """The name is the fullest that the article prints."""
    found = zones("到昆山经开区考察。", "昆山经济技术开发区介绍了做法。", "昆山开发区的经验值得借鉴。")
    assert list(found) == ["昆山经济技术开发区"]
    assert found["昆山经济技术开发区"].mentions == ("昆山经开区", "昆山经济技术开发区", "昆山开发区")
    assert not found["昆山经济技术开发区"].known


@pytest.mark.parametrize(
    "text",
    [
        "高新企业超过千家。",
        "开发区域不断扩大。",
        "全省各开发区负责人参加。",
        "市内各开发区行动起来。",
        "园区道路平整。",
    ],
)
def test_what_only_looks_like_a_zone_is_none(text: str) -> None:
    """Ordinary words with the same characters name nothing."""
    assert zones(text) == {}


def test_an_article_without_zones_has_none() -> None:
    """Nothing in, nothing out."""
    assert zones_of([], load()) == ()
