"""The grammar of datelines: ``新华社太原1月2日电（记者王昭、陈汀）``, ``本报讯``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .credits import HAN, ORG, RANK, ROLE_BEFORE, Credit, read_credits
from .names import is_name

_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_DATELINE = re.compile(
    rf"[【\[]?(?P<from>据)?(?P<org>{ORG}|[{HAN}]{{2,10}}(?:报|刊|网|社|台))"
    rf"(?P<place>[{HAN}·]{{1,10}}?)?\s?(?:{_DAY})?[讯电][】\]]?(?P<tail>\s*[:：]?\s*)"
)
_LOCAL = re.compile(rf"[【\[]?(?P<org>[{HAN}]{{2,6}})讯(?P<tail>[】\]]?[\s:：]+|[】\]]?(?=[（(])|[】\]])")
_BRACKETED = re.compile(rf"[【\[［](?P<org>[{HAN}]{{2,10}}?)(?:[讯电]|消息)[】\]］](?P<tail>\s*)")
_NAMED = re.compile(rf"(?P<org>[{HAN}]{{1,8}}(?:报|刊|网|社))(?P<tail>[ \u3000]+)")
_FORMS = (_DATELINE, _LOCAL, _BRACKETED, _NAMED)
_BRACKET = re.compile(r"[（(](?P<who>[^（）()]{2,60})[）)]\s*")
_RUNNING_ROLE = re.compile(rf"(?:{ORG})?{RANK}(?P<role>记者|通讯员)[:：]?[ \u3000]*")
_RUNNING_NAME = re.compile(
    rf"(?P<name>[{HAN}](?:[ \u3000]?[{HAN}])|[{HAN}]{{2,4}}?)(?P<after>[ \u3000、]+|(?=报道|[，,:：]))"
)
_REPORTS = re.compile(r"报道[：:，,]?\s*")


def _running_credits(text: str, start: int) -> tuple[tuple[Credit, ...], int]:
    """Read ``记者 王波 李明 通讯员 张三 报道`` from ``start``; return the credits and where they end."""
    found: list[Credit] = []
    end = start
    role = _RUNNING_ROLE.match(text, end)
    while role:
        at, first = role.end(), True
        while name := _RUNNING_NAME.match(text, at):
            plain = re.sub(r"\s", "", name["name"])
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


_LONGEST_LOOSE = 4
"""Characters of a name that only the word 记者 before it vouches for."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a news body: ``新华社太原1月2日电（记者王昭）``."""

    source: str
    """Who reports: 本报, 科学导报, 新华社."""
    credits: tuple[Credit, ...]
    end: int
    """Length of the dateline in characters; the story begins there."""


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline that ``text`` opens with, or None."""
    head = text[:120]
    # Most lines have none: what every dateline holds is looked for before its grammar is tried.
    if not any(map(head.__contains__, "讯电消")) and " " not in head[:12] and "\u3000" not in head[:12]:
        return None
    match = next((match for form in _FORMS if (match := form.match(head))), None)
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
        if not found and not match["tail"] and head[match.end() - 1] not in "】]":
            return None
    return Dateline(match["org"], found, end)
