"""The forms in which papers write dates: found here, resolved against the issue elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kaifaqu_archive.extract import festivals

SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
"""Years counted from that of the issue."""
AGAIN = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
"""Years counted from the year named last."""


@dataclass(frozen=True, slots=True)
class Point:
    """What is written of one date; what is not written is None."""

    year: int | None = None
    shift: int | None = None
    """Years from that of the issue: 去年 is -1."""
    again: int | None = None
    """Years from the year named last: 次年 is 1."""
    month: int | None = None
    day: int | None = None

    @property
    def has_year(self) -> bool:
        """Whether a year is written in any form."""
        return any(part is not None for part in (self.year, self.shift, self.again))


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written."""

    start: int
    end: int
    form: str
    """The name of the form in :data:`FORMS`."""
    first: Point
    last: Point | None = None
    """The end of a span; None for a single date."""
    part: str = ""
    """上旬, 中旬, 下旬; 昨日; a festival's name."""


Get = Callable[[str], str | None]
Made = tuple[Point, Point | None, str]

_VALUES = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0, "两": 2, "元": 1}


def number(text: str) -> int:
    """Return the value of digits, of Chinese numerals up to 99, or of a year written digit by digit."""
    if text.isdecimal():
        return int(text)
    text = text.replace("廿", "二十").removeprefix("初")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)
    value = 0
    for char in text:
        value = value * 10 + _VALUES[char]
    return value


def _or_none(text: str | None) -> int | None:
    return number(text) if text else None


def _year(get: Get) -> Point:
    word = get("R") or ""
    return Point(_or_none(get("Y")), SHIFTS.get(word), AGAIN.get(word))


def _on(year: Point, month: int | None, day: int | None = None) -> Point:
    return Point(year.year, year.shift, year.again, month, day)


def _day(get: Get) -> Made:
    return _on(_year(get), _or_none(get("M")), _or_none(get("D"))), None, ""


def _days(get: Get) -> Made:
    first = _on(_year(get), _or_none(get("M")), _or_none(get("D")))
    last = Point(_or_none(get("Y2")), month=_or_none(get("M2")), day=_or_none(get("D2")))
    return first, last, ""


def _months(get: Get) -> Made:
    year = _year(get)
    return _on(year, _or_none(get("M"))), Point(_or_none(get("Y2")), month=_or_none(get("M2"))), ""


def _count(get: Get) -> Made:
    return _on(_year(get), 1), Point(month=number(get("N") or "1")), ""


def _quarters(get: Get) -> Made:
    return _on(_year(get), 1), Point(month=3 * number(get("N") or "1")), ""


def _quarter(get: Get) -> Made:
    which = number((get("Q") or "").removeprefix("第").replace("首", "一"))
    return _on(_year(get), 3 * which - 2), Point(month=3 * which), ""


def _half(get: Get) -> Made:
    first, last = (1, 6) if get("H") == "上" else (7, 12)
    return _on(_year(get), first), Point(month=last), ""


def _month(get: Get) -> Made:
    month = get("M") or get("N") or get("C")
    part = get("E") or get("F") or get("G") or ""
    return _on(_year(get), _or_none(month)), None, part


def _edge(get: Get) -> Made:
    return _on(_year(get), 1 if get("E") == "初" else 12), None, ""


def _years(get: Get) -> Made:
    return _year(get), Point(_or_none(get("Z"))), ""


def _only_year(get: Get) -> Made:
    return _year(get), None, ""


def _lunar(get: Get) -> Made:
    month = get("M") or get("W")
    named = {"正月": 1, "冬月": 11, "腊月": 12}
    which = 1 if month is None else named.get(month) or number(month.removesuffix("月"))
    last = _or_none(get("L"))
    return _on(_year(get), which, _or_none(get("D") or get("E"))), Point(day=last) if last else None, ""


def _festival(get: Get) -> Made:
    name = get("F") or ""
    return _year(get), None, f"{'国庆' if '国庆' in name else name} {(get('B') or get('A') or '').removeprefix('的')}"


