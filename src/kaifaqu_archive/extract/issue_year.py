"""The year of an issue, from what its page says of years.

A paper seldom writes the number of the running year: it says 今年.  So the latest year that a page
tells of is either the running one or the one just over, and small things decide: 2024年全年 is over,
2024年工作安排 is not, and 2025年11月 is over where everything else happens in May.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTE = 12
"""Characters quoted on either side of what a date was inferred from."""
OUTLIER = 3
"""Years: a single year this far above all others is a goal, whatever the sentence says."""

ENOUGH = 2
"""Mentions of the latest year and the one before without which a page tells no year: a story of 2016 may be of any."""
STRONG = 3
"""A vote that weak ones do not outweigh."""

_FILE = resources.files("kaifaqu_archive") / "data" / "milestones.txt"
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)年(?:(1[0-2]|[1-9])月)?")
_SENTENCE = "。!?;"
_REACH = 60
"""Characters before a year that are looked at."""
_COMING = re.compile(r"将|拟|计划|预计|力争|争取|确保|定于|届时|即将|有望|目标|规划|远景|展望")
_UNTIL = re.compile(r"(?:到|至)$")
_RISES = re.compile(r"(?:[升增降长]|提升|提高|增加|增长|减少|下降|发展)[至到]$")
_FROM = re.compile(r"\d*日?起|前|底前|内")
_RETRO = "考核|评选|评为|表彰|优秀|先进|总结|决算|十大|报告|获"
_OVER = re.compile(rf"的?全年|年?[底末]|度.{{0,6}}(?:{_RETRO})|[^,。]{{0,12}}(?:增速达|名单|评选)")
_RUNNING = re.compile(
    rf"度?[^,。]{{0,6}}(?:工作安排|工作要点|重点工作|目标|计划|安排|将|一季度|“?两会)|度(?!.{{0,6}}(?:{_RETRO}))"
    r"|(?:世界|全国|中国|国际|.{0,2}博物馆日)"
)
_RELATIVE = re.compile(r"今年|去年")
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_PLAN = re.compile(r"[“\"]?(十[二三四五六]五)[”\"]?[^,。;!?]{0,6}?(开局|收官|起步)")


@dataclass(frozen=True, slots=True)
class YearGuess:
    """The year of issue and why."""

    year: int
    quotes: tuple[str, ...]
    turned: bool
    """Whether it follows the year that the page speaks of as over."""


@dataclass(frozen=True, slots=True)
class _Mention:
    year: int
    month: int | None
    rises: bool
    """Whether a figure rose or fell to what it was in that year: 提升至2024年的7户."""
    after: str
    quote: str


def quote(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` with a few characters on either side."""
    return text[max(0, start - QUOTE) : end + QUOTE].strip()


def guess_year(texts: Sequence[str], month: int | None) -> YearGuess | None:
    """Return the year of the issue whose latest event lies in ``month``; None where nothing tells."""
    if planned := _planned(texts):
        return planned
    told = _without_outliers([mention for text in texts for mention in _told(text)])
    floor = _floor(texts, month)
    if not told:
        return YearGuess(floor, (), turned=False) if floor and month else None
    latest = max(mention.year for mention in told)
    of_latest = [mention for mention in told if mention.year == latest]
    recent = sum(mention.year >= latest - 1 for mention in told)
    relative = any(_RELATIVE.search(text) for text in texts)
    votes = [(_vote(mention, month, relative=relative), mention) for mention in of_latest]
    strong = [vote for vote, _ in votes if abs(vote) == STRONG]
    if not strong and recent < ENOUGH and not floor:
        return None
    turned = sum(strong or [vote for vote, _ in votes]) > 0
    decisive = max(votes, key=lambda each: each[0] if turned else -each[0])[1]
    year = max(latest + turned, floor or 0)
    return YearGuess(year, (decisive.quote,), turned)


def _told(text: str) -> Iterator[_Mention]:
    """Yield the years that a text tells of, leaving out those that it plans for."""
    for match in _YEAR.finditer(text):
        near = max(0, match.start() - _REACH)
        begin = max(near, *(text.rfind(mark, near, match.start()) + 1 for mark in _SENTENCE))
        before = text[begin : match.start()]
        planned = _UNTIL.search(before) and "从" not in before and not before.endswith("截至")
        if planned or _FROM.match(text, match.end()) or _COMING.search(before.rpartition(",")[2]):
            continue
        month = int(match[2]) if match[2] else None
        rises = bool(_RISES.search(before)) and text.startswith("的", match.end())
        yield _Mention(
            int(match[1]), month, rises, text[match.start() + 5 : match.end() + 24], quote(text, *match.span())
        )


def _without_outliers(told: list[_Mention]) -> list[_Mention]:
    """Leave out a single year far above all the others that the page tells of."""
    years = sorted(mention.year for mention in told)
    if len(years) > OUTLIER and years[-1] - years[-2] >= OUTLIER and years[-2] - years[-3] < OUTLIER:
        return [mention for mention in told if mention.year != years[-1]]
    return told


def _vote(mention: _Mention, month: int | None, *, relative: bool) -> int:
    """Return how strongly a mention of a year says that it is over (positive) or running (negative)."""
    if mention.month and month and mention.month > month:
        # 2025年11月, where everything else happens in May.
        return STRONG
    if mention.month:
        return 0
    if _RUNNING.match(mention.after):
        return -STRONG
    if mention.rises or _OVER.match(mention.after):
        return STRONG
    # 2025年, the plants … beside 今年 is the year before; 2026年世界杯 is a name that the running year bears.
    return int(relative) if mention.after.startswith(",") else -1


def _planned(texts: Sequence[str]) -> YearGuess | None:
    """Read “十五五”开局之年, which is one year and no other."""
    for text in texts:
        if match := _PLAN.search(text):
            first = _FIVE_YEARS[match[1]]
            return YearGuess(first + 4 if match[2] == "收官" else first, (quote(text, *match.span()),), turned=False)
    return None


@cache
def _milestones() -> tuple[tuple[date, str], ...]:
    rows = (row.split(" ", 1) for row in _FILE.read_text("utf-8").splitlines() if row and not row.startswith("#"))
    return tuple((date.fromisoformat(day), words) for day, words in rows)


def _floor(texts: Sequence[str], month: int | None) -> int | None:
    """Return the earliest year in which the page's words could be printed."""
    days = [day for day, words in _milestones() if any(words in text for text in texts)]
    if not days:
        return None
    latest = max(days)
    return latest.year + (month is not None and month < latest.month)
