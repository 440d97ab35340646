"""How papers write amounts, shares, areas and counts: a number, perhaps 万 or 亿, and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kaifaqu_archive import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_BASE = "-"
LONGEST_NAME = 14
"""Characters of a name in quotation marks that holds digits: “3+4+2”, “创新10条”; a longer quotation is speech."""

_SCALES = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
_MORE = "超过了?|超|逾|突破了?|不低于|不少于|至少|达到?了?"
_LESS = "不超过|不到|不足|低于|少于|最多"
_ABOUT = "大约|约|近|将近|接近"
_PEOPLE = "(?=[\u4e00-\u9fff]{0,2}(?:人口|群众|居民|职工|员工|农民|村民|党员|学生|游客|观众|用户|家庭))"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures."""

    kind: str
    """money, share, area, length, weight, volume, power, energy, times or count."""
    base: str
    """The unit to which it is brought; of a count the measure word itself."""
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, where a text prints it."""

    start: int
    end: int
    bare: int
    """Where the number itself begins, past 超过 or 约."""
    value: Decimal
    upto: Decimal | None
    """The end of a range: 3—5家."""
    unit: str
    """As printed, with 万 or 亿."""
    scale: int
    of: Unit
    about: str
    """以上, 以下, 约, or empty where the figure is exact."""


@cache
def units() -> dict[str, Unit]:
    """Return every unit by its printed form."""
    found: dict[str, Unit] = {}
    for row in lists.rows("units.txt"):
        head, _, forms = row.partition(": ")
        kind, base = head.split()
        for form in forms.split():
            name, _, factor = form.partition("=")
            found[name] = Unit(kind, name if base == _NO_BASE else base, Decimal(factor or 1))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names, scales = lists.any_of(units()), lists.any_of(_SCALES)
    return re.compile(
        rf"(?P<before>{_LESS}|{_MORE}|{_ABOUT})?"
        # 7千 of 2万7千 is the rest of a number.
        r"(?<![\d.A-Za-z×*/+第前后-])(?<!\d[万亿])(?P<n>\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?)"
        rf"(?:(?P<scale1>{scales})?[-—–~至到]{{1,2}}(?P<n2>\d+(?:\.\d+)?))?"
        rf"(?P<more>[余多来])?(?P<scale>{scales})?(?P<more2>[余多])?"
        rf"(?:(?P<unit>{names})(?P<more3>多)?|(?<=万){_PEOPLE})"
        r"(?P<after>\s*(?:及以上|以上|以下|以内|左右|上下))?"
    )


_NOT_AFTER = re.compile(r"/\d|[×+*]\d|[A-Za-z]")
_TIME = re.compile("月|小时|工作日|季度|星期|世纪|年头")
_QUOTED = re.compile(r"[“‘《]([^”’》“‘《]*)[”’》]")


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text in half width, in order; those in names and titles are none."""
    names = [m.span() for m in _QUOTED.finditer(text) if m[0][0] == "《" or len(m[1]) <= LONGEST_NAME]
    for match in _pattern().finditer(text):
        inside = any(start < match.start("n") < end for start, end in names)
        if inside or _NOT_AFTER.match(text, match.end()):
            continue
        if match["unit"] == "个" and _TIME.match(text, match.end()):
            continue
        if match["unit"] in ("方", "度") and not match["scale"]:
            continue
        if match["scale1"] not in (None, match["scale"]):  # 5000万至1亿元: its two ends are counted differently
            continue
        yield _amount(match)


def _amount(match: re.Match[str]) -> Amount:
    printed = match["unit"] or ""
    scale = match["scale"] or ""
    of = units().get(printed) or Unit("count", "人", Decimal(1))
    return Amount(
        match.start(),
        match.end(),
        match.start("n"),
        Decimal(match["n"].replace(",", "")),
        Decimal(match["n2"]) if match["n2"] else None,
        scale + printed,
        _SCALES.get(scale, 1),
        of,
        _about(match),
    )


def _about(match: re.Match[str]) -> str:
    before, after = match["before"] or "", (match["after"] or "").strip()
    if after in ("以下", "以内") or re.fullmatch(_LESS, before):
        return "以下"
    if after in ("左右", "上下") or re.fullmatch(_ABOUT, before):
        return "约"
    more = match["more"] or match["more2"] or match["more3"]
    over = before and not before.startswith("达") and re.fullmatch(_MORE, before)
    return "以上" if after or more or over else ""
