"""Whether a text is a credit from its first character to its last, and whose."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from kaifaqu_archive import lists
from kaifaqu_archive.names import sounds_foreign

from .parts import HOUSE, Credit, Part, by_task, credited, has_role, part_of, stretches
from .people import SPACED_NAME, names_of, names_or_spaced
from .plain import bared, without_group
from .vocabulary import HAN, HOUSES, role_after, shows

LONGEST_CREDIT = 60
"""Characters; longer lines are prose (the longest author line on 85 pages of two papers has 16)."""
_LONGEST_BARE_NAME = 5
_OF_ROLES = re.compile("[摄图者员文编撰供组写理执述道绘漫]")
"""Every word for what somebody did or is holds one of these."""
_OF_LISTS = re.compile(r"[ \u3000、，·(（【［,/／|｜丨∣](?!.*[：:])")
"""More than one name, or a name and a house, hold one of these; a colon stands behind a role alone."""
_ENDS_LIKE_LIST = re.compile(
    r"(?:(?:^|[\s/、，,；;·•・和])[^\s/、，,；;]{1,4}|[·•・][^\s/、，,；;]{1,7})[\s/、，,；;]*$|发自.{2,8}$|组$"
)
"""A name is short, whether it ends a list, stands behind a house or after a dot; a report is sent from somewhere, a
study group is named as one."""
_LONGEST_END = 12
"""Characters of what that looks at."""
_PROSE = re.compile(r"[。！？!?…《》“”\"]")
_FIGURE = re.compile(r"\d{2}")
_ABOUT_AUTHOR = re.compile(r"(?:本文)?作者(?:为|系|是|单位|简介)")
_TAKEN_DOWN = "采访整理"
"""In brackets it ends a note on who took down what somebody else says."""
_NOBODY = frozenset(("编者", "记者", "作者", "读者", "目录", "启事", "讣告")).union(
    *(lists.words(name) for name in ("section_names.txt", "section_endings.txt", "notice_words.txt"))
)
"""What is set apart like a name and is none: names of sections, notices."""
_PLACE = re.compile(rf"[{HAN}]{{3,5}}(?<=[村镇乡县区市州局院厂校社站所])")
_ITSELF = re.compile(r"(?:作者|通讯员|记者|编者|受访者|本人)\s?(?:供图|提供)")
"""A supplier who is named by what he is."""
_UNIT = re.compile(r"^作者(?:单位)?[:：]\s*")
_BEHIND = re.compile(rf"\s+(?:(?:作者)?单位[:：].*|[{HAN}\d〇]{{2,20}}?(?:{HOUSES}))$")
"""Where an author is from, behind his name where brackets stand round both."""
_OFFICE_ALONE = re.compile(rf"[{HAN}]{{2,12}}(?:中心|宣传部|办公室|工会|团委|支队|大队|派出所|法院|检察院|供稿)")
"""Who sent in what ends with a bracket: （党委宣传部）."""
_STUDY_GROUP = re.compile(rf"[{HAN}]{{2,20}}[院所校学会委局部室心司处报刊社](?:联合)?(?:课题|编写|调研|写作|报道)组")
_STAFF_COLUMN = re.compile(r"本[报刊网](?:特约)?(?:评论员|编者)")


@lru_cache(maxsize=8192)
def read_credits(text: str, *, sure: bool = False) -> tuple[Credit, ...]:
    """Return the credits that ``text`` wholly consists of, or () when it is something else.

    ``sure`` says that it stands where only credits stand, as in a dateline's brackets: names
    of any form are believed behind the word 记者.
    """
    if len(text) > LONGEST_CREDIT:
        return ()
    # Most lines are headlines: what no credit can do without is asked first.
    if len(text) > _LONGEST_BARE_NAME and not _OF_ROLES.search(text) and not _OF_LISTS.search(text):
        return ()
    bare, bracketed = bared(text)
    prose = _PROSE.search(bare) is not None
    if not bare or (prose and not bracketed) or not (bracketed or _may_name(bare)):
        return ()
    whole = _as_a_whole(bare, bracketed=bracketed)
    if whole is not None:
        return whole
    if prose or _ABOUT_AUTHOR.match(bare) or _FIGURE.search(bare):
        return ()
    return tuple(dict.fromkeys(credited(_parts(without_group(bare), sure=sure, bracketed=bracketed))))


def _may_name(bare: str) -> bool:
    """Whether a line without brackets round it may name people: it has a role, or ends as lists of names do.

    Most headlines that are not refused at once are here.
    """
    return bool(has_role(bare) or _ENDS_LIKE_LIST.search(bare, max(0, len(bare) - _LONGEST_END)))


def _parts(bare: str, *, sure: bool, bracketed: bool) -> list[Part]:
    """Return the parts that ``bare`` wholly consists of; none when a stretch of it is no credit."""
    pieces = [
        (piece, before, bool(before) and (sure or bracketed or parted))
        for stretch, before, parted in stretches(bare)
        for piece in by_task(stretch)
    ]
    shown = shows(bare) if len(pieces) > 1 else ""
    parts: list[Part] = []
    for piece, before, certain in pieces:
        part = part_of(piece, before, sure=certain, shown=shown)
        if part is None:
            return []
        parts.append(part)
    # （文苑·随笔） has the form of a foreigner's name and is a section's.
    dotted = (name for part in parts if not (part.before or part.word) for name in part.names if "·" in name)
    return parts if all(map(sounds_foreign, dotted)) else []


def _as_a_whole(bare: str, *, bracketed: bool) -> tuple[Credit, ...] | None:
    """Return the credits of a line that needs no taking apart; None for any other.

    A staff column; two characters set apart, unless they name a section; a place, and a note on
    an interview, which are nobody; an office in brackets; people and where they are from.
    """
    if _STAFF_COLUMN.fullmatch(bare):
        return (Credit(bare, "作者"),)
    noted = bracketed and "记者" in bare and bare.endswith(_TAKEN_DOWN)
    if noted or "".join(bare.split()) in _NOBODY or _PLACE.fullmatch(bare):
        return ()
    if SPACED_NAME.fullmatch(bare):
        return (Credit(bare[0] + bare[-1], "作者"),)
    if (bracketed and _OFFICE_ALONE.fullmatch(bare)) or _STUDY_GROUP.fullmatch(bare):
        return (Credit(bare, "作者"),)
    after = role_after(bare)
    if after:
        return (Credit(bare[: after.start()], "供图"),) if _ITSELF.fullmatch(bare) else None
    housed = _housed(bare, bracketed=bracketed)
    return tuple(Credit(name, "作者") for name in housed) if housed else None


def _housed(bare: str, *, bracketed: bool) -> list[str] | None:
    """Return the names on a line without a task that tells besides only where people are from."""
    if bracketed:
        bare = _UNIT.sub("", bare)
        behind = _BEHIND.search(bare)
        names = names_of(bare[: behind.start()], loose=False) if behind else None
        if names:
            return names
    if "/" not in bare and len(bare.split()) == 1:
        return None  # one of these parts a house from a name
    each = bare.split() if bare.count("/") > 1 else [bare]
    houses = [HOUSE.match(one) for one in each]
    found = [names_or_spaced(one[house.end() :]) for one, house in zip(each, houses, strict=True) if house]
    return list(chain.from_iterable(filter(None, found))) if len(found) == len(each) and all(found) else None