def _near(get: Get) -> Made:
    return Point(day=_or_none(get("D"))), None, (get("N") or "") + (get("E") or "")


def _bare(get: Get) -> Made:
    last = _or_none(get("D2"))
    return Point(day=_or_none(get("D"))), Point(day=last) if last else None, ""


_CN = "一二三四五六七八九"
_YEAR4 = r"(?:(?:19|20)\d\d|[一二][〇零○O九][〇零○O一二三四五六七八九]{2})"
_YEAR = rf"(?:(?P<Y>{_YEAR4})年的?|(?P<R>{'|'.join((*SHIFTS, *AGAIN))})的?)"
_M = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_CN}]|(?<![万亿千百角])元(?=月))"
_D = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[{_CN}]?|廿[{_CN}]?|[{_CN}])"
_LUNAR_DAY = rf"(?:初[{_CN}十]|二?十[{_CN}]?|廿[{_CN}]?|三十)"
_M_NUMBER = r"(?:1[0-2]|0?[1-9])"
_D_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r"(?:至|到|[-—–~─]{1,2})"
_HOUR = r"(?:上午|下午|中午|晚上|晚间|晚|凌晨|清晨|早上|傍晚|前(?![后往来去进期夕]))?"
_EDGE = r"(?:上中旬|中下旬|上旬|中旬|下旬|初|底|末)"
_FREE = r"(?<![\d.第个每期续])"
_NO_MONTH = r"(?![龄亮饼光嫂薪租息供票子球后内余])"
_TOLD = (
    "[,、;。(在于到从起至召举会宣表发开公出通说称向对抵访就指签率赴将正]"
    "|上午|下午|晚|凌晨|清晨|早|电|讯|以|前|结束|开始"
)
_NOT_A_DAY = "日(?:内|[以左][上内右]|[游龄均产期程元间线子志耗常后本]|报(?!道))"
_TODAY = r"今[日天](?=上午|下午|凌晨|晚上|从|[,(在召举发公宣印对起开正会抵启揭])"
_TWO = tuple(
    f"{first}{joint}{second}" for joint in ("", "、") for first, second in (("国庆", "中秋"), ("中秋", "国庆"))
)
LEAVE = ("期间", "假期", "长假", "小长假", "黄金周", "假日")
"""What follows a festival's name where all its days of leave are meant."""
EVE = "前一天"
ENDS = {"首日": 0, "第一天": 0, "最后一天": -1}
"""Days of leave that are told one by one, by their place in it: 中秋假期首日."""
_ON = ("刚过", "当天", "当日", EVE)
_FESTIVALS = "|".join((*_TWO, *festivals.NAMES))

