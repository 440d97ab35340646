"""Policy terms as readers find them: the index, a dossier each, ways in from elsewhere, tables."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Term, TermUse
from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.searchable import documents
from kaifaqu_archive.publish.shelf import shelve

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaifaqu_archive.model import Catalogue

OPENED = TermUse("joined1", "封顶", "one.txt", 5, "本报讯 记者甲乙丙 漳泽经开区新厂房封顶，工期比去年短。")
OPENED_AGAIN = replace(OPENED, form="开园日", line=7, sentence="松涛数字产业园同日开园。")
EARLIER = TermUse("half1", "封顶", "old.txt", 3, "上半篇到这里。")
IN_HEADLINE = TermUse("half1", "封顶", "old.txt", 1, "半篇")
TERM = Term("封顶", ("开园日",), (OPENED, OPENED_AGAIN, EARLIER, IN_HEADLINE))
OTHER = Term("12工程", (), (replace(OPENED, form="12工程"),))


@pytest.fixture
def with_terms(catalogue: Catalogue) -> Catalogue:
    """Return the small archive with two terms."""
    return replace(catalogue, terms=(TERM, OTHER))


@pytest.fixture
def site(with_terms: Catalogue, make_site: Callable[..., dict[str, bytes]]) -> dict[str, str]:
    """Return the pages and tables of its site, path -> text."""
    made = make_site(with_terms)
    return {path: made[path].decode() for path in made if path.endswith((".html", ".json", ".csv", ".xml"))}


def test_the_index_lists_terms_by_use_and_by_letter(site: dict[str, str]) -> None:
    """The most used come first; every term stands under its letter, those that begin with a number last."""
    text = site["terms/index.html"]
    often, letter = text.partition('id="letter-f"')[::2]
    assert often.index("封顶") < often.index("12工程")
    assert letter.index("封顶") < letter.index('id="others"') < letter.index("12工程")
    assert '<span class="count">2<span class="unseen">篇</span></span>' in often


def test_a_dossier_tells_first_appearance_counts_and_sentences(with_terms: Catalogue, site: dict[str, str]) -> None:
    """Each sentence leads to its paragraph and its line; what stands in a headline is not said twice."""
    text = site[urls.file_of(shelve(with_terms).urls.terms["封顶"])]
    assert "2篇，4句" in text
    assert "首见于" in text
    assert text.index("2023年11月7日") < text.index("《半篇》")
    assert "开园日" in text
    assert '<a href="../../articles/joined1/#p1">' in text
    assert ">seeds/one.txt:5</a>" in text
    assert ">seeds/one.txt:7</a>" in text
    assert ">seeds/old.txt:1</a>" not in text
    assert "漳泽经济技术开发区" in text
    assert ">12工程</a>" in text


def test_a_dossier_counts_by_issue(with_terms: Catalogue, site: dict[str, str]) -> None:
    """Issues stand in the order of their days, with articles and sentences."""
    text = site[urls.file_of(shelve(with_terms).urls.terms["封顶"])]
    table = text.partition('<table class="by-issue">')[2].partition("</table>")[0]
    first, second = (row for row in table.split("<tr>") if "<td>" in row)
    assert "2023年11月7日" in first
    assert "推断" in first
    assert "<td>1</td><td>2</td>" in first
    assert "2024年5月14日" in second
    assert "<td>1</td><td>2</td>" in second


def test_articles_zones_and_the_front_page_lead_to_terms(with_terms: Catalogue, site: dict[str, str]) -> None:
    """An article lists its terms, a zone those of the articles about it, the front page the most used."""
    book = shelve(with_terms).urls
    address = book.terms["封顶"]
    assert f'href="../../{address}"' in site["articles/joined1/index.html"]
    assert f'href="../../{address}"' in site[urls.file_of(book.zones["漳泽经济技术开发区"])]
    assert f'href="./{address}"' in site["index.html"]
    assert address not in site["articles/hostile1/index.html"]
    assert f"{address}</loc>" in site["sitemap.xml"]


def test_tables_have_every_term_and_every_sentence(site: dict[str, str]) -> None:
    """Uses name article, page and line."""
    term = json.loads(site["data/terms.json"])[0]
    assert (term["name"], term["forms"], term["articles"], term["sentences"]) == ("封顶", ["开园日"], 2, 4)
    assert (term["first"], term["last"]) == ("2023-11-07", "2024-05-14")
    uses = json.loads(site["data/term_uses.json"])
    assert len(uses) == len(TERM.uses) + len(OTHER.uses)
    assert uses[1]["form"] == "开园日"
    assert (uses[1]["source_file"], uses[1]["line"]) == ("one.txt", 7)
    assert "terms.csv" in site["data/index.html"]


def test_the_search_is_told_of_terms(with_terms: Catalogue) -> None:
    """An article's document has its terms, which are offered while a reader types."""
    told = {document.id: document.terms for document in documents(shelve(with_terms))}
    assert told["joined1"] == ("封顶", "12工程")
    assert told["hostile1"] == ()


def test_terms_that_sound_alike_have_addresses_of_their_own(with_terms: Catalogue) -> None:
    """An address does not change when another term of the same sound turns up."""
    alone = urls.address_book(with_terms).terms["封顶"]
    both = urls.address_book(replace(with_terms, terms=(*with_terms.terms, replace(TERM, name="峰顶")))).terms
    assert both["封顶"] == alone
    assert both["峰顶"] != alone
