"""What the words of a page say of the year in which they were printed.

A paper seldom writes the number of the running year: it says 今年.  But every year that it does write
speaks, by the way in which it is written: 2024年全年 is over, 2024年工作安排 is not, 到2027年 is to come.
So do anniversaries, five-year plans, events that nobody could speak of before they happened, and offices
whose holders changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from kaifaqu_archive import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEFORE, AHEAD = 9, 5
"""Years before and after the running one whose shares are told apart."""
EARLY, LATE = 4, 9
"""The last month in which the year before is still reported, and the first in which the running one is summed up."""
QUOTE = 12
"""Characters quoted on either side of what a date was inferred from."""

_TITLED = re.compile(r"[“\"](20\d\d)(?=[\u4e00-\u9fff])(?!年)")
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)年(?:(1[0-2]|[1-9])月(\d{1,2}日)?)?")
_SENTENCE = "。!?;"
_REACH = 60
"""Characters before a year that are looked at."""
_COMING = re.compile(r"将|拟|计划|预计|力争|争取|确保|定于|届时|即将|有望|目标|规划|远景|展望")
_UNTIL = re.compile(r"(?:到|(?<!截)至)$")
_SPAN_END = re.compile(r"(?:年?[-—~]|年至)$")
_RISES = re.compile(r"(?:[升增降长]|提升|提高|增加|增长|减少|下降|发展)[至到]$")
_DEADLINE = re.compile(r"底?前|内")
_SINCE = re.compile(r"以来|[初年底]*起|开始|至今|[-—~至]")
_OF_OLD = re.compile(r"(?:自|从|于|早在|始于|生于)$")
_RETRO = "考核|评选|评为|表彰|优秀|先进|总结|决算|十大|报告|获"
_WHOLE = re.compile("的?全年")
_ENDED = re.compile("年?[底末]")
_JUDGED = re.compile(rf"度.{{0,6}}(?:{_RETRO})")
# What is judged is over; the rules by which it will be are not.
_CLOSED = re.compile(
    r"(20\d\d)年度.{0,6}?(?:考核|评选|优秀|先进|决算|十大|总结|表彰)(?!.{0,4}(?:方案|办法|细则|动员|启动|指标|将|拟))"
)
_AGENDA = re.compile(r"度?[^,。]{0,4}(?:工作安排|工作要点|重点工作|重点项目|任务清单|项目清单)|一季度|“?全?国?两会")
_AHEAD = re.compile(r"[^,。]{0,6}(?:将|目标|计划|安排)|即将")
_RUNNING = re.compile(rf"度(?!.{{0,6}}(?:{_RETRO}))")
_NAMED = re.compile(
    "[^,。;!?]{0,12}?(?:峰会|年会|世界杯|奥运会|冬奥会|亚运会|世博会|博览会|论坛|大会|赛季|锦标赛|对话会|文化周|文化年|联赛)"
)
_WAYS = (
    ("whole", _WHOLE),
    ("ended", _ENDED),
    ("judged", _JUDGED),
    ("agenda", _AGENDA),
    ("ahead", _AHEAD),
    ("running", _RUNNING),
    ("named", _NAMED),
)
_RELATIVE = re.compile(r"今年|去年")
_FIVE_YEARS = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}
_PLAN = re.compile(r"[“\"](十[一二三四五六]?五)[”\"](?:规划)?([^,。;!?]{0,6}?(?:开局|起步|收官))?")
_FOUNDED = {
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "中国共产党成立": 1921,
    "建党": 1921,
    "建军": 1927,
    "改革开放": 1978,
    "抗日战争胜利": 1945,
    "反法西斯战争胜利": 1945,
    "抗战胜利": 1945,
    "抗美援朝出国作战": 1950,
    "香港回归祖国": 1997,
    "香港回归": 1997,
    "澳门回归祖国": 1999,
    "澳门回归": 1999,
    "红军长征胜利": 1936,
}
_ANNIVERSARY = re.compile(f"({'|'.join(_FOUNDED)})(\\d{{2,3}})周年")


AWARD = "award of 去年"
"""去年 the city won the “2024 …”: too seldom met to be learned, and as good as certain."""
CLOSED = "year that was judged"
"""The awards and assessments of a whole year are given out after it: of eighteen that forty thousand news
reports printed from January to September all were of a year before, of two printed later none."""
LOOSE = (
    "milestone",
    "past",
    "goal",
    "named",
    AWARD,
    CLOSED,
    "agenda",
    "ahead",
    "running",
    "plan",
    "plan opens",
    "plan closes",
    "anniversary",
)
"""Kinds that say nothing of what happened in a year."""
OUTLIER = 3
"""Years: a single year this far above all others that a page tells of is a goal, whatever the sentence says."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that a page says of a year."""

    kind: str
    """How it says so; the name of a row of ``year_clues.json``."""
    year: int
    quote: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """Words that stand in no paper before a day, and seldom after another."""

    first: date
    last: date | None
    words: str


def bucket(distance: int) -> int:
    """Return the place in a row of weights of a year that lies ``distance`` from that of publication."""
    return min(max(distance, -BEFORE - 1), AHEAD + 1) + BEFORE + 1