FORMS: tuple[tuple[str, str, Callable[[Get], Made]], ...] = (
    ("iso", rf"{_FREE}(?P<Y>{_YEAR4})(?P<S>[-./])(?P<M>{_M_NUMBER})(?P=S)(?P<D>{_D_NUMBER})(?!\d)日?", _day),
    (
        "days",
        (
            rf"{_FREE}{_YEAR}?(?P<M>{_M})月(?P<D>{_D})[日号]?{_TO}"
            rf"(?:(?P<Y2>{_YEAR4})年)?(?:(?P<M2>{_M})月)?(?P<D2>{_D})[日号]"
        ),
        _days,
    ),
    ("day", rf"{_FREE}{_YEAR}?(?P<M>{_M})月(?P<D>{_D})[日号]{_HOUR}", _day),
    (
        "months",
        # 1、2月份 are both, the year's first two months.
        (
            rf"{_FREE}{_YEAR}?(?P<M>{_M})(?:(?:月份?)?{_TO}|、)"
            rf"(?:(?P<Y2>{_YEAR4})年)?(?P<M2>{_M})月份?(?!\d)"
        ),
        _months,
    ),
    ("count", rf"{_YEAR}?(?<!提)前(?P<N>1[01]|[2-9]|十一?|[{_CN}两])个?月", _count),
    ("quarters", rf"{_YEAR}?前(?P<N>[二三两23])个?季度", _quarters),
    ("quarter", rf"{_YEAR}?(?P<Q>第?[一二三四1-4]|首)季度", _quarter),
    ("half", rf"{_YEAR}?(?P<H>[上下])半年", _half),
    (
        "month",
        # Numerals as words need a year, 份 or 旬 beside them: 一月一汇总 is no date.
        (
            rf"(?:{_YEAR}(?P<M>{_M})月份?(?P<E>{_EDGE})?|{_FREE}(?P<N>{_M_NUMBER})月份?(?P<F>{_EDGE})?"
            rf"|(?<![{_CN}十个每])(?P<C>十[一二]?|[{_CN}]|(?<![万亿千百角\d])元)月(?:份|(?P<G>{_EDGE}))){_NO_MONTH}"
        ),
        _month,
    ),
    ("edge", rf"{_YEAR}年?(?P<E>[初底末])", _edge),
    (
        "lunar",
        (
            rf"{_YEAR}?(?:(?:农历|阴历)(?P<M>[{_CN}十]月|正月|腊月|冬月)|(?P<W>正月|腊月))"
            rf"(?P<D>{_LUNAR_DAY})(?:{_TO}(?P<L>{_LUNAR_DAY}))?|大年(?P<E>初[{_CN}])"
        ),
        _lunar,
    ),
    (
        "festival",
        (
            rf"{_YEAR}?(?P<F>{_FESTIVALS})节?[”’\"]?(?P<A>{'|'.join((*LEAVE, *_ON))})"
            rf"(?P<B>(?<=[期假日])(?:{EVE}|的?(?:{'|'.join(ENDS)})))?"
        ),
        _festival,
    ),
    ("years", rf"{_FREE}(?P<Y>{_YEAR4})年?{_TO}(?P<Z>{_YEAR4})年", _years),
    ("year", rf"{_FREE}(?P<Y>{_YEAR4})年(?![度代])|(?P<R>去年|前年|明年)", _only_year),
    (
        "near",
        (
            rf"(?<![“登较比])(?P<N>昨日|昨天|昨晚|前天|今晨|{_TODAY}|[上本这下]个?月(?![球亮\d个来]|以来)|[上本这下]个?月(?=\d))"
            rf"(?:(?<=月)(?P<D>{_D_NUMBER})[日号]|(?<=月)(?P<E>{_EDGE}))?"
        ),
        _near,
    ),
    ("week", rf"(?P<N>[上本这下]个?(?:周|星期)[{_CN[:6]}日天])", _near),
    ("bare_days", rf"{_FREE}(?<![月余近约])(?P<D>{_D_NUMBER})日?{_TO}(?P<D2>{_D_NUMBER})日(?![内均])", _bare),
    (
        "bare",
        (rf"{_FREE}(?<![月余近约共达前后])(?P<D>{_D_NUMBER})(?!{_NOT_A_DAY})(?:日|号(?={_TOLD})){_HOUR}"),
        _bare,
    ),
)
"""Every form of a date: its name, how it is written, and what is written in it."""

_FIRST = "".join(
    sorted(
        {name[0] for name in festivals.NAMES} | set(f"0123456789{_CN}十今本去上前明来后同当次翌首第昨农阴正腊大下这元")
    )
)
_ANY = re.compile(
    f"(?=[{_FIRST}])(?:"
    + "|".join(
        f"(?P<{name}>" + re.sub(r"\(\?P(<|=)(?=[A-Z])", rf"(?P\1{name}_", pattern) + ")" for name, pattern, _ in FORMS
    )
    + ")"
)
_MAKE = {name: make for name, _, make in FORMS}


def _getter(match: re.Match[str], form: str) -> Get:
    known = _ANY.groupindex
    return lambda key: match[name] if (name := f"{form}_{key}") in known else None


def find_dates(text: str) -> Iterator[Found]:
    """Yield the dates written in a text, in half width, in order."""
    for match in _ANY.finditer(text):
        form = match.lastgroup or ""
        first, last, part = _MAKE[form](_getter(match, form))
        yield Found(*match.span(), form, first, last, part)
