"""A credit without what only dresses it, and with one sign for what papers print in many ways."""

from __future__ import annotations

import re

from kaifaqu_archive import lists
from kaifaqu_archive.names import is_name

from .vocabulary import BOTH, HAN, HOUSES, IN_BRACKETS, MARKS, OFFICES, RANK, ROLE_AFTER, shows

_EDGES = MARKS + " \t\u3000▌▍▎◤◢◣◥|｜丨∣"
_OPENING = frozenset("〔［[(（")
_AGENCY_LAST = frozenset("）)社觉国片发")
_AGENCY = re.compile(rf"\s*(?:[（(](?:[^（）()]{{2,12}})[）)]|[/\s]\s*[{HAN}]{{2,4}}(?:社发|社|视觉|中国|图片|发))$")
_SENT_BY = re.compile(rf"[{HAN}]{{1,4}}社(?:发)?(?:\s*/\s*|\s+|(?=[（(]))(?!记者)")
"""The agency before a photographer: ``新华社发（李明摄）``."""
_COUNTRY = re.compile(r"^[〔［\[(（][^〕］\])）]{1,6}[〕］\])）]\s*")
_BAR = re.compile(r"[/／|｜丨│∣]")
_BARS = re.compile(r"\s*[/／|｜丨│∣]\s*")
_WORDS = "撰文|文字|采写|文"
_PICTURES = "摄影|图片|摄|图"
_LINK = "[/·、&＆+＋]?并?"
_BOTH_TASKS = re.compile(
    rf"(?:(?:{_WORDS}){_LINK}(?:{_PICTURES})|(?:{_PICTURES}){_LINK}(?:{_WORDS}))(?=$|[\s/:：、，,；;）)]|本[报刊]|记者|通讯员)"
)
_ENCLOSED_TASK = re.compile(rf"\s*[（(](?P<task>{lists.any_of(ROLE_AFTER)})[）)]")
_FROM = re.compile(
    rf"[（(](?:作者(?:单位)?(?:[:：]|为|系|是)[^（）()]{{2,30}}|[{HAN}\d〇]{{2,20}}?(?:{HOUSES}|{'|'.join(OFFICES)}|技师|医师))[）)](?=$|\s)"
)
"""The same in brackets behind the name."""
_WHICH = "本组|本版|本页|本文|文中|文内|以上|上述"
_SHOWN = "照片|图片|资料图片?|图"
GROUPED = rf"(?:(?:{_WHICH})?(?:{_SHOWN})?(?:除署名外)?(?:均|都)?(?:由|(?<=均)为))"
"""What says before a credit that it is for several pictures."""
_OF_GROUP = re.compile(rf"(?!由|本文由){GROUPED}|本组|本版|以上|组图|(?:{_WHICH})(?:{_SHOWN})|(?:照片|图片)均")
"""The same where it need be no credit that follows: ``图片均来自网络``; 由 alone says it of none."""
_GROUP = re.compile(rf"{GROUPED}|(?:本组|本版|本文|以上|组|题)(?:照片|图片|图)?(?:均为)?\s*[:：/\s]\s*")
_HOST = re.compile(rf"^(?:策划[、/\s]?)?主持人?[:：/\s]\s*(?=(?:本[报刊网]|[{HAN}]{{2,8}})?(?:{RANK})(?:记者|评论员))")
"""What else a reporter did, before his office."""
_FILED = re.compile(rf"\s+(?:发自[{HAN}]{{2,8}}|(?P<place>[{HAN}]{{2,6}}?)(?<!摄影|采访|综合|整理)报道)$")
"""From where a report was sent, behind the names."""
_CITIES = frozenset(
    re.split(r"市|地区|盟|(?<=.)自治州", row.partition(":")[0].split()[-1])[0] for row in lists.rows("places.txt")
) | frozenset(lists.words("not_names.txt"))
"""Places that have the form of a name: 温州, 江苏."""


def bared(text: str) -> tuple[str, bool]:
    """Take off marks, brackets round the whole, a country before and a picture agency behind the names."""
    bare = text.strip(_EDGES)
    bracketed = bool(IN_BRACKETS.fullmatch(bare))
    if bracketed:
        bare = bare[1:-1].strip()
    # What each of these cannot do without is asked first: most lines are headlines.
    if bare[:1] in _OPENING:
        bare = _COUNTRY.sub("", bare)
    if "（" in bare or "(" in bare:
        bare = _FROM.sub("", bare).rstrip()
    bare = _plain_tasks(bare)
    if bare[-1:] in _AGENCY_LAST:
        shorter = _AGENCY.sub("", bare)
        bare = shorter if shows(shorter) else bare
    sent = _SENT_BY.match(bare) if "社" in bare else None
    if sent:
        rest = bare[sent.end() :]
        rest = rest[1:-1] if IN_BRACKETS.fullmatch(rest) else rest
        bare = rest.strip() if shows(rest) else bare
    return bare, bracketed


def _plain_tasks(bare: str) -> str:
    """Write bars as slashes, brackets round a task as a space before it, words and pictures by one in one way."""
    if _BAR.search(bare):
        bare = _BARS.sub("/", bare)
    if "图" not in bare and "摄" not in bare:
        return bare
    bare = _BOTH_TASKS.sub(BOTH, bare)
    return _ENCLOSED_TASK.sub(r" \g<task> ", bare).strip() if bare[-1:] in "）)" else bare


def without_group(bare: str) -> str:
    """Take off ``本组照片由``, ``主持人：`` before a reporter and from where a report was sent."""
    bare = _HOST.sub("", bare)
    group = _GROUP.match(bare)
    if group and shows(bare):
        bare = bare[group.end() :]
    filed = _FILED.search(bare) if "发自" in bare or bare.endswith("报道") else None
    if filed and not (filed["place"] and is_name(filed["place"]) and filed["place"] not in _CITIES):
        bare = bare[: filed.start()]
    return bare.strip()


def is_group_credit(text: str) -> bool:
    """Whether a credit is for several pictures: ``本组照片由林萍摄``, ``图片均由林萍摄``."""
    return _OF_GROUP.match(text.lstrip(_EDGES + "（(【［[〔")) is not None
