"""Pages become issues by paper and date, and issues a catalogue from the newest to the oldest."""

from __future__ import annotations

import random
from dataclasses import replace

from kaifaqu_archive.catalogue import ReadIssue, ReadPage, assemble_catalogue, best_date, group_issues, natural
from kaifaqu_archive.model import (
    DateBasis,
    Facts,
    IssueDate,
    Page,
    PageFacts,
    Paragraph,
    ParsedPage,
    Printed,
    Role,
    Settings,
)
from tests.blank import BLANK

UNKNOWN = IssueDate(value=None, range=None, basis=DateBasis.UNKNOWN, evidence=())


def given(day: str) -> IssueDate:
    """Return a date that the editor gave."""
    return IssueDate(value=day, range=(day, day), basis=DateBasis.GIVEN, evidence=())


def inferred(day: str) -> IssueDate:
    """Return a date that was inferred."""
    return IssueDate(value=day, range=(day, day), basis=DateBasis.INFERRED, evidence=("近日",))


def page(name: str, date: IssueDate, publication: str | None = "周刊", label: str | None = None) -> ReadPage:
    """Return a page of which only what is known matters."""
    return ReadPage(ParsedPage(Page(name, (), ""), (), ()), PageFacts(name, publication, date, label, None))


def names(groups: tuple[tuple[ReadPage, ...], ...]) -> list[list[str]]:
    """Return the file names of every group."""
    return [[page.facts.source_file for page in group] for group in groups]


def test_pages_of_one_paper_and_day_are_an_issue() -> None:
    """Another day or another paper is another issue."""
    day = given("2024-01-30")
    pages = [page("a", day), page("b", day), page("c", day, "日报"), page("d", given("2024-02-20"))]
    assert names(group_issues(pages)) == [["a", "b"], ["c"], ["d"]]


def test_pages_of_an_issue_stand_in_the_order_of_their_labels() -> None:
    """A2 before A10, pages without a label last, then by name; whatever order they come in."""
    day = given("2024-01-30")
    labels = {"z": "A1", "y": "A2", "x": "A10", "w": "B1", "a": None, "b": None}
    pages = [page(name, day, label=label) for name, label in labels.items()]
    for seed in range(5):
        shuffled = random.Random(seed).sample(pages, len(pages))  # noqa: S311 - the same shuffles in every run
        assert names(group_issues(shuffled)) == [["z", "y", "x", "w", "a", "b"]]


def test_labels_sort_as_people_count() -> None:
    """Chinese labels too, and labels that mix words and numbers."""
    assert sorted(["第10版", "第2版", "A10", "A2", "10", "9", ""], key=natural) == [
        "",
        "9",
        "10",
        "A2",
        "A10",
        "第2版",
        "第10版",
    ]


def test_an_undated_page_is_an_issue_of_its_own() -> None:
    """Nothing is claimed of pages whose date nobody knows."""
    assert names(group_issues([page("a", UNKNOWN), page("b", UNKNOWN)])) == [["a"], ["b"]]


def test_inferred_dates_join_pages_of_a_known_paper_only() -> None:
    """Two stray pages are not one issue because a guess fell on the same day; a given date is no guess."""
    day = inferred("2024-01-30")
    assert names(group_issues([page("a", day), page("b", day)])) == [["a", "b"]]
    assert names(group_issues([page("a", day, None), page("b", day, None)])) == [["a"], ["b"]]
    assert names(group_issues([page(n, given("2024-01-30"), None) for n in "ab"])) == [["a", "b"]]


def test_a_given_date_wins_over_an_inferred_one() -> None:
    """The issue's date is the one known best."""
    dates = [inferred("2024-01-30"), given("2024-01-30"), UNKNOWN]
    assert best_date(dates).basis is DateBasis.GIVEN
    assert best_date([UNKNOWN, inferred("2024-01-30")]).basis is DateBasis.INFERRED


def test_the_catalogue_runs_from_the_newest_issue_to_undated_ones() -> None:
    """Within a day papers stand by name; undated issues come last, by page."""
    pages = [
        page("e", UNKNOWN),
        page("a", given("2024-01-30")),
        page("d", UNKNOWN, None),
        page("b", given("2024-02-20"), "甲报"),
        page("c", given("2024-02-20"), "乙报"),
    ]
    issues = [ReadIssue((page,), ()) for page in pages]
    catalogue = assemble_catalogue(Settings(), issues)
    assert [issue.pages[0].source_file for issue in catalogue.issues] == ["c", "b", "a", "d", "e"]
    assert [parsed.page.source_file for parsed in catalogue.parsed] == list("abcde")
    assert assemble_catalogue(Settings(), issues[::-1]) == catalogue


def test_an_article_over_a_jump_knows_both_its_pages() -> None:
    """An entry's pages are those on which any part of it was printed, in page order."""
    day = given("2024-01-30")
    pages = tuple(page(name, day, label=label) for name, label in (("a", "A1"), ("b", "A2"), ("c", "A3")))
    article = replace(
        BLANK,
        id="x",
        title=Printed("标题", "a", (3,)),
        paragraphs=(Paragraph(Role.BODY, "正文", "c", (1,)),),
    )
    issue = assemble_catalogue(Settings(), [ReadIssue(pages, ((article, Facts(source=None)),))]).issues[0]
    assert [page.label for page in issue.entries[0].pages] == ["A1", "A3"]
