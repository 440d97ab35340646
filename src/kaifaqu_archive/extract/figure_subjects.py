"""What a figure is of: the words before it in its clause, or those that follow it."""

from __future__ import annotations

import re

from kaifaqu_archive.background import load_background
from kaifaqu_archive.extract.term_places import Borders, words_of
from kaifaqu_archive.lists import words

GAP = "…"
"""Stands where the figure, or what has nothing to do with it, was printed between the words of a subject."""
LONGEST = 40
"""Characters of a subject; what goes beyond is cut at the front."""
_WITHIN = 2 * LONGEST
"""Characters of a clause in which a subject is looked for."""

_MARKS = ",;:。!?…()"
_LINKS = re.compile(
    r"(?:分别|均|各|共计|合计|总计|总共|一共|共|已经|仅|只|就|可以|可|大约|约合|折合|约|达到|达成|达|为|是|有|增至|降至|升至|提升至|提升到|提高到|提高至|增加到"
    r"|增长到|减到|减至|发展到|完成|了|的|在|上|已|也|还|原则上|最高|最低|每人每天|大概|基本|约为|至|到|由|从|将"
    r"|(?:从|由|到|至)?(?:\d{4}年|前年|去年|上年|目前|当前|现在|年初|当年)(?:底|末|初)?的?)+$"
)
_LEAD = re.compile(
    r"(?:其中|包括|同时|此外|另外|目前|截至目前|截至|据了解|据介绍|据统计|近日|全年|今年以来|去年一年|今年|去年|近年来|一季度|上半年|前三季度|年初"
    r"|(?:\d{4}年?[-~—至]?)+(?:全年)?|\d+月份?|一共|共|已经|已|并|也|还|力争|预计|即|从|让|使得|使|可以|可|以及|和|与(?=[^、]{2,6}[\d])|、)"
)
_MOVING = "同比|环比|比|较|增长|增速|下降|提高|提升|增加|减少|降低|上升|回落|上浮|缩短|年均"
_MOVES = re.compile(f"(?:{_MOVING})")
_CHANGES = re.compile(f"(?:{_MOVING}|占(?!地)|是|高于|低于|高出)")
_COMPARES = re.compile("[高低]于|高出|比.*[高低快慢]|增速")
_BARE = re.compile(r"(?:计划)?(?:总投资额?|投资额?|占地面积|占地|总?建筑面积|面积)$")
_TOWARDS = re.compile(r"投资|总投资|年产|占地|铺开总投资")
_STOP = re.compile("|".join(re.escape(word) for word in words("figure_stops.txt")))
_EXCEPT = re.compile("|".join(re.escape(word) for word in words("figure_nouns.txt")))
_NOUN = re.compile(r"(?:\d+层|年产[\d.]+[万亿]?[吨袋台套件辆片支瓶盒箱米只]+)?[\u4e00-\u9fffA-Za-z“”‘’·]+")
# 企业主导 is no noun before 的研发新平台, nor is 现代化 before 的工厂.
_DONE_BY = re.compile("(?:主导|参与|研发|生产|建设|投资|组成|[化式]|(?<!转)型)$")
_GOES_ON = re.compile(r"[\d了成给到为至过着出]")
"""What follows a verb that ends what looks like a noun: 领域筛选1000个."""
_JOINTS = re.compile("以及|[及和与或]")
_TAIL = re.compile("(?:等|以及|[及和与、]|的)+$")
_LEVEL = re.compile(r"[级类型种]$")
_SHARE_OF = re.compile(
    r"(?:率|比例|比重|占比|份额|水平|度|值|量|额|比|数|金|价格|收入|工资|[增上下降提减][长加降升高少浮]|名额|奖)$"
)


def clause_before(text: str, start: int, floor: int) -> str:
    """Return what stands before ``start`` in its clause, not before ``floor``."""
    begin = max([floor, *(text.rfind(mark, floor, start) + 1 for mark in _MARKS)])
    opened = text.rfind("“", begin, start)
    if opened >= 0 and "”" not in text[opened:start]:
        begin = opened + 1
    return text[begin:start]


def core(clause: str) -> str:
    """Return a clause without the words that lead to it and those that link it to its figure, at most LONGEST long."""
    stripped = _without_links(clause.strip()[-_WITHIN:])
    stripped = stripped[_end_of_leads(stripped) :]
    return stripped.strip("、 ”" if stripped.count("“") < stripped.count("”") else "、 ")[-LONGEST:]


