"""Pictures tell the same as their tables, in shades, words and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.publish.cities import CITIES
from kaifaqu_archive.publish.pictures.months import Counts, month_picture, months_of
from kaifaqu_archive.publish.pictures.shades import scale
from kaifaqu_archive.publish.pictures.tiles import tile_map

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.mark.parametrize("most", [1, 2, 3, 5, 30, 1000])
def test_more_is_never_lighter(most: int) -> None:
    """Nothing is no shade, the most is the darkest, and the legend covers every count once."""
    shades = scale(most)
    levels = [shades.level(count) for count in range(most + 1)]
    assert levels[0] == 0
    assert levels == sorted(levels)
    assert levels[-1] == len(shades.steps) == max(levels)
    assert levels[1] == 1


def test_every_city_has_a_tile_of_its_own() -> None:
    """Eleven tiles in eleven places, each with its city's number."""
    made = tile_map({"长治市": 3}, {city: f"cities/{n}/" for n, city in enumerate(CITIES)})
    assert [tile.name for tile in made.tiles] == [city[:-1] for city in CITIES]
    assert len({(tile.x, tile.y) for tile in made.tiles}) == len(CITIES)
    assert {tile.name: tile.count for tile in made.tiles}["长治"] == 3
    assert "长治市3篇" in made.summary


def test_a_row_of_months_adds_up() -> None:
    """Cells stand for months with articles; the table has all twelve and their sum."""
    months: Mapping[str, dict[int, int]] = months_of(["2024-09-03", "2024-09-10", "2023-01-01"])
    assert list(months) == ["2024", "2023"]
    made = month_picture("m", "题", "句", "年", [Counts(year, f"{year}年", "", each) for year, each in months.items()])
    assert [(cell.label, cell.count) for cell in made.rows[0].cells] == [("2024年9月：2篇", 2)]
    assert made.rows[0].counts[8] == made.rows[0].total == 2


def test_pictures_on_the_site_have_words_and_tables(files: dict[str, bytes]) -> None:
    """A picture that stands for itself has a name; calendar, map and months are followed by a table."""
    for path in ("cities/index.html", "issues/index.html", "zones/index.html"):
        html = files[path].decode()
        assert "<table" in html
        for svg in re.findall(r"<svg[^>]*>", html):
            assert 'aria-hidden="true"' in svg or "aria-label" in svg, path
