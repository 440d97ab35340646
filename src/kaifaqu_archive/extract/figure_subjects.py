"""What a figure is of: the words before it in its clause, or those that follow it."""

from __future__ import annotations

import re

from kaifaqu_archive.extract.words import words

GAP = "…"
"""Stands where the figure, or what has nothing to do with it, was printed between the words of a subject."""
LONGEST = 40
"""Characters of a subject; what goes beyond is cut at the front."""

_MARKS = ",;:。!?…()"
_LINKS = re.compile(
    r"(?:分别|均|各|共计|合计|总计|总共|共|仅|只|就|可以|可|约|达到|达成|达|为|是|有|增至|降至|升至|提升至|提升到|提高到|提高至|增加到"
    r"|增长到|减到|减至|发展到|完成|了|的|在|上|已|也|还|原则上|最高|最低|每人每天|大概|基本|约为|至|到|由|从"
    r"|(?:从|由|到|至)?(?:\d{4}年|目前|当前|现在|年初|当年)(?:底|末|初)?的?)+$"
)
_LEADS = re.compile(
    r"^(?:其中|同时|此外|另外|目前|截至目前|截至|据了解|据介绍|据统计|近日|全年|今年以来|去年一年|今年|去年|近年来|一季度|上半年|前三季度|年初"
    r"|(?:\d{4}年?[-~—至]?)+(?:全年)?|\d+月份?|共|已|并|也|还|力争|预计|即|从|让|使|可以|可|使得|以及|和|与(?=[^、]{2,6}[\d])|、)+"
)
_CHANGES = re.compile(
    r"^(?:同比|环比|比|较|占(?!地)|是|高于|低于|高出|增长|增速|下降|提高|提升|增加|减少|降低|上升|回落|上浮|缩短|年均)"
)
_BARE = re.compile(r"(?:计划)?(?:总投资额?|投资额?|占地面积|占地|总?建筑面积|面积)$")
_TOWARDS = re.compile(r"投资|总投资|年产|占地|铺开总投资")
_STOP = re.compile("|".join(re.escape(word) for word in words("figure_stops.txt")))
_EXCEPT = re.compile("|".join(re.escape(word) for word in words("figure_nouns.txt")))
_NOUN = re.compile(r"(?:\d+层|年产[\d.]+[万亿]?[吨袋台套件辆片支瓶盒箱米只]+)?[\u4e00-\u9fffA-Za-z“”‘’·]+")
# 企业主导 is no noun before 的研发新平台.
_DONE_BY = re.compile("(?:主导|参与|研发|生产|建设|投资|组成)$")
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
    """Return a clause without the words that lead to it and those that link it to its figure."""
    stripped = _LINKS.sub("", clause.strip())
    lead = _LEADS.match(stripped)
    stripped = stripped[lead.end() :] if lead and lead.end() < len(stripped) else ("" if lead else stripped)
    return stripped.strip("、 ”" if stripped.count("“") < stripped.count("”") else "、 ")[-LONGEST:]


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
    noun = _TAIL.sub("", run[:stop])
    if _DONE_BY.search(noun) and text.startswith("的", at + stop):
        return f"{noun}的{noun_after(text, at + stop, one=one)}"
    return noun if noun.count("“") == noun.count("”") else noun.replace("“", "").replace("”", "")


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


def leads_to(before: str) -> str:
    """Return the measure before a figure that belongs to the noun after it: 投资4亿元的项目; empty without one."""
    found = [match for match in _TOWARDS.finditer(before) if match.end() == len(before)]
    return found[0][0] if found else ""


def is_level(noun: str) -> bool:
    """Whether a noun waits for another: 1个国家级和11家省级示范企业."""
    return bool(_LEVEL.search(noun))
