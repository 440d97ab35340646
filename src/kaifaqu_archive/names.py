"""Personal names as bylines and captions print them.

Knows family names, names of two to four characters, names set with a space inside
(``朱 妹``) and names of other peoples with a middle dot (``买买提·艾山``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from . import lists

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•・][\u4e00-\u9fff]{1,7}){1,3}")
SOUNDS = (
    "阿埃艾安奥巴班邦鲍贝本比宾波伯博布查达戴丹道德登迪蒂多厄恩尔法菲芬弗福富盖冈戈格根古哈海汉豪赫亨霍吉济加杰金卡凯坎康考科克肯库奎"
    "拉莱兰朗劳勒雷里利莲林卢鲁路伦罗洛马迈曼芒梅门蒙米姆摩莫默穆纳娜南内尼宁纽努诺欧帕潘佩彭皮平珀普奇恰钦琼丘让热荣萨塞桑森沙莎山"
    "尚舍申圣施什史舒斯丝苏索塔泰坦汤唐特滕提图托瓦万韦维文翁沃乌西希夏谢辛雅亚扬耶伊因英尤约泽扎詹珍朱兹佐辉茨基吕姬娃岑廷彼戛昂杜杨茂卜冯昌慕切呼丽芭迦阔薇黛菈娅妮琪蒂罕惹拜邦赞姗祖别列娃什茅伍弥泉扎"
    "柯梵治涅澳珊琳瑞瑟甘甫盛祖胡芙若茜蕾蓬蕯费贡贾赖赛迭邓阮隆雪麦黑齐龙逊翰丁顿腾滕蔡策察楚昆敦温夫密乔撒威廉历烈"
)
"""Characters in which Chinese writes foreign names."""
PEOPLES = "买提明江汗古依力热木孟其日仁次旦卓央措扎旺顿珠桑增格图巴布和吾甫孜合肉苏麦迪曲珍嘎呼斯"
"""Characters in which the names of Uyghurs, Mongols and Tibetans are written beside those."""
_SPELLING = frozenset(SOUNDS + PEOPLES)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


SURNAMES = frozenset("".join(lists.words("surnames.txt")))
"""Family names of one character."""
COMPOUND_SURNAMES = frozenset(lists.words("compound_surnames.txt"))
"""Family names of two characters."""


_SIMPLE_SIZES = (2, 3)
_COMPOUND_SIZES = (3, 4)
"""Characters of a whole name, by its family name."""


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether ``text``, without spaces, has the form of one person's name."""
    if not _HAN.fullmatch(text):
        return bool(_DOTTED.fullmatch(text))
    if text[:2] in COMPOUND_SURNAMES:
        return len(text) in _COMPOUND_SIZES
    if text[0] not in SURNAMES:
        return False
    return len(text) in _SIMPLE_SIZES


def sounds_foreign(text: str) -> bool:
    """Whether two thirds of ``text`` and more are characters that spell foreign sounds: ``买买提·艾山``, ``曼多``."""
    spelling = sum(char in _SPELLING for char in text)
    return 3 * spelling >= 2 * (len(text) - text.count("·"))
