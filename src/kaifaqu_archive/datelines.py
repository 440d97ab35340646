"""The grammar of datelines: ``新华社太原1月2日电（记者王昭、陈汀）``, ``本报讯``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .credits import HAN, MARKS, ORG, RANK, ROLE_BEFORE, Credit, read_credits
from .names import is_name

_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_SIGN = rf"[{MARKS}]?\s*"
_OPEN, _CLOSE = r"[（(【\[［]", r"[）)】\]］]"
_DATELINE = re.compile(
    rf"{_SIGN}[【\[［]?(?P<from>据)?(?P<org>{ORG}|[{HAN}]{{2,10}}(?:报|刊|网|社|台))"
    rf"(?P<place>[{HAN}·]{{1,10}}?)?\s?(?:{_DAY})?[讯电][】\]］]?(?P<tail>\s*[:：]?\s*)"
)
_LOCAL = re.compile(rf"{_SIGN}[【\[]?(?P<org>[{HAN}]{{2,6}})讯(?P<tail>[】\]]?[\s:：]+|[】\]]?(?={_OPEN})|[】\]])")
_BRACKETED = re.compile(rf"{_SIGN}[【\[［](?P<org>[{HAN}]{{2,10}}?)(?:[讯电]|消息)[】\]］](?P<tail>\s*)")
_WITH_NAMES = re.compile(
    rf"{_SIGN}[【\[［](?P<org>[{HAN}]{{2,10}}?)[讯电][ \u3000]+(?P<who>[^】\]］]{{2,40}})[】\]］](?P<tail>\s*)"
)
_MESSAGE = re.compile(rf"(?P<org>本[报刊网台站社])(?:[{HAN}]{{0,4}}?消息|综合报道)(?P<tail>[\s:：]+|(?={_OPEN}))")
_TAKEN_FROM = re.compile(
    rf"据(?P<org>《[{HAN}]{{2,8}}》|{ORG}[{HAN}]{{0,5}}?)(?:消息|报道|[讯电])?(?P<tail>[ \u3000]+|\s*[:：]\s*)"
)
_NAMED = re.compile(rf"(?P<org>[{HAN}]{{1,8}}(?:报|刊|网|社))(?P<tail>[ \u3000]+)")
_FORMS = (_DATELINE, _LOCAL, _BRACKETED, _MESSAGE, _TAKEN_FROM, _NAMED)
_UNWIRED = _FORMS[2:]
"""Those that hold neither 讯 nor 电, or begin with a bracket."""
_LONGEST_ORIGIN = 60
"""Characters within which 讯 or 电 stands behind who reports, from where, on which day: at most 40, and spaces."""
_WITHIN = r"[^（）()【】\[\]［］]"
_BRACKET = re.compile(rf"{_OPEN}(?P<who>{_WITHIN}{{2,60}}){_CLOSE}\s*")
_REPORTERS = re.compile(
    rf"{_SIGN}(?P<names>{_OPEN}(?P<who>{_WITHIN}{{0,20}}(?:记者|通讯员|报道(?={_CLOSE})){_WITHIN}{{0,40}}){_CLOSE})"
    r"\s*(?=.{8})"
)
"""Names alone, in brackets: behind them the story must go on, or they are a byline."""
_RUNNING_ROLE = re.compile(rf"(?:{ORG})?{RANK}(?P<role>记者|通讯员)[:：]?[ \u3000]*")
_RUNNING_NAME = re.compile(
    rf"(?!记者|通讯员)(?P<name>[{HAN}]{{1,8}}?(?:[·•・][{HAN}]{{1,8}}?){{1,2}}|"
    rf"[{HAN}](?:[ \u3000]?[{HAN}])|[{HAN}][ \u3000]?[{HAN}]{{1,7}}?)(?P<after>[ \u3000、]+|(?=报道|[，,:：]))"
)
_PLACE_SIZES = (2, 3, 4)
"""Characters of where a report comes from, the likeliest first."""
_REPORTS = re.compile(r"报道[：:，,]?\s*")
_REPORTED = re.compile(r"报道(?:[：:，,]\s*|\s+)$")
_OF = re.compile(ORG)
_MAY_OPEN = frozenset(MARKS + "（(【[［")
_UNTITLED = re.compile(rf"(?P<who>[{HAN}·][{HAN}· \u3000、]{{1,12}}?)[ \u3000]?报道(?:[：:，,]\s*|[ \u3000]+)")


def _running_credits(text: str, start: int) -> tuple[tuple[Credit, ...], int]:
    """Read ``记者 王波 李明 通讯员 张三 报道`` from ``start``; return the credits and where they end."""
    found: list[Credit] = []
    end = start
    role = _RUNNING_ROLE.match(text, end)
    while role:
        at, first = role.end(), True
        while name := _RUNNING_NAME.match(text, at):
            plain = re.sub(r"\s", "", name["name"])
            if text.startswith("报道", name.end()):
                plain = _before_place(plain)
            if not (is_name(plain) or (first and len(plain) <= _LONGEST_LOOSE)):
                break
            found.append(Credit(plain, ROLE_BEFORE[role["role"]]))
            at, first = name.end(), False
        if first:
            break
        end = at
        role = _RUNNING_ROLE.match(text, end)
    reports = _REPORTS.match(text, end) if found else None
    return tuple(found), reports.end() if reports else end


def _before_place(text: str) -> str:
    """Return the name in ``林萍青溪``, before 报道; ``text`` itself where no place is behind it."""
    if is_name(text):
        return text
    cuts = (len(text) - size for size in _PLACE_SIZES)
    return next((text[:cut] for cut in cuts if cut > 1 and is_name(text[:cut])), text)


_LONGEST_LOOSE = 4
"""Characters of a name that only the word 记者 before it vouches for."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a news body: ``新华社太原1月2日电（记者王昭）``."""

    source: str
    """Who reports: 本报, 科学导报, 新华社; empty where only a person is named: ``（记者王昭）``."""
    credits: tuple[Credit, ...]
    end: int
    """Length of the dateline in characters; the story begins there."""


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline that ``text`` opens with, or None."""
    head = text[:120]
    # Most lines have none: what every dateline holds is looked for before its grammar is tried.
    gapped = " " in head[:12] or "\u3000" in head[:12]
    if (
        not gapped
        and head[:1] not in _MAY_OPEN
        and "报道" not in head[:40]
        and not any(map(head.__contains__, "讯电消"))
    ):
        return None
    return _of_reporters(head) or _with_reporters(head) or _of_source(head)


def _of_reporters(head: str) -> Dateline | None:
    """Read ``（记者林萍）`` and ``本报记者林萍报道：`` before a story."""
    first = _REPORTERS.match(head)
    if first:
        found = read_credits(first["names"], sure=True)
        return Dateline(_source_in(first["who"]), found, first.end()) if found else None
    if "报道" in head[:40] and _RUNNING_ROLE.match(head):
        found, end = _running_credits(head, 0)
        if found and _REPORTED.search(head, 0, end):
            return Dateline(_source_in(head), found, end)
    return None


def _with_reporters(head: str) -> Dateline | None:
    """Read ``【本报讯 记者林萍】``."""
    match = _WITH_NAMES.match(head)
    found = read_credits(match["who"], sure=True) if match else ()
    return Dateline(match["org"], found, match.end()) if match and found else None


def _of_source(head: str) -> Dateline | None:
    """Read what names who reports, with the names behind it."""
    wired = any(map(head[:_LONGEST_ORIGIN].__contains__, "讯电"))
    match = next((match for form in (_FORMS if wired else _UNWIRED) if (match := form.match(head))), None)
    if match is None:
        return None
    end = match.end()
    found: tuple[Credit, ...] = ()
    bracket = _BRACKET.match(head, end)
    if bracket:
        found = read_credits(bracket["who"], sure=True)
        if found:
            end = bracket.end()
    else:
        found, end = _running_credits(head, end)
        untitled = None if found else _UNTITLED.match(head, end)
        if untitled:
            found = read_credits(untitled["who"])
            end = untitled.end() if found else end
        if not found and not match["tail"] and head[match.end() - 1] not in "】]］":
            return None
    return Dateline(match["org"], found, end)


def _source_in(text: str) -> str:
    """Return the paper that a reporter is said to be of; an empty text where none is named."""
    named = _OF.match(text)
    return named[0] if named else ""
