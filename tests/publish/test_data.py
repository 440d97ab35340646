"""The site as data: JSON, CSV, feed, sitemap, robots."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from kaifaqu_archive.publish import feeds
from kaifaqu_archive.publish.places import ranges
from kaifaqu_archive.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FULL = "https://example.org/archive/"


def xml(content: bytes) -> ET.Element:
    """Return the root of a file that the site itself made."""
    return ET.fromstring(content)  # noqa: S314 - our own output


def test_articles_json_has_a_record_for_every_article(files: dict[str, bytes]) -> None:
    """A record names the article's address, its facts, and the lines of every page it stands on."""
    records = {record["id"]: record for record in json.loads(files["data/articles.json"])}
    assert set(records) == {"joined1", "hostile1", "photo1", "half1"}
    joined = records["joined1"]
    assert joined["url"] == "articles/joined1/"
    assert joined["date"] == "2024-05-14"
    assert joined["kind"] == "feature"
    assert joined["authors"] == [{"name": "王乙丙", "role": "记者"}]
    assert joined["zones"] == ["漳泽经济技术开发区", "松涛数字产业园"]
    assert joined["parts"] == [
        {"source_file": "one.txt", "page": "A1", "lines": [[1, 11]]},
        {"source_file": "two.txt", "page": "A2", "lines": [[1, 11]]},
    ]
    assert records["photo1"]["title"] == "塔吊林立"
    assert records["photo1"]["publication"] is None


def test_articles_csv_holds_the_same_flat(files: dict[str, bytes]) -> None:
    """The CSV has a row per article, in the order of the JSON, without a byte order mark."""
    rows = list(csv.DictReader(io.StringIO(files["data/articles.csv"].decode("utf-8"), newline="")))
    records = json.loads(files["data/articles.json"])
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert [row["title"] for row in rows] == [record["title"] for record in records]
    assert rows[0]["authors"] == "王乙丙（记者）"
    assert rows[0]["parts"] == "one.txt A1 1-11; two.txt A2 1-11"


def test_line_ranges_bridge_blank_lines_only() -> None:
    """Blank lines do not part a range; a printed line of something else does."""
    assert ranges([3, 5, 7], [1, 3, 5, 7, 9]) == [[3, 7]]
    assert ranges([3, 7, 9], [1, 3, 5, 7, 9]) == [[3, 3], [7, 9]]
    assert ranges([], [1]) == []


@pytest.mark.parametrize("base_url", ["/", FULL])
def test_the_feed_is_atom(make_site: Callable[..., dict[str, bytes]], base_url: str) -> None:
    """The feed has the dated articles with title, id, day and link; ids do not change with the address."""
    feed = xml(make_site(base_url=base_url)["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "松下问童子 云深不知处", "<script>alert(1)</script>&amp;标题", "半篇",
    ]  # fmt: skip
    assert feed.findtext(f"{ATOM}updated") == "2024-05-14T00:00:00+08:00"
    assert entries[0].find(f"{ATOM}link").get("href") == base_url + "articles/joined1/"  # type: ignore[union-attr]
    ids = [element.text or "" for element in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_the_sitemap_names_every_page_once(make_site: Callable[..., dict[str, bytes]]) -> None:
    """Every page that is published to be read is in the sitemap with its full address; forwards are not."""
    files = make_site(base_url=FULL)
    places = [loc.text or "" for loc in xml(files["sitemap.xml"]).iter(f"{MAP}loc")]
    assert len(places) == len(set(places))
    named = {place.removeprefix(FULL) + "index.html" for place in places}
    pages = {path for path in files if path.endswith("index.html")}
    assert pages - named == {"articles/before/index.html", "articles/gone/index.html", "terms/gone/index.html"}
    assert named <= pages
    assert f"Sitemap: {FULL}sitemap.xml" in files["robots.txt"].decode()


def test_a_sitemap_too_long_is_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the protocol's limit there are several files and an index that names them."""
    monkeypatch.setattr(feeds, "SITEMAP_LIMIT", 2)
    files = dict(feeds.sitemap(Site(FULL, tmp_path, tmp_path), ["", "a/", "b/"]))
    index = [loc.text for loc in xml(files["sitemap.xml"]).iter(f"{MAP}loc")]
    assert index == [f"{FULL}sitemap-1.xml", f"{FULL}sitemap-2.xml"]
    assert b"b/" in files["sitemap-2.xml"]
