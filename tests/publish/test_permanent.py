"""What the ledger is told: every address that may never disappear."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import permanent, urls

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from kaifaqu_archive.model import Catalogue


def test_the_ledger_is_told_every_permanent_address(catalogue: Catalogue, files: dict[str, bytes]) -> None:
    """Articles, issues, pages, zones, cities, authors, people and terms are all named, and every one of them is published."""
    told = [address.at for address in permanent.addresses(catalogue)]
    assert len(told) == len(set(told))
    assert {urls.file_of(at) for at in told} <= set(files)
    rooms = ("articles/", "issues/", "pages/", "zones/", "cities/", "authors/", "people/", "terms/")
    pages = (path.removesuffix("index.html") for path in files if path.startswith(rooms) and path.endswith(".html"))
    forwarded = {old for old, _ in catalogue.forwards}
    assert set(pages) - set(rooms) - set(told) == forwarded - set(told)


def test_an_article_is_remembered_by_its_first_words(catalogue: Catalogue) -> None:
    """The ledger learns page, line and opening of an article, of a photograph too."""
    told = {address.at: address for address in permanent.addresses(catalogue)}
    joined, photo = told["articles/joined1/"], told["articles/photo1/"]
    assert (joined.page, joined.line, joined.opening) == ("one.txt", 5, "本报讯 记者甲乙丙 漳泽经开区新")
    assert (photo.page, photo.line) == ("版面 三.txt", 2)


def test_an_address_does_not_depend_on_the_order_of_issues(catalogue: Catalogue) -> None:
    """The same issues in another order have the same addresses."""
    turned = replace(catalogue, issues=catalogue.issues[::-1])
    assert sorted(a.at for a in permanent.addresses(catalogue)) == sorted(a.at for a in permanent.addresses(turned))


def test_the_parts_of_what_is_long_are_permanent_too(
    long_archive: Catalogue, make_site: Callable[..., dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every year of a long dossier and every letter of a long index is told, by the name of the whole, and no other."""
    monkeypatch.setattr("kaifaqu_archive.publish.parts.ONE_PAGE", 1)
    told = {address.at: address.name for address in permanent.addresses(long_archive)}
    named = re.compile(r"(zones|cities|people|authors|terms)/.+/index\.html")
    published = {path.removesuffix("index.html") for path in make_site(long_archive) if named.fullmatch(path)}
    assert published == {at for at in told if named.fullmatch(f"{at}index.html")}
    years = {at for at in told if re.fullmatch(r"(?!pages)[a-z]+/[^/]+/20\d\d/", at)}
    assert {at.partition("/")[0] for at in years} == {"zones", "cities", "people", "authors", "terms"}
    assert all(told[at] == told[at[: -len("2024/")]] for at in years)
    assert {at: name for at, name in told.items() if "letter" in at} == {"people/letter-d/": told["people/"]}