def _without_links(text: str) -> str:
    """Return ``text`` without the words that link it to a figure: 面积为 → 面积, but of 降到 nothing goes."""
    borders, begin = Borders(text), 0
    while links := _LINKS.search(text, begin):
        if not borders.is_closed(links.start()):
            return text[: links.start()]
        begin = links.start() + 1
    return text


def _end_of_leads(text: str) -> int:
    """Return where the words end that lead to what ``text`` is about: past 共 in 共投资, but 共享 is one word."""
    borders, end = Borders(text), 0
    while (lead := _LEAD.match(text, end)) and not borders.is_closed(lead.end()):
        end = lead.end()
    return end


def done_with(text: str, begin: int, end: int) -> str:
    """Return what the clause that ends at ``end`` says was done to, with what stands at ``begin``.

    队伍 in 干部充实队伍, which begins with the noun of a figure; empty where no object follows it.
    """
    noun = noun_after(text, begin, one=False)
    verb = _STOP.match(text, begin + len(noun))
    return core(text[verb.end() : end]) if noun and verb else ""


def noun_after(text: str, end: int, *, one: bool) -> str:
    """Return the noun that follows a figure: 家企业, 的乡镇; empty where a predicate follows.

    ``one``: of several joined by 和 only the first is counted.
    """
    at = end + 1 if text.startswith("的", end) else end
    match = _NOUN.match(text, at)
    if match is None:
        return ""
    run = match[0]
    stop = 0
    while stop < len(run):
        closing = run.find("”", stop)
        if run[stop] == "“" and closing > 0:
            stop = closing + 1
        elif kept := _EXCEPT.match(run, stop):
            stop = kept.end()
        elif _STOP.match(run, stop) or (one and _JOINTS.match(run, stop)):
            break
        else:
            stop += 1
    noun = _without_verb(_TAIL.sub("", run[:stop]), text, at + stop)
    if _DONE_BY.search(noun) and text.startswith("的", at + stop):
        return f"{noun}的{noun_after(text, at + stop, one=one)}"
    return noun if noun.count("“") == noun.count("”") else noun.replace("“", "").replace("”", "")


def _without_verb(noun: str, text: str, end: int) -> str:
    """Return a noun that ends at ``end`` of ``text`` without the verb at its end that goes on behind it."""
    if not _GOES_ON.match(text, end) and not (noun and _GOES_ON.match(noun[-1])):
        return noun
    parts = words_of(noun)
    kind = load_background().kind
    while len(parts) > 1 and (kind(parts[-1]) == "v" or _GOES_ON.fullmatch(parts[-1])):
        noun = noun.removesuffix(parts.pop())
    return noun


def wants_noun(before: str, kind: str) -> bool:
    """Whether a figure of ``kind`` is one of what follows it: 70%的乡镇, never 增长8%左右企业."""
    return kind != "share" or not _SHARE_OF.search(before)


def is_bare(clause: str) -> bool:
    """Whether words name a measure and not whose: 总投资."""
    return bool(_BARE.fullmatch(clause))


def without_bare(subject: str) -> str:
    """Return a subject without the measure at its end: 该项目占地 → 该项目."""
    return _BARE.sub("", subject)


def changes(clause: str) -> bool:
    """Whether a clause says how what stood before it changed or compares: 占总产值, 同比增长."""
    return bool(_CHANGES.match(clause))


def owner_of(told: str, change: str) -> str:
    """Return what a change is of, ``told`` being what the figure before it is of.

    收入 of 收入…同比增长 where another change or a share follows; where growth is compared, it is that of the growth.
    """
    first, *others = told.split(GAP)
    while others and _MOVES.match(others[-1]) and not _COMPARES.match(change):
        others.pop()
    return GAP.join((first, *others))


def leads_to(before: str) -> str:
    """Return the measure before a figure that belongs to the noun after it: 投资4亿元的项目; empty without one."""
    found = [match for match in _TOWARDS.finditer(before) if match.end() == len(before)]
    return found[0][0] if found else ""


def is_level(noun: str) -> bool:
    """Whether a noun waits for another: 1个国家级和11家省级示范企业."""
    return bool(_LEVEL.search(noun))
