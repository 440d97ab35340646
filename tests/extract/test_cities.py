"""The cities that an article is about."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract import gazetteer
from kaifaqu_archive.extract.cities import cities_of, find_cities
from kaifaqu_archive.extract.stretches import Place, make_stretch
from kaifaqu_archive.extract.zones import zones_of


def about(title: str, *paragraphs: str) -> list[tuple[str, str]]:
    """Return (city, basis) for an article of these texts, a line each."""
    parts = [make_stretch(title, Place.HEADLINE, "a.txt", (1,))] if title else []
    parts += [make_stretch(text, Place.BODY, "a.txt", (n,)) for n, text in enumerate(paragraphs, 3)]
    return [(city.name, city.basis) for city in cities_of(parts, zones_of(parts, gazetteer.load()))]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("晋城市召开会议，阳城县参加。", ["晋城市", "晋城市"]),
        ("长治久安，大同小异，天下大同。", []),
        ("推行河长制林长治，实现长治久清。", []),
        ("太原理工大学教授在长治日报撰文。", []),
        ("吕梁山深处，吕梁市的村庄。", ["吕梁市"]),
        ("四川省宝兴县、浙江省安吉县、宁夏西吉县。", []),
        ("走进山西兴县、吉县。", ["吕梁市", "临汾市"]),
        ("大同工矿区与西部工矿区。", ["大同市"]),
        ("晋中南铁路穿过晋中盆地。", []),
        ("辽宁省和平区", []),
    ],
)
def test_a_city_is_read_where_one_is_named(text: str, cities: list[str]) -> None:
    """Cities short and in full, counties in full; not what is called after them, nor what only looks so."""
    assert [named.city for named in find_cities(text)] == cities


def test_a_headline_says_what_it_is_about() -> None:
    """With zones or without; one that names three cities is about the province."""
    assert about("运城：让项目早落地", "近日，全市推进会召开。") == [("运城市", "headline")]
    assert about("长治高新区与太原携手", "长治高新区与企业签约。") == [("长治市", "headline"), ("太原市", "headline")]
    assert about("太原、大同、长治竞相发力", "各市比学赶超。") == []


def test_a_dateline_says_where_but_for_the_capital() -> None:
    """What is filed in the capital may be about the whole province."""
    assert about("", "科学导报忻州讯 全市举行集中开工。") == [("忻州市", "dateline")]
    assert about("", "本报太原5月6日讯 全省推进会召开。", "各市参加。") == []


def test_an_opening_sentence_says_it_where_no_other_place_is_named() -> None:
    """In full, and alone."""
    assert about("", "近日，阳泉市商务局组织企业参展。", "大家收获很大。") == [("阳泉市", "opening")]
    assert about("", "近日，阳泉市和河北省石家庄市签约。", "大家收获很大。") == []
    assert about("", "会议在朔州召开，各省参加。", "大家收获很大。") == []


def test_a_text_that_keeps_naming_a_city_is_about_it() -> None:
    """Half of the paragraphs, two at least, and no other city half as often."""
    told = ("这里，是煤都。", "走进大同市的企业。", "大同的风电。", "未来可期。")
    assert about("", *told) == [("大同市", "density")]
    assert about("", *told[:2], "朔州、大同的风电。", "未来可期。") == []
    assert about("", *told[:2], "风电发展快。", "未来可期。") == []


def test_an_article_that_names_a_zone_is_where_its_zones_are() -> None:
    """Only its headline may say more."""
    assert about("", "近日，阳泉市商务局到长治高新区考察。", "大家收获很大。") == []


def test_the_lines_say_where_the_city_is_named() -> None:
    """Every mention that decided has its page and line."""
    parts = [
        make_stretch(text, Place.BODY, "a.txt", (n,)) for n, text in ((3, "这里。"), (5, "大同市。"), (7, "大同。"))
    ]
    (city,) = cities_of(parts, ())
    assert city.lines == (("a.txt", 5), ("a.txt", 7))


def test_long_texts_take_linear_time() -> None:
    """A short name looks at the word before it, not at the whole text."""
    assert sum(1 for _ in find_cities("和吉县" * 30_000)) == 30_000
