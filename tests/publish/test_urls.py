"""Addresses are made from names alone and are safe on every file system."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.slugs import MAX_SLUG, person_slug, reading, slug, stem_slug, told_apart

if TYPE_CHECKING:
    from kaifaqu_archive.model import Catalogue


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("绛县经济开发区", "jiang-xian-jing-ji-kai-fa-qu"),
        ("长治高新区", "chang-zhi-gao-xin-qu"),
        ("长子经济技术开发区", "zhang-zi-jing-ji-ji-shu-kai-fa-qu"),
        ("山西洪洞经开区", "shan-xi-hong-tong-jing-kai-qu"),
        ("联东U谷", "lian-dong-u-gu"),
        ("绿色 2025", "lv-se-2025"),
        ("A/B..\\C", "a-b-c"),
    ],
)
def test_slugs_read_aloud(text: str, made: str) -> None:
    """A slug is pinyin syllable by syllable, with Latin words and numbers kept."""
    assert slug(text) == made


@pytest.mark.parametrize("text", ["……", "🀄", "", "𠀀", "长" * 300])
def test_slugs_are_never_empty_nor_long(text: str) -> None:
    """Whatever the name, its slug is plain ASCII of bearable length."""
    made = slug(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= MAX_SLUG + 5


def test_family_names_are_read_as_family_names() -> None:
    """单 in a name is shan, 曾 is zeng; a compound surname is read whole."""
    assert reading("单丽") == "shan-li"
    assert reading("曾国") == "zeng-guo"
    assert reading("尉迟恭") == "yu-chi-gong"


def test_homophones_have_addresses_of_their_own() -> None:
    """Two people whose names sound alike do not share a page, whichever came first."""
    assert person_slug("王波") != person_slug("王博")
    assert person_slug("王波").startswith("wang-bo-")


def test_slugs_that_meet_are_told_apart_by_their_own_names() -> None:
    """Names with one slug each get a hash of themselves, and a third name changes nothing for them."""
    two = told_apart([("甲区", "jia-qu"), ("嘉区", "jia-qu")])
    three = told_apart([("嘉区", "jia-qu"), ("乙区", "yi-qu"), ("甲区", "jia-qu")])
    assert len(set(two.values())) == 2
    assert two == {name: three[name] for name in two}
    assert three["乙区"] == "yi-qu"


def test_file_names_become_safe_addresses() -> None:
    """A plain stem stays; capitals, spaces and Chinese are spelled out with a hash, for two may fold into one."""
    assert stem_slug("000_11a8") == "000_11a8"
    assert stem_slug("A1 版") != stem_slug("a1 版")
    assert re.fullmatch("[a-z0-9-]+", stem_slug("A1 版"))


@pytest.mark.parametrize(
    ("base", "address", "whole"),
    [
        ("/", "articles/a/", "/articles/a/"),
        ("", "articles/a/", "/articles/a/"),
        ("/archive", "feed.xml", "/archive/feed.xml"),
        ("https://example.org/archive", "articles/a/", "https://example.org/archive/articles/a/"),
        ("https://example.org", "", "https://example.org/"),
    ],
)
def test_absolute_addresses(base: str, address: str, whole: str) -> None:
    """A base URL works with and without its last slash, as a path or whole."""
    assert urls.absolute(base, address) == whole


def test_roots_lead_back() -> None:
    """From any depth the root is as many steps up as the address has folders."""
    assert urls.root_from("") == "./"
    assert urls.root_from("about/") == "../"
    assert urls.root_from("articles/a/") == "../../"


def test_two_issues_never_share_an_address(catalogue: Catalogue) -> None:
    """Issues whose date and publication spell alike are told apart by their pages."""
    one, two, *_ = catalogue.issues
    twin = replace(two, date=one.date, publication=one.publication)
    book = urls.address_book(replace(catalogue, issues=(one, twin)))
    assert all(a != b for a, b in pairwise(sorted({book.issue(one), book.issue(twin)})))
    assert book.issue(one) != book.issue(twin)
