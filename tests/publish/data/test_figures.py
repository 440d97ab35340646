"""The table of figures: each with what bounds it, its sentence and its place."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Figure
from kaifaqu_archive.publish.wording import amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from kaifaqu_archive.model import Catalogue

SENTENCE = "松涛数字产业园同日开园，投资超过3.5万元。"
MONEY = Figure(
    text="超过3.5万元",
    value=3.5,
    unit="万元",
    base_value=35000,
    base_unit="元",
    kind="money",
    subject="投资",
    sentence=SENTENCE,
    page="one.txt",
    line=7,
    about="以上",
)


@pytest.fixture
def with_figure(catalogue: Catalogue, make_site: Callable[..., dict[str, bytes]]) -> dict[str, bytes]:
    """Return the site of the archive, whose article joined1 prints one figure."""
    issues = tuple(
        replace(
            issue,
            entries=tuple(
                replace(entry, facts=replace(entry.facts, figures=(MONEY,))) if entry.id == "joined1" else entry
                for entry in issue.entries
            ),
        )
        for issue in catalogue.issues
    )
    return make_site(replace(catalogue, issues=issues))


def test_a_bound_is_shown_with_its_number() -> None:
    """约 stands before the number, 以上 and 以下 after it, a range with both ends, an exact figure alone."""
    assert amount(MONEY) == "3.5万元以上"
    assert amount(replace(MONEY, about="以下")) == "3.5万元以下"
    assert amount(replace(MONEY, about="约")) == "约3.5万元"
    assert amount(replace(MONEY, value=3.0, upto=5.0, unit="家", about="")) == "3—5家"


def test_a_few_more_is_shown_as_printed() -> None:
    """余 and 多 say more of a number than 以上 does, so the print's own words are shown."""
    assert amount(replace(MONEY, text="900余家", value=900.0, unit="家")) == "900余家"
    assert amount(replace(MONEY, text="6万多人", value=6.0, unit="万人")) == "6万多人"


def test_a_figure_has_sentence_line_article_and_address(with_figure: dict[str, bytes]) -> None:
    """A row can be traced to the sentence, the page and line as received, and the article."""
    (row,) = json.loads(with_figure["data/figures.json"])
    assert (row["shown"], row["text"], row["about"]) == ("3.5万元以上", "超过3.5万元", "以上")
    assert (row["base_value"], row["base_unit"], row["subject"]) == (35000, "元", "投资")
    assert (row["sentence"], row["source_file"], row["line"]) == (SENTENCE, "one.txt", 7)
    assert (row["article"], row["url"], row["date"]) == ("joined1", "articles/joined1/", "2024-05-14")


def test_the_same_figures_are_in_csv_database_and_on_the_data_page(with_figure: dict[str, bytes]) -> None:
    """CSV and SQLite hold the row, the description has the resource, and the data page offers the files."""
    (row,) = csv.DictReader(io.StringIO(with_figure["data/figures.csv"].decode(), newline=""))
    assert (row["shown"], row["sentence"], row["upto"]) == ("3.5万元以上", SENTENCE, "")
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(with_figure["data/archive.sqlite"])
        held = database.execute("SELECT shown, base_value, sentence, url FROM figures").fetchall()
    assert held == [("3.5万元以上", 35000.0, SENTENCE, "articles/joined1/")]
    names = {each["name"] for each in json.loads(with_figure["data/datapackage.json"])["resources"]}
    assert {"figures", "figures-json"} <= names
    page = with_figure["data/index.html"].decode()
    assert "data/figures.csv" in page
    assert "data/figures.json" in page
