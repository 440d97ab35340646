"""How the site words dates and pages in Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kaifaqu_archive.model import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaifaqu_archive.model import Figure, IssueDate, PageFacts, Paragraph

WEEKDAYS = "一二三四五六日"
UNKNOWN_PUBLICATION = "报名未知"
UNKNOWN_DATE = "日期不详"
UNKNOWN_PAGE = "版次不详"

EXCERPT = 96
"""Characters of an article's opening that a list shows: three lines of a column on the front page."""

_A_FEW_MORE = re.compile("[余多]")
_DATELINE = re.compile(
    r"^\S{2,20}[讯电]\s+"
    r"(?:[（(](?:本报|本刊)?(?:通讯员|记者)[^）)]{2,20}[）)]\s*|(?:本报|本刊)?(?:通讯员|记者)\s*\S{2,12}\s+)*"
)
_SENTENCE = re.compile(r"^.*[。！？](?=[^。！？]*$)", re.DOTALL)


def day(value: str) -> str:
    """Return ``2025-04-22`` as 2025年4月22日; ``2025-04`` and ``2025`` as far as they go."""
    numbers = [int(part) for part in value.split("-")]
    return "".join(f"{number}{unit}" for number, unit in zip(numbers, "年月日", strict=False))


def day_in_year(value: str) -> str:
    """Return ``2025-04-22`` as 4月22日."""
    return day(value).partition("年")[2]


def year(value: str | None) -> str:
    """Return the year of a day, 2025年; 日期不详 where the day is not known."""
    return f"{value[:4]}年" if value else UNKNOWN_DATE


def weekday(value: str) -> str:
    """Return the weekday of a day, 星期二."""
    return f"星期{WEEKDAYS[date.fromisoformat(value).weekday()]}"


def span(first: str, last: str) -> str:
    """Return two days as a range, the year said once where it is the same."""
    if first == last:
        return day(first)
    return f"{day(first)}至{day_in_year(last) if first[:4] == last[:4] else day(last)}"


def stretch(value: str) -> str:
    """Return ``2024-08-28``, ``2024-08`` or a range ``2024-01/2024-07`` of these as a reader says it."""
    first, _, last = value.partition("/")
    return span(first, last or first)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of publication as a reader sees it."""

    text: str
    """2025年4月22日, or 日期不详."""
    iso: str | None
    weekday: str
    """星期二; empty where the day is unknown."""
    tag: str
    """推断, or 存疑 where the day may lie far off; empty where the date is given or unknown."""
    mark: str
    """What must be said beside it: 据版面推断; empty where the date is given."""
    note: str
    """The mark at length, with the range in which the day may lie."""
    evidence: tuple[str, ...]


def dated(issue_date: IssueDate) -> Dated:
    """Word a date of publication, and say on what it rests."""
    value = issue_date.value
    within = f"应在{span(*issue_date.range)}之间" if issue_date.range else ""
    if issue_date.range and issue_date.range[0] == issue_date.range[1]:
        within = ""
    if issue_date.basis is DateBasis.GIVEN:
        mark, note = "", ""
    elif value is None:
        mark, note = "", "版面上没有足以推定日期的文字" + (f"，{within}" if within else "")
    else:
        mark = "日期存疑，据版面推断" if issue_date.doubtful else "日期据版面推断"
        note = "版面未标日期，据版面文字推断" + (f"，{within}" if within else "")
    return Dated(
        text=day(value) if value else UNKNOWN_DATE,
        iso=value,
        weekday=weekday(value) if value and len(value) == len("2025-04-22") else "",
        tag=("存疑" if issue_date.doubtful else "推断") if mark else "",
        mark=mark,
        note=note,
        evidence=issue_date.evidence if issue_date.basis is not DateBasis.GIVEN else (),
    )


def publication(name: str | None) -> str:
    """Return the paper's name, or say that it is unknown."""
    return name or UNKNOWN_PUBLICATION


def page_label(label: str | None) -> str:
    """Return ``A1`` as A1版, ``7`` as 第7版, ``第7版`` as it is; say so where it is unknown."""
    if not label:
        return UNKNOWN_PAGE
    if label.endswith("版"):
        return label
    return f"第{label}版" if label.isdigit() else f"{label}版"


def page_labels(pages: Iterable[PageFacts]) -> str:
    """Return the known labels of pages in a row: A1版、A2版; a list need not say what is not known."""
    return "、".join(dict.fromkeys(page_label(page.label) for page in pages if page.label))


def opening(paragraphs: Iterable[Paragraph]) -> str:
    """Return the opening words of a body, without its dateline, cut at a sentence where one ends in time."""
    first = next((p.text for p in paragraphs if p.role.value == "body"), "")
    text = _DATELINE.sub("", first)
    if len(text) <= EXCERPT:
        return text
    cut = text[:EXCERPT]
    sentence = _SENTENCE.match(cut)
    if sentence and len(sentence.group()) >= EXCERPT // 2:
        return sentence.group()
    return f"{cut.rstrip('，,、；;：: “‘（(')}……"


def amount(figure: Figure) -> str:
    """Return a figure's number with its unit and what bounds it: 约3.5万元, 3—5家, 100亿元以上.

    One of 余 or 多 is shown as printed: 900余家 is a few more than 900, which 900家以上 does not say.
    """
    if figure.about == "以上" and _A_FEW_MORE.search(figure.text):
        return figure.text
    number = f"{figure.value:.15g}" + ("" if figure.upto is None else f"—{figure.upto:.15g}") + figure.unit
    return f"{figure.about}{number}" if figure.about == "约" else f"{number}{figure.about}"