def quote(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` with a few characters on either side."""
    return text[max(0, start - QUOTE) : end + QUOTE].strip()


def clues(texts: Sequence[str], month: int | None) -> tuple[Clue, ...]:
    """Return what a page tells whose latest event lies in ``month``, each kind with a year once.

    What it tells of the latest year that it tells of stands there twice, as ``latest day`` too.  Early in a
    year papers look back on the one before, late on the running one: what is printed then stands there
    once more, as ``day, early`` or ``day, late``.
    """
    found = list(_read(texts, month))
    told = _without_outliers([clue for clue in found if clue.kind not in LOOSE])
    latest = max((clue.year for clue in told), default=None)
    of_latest = [clue for clue in told if clue.year == latest]
    kept = [clue for clue in found if clue.kind in LOOSE] + told
    kept += [replace(clue, kind=f"latest {clue.kind}") for clue in of_latest]
    kept += [replace(clue, kind="latest") for clue in of_latest[:1]]
    if season := "" if month is None else ", early" if month <= EARLY else ", late" if month >= LATE else "":
        kept += [replace(clue, kind=clue.kind + season) for clue in kept]
    return tuple({(clue.kind, clue.year): clue for clue in reversed(kept)}.values())


def _without_outliers(told: list[Clue]) -> list[Clue]:
    """Leave out a single year far above all the others that the page tells of."""
    years = sorted(clue.year for clue in told)
    if len(years) > OUTLIER and years[-1] - years[-2] >= OUTLIER and years[-2] - years[-3] < OUTLIER:
        return [clue for clue in told if clue.year != years[-1]]
    return told


def _read(texts: Sequence[str], month: int | None) -> Iterator[Clue]:
    yield from _milestones_in(texts, month)
    relative = any(_RELATIVE.search(text) for text in texts)
    for text in texts:
        for match in _YEAR.finditer(text):
            kind = _kind(text, match, month, relative=relative)
            yield Clue(kind, int(match[1]), quote(text, *match.span()))
        if month is not None and month <= LATE:
            for match in _CLOSED.finditer(text):
                yield Clue(CLOSED, int(match[1]), quote(text, *match.span()))
        for match in _TITLED.finditer(text):
            if _NAMED.match(text, match.end()):
                yield Clue("named", int(match[1]), quote(text, *match.span()))
            elif "去年" in _before(text, match.start()):
                yield Clue(AWARD, int(match[1]), quote(text, *match.span()))
        for match in _PLAN.finditer(text):
            closing = bool(match[2]) and match[2].endswith("收官")
            kind = "plan" if not match[2] else "plan closes" if closing else "plan opens"
            yield Clue(kind, _FIVE_YEARS[match[1]] + (4 if closing else 0), quote(text, *match.span()))
        for match in _ANNIVERSARY.finditer(text):
            yield Clue("anniversary", _FOUNDED[match[1]] + int(match[2]), quote(text, *match.span()))


def _before(text: str, at: int) -> str:
    """Return what stands before ``at`` in its sentence, as far as ``_REACH`` reaches."""
    near = max(0, at - _REACH)
    return text[max(near, *(text.rfind(mark, near, at) + 1 for mark in _SENTENCE)) : at]


def _kind(text: str, match: re.Match[str], month: int | None, *, relative: bool) -> str:
    """Return how a year is written; the words decide, then how fine the date is."""
    before, after = _before(text, match.start()), text[match.end() : match.end() + 24]
    rises = _RISES.search(before) and after.startswith("的")
    if rises:
        return "rises"
    if _SPAN_END.search(before):
        return "span ends"
    if _UNTIL.search(before) or _DEADLINE.match(after) or _COMING.search(before.rpartition(",")[2]):
        return "goal"
    if _SINCE.match(after) or _OF_OLD.search(before):
        return "since"
    if match[2]:
        late = month is not None and int(match[2]) > month
        return ("later " if late else "") + ("day" if match[3] else "month")
    return _kind_of_year(before, after, relative=relative)


def _kind_of_year(before: str, after: str, *, relative: bool) -> str:
    for kind, words in _WAYS:
        if words.match(after):
            return kind
    if after.startswith(","):
        return "opens beside 今年" if relative else "opens"
    return "plain" if before else "first"


@cache
def _milestones() -> tuple[Milestone, ...]:
    rows = (row.split() for row in lists.rows("milestones.txt"))
    return tuple(
        Milestone(date.fromisoformat(first), None if last == "-" else date.fromisoformat(last), words)
        for first, last, words in rows
    )


def _milestones_in(texts: Sequence[str], month: int | None) -> Iterator[Clue]:
    """Yield the first and last years in which the page's words are at home."""
    page = "\n".join(texts)
    found = [milestone for milestone in _milestones() if milestone.words in page]
    floors = [(each.first.year + (month is not None and month < each.first.month), each.words) for each in found]
    if floors:
        yield Clue("milestone", *max(floors))
    if ended := [(milestone.last.year, milestone.words) for milestone in found if milestone.last]:
        yield Clue("past", *min(ended))
