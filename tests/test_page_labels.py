"""Which page labels mean one page."""

from __future__ import annotations

import pytest

from kaifaqu_archive.page_labels import same_label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第7版", "7"),
        ("A2", "a02"),
        ("A2", "A 2 版"),
        ("第七版", "7"),
        ("第3版", "03"),
        ("第十二版", "12"),
        ("第十版", "10"),
        ("二十", "20"),
        ("三十一", "31"),
        ("A十一", "A11"),
        ("版面", "面"),
        ("B12", "B012"),
        ("Ａ２", "A2"),
        ("第６版", "06"),
        ("ａ０２", "A2"),
        ("第2、3版", "3"),
        ("2-3", "第二版"),
        ("第2至3版", "第三版"),
    ],
)
def test_labels_of_one_page(one: str, other: str) -> None:
    """第, 版, spaces, case, leading noughts and Chinese numerals do not tell pages apart."""
    assert same_label(one, other)
    assert same_label(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A2", "B2"),
        ("A2", "A3"),
        ("2", "A2"),
        ("2", "12"),
        ("10", "1"),
        ("七", "八"),
        ("十二", "二十"),
        ("十", "一"),
        ("十一", "12"),
        ("十十", "二十"),
        ("一二十", "12"),
    ],
)
def test_labels_of_two_pages(one: str, other: str) -> None:
    """Another letter or another number is another page."""
    assert not same_label(one, other)
