"""The words that say what office a person holds, as printed before the name.

An office is read backwards from its last word: 管委会主任, before it 党工委、, before that the
zone, up to a mark or to a word that belongs to the sentence and not to the office.
"""

from __future__ import annotations

import re

from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.zone_grammar import SUFFIX
from kaifaqu_archive.lists import words

_LONGEST_PLACE = 9
LONGEST = 60
"""Characters of the longest office; a longer one is a sentence misread."""
TITLE = re.compile("(?:" + "|".join(words("titles.txt")) + r")(?:\((?!试用|任期|代拟)[^()]{1,8}\))?")

_MARKS = "。;:!?,、\n《》…—"
_JOINT = re.compile("[\u4e00-\u9fff]—[\u4e00-\u9fff]")
_STOPS = "。!?;,…"
_PAIRS = {"”": "“", "’": "‘", ")": "(", '"': '"'}
# 党工委、管委会主任: what a shared title belongs to.
_BODY = re.compile(
    r"(?:党工委|党委|党组|纪工委|纪委|省委|市委|县委|区委|工委|管委会|支部|总支|委员会|中心|局|办|部|厅|政府|人大|政协"
    r"|公司|集团|协会|商会|学会|大学|学院|研究院|研究所|医院|实验室)$"
)
_CHAINED = re.compile(f"(?:{TITLE.pattern}|成员|博士)$")
# Words of the sentence before an office. After the first sort anything may be the office; after the
# second only a place, a body or the title itself, since 科技和创新局 and 对外经济合作局 hold them too.
_STRONG = re.compile(
    r"[说谈提]起|采访了?|专访|会见了?|邀请了?|听取了?|陪同|看望了?|来自|作为|记者从|通过|代表(?!大会|团|处|队)|拜访了?|对话|走访|慰问了?|拥有|会后|会上(?!院)|其间"
    r"|期间|仪式上|活动中|座谈中|会议由|活动由|仪式由|(?<![自理])由|聘请|聘任|特邀|以及|并对|并向|的|了|着|过(?![敏程滤境渡户])|是|称|说|年以来|以来|如今|同时|此外|其中|目前|近日"
    r"|日前|随后|当天|当日|昨日|今日|上午|下午|晚上?|认识|介绍|来看|记者对|离不开|按照|口中|找到|叫做|名叫|[致复][信电函]|发表|评价|要求|释放|今天|昨天|判决|包括|联系|询问|叮嘱|请教|握住|拉着|走进|求助|协助|选举|起诉|宣判|嫌疑人"
    r"|给予|授予|宣读|召[回见]|播发|欢迎|会晤|支持(?![部处科局室中])|解除|受到|还有|讲述|指责|印有|走近|根据|分别向|转战|首先|到时候|主讲人"
)
_WEAK = re.compile(r"应|在|和|与|及|同|向|对|为|跟|给|请|让|以|到|受|随|于|从|被|把|有|至|赴|并|而|但|也|还")
_START = re.compile(
    r"国家|全国|中国|中央|中共|国务院|最高|省|市|县|区委|区政府|区长|乡|镇|村|党|政府|管委会|公司|集团|企业|厂|校"
    r"|该|本|我|副|总|首席|常务|董事|联合|著名|知名|原|前|项目|执行|理事|主任|书记|第|生产|技术|研发|销售|市场|车间|财务|运营|行政"
)
_APPOINTS = re.compile("任(?!主任)|担任|为|当选|出任|兼任")
_COUNTRIES = frozenset(words("countries.txt"))
_LEAD = re.compile(
    r"^(?:据|时任|现任|担任|当选|任命|按照|(?:[\d年月号时分至\-—~]|日(?!本))+|近日|日前|当天|今年|去年|会上|此后|其后|现场|随后|当晚|是日"
    r"|和|与|及|同|而|但|也|并|对|向|在|请|让|为)+"
)


def office_before(text: str, end: int, floor: int) -> int | None:
    """Return where the office begins that ends at ``end``, not before ``floor``; None where none is read."""
    start = _unit(text, end, floor)
    cut = _cut(text, start, end)
    # Where words of the sentence were cut off, the office is complete; else it may go on before a mark.
    while cut == start > floor + 1 and text[start - 1] in "、," and end - start <= LONGEST:
        before = _unit(text, start - 1, floor)
        unit = text[before : start - 1]
        # 谢克倡任首席科学家, 所长王宝骏: the first office is another's.
        if _APPOINTS.match(unit):
            break
        joined = _CHAINED.search(unit) or (text[start - 1] == "、" and _BODY.search(unit))
        if not joined:
            break
        start = before
        cut = _cut(text, start, end)
    return cut if 0 < end - cut <= LONGEST and TITLE.search(text, cut, end) else None


def _unit(text: str, end: int, floor: int) -> int:
    """Return the beginning of the stretch without marks that ends at ``end``; what is in quotes or brackets belongs."""
    at = end
    while at > floor and (text[at - 1] not in _MARKS or _joins(text, at - 1)) and not text[at - 1].isspace():
        opener = _PAIRS.get(text[at - 1])
        if opener:
            opened = text.rfind(opener, max(floor, at - 16), at - 1)
            # What ends in a full stop was said, and is no part of a name: “…干货满满。”教授.
            if opened < 0 or text[at - 2] in _STOPS:
                break
            at = opened
        elif text[at - 1] in _PAIRS.values():
            break
        else:
            at -= 1
    return at


def _joins(text: str, at: int) -> bool:
    """Whether the mark at ``at`` is the dash between two names: 中国—马来西亚."""
    return _JOINT.match(text, at - 1) is not None if at else False


def _cut(text: str, start: int, end: int) -> int:
    """Return where the office begins in ``text[start:end]``, past words that belong to the sentence."""
    stop = min((at for mark in "、," if (at := text.find(mark, start, end)) >= 0), default=end)
    titles = [match.start() for match in TITLE.finditer(text, start, stop)]
    last = titles[-1] if titles else stop
    for match in (*_WEAK.finditer(text, start, last), *_STRONG.finditer(text, start, last)):
        rest = match.end()
        if match.re is _STRONG or (_begins_office(text, rest, end) and not _in_place(text, match.start())):
            start = max(start, rest)
    lead = _LEAD.match(text[start:stop])
    at = start + lead.end() if lead else start
    # 和 leads nothing in 和顺经开区.
    return at if start < at < stop and not _in_place(text, at - 1) else start


def _in_place(text: str, at: int) -> bool:
    """Whether the character at ``at`` is part of a place's name: 兴和县, 和顺经开区."""
    named = load_places().named
    inside = any(text[begin : begin + size] in named for size in (3, 4) for begin in range(max(0, at - size + 1), at))
    return inside or (text[at : at + 2] in named and SUFFIX.match(text, at + 2) is not None)


def _begins_office(text: str, at: int, end: int) -> bool:
    if _START.match(text, at, end) or TITLE.match(text, at, end):
        return True
    named = load_places().named
    starts = (text[at : at + size] for size in range(1, _LONGEST_PLACE) if at + size <= end)
    return any(start in named or start in _COUNTRIES for start in starts)
