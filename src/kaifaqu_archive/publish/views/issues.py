"""An issue with its pages, and all issues by year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.pictures.calendars import CalendarYear, calendar_year, day_anchor
from kaifaqu_archive.publish.rhythm import rhythm
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.groups import UNDATED, year_anchor
from kaifaqu_archive.publish.views.provenance import page_anchor
from kaifaqu_archive.publish.views.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Issue, PageFacts
    from kaifaqu_archive.publish.shelf import Shelf


UNFOLDED = 60
"""Issues that the page of all issues lists openly: a year of a weekly, and what the next has begun."""


@dataclass(frozen=True, slots=True)
class PageSection:
    """One page of an issue and the articles that begin on it."""

    anchor: str
    name: str
    """A1版."""
    source: Link
    provenance: str
    rows: tuple[Row, ...]
    continued: tuple[Link, ...]
    """Articles of an earlier page that go on here."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue's page."""

    frame: Frame
    publication: str
    date: wording.Dated
    issue_no: str
    count: int
    pages: tuple[PageSection, ...]
    newer: Link | None
    older: Link | None
    up: Link
    """The issues of its year."""


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue as a list shows it."""

    href: str
    publication: str
    date: wording.Dated
    day: str
    """4月22日: the year stands above."""
    anchor: str
    """Of its day; empty on all but the first issue of the day."""
    issue_no: str
    pages: str
    """A1版、A2版; empty where they are not known."""
    count: int
    headline: str
    """Of its first article."""


@dataclass(frozen=True, slots=True)
class IssueYear:
    """The issues of one year, or those without a date."""

    name: str
    anchor: str
    rows: tuple[IssueRow, ...]


@dataclass(frozen=True, slots=True)
class YearSheet:
    """A year's calendar and its issues; the calendar is None for issues without a date."""

    name: str
    anchor: str
    calendar: CalendarYear | None
    rows: tuple[IssueRow, ...]
    folded: bool
    """Whether the list opens at a touch: all but the first year's do where there are many issues."""


@dataclass(frozen=True, slots=True)
class IssuesView:
    """All issues."""

    frame: Frame
    years: tuple[YearSheet, ...]
    count: int
    weekday: str
    """The day on which the paper appears, 二; empty where it is not known."""


def issue_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, IssueView]]:
    """Yield (address, page) of every issue, the newest first."""
    around = (None, *shelf.catalogue.issues, None)
    for newer, issue, older in zip(around, shelf.catalogue.issues, around[2:], strict=False):
        address = shelf.urls.issue(issue)
        date = wording.dated(issue.date)
        name = f"{wording.publication(issue.publication)} {date.text}"
        view = IssueView(
            frame=frame(press, address, name, f"{name}，{len(issue.entries)}篇文章，按版面顺序排列。"),
            publication=wording.publication(issue.publication),
            date=date,
            issue_no=issue.issue_no or "",
            count=len(issue.entries),
            pages=tuple(_section(shelf, issue, page) for page in issue.pages),
            newer=_named(shelf, newer),
            older=_named(shelf, older),
            up=_year_of(issue),
        )
        yield address, view


def issues_view(press: Press, shelf: Shelf) -> IssuesView:
    """Return the page of all issues by year."""
    rows = [issue_row(shelf, issue) for issue in shelf.catalogue.issues]
    held = {year.anchor: year for year in issue_years(rows)}
    run = rhythm(shelf.catalogue)
    calendars = [calendar_year(run, year, shelf.urls.issue) for year in run.years]
    many = len(rows) > UNFOLDED
    sheets = [
        YearSheet(c.name, c.anchor, c, held[c.anchor].rows if c.anchor in held else (), folded=many and n > 0)
        for n, c in enumerate(calendars)
    ]
    undated = [
        YearSheet(year.name, year.anchor, None, year.rows, folded=False)
        for year in held.values()
        if year.anchor == UNDATED
    ]
    return IssuesView(
        frame=frame(press, urls.ISSUES, "各期", "本档案收录的各期报纸：逐年日历与目录，休刊与未收的期次一并标出。"),
        years=(*sheets, *undated),
        count=len(rows),
        weekday=wording.WEEKDAYS[run.weekday - 1] if run.weekday else "",
    )


def issue_row(shelf: Shelf, issue: Issue) -> IssueRow:
    """Return the issue as a list shows it."""
    date = wording.dated(issue.date)
    return IssueRow(
        href=shelf.urls.issue(issue),
        publication=wording.publication(issue.publication),
        date=date,
        day=wording.day_in_year(date.iso) if date.iso else wording.UNKNOWN_DATE,
        anchor=_anchor(shelf, issue),
        issue_no=issue.issue_no or "",
        pages=wording.page_labels(issue.pages),
        count=len(issue.entries),
        headline=issue.entries[0].article.headline if issue.entries else "",
    )


def _anchor(shelf: Shelf, issue: Issue) -> str:
    """Return the anchor of the issue's day where it is the first issue of that day."""
    day = issue.date.value
    return day_anchor(day) if day and shelf.first_of_day[day] is issue else ""


def issue_years(rows: Iterable[IssueRow]) -> Iterator[IssueYear]:
    """Yield the rows by year, as they come."""
    for year, held in groupby(rows, key=lambda each: (wording.year(each.date.iso), year_anchor(each.date.iso))):
        yield IssueYear(*year, tuple(held))


def _section(shelf: Shelf, issue: Issue, page: PageFacts) -> PageSection:
    here = [entry for entry in issue.entries if page.source_file in {each.source_file for each in entry.pages}]
    begins = [entry for entry in here if entry.pages[0].source_file == page.source_file]
    goes_on = [entry for entry in here if entry.pages[0].source_file != page.source_file]
    return PageSection(
        anchor=page_anchor(page.source_file),
        name=wording.page_label(page.label),
        source=Link(f"seeds/{page.source_file}", urls.source_page(page.source_file)),
        provenance="；".join(f"{key}：{value}" for key, value in page.provenance),
        rows=tuple(row(shelf, shelf.by_id[entry.id]) for entry in begins),
        continued=tuple(Link(entry.article.headline, urls.article(entry.id)) for entry in goes_on),
    )


def _year_of(issue: Issue) -> Link:
    day = issue.date.value
    return Link(f"{wording.year(day)}各期", f"{urls.ISSUES}#{year_anchor(day)}")


def _named(shelf: Shelf, issue: Issue | None) -> Link | None:
    if issue is None:
        return None
    return Link(f"{wording.dated(issue.date).text}　{wording.publication(issue.publication)}", shelf.urls.issue(issue))
