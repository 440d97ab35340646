"""Dossiers: figures with their sentences, and a page for every year where there is much to tell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Issue
from kaifaqu_archive.publish.parts import LONG
from kaifaqu_archive.publish.shelf import Shelved
from kaifaqu_archive.publish.views.dossier import NEWEST
from kaifaqu_archive.publish.views.figures import RULE, countings, is_of
from kaifaqu_archive.publish.views.offices import PRINTED_THEN
from kaifaqu_archive.publish.views.people import LISTED, LISTED_OF_MANY
from tests.publish.long_archive import OURS, THEIRS, entry, figure, given

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaifaqu_archive.model import Catalogue, Entry, Zone


def shelved(made: Entry) -> Shelved:
    """Return an article in its issue."""
    return Shelved(made, Issue("园区周报", given("2024-05-14"), None, made.pages, (made,)), None, None)


@pytest.mark.parametrize(
    ("zones", "sentence", "listed"),
    [
        ((OURS,), "该区投资3.5万元。", True),
        ((OURS, THEIRS), "漳泽经开区投资3.5万元。", True),
        ((OURS, THEIRS), "全区投资3.5万元。", True),
        ((OURS, THEIRS), "汾滨高新区投资3.5万元。", False),
        ((OURS, THEIRS), "漳泽经开区、汾滨高新区各投资3.5万元。", True),
        ((replace(OURS, primary=False), THEIRS), "全市投资3.5万元。", False),
        ((replace(OURS, primary=False), THEIRS), "漳泽经开区投资3.5万元。", True),
        ((OURS, replace(THEIRS, primary=True)), "两区投资3.5万元。", False),
        ((THEIRS,), "汾滨高新区投资3.5万元。", False),
    ],
)
def test_a_figure_is_a_zones_where_its_sentence_or_its_article_says_so(
    zones: tuple[Zone, ...], sentence: str, *, listed: bool
) -> None:
    """A sentence that names the zone, or one without any zone in an article about this zone alone."""
    held = figure(sentence)
    assert is_of(shelved(entry(1, *zones, figures=(held,))), held, OURS.name) is listed


def test_the_figures_of_a_sentence_stand_together_with_it() -> None:
    """The sentence once, with date, paragraph and line; what cannot be told apart once."""
    said = "漳泽经开区投资3.5万元，占地20亩，投资3.5万元。"
    area = figure(said, text="20亩", value=20.0, unit="亩", kind="area", subject="占地")
    (counting,) = countings([shelved(entry(1, OURS, figures=(figure(said), area, figure(said))))], OURS.name)
    assert [(amount.subject, amount.shown) for amount in counting.amounts] == [("投资", "3.5万元"), ("占地", "20亩")]
    assert (counting.quote.text, counting.quote.href) == (said, "articles/a1/#p1")
    assert counting.quote.source.text == "seeds/a.txt:2"
    assert counting.date.iso == "2024-05-14"


def test_a_headlines_figure_leads_to_the_article() -> None:
    """It stands in no paragraph."""
    (counting,) = countings([shelved(entry(1, OURS, figures=(figure("投资3.5万元", 1),)))], OURS.name)
    assert counting.quote.href == "articles/a1/"
    assert counting.quote.source.text == "seeds/a.txt:1"


def articles_in(page: bytes) -> set[str]:
    """Return the ids of the articles that a page leads to."""
    return set(re.findall(r"articles/(a\d+)/", page.decode()))


def test_a_long_dossier_has_a_page_for_every_year(
    long_archive: Catalogue, make_site: Callable[..., dict[str, bytes]]
) -> None:
    """Its first page tells the newest; every article stands on the page of its year."""
    site = make_site(long_archive)
    for kind in ("zones", "cities", "people", "authors", "terms"):
        (years,) = {path.rpartition("2024/")[0] for path in site if path.startswith(kind) and "/2024/" in path}
        first = site[f"{years}index.html"]
        assert len(articles_in(first.partition(b'<div class="record">')[2])) == NEWEST, kind
        assert f"{years}2024/".encode() in first
        assert f"{years}2023/".encode() in first
        assert len(articles_in(site[f"{years}2024/index.html"])) == LONG
        assert len(articles_in(site[f"{years}2023/index.html"])) == 40


def test_a_year_is_told_by_month_and_leads_to_the_others(
    long_archive: Catalogue, make_site: Callable[..., dict[str, bytes]]
) -> None:
    """Its page has the subject in its heading, the caution of the subject's page, and marks itself among the years."""
    site = make_site(long_archive)
    (path,) = (path for path in site if path.startswith("people/") and "/2023/" in path)
    page = site[path].decode()
    heading = page.partition("<h1>")[2].partition("</h1>")[0]
    assert re.sub("<[^>]+>", "", heading) == "丁戊己：2023年"
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", page) == ["5月"]
    assert PRINTED_THEN in page
    here = path.removesuffix("index.html")
    assert f'<a href="../../../{here}" aria-current="page">2023年' in page
    assert f'<a href="../../../{here.replace("2023", "2024")}">2024年' in page
    (zone,) = (path for path in site if path.startswith("zones/") and "/2023/" in path)
    assert '<p class="caution">' not in site[zone].decode().partition('<div class="record">')[0]


def test_a_short_dossier_has_no_pages_of_years(
    long_archive: Catalogue, make_site: Callable[..., dict[str, bytes]]
) -> None:
    """As many as one page holds stand on it, figures behind a fold and all."""
    site = make_site(replace(long_archive, issues=long_archive.issues[:1], terms=()))
    assert not [path for path in site if re.match(r"(zones|cities|people|authors)/.*/2024/", path)]
    (path,) = (path for path in site if re.fullmatch(r"zones/[^/]+/index.html", path))
    page = site[path].decode()
    assert len(articles_in(site[path])) == LONG
    assert page.count('class="amounts"') == LONG
    assert page.index('<details class="more">') < page.index("其余192句")
    assert RULE in page


def test_the_index_of_people_lists_the_newest_mentions_and_counts_all(
    long_archive: Catalogue, make_site: Callable[..., dict[str, bytes]]
) -> None:
    """What it leaves out, the person's own page tells."""
    page = make_site(long_archive)["people/index.html"].decode()
    assert f"1人，共{LONG + 40}次" in page
    assert len(set(re.findall(r"articles/(a\d+)/", page))) == LISTED
    assert f"另有{LONG + 40 - LISTED}次" in page
    assert "记名最多" not in page


def test_a_long_index_of_people_names_those_in_most_articles_first(
    long_archive: Catalogue, make_site: Callable[..., dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first page leads to the letters, and is not empty besides."""
    monkeypatch.setattr("kaifaqu_archive.publish.parts.ONE_PAGE", LONG)
    site = make_site(long_archive)
    first = site["people/index.html"].decode()
    (letter,) = (path for path in site if re.fullmatch(r"people/letter-[a-z]/index.html", path))
    assert f'href="../{letter.removesuffix("index.html")}"' in first
    assert f'<span class="count">{LONG + 40}<span class="unseen">篇</span>' in first.partition("记名最多")[2]
    assert not articles_in(first.encode())
    told = site[letter].decode()
    assert "记名最多" not in told
    assert 'aria-current="page">D</a>' in told
    assert len(articles_in(site[letter])) == LISTED_OF_MANY
    assert f"另有{LONG + 40 - LISTED_OF_MANY}次" in told
