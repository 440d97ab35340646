"""The table of provinces, prefectures and counties."""

from __future__ import annotations

import pytest

from kaifaqu_archive.extract.places import load_places, stem


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("长治市", "长治"),
        ("绛县", "绛县"),
        ("长子县", "长子"),
        ("浦东新区", "浦东"),
        ("内蒙古自治区", "内蒙古"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("石柱土家族自治县", "石柱"),
    ],
)
def test_a_stem_is_the_name_that_papers_print(name: str, short: str) -> None:
    """省, 市, 县 and the names of peoples are left off, unless one character would remain."""
    assert stem(name) == short


def test_every_province_is_there() -> None:
    """Thirty-four, each found by its full name and its stem."""
    places = {place for found in load_places().named.values() for place in found}
    assert len({place.province for place in places}) == 34


def test_the_longest_name_before_a_point_is_found() -> None:
    """新绛县 is not 绛县."""
    text = "在新绛县"
    found = load_places().before(text, len(text))
    assert found is not None
    begin, (place, *_) = found
    assert (text[begin:], place.name, place.city, place.province) == ("新绛县", "新绛县", "运城市", "山西省")


def test_the_last_place_of_a_province_is_found() -> None:
    """Places of other provinces are passed over."""
    place = load_places().last_in("大同市与江苏省南京市签约", "山西省")
    assert place is not None
    assert place.name == "大同市"
    assert load_places().last_in("江苏省南京市", "山西省") is None


def test_larger_places_come_first() -> None:
    """吉林 is the province before it is the city."""
    ranks = [place.rank for place in load_places().named["吉林"]]
    assert ranks == sorted(ranks)
    assert len(ranks) == 2
