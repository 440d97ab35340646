"""The gazetteer of Shanxi's zones and the checks it goes through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaifaqu_archive.errors import KaifaquError
from kaifaqu_archive.extract.gazetteer import build, load, read
from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.zone_names import Named, find_zones
from kaifaqu_archive.model import ZoneRow

ROW = ZoneRow("方山经济技术开发区", "吕梁市", "省级", "经济技术开发区", "recalled", ("测试",))
GOOD = "- {name: 甲经济开发区, city: 太原市, level: 省级, type: 经济开发区, certainty: listed, source: [测试]}\n"


def test_the_gazetteer_covers_all_eleven_cities() -> None:
    """About a hundred zones, some in every prefecture of the province."""
    rows = load().rows
    assert len(rows) >= 95
    assert {row.city for row in rows} == set(load_places().cities("山西省"))
    assert len(load_places().cities("山西省")) == 11


def test_every_row_says_where_it_comes_from() -> None:
    """Source and degree of certainty stand in every row; what is only remembered says so."""
    assert all(row.source for row in load().rows)
    recalled = [row for row in load().rows if row.certainty == "recalled"]
    assert 0 < len(recalled) < len(load().rows) / 2


def test_a_zone_needs_one_name_for_its_short_forms() -> None:
    """Adding a row with nothing but its official name makes all usual forms known."""
    gazetteer = build([ROW], load_places())
    forms = ("方山经济技术开发区", "方山经开区", "方山县经开区", "方山开发区", "方山经济开发区", "吕梁方山国家级经开区")
    for form in forms:
        (hit,) = [each for each in find_zones(form, gazetteer) if isinstance(each, Named)]
        assert hit.row == ROW, form


def test_every_name_of_every_row_is_found_in_text() -> None:
    """No official, former or short name of three characters or more is lost to another row."""
    gazetteer = load()
    for row in gazetteer.rows:
        for name in row.names:
            if name not in gazetteer.near:
                found = [hit.name for hit in find_zones(f"在{name}调研", gazetteer) if isinstance(hit, Named)]
                assert found == [row.name], name


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (replace(ROW, city="吕梁"), "吕梁 is no city of 山西省"),
        (replace(ROW, city="西安市"), "西安市 is no city of 山西省"),
        (replace(ROW, county="长子县"), "长子县 is not in 吕梁市"),
        (replace(ROW, level="县级"), "level 县级"),
        (replace(ROW, certainty="sure"), "certainty sure"),
        (replace(ROW, part_of="没有的开发区"), "part_of 没有的开发区"),
        (replace(ROW, short=("方山经济技术开发区",)), "belongs to"),
    ],
)
def test_a_wrong_row_is_refused_with_its_name(row: ZoneRow, says: str) -> None:
    """The error names the zone and what is wrong with it."""
    with pytest.raises(KaifaquError, match=says) as error:
        build([row], load_places())
    assert "方山经济技术开发区" in error.value.what
    assert error.value.remedy


def test_no_name_is_claimed_twice() -> None:
    """Two rows that share a name, be it a former one or a park, are refused."""
    other = replace(ROW, name="石楼经济技术开发区", parks=("方山经济技术开发区",))
    with pytest.raises(KaifaquError, match="belongs to 方山经济技术开发区 and to 石楼经济技术开发区"):
        build([ROW, other], load_places())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {name: [", "not YAML"),
        ("name: 甲", "not a list"),
        ("- 甲\n", "no zone"),
        ("- {name: 甲, colour: 红}\n", "'colour' is not known"),
        ("- {name: 甲, city: 太原市}\n", "level, type, certainty, source missing"),
        (GOOD.replace("[测试]", "测试"), "source cannot be '测试'"),
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(text: str, says: str) -> None:
    """Whatever stands in the file, the error says what and what to do."""
    with pytest.raises(KaifaquError, match=says) as error:
        read(text)
    assert error.value.place == "zones.yml"
    assert error.value.remedy.endswith(".")


@pytest.mark.parametrize("other", ["方山经济开发区", "山西方山经济技术开发区", "方山县经济技术产业开发区"])
def test_no_short_form_is_derived_from_two_rows(other: str) -> None:
    """Names that differ, but of which the same 方山经开区 is short, are refused."""
    with pytest.raises(KaifaquError, match=f"方山经济技术开发区 and {other} are both “方山经济技术开发区” for short"):
        build([ROW, replace(ROW, name=other)], load_places())
    build([ROW, replace(ROW, name="方山高新技术产业开发区")], load_places())


def test_a_good_file_is_read() -> None:
    """Lists become tuples, what is left out is empty."""
    (row,) = read(GOOD)
    assert (row.name, row.source, row.former, row.county) == ("甲经济开发区", ("测试",), (), None)
