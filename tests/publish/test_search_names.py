"""Names that are offered while a reader types."""

from __future__ import annotations

import json
import zlib
from collections import Counter

import pytest

from kaifaqu_archive.publish.search import Document
from kaifaqu_archive.publish.search.facets import facets
from kaifaqu_archive.publish.search.keys import key_of
from kaifaqu_archive.publish.search.names import count, names
from kaifaqu_archive.publish.search.shortforms import short_forms


def inflated(content: bytes) -> list[list[object]]:
    """Return what a deflated file says."""
    found: list[list[object]] = json.loads(zlib.decompress(content, -15))
    return found


def under(character: str, counted: Counter[tuple[str, str]]) -> list[list[object]]:
    """Return the rows that a browser reads for a first character."""
    made = names(counted)
    number = key_of(character) >> (32 - made.bits) if made.bits else 0
    return inflated(dict(made.files)[f"{number:x}.bin"])


@pytest.mark.parametrize("first", ["长", "c"])
def test_a_zone_is_found_by_hanzi_and_by_pinyin(first: str) -> None:
    """The file that answers for either first character holds the zone with its short forms and their pinyin."""
    rows = under(first, Counter({("zone", "长治高新技术产业开发区"): 3, ("author", "王波"): 2}))
    (forms,) = [row[3] for row in rows if row[1] == "长治高新技术产业开发区"]
    assert ["长治高新区", "chang zhi gao xin qu"] in forms  # type: ignore[operator]


def test_a_family_name_is_read_as_one() -> None:
    """单 is Shan where it names a family."""
    (row,) = [row for row in under("单", Counter({("author", "单丽"): 1})) if row[1] == "单丽"]
    assert row[3] == [["单丽", "shan li"]]


def test_many_names_are_spread_over_many_files() -> None:
    """No file grows with the archive: ten thousand names take no more than a few kilobytes each."""
    given = Counter({("author", f"{chr(0x4E00 + n % 3000)}{chr(0x5000 + n)}"): 1 for n in range(10_000)})
    made = names(given)
    assert made.bits > 5
    assert max(len(content) for _, content in made.files) < 20_000


def test_a_name_with_a_page_leads_there() -> None:
    """A name of the given pages carries its address; the others have none and are searched for."""
    counted = Counter({("term", "无忧地"): 2, ("author", "吴优"): 1})
    made = names(counted, {("term", "无忧地"): "terms/wu-you-di-1234/"})
    rows = {row[1]: row for _, content in made.files for row in inflated(content)}
    assert rows["无忧地"][4] == "terms/wu-you-di-1234/"
    assert len(rows["吴优"]) == 4


def test_names_are_counted_once_an_article() -> None:
    """An article that names a zone twice counts once."""
    counted: Counter[tuple[str, str]] = Counter()
    given = [
        Document("a", "", "", (), zones=("甲区", "甲区"), authors=("王波",)),
        Document("b", "", "", (), zones=("甲区",)),
    ]
    assert list(count(given, counted)) == given
    assert counted == Counter({("zone", "甲区"): 2, ("author", "王波"): 1})


def test_short_forms_follow_the_official_ending() -> None:
    """长治高新技术产业开发区 is 长治高新区; a name that is only an ending has no short form."""
    assert "长治高新区" in short_forms("长治高新技术产业开发区")
    assert "灵石经开区" in short_forms("灵石经济技术开发区")
    assert short_forms("经济技术开发区") == ()
    assert short_forms("唐槐园区") == ()


def test_dates_and_facets_tell_of_every_document() -> None:
    """Dates count the documents of each day; a facet lists each value's documents, frequent ones first."""
    given = [Document(str(n), "", "", (), date="2024-01-02" if n else None, kind="news") for n in range(3)]
    made = dict(facets(given))
    assert inflated(made["dates.bin"]) == [["", 1], ["2024-01-02", 2]]
    length = int.from_bytes(made["kind.bin"][:3], "little")
    assert inflated(made["kind.bin"][3 : 3 + length]) == [["news", 3]]
