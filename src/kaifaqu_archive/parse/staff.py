"""Who made the page: desks and details of a paper, and what stands behind them on one line."""

from __future__ import annotations

import re

from kaifaqu_archive import lists
from kaifaqu_archive.lists import any_of
from kaifaqu_archive.names import is_name, sounds_foreign

DESKS = lists.words("staff_words.txt")
"""Who made the page."""
DETAILS = lists.words("page_details.txt")
"""Words behind which a number, an address or a house stands."""
_OF_ARTICLES = frozenset(("策划", "统筹", "制图", "出品", "主持", "审核"))
"""Desks that are as often named with what they made; a line of one of these alone is no furniture."""
PAGE_DESKS = [word for word in DESKS if word not in _OF_ARTICLES]
_EDITORS = [word for word in DESKS if re.search("编|校|版|审[校读]|视觉|组稿", word)]
"""Desks that only makers of papers have; others have managers and counsels too."""
_FILLED = re.compile(
    rf"(?:{any_of((*DESKS, *DETAILS))})(?:(?P<mark>\s*[:/|丨│_])|\s+(?=(?P<who>"
    r"[\u4e00-\u9fff](?:\s[\u4e00-\u9fff](?![\u4e00-\u9fff])){1,3}|[\u4e00-\u9fff·]+|[\dA-Za-z(])))"
)
"""A desk or a detail, and what stands behind it."""
_BEHIND = re.compile(rf"[\s:/|丨│_](?<=[{''.join(sorted({word[-1] for word in (*DESKS, *DETAILS)}))}].)")
"""Stands where a line may go on behind a desk or a detail; few lines hold it."""
_DESK = re.compile(
    rf"[\u4e00-\u9fff]{{0,4}}(?:{any_of(_EDITORS)})\s*[:/|_]\s*"
    r"[\u4e00-\u9fff·]{2,5}(?:[\s、,]+[\u4e00-\u9fff·]{1,4})*"
)
"""One desk, however it is called, and names."""
_HEADED = re.compile(
    rf"[\u4e00-\u9fff·]{{2,8}}[\s|/]+(?:{any_of((*DESKS, *DETAILS))})\s*[:/|_]\s*[\u4e00-\u9fff ]{{2,5}}"
)
"""A section and who edits it."""
_SPLIT = re.compile(rf"({any_of(DESKS)})(?=[\s:/|丨│_])")
_SURE_DESK = re.compile(r"[责值]|本版|本期|当班|夜班")
_MARKS = ":/|丨│_"
_BETWEEN = re.compile(r"[\s、,/|:丨│_]+")
_STOP = re.compile(r"[。!?;“”]")
_PEN_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}")


def names_staff(bare: str) -> bool:
    """Whether a line names two desks of the paper (``编辑 王波 校对 李明``), or one with a colon (``编辑：王波``)."""
    if "。" in bare:
        return False  # the end of a report that names who edited it
    filled = desks_filled(bare)
    return filled > 1 or bool(filled and (_HEADED.fullmatch(bare) or _DESK.fullmatch(bare)))


def desks_filled(bare: str) -> int:
    """Return how many desks and details a line holds behind which a mark, a name, a number or an address stands."""
    if not _BEHIND.search(bare):
        return 0
    return sum(1 for found in _FILLED.finditer(bare) if found["mark"] or _answers("".join(found["who"].split())))


def beside_staff(bare: str) -> str | None:
    """Return what a line says beside desks and names; None where it does not name, behind every desk, who it was."""
    if _STOP.search(bare) or not _BEHIND.search(bare):
        return None
    rest, *told = _SPLIT.split(bare)
    desks = list(zip(told[::2], told[1::2], strict=True))
    edited = sum(desk in _EDITORS for desk, _ in desks)
    if not edited:
        return None
    for _, said in desks:
        names = _names(said)
        if not names:
            return None
        # Many write under a pen name; a word behind a single desk and a space may be a headline's.
        named = edited > 1 or said.lstrip()[0] in _MARKS
        if not _is_person(names[0]) and not (named and _PEN_NAME.fullmatch(names[0])):
            return None
        rest += " " + " ".join(name for name in names[1:] if not _is_person(name))
    desk, said = desks[0]
    sure = len(desks) > 1 or said.lstrip()[0] in _MARKS or _SURE_DESK.match(desk)
    return rest if sure else None


def _names(said: str) -> list[str]:
    """Return the words of what stands behind a desk, letters that are spaced out put together."""
    names: list[str] = []
    spaced = False
    for word in _BETWEEN.split(said):
        if len(word) == 1 and spaced:
            names[-1] += word
        elif word:
            names.append(word)
        spaced = len(word) == 1
    return names


def _is_person(name: str) -> bool:
    return is_name(name) or (len(name) > 1 and sounds_foreign(name))


def _answers(who: str) -> bool:
    if who[0].isascii() or is_name(who):
        return True
    return bool(_PEN_NAME.fullmatch(who)) and who not in DESKS and who not in DETAILS
