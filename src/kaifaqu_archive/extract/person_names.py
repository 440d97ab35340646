"""Where a person's name ends that stands after an office.

Nothing marks the end of 高奇英 in 主任高奇英主持会议.  A name is taken for one only where it has the
form of a name and what follows is what follows names: a mark, a verb of saying or doing, a preposition.
"""

from __future__ import annotations

import re

from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.words import words
from kaifaqu_archive.names import COMPOUND_SURNAMES, is_name

_AFTER = re.compile(
    r"\s*(?:$|[\d,。;:!?、\"“”‘’()《》…—]|\s[\u4e00-\u9fff]|" + "|".join(words("after_names.txt")) + ")"
)
_NOT_NAMES = frozenset(words("not_names.txt"))
_TITLES = frozenset(words("titles.txt"))
_TITLE = re.compile("|".join(words("titles.txt")))
# Family names that are far oftener a word of the sentence.
_SELDOM_FIRST = frozenset("盘向国来时和全都过占次才由步那但须令要等及与的")
_RARE = frozenset("".join(words("rare_surnames.txt")))
# Characters that end a name far more rarely than they begin the word after it.
_SELDOM_LAST = frozenset("座陪调作说在和与等率赴的是也都还到就则又对及于表介指强主出参认坦称谈一带来前签向为将随")
# Characters in which Chinese writes foreign names.
_SOUNDS = (
    "阿埃艾安奥巴班邦鲍贝本比宾波伯博布查达戴丹道德登迪蒂多厄恩尔法菲芬弗福富盖冈戈格根古哈海汉豪赫亨霍吉济加杰金卡凯坎康考科克肯库奎"
    "拉莱兰朗劳勒雷里利莲林卢鲁路伦罗洛马迈曼芒梅门蒙米姆摩莫默穆纳娜南内尼宁纽努诺欧帕潘佩彭皮平珀普奇恰钦琼丘让热荣萨塞桑森沙莎山"
    "尚舍申圣施什史舒斯丝苏索塔泰坦汤唐特滕提图托瓦万韦维文翁沃乌西希夏谢辛雅亚扬耶伊因英尤约泽扎詹珍朱兹佐辉茨基吕姬娃岑廷彼戛昂杜杨茂卜冯昌慕切呼丽芭迦阔薇黛菈娅妮琪蒂罕惹拜邦赞姗祖别列娃什茅伍弥泉扎"
    "柯梵治涅澳珊琳瑞瑟甘甫盛祖胡芙若茜蕾蓬蕯费贡贾赖赛迭邓阮隆雪麦黑齐龙逊翰"
)
_FOREIGN = re.compile(f"[{_SOUNDS}]{{2,8}}")
_DOTTED = re.compile(f"[{_SOUNDS}]{{1,8}}(?:[·•・][\u4e00-\u9fff]{{1,8}}){{1,3}}")
_DOTS = re.compile("[·•・]")
USUAL, LONGEST = 3, 4
"""Characters of most Chinese names, and of the longest."""


def ends_name(text: str, at: int) -> bool:
    """Whether what follows ``at`` is what follows a name."""
    return bool(_AFTER.match(text, at))


def looks_like_name(word: str) -> bool:
    """Whether ``word`` has the form of a Chinese name and is no common word, place or office."""
    if word in _NOT_NAMES or word in _TITLES or word[:2] in _NOT_NAMES or "某" in word:
        return False
    if word[0] in _RARE:
        return len(word) == USUAL
    return word[0] not in _SELDOM_FIRST and is_name(word) and word not in load_places().named


def name_end(text: str, start: int) -> int | None:
    """Return where the name ends that begins at ``start``; None where none does."""
    foreign = _foreign_end(text, start)
    if foreign and foreign - start >= LONGEST:
        return foreign
    # 任组长 and 李书记 are a surname and an office.
    if _TITLE.match(text, start + 1):
        return None
    ends = [start + size for size in range(2, LONGEST + 1) if start + size <= len(text)]
    followed = [end for end in ends if looks_like_name(text[start:end]) and ends_name(text, end)]
    return _best(text, start, followed) if followed else foreign


def _foreign_end(text: str, start: int) -> int | None:
    """Return the end of a name in the characters that write foreign ones: 德里克·阿伯利, 默克尔."""
    if dotted := _DOTTED.match(text, start):
        last = [match.end() for match in _DOTS.finditer(text, start, dotted.end())][-1]
        spelled = _FOREIGN.match(text, last)
        ends = [*([spelled.end()] if spelled else []), *range(last + 1, dotted.end() + 1)]
        return next((end for end in ends if ends_name(text, end)), None)
    foreign = _FOREIGN.match(text, start)
    named = load_places().named
    first = text[start : start + 2]
    if foreign is None or first in named or first in _NOT_NAMES or text[start : start + 3] in named:
        return None
    return next((end for end in range(foreign.end(), start + 1, -1) if ends_name(text, end)), None)


def _best(text: str, start: int, ends: list[int]) -> int:
    """Return the likeliest of several ends: three characters are commoner than two, four are rare."""
    wanted = 4 if text[start : start + 2] in COMPOUND_SURNAMES else 3

    def cost(end: int) -> tuple[int, int]:
        runs_into = end - start > 2 and text[end - 1] in _SELDOM_LAST  # noqa: PLR2004 -- 李和 is no name cut short
        return int(runs_into), abs(end - start - wanted)

    return min(ends, key=cost)
