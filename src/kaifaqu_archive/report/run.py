"""The run of issues: which numbers of a paper the archive lacks, and which stand oddly in it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.model import Catalogue, Issue

_WEEK = 7
_ENOUGH = 4
"""Issues of a paper from which its rhythm can be told without the editor's word."""
_LETTER = re.compile(r"([A-Z]?)0*(\d+)")
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something about the run of one paper's issues."""

    publication: str | None
    date: str
    """Of the issue before which, or in which, it is found."""
    says: str


def gaps(catalogue: Catalogue) -> tuple[Gap, ...]:
    """Return what is missing between the issues of each paper, oldest first, and what is odd within one."""
    papers: dict[str | None, list[Issue]] = {}
    for issue in catalogue.issues:
        if issue.date.value:
            papers.setdefault(issue.publication, []).append(issue)
    found: list[Gap] = []
    for paper in sorted(papers, key=lambda name: name or ""):
        issues = sorted(papers[paper], key=lambda issue: issue.date.value or "")
        weekday = catalogue.settings.weekday if paper == catalogue.settings.publication else None
        found += _missing(paper, issues, _rhythm(issues, weekday))
        found += [gap for issue in issues for gap in (*_wrong_day(issue, weekday), *_labels(issue))]
    return tuple(found)


def _days(issue: Issue) -> dt.date:
    return dt.date.fromisoformat(issue.date.value or "")


def _rhythm(issues: Sequence[Issue], weekday: int | None) -> int | None:
    """Return the days from one issue to the next: a week where the weekday is known, else the commonest."""
    if weekday:
        return _WEEK
    steps = [(_days(after) - _days(before)).days for before, after in pairwise(issues)]
    steps = [step for step in steps if step > 0]
    if len(steps) < _ENOUGH - 1:
        return None
    return min(Counter(steps).items(), key=lambda item: (-item[1], item[0]))[0]


def _missing(paper: str | None, issues: Sequence[Issue], rhythm: int | None) -> Iterator[Gap]:
    for before, after in pairwise(issues):
        days = (_days(after) - _days(before)).days
        if rhythm and round(days / rhythm) > 1:
            lacking = round(days / rhythm) - 1
            about = "" if before.date.basis == after.date.basis == "given" else "约"
            says = f"{before.date.value} 与 {after.date.value} 之间缺{about} {lacking} 期"
            yield Gap(paper, after.date.value or "", says)


def _wrong_day(issue: Issue, weekday: int | None) -> Iterator[Gap]:
    day = _days(issue).isoweekday()
    if weekday and day != weekday:
        says = f"{issue.date.value} 是星期{_WEEKDAYS[day - 1]}，而本报逢星期{_WEEKDAYS[weekday - 1]}出刊"
        yield Gap(issue.publication, issue.date.value or "", says)


def _labels(issue: Issue) -> Iterator[Gap]:
    """Yield labels that two pages of an issue share, and pages missing between those that are there."""
    date = issue.date.value or ""
    labels: dict[str, list[str]] = {}
    for page in issue.pages:
        if page.label:
            labels.setdefault(page.label, []).append(page.source_file)
    for label, names in labels.items():
        if len(names) > 1:
            says = f"{date} 有 {len(names)} 个版面都标作 {label}：{'、'.join(names)}"
            yield Gap(issue.publication, date, says)
    sections: dict[str, set[int]] = {}
    for label in labels:
        match = _LETTER.search(label.upper())
        if match:
            sections.setdefault(match[1], set()).add(int(match[2]))
    for section, numbers in sorted(sections.items()):
        lacking = sorted(set(range(1, max(numbers))) - numbers)
        if lacking:
            listed = "、".join(f"{section}{number}" for number in lacking)
            yield Gap(issue.publication, date, f"{date} 缺 {listed} 版")
