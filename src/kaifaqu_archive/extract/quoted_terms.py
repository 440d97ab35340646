"""Names of programmes and mechanisms in quotation marks: “标准地”改革, 实行“揭榜挂帅”“赛马制”.

Most of what a paper puts in quotation marks is speech, a wink or the name of a thing; what stands
before and behind the marks, and the words themselves, tell which names are of policy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.lists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.background import Background

_MARKED = r"[“‘「『][^“”‘’「」『』]{1,32}[”’」』]"
_LIST = re.compile(rf"{_MARKED}(?:(?:、|和|及|与|以及|,)?{_MARKED})*")
_ITEM = re.compile(r"[“‘「『]([^“”‘’「」『』]{1,32})[”’」』]")
_PIECES = re.compile(r"[+、]")
_SHAPE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9×·]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TITLE = re.compile(r"《([^《》]{1,32})》")
_TREATIES = ("协定", "公约", "条约")
_TALK = re.compile(r"[的了吗呢吧啊呀嘛我你您他她它谁啥]|什么|怎么|这|那|不是")
"""Words of speech and description, which no name of a programme has."""

SHORTEST, LONGEST = 2, 12
"""Chinese characters of a name; longer ones are sentences, slogans or institutions."""

_NUMERAL = "一二三四五六七八九十百千两"
_NUMBERED = re.compile(
    rf"[{_NUMERAL}].*[{_NUMERAL}]|[{_NUMERAL}]+(?![种家名年月日届点期号楼层把键盘次步站公里些条位代手张枚旦起]).+"
)
_COUNTED = re.compile(rf"[{_NUMERAL}].{{5,}}")
"""A rule that begins with a number is a name where it is long enough to say what is counted (一枚印章管审批)."""

_DAY = re.compile(rf"[{_NUMERAL}]{{2}}")
"""A day is called by two numbers (五一), no programme is."""

_CLASSES = "|".join(words("term_classes.txt"))
_CALLED = re.compile(
    rf"(?:等(?:举措|机制|制度|模式|政策|行动|改革|做法|工程))|[^的了是在为把将和与等并被让,。;:、!?“]{{0,6}}?(?:{_CLASSES})"
)
_OTHER = re.compile(
    r"[^的,。;:、!?“]{0,6}?(?:称号|证书|荣誉|奖(?![励补惩])|大赛|品种|演出|(?<![发开拓扩进])展(?![示现])|论坛|峰会"
    r"|大会|电影|歌曲|节目|专栏|栏目|一书|丛书|字样|台风|飓风|频道|客户端|公众号|微信|微博|号(?![召称]))"
)
"""What titles, prizes, events and works are called: their names are no terms."""
_NAMED = re.compile(r"(?:台风|飓风|[号船舰剧片歌书]|题|节目|作品|名为|叫|称为|誉为|称作|称)$")
_DONE = re.compile(rf"(?:{'|'.join(words('term_verbs.txt'))})[^,。;:!?“”]{{0,14}}$")
_ENDINGS = tuple(words("term_endings.txt"))
_INSTITUTIONS = re.compile(
    r".*(?:公司|集团|工作室|(?<!军)队|实验室|研究院|研究所|中心|大学|学院|学校|医院|银行|委员会|协会|联盟|基地|机构|号|奖|(?<!发)展|(?<!环)节|赛)"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A name in quotation marks, and what speaks for it there."""

    text: str
    called: bool
    """Whether the word for a programme or mechanism follows, or ends another name of the same list."""
    done: bool
    """Whether it is something that is carried out, pursued, introduced."""
    other: bool = False
    """Whether it is the name of a prize, a work, a storm, a station there: nothing then speaks for it."""


def quoted_in(text: str, background: Background) -> Iterator[Quoted]:
    """Yield the names in quotation marks that may be terms; what is joined with + is given piece by piece and whole."""
    for listed in _LIST.finditer(text):
        items = _ITEM.findall(listed[0])
        after = text[listed.end() : listed.end() + 16]
        if _OTHER.match(after) or _NAMED.search(text, max(0, listed.start() - 4), listed.start()):
            yield from (Quoted(item, called=False, done=False, other=True) for item in items if is_name(item))
            continue
        called = bool(_CALLED.match(after)) or any(ends_as_one(item) for item in items if len(items) > 1)
        done = bool(_DONE.search(text, max(0, listed.start() - 24), listed.start()))
        for item in items:
            yield from (Quoted(name, called, done) for name in _names(item, background))
    for title in _TITLE.findall(text):
        if is_name(title) and not ends_as_one(title) and not title.endswith(_TREATIES):
            yield Quoted(title, called=False, done=False, other=True)


def _names(item: str, background: Background) -> Iterator[str]:
    pieces = _PIECES.split(item)
    if len(pieces) == 1:
        yield from pieces if is_name(item) else ()
    elif "+" in item:
        yield from (piece for piece in pieces if is_name(piece) and not background.is_ordinary(piece))
        if all(_SHAPE.fullmatch(piece) for piece in pieces) and len(_HAN.findall(item)) in range(3, LONGEST + 1):
            yield item
    else:
        # 安全生产年、质量提升年: of slogans in a row only a campaign of a year can stand alone.
        yield from (piece for piece in pieces if is_name(piece) and piece.endswith("年"))


def is_name(text: str) -> bool:
    """Whether ``text`` has the form of a name: Chinese characters mostly, neither talk nor an institution."""
    return (
        len(_HAN.findall(text)) in range(SHORTEST, LONGEST + 1)
        and bool(_SHAPE.fullmatch(text))
        and not _TALK.search(text)
        and not _DAY.fullmatch(text)
        and (not _INSTITUTIONS.fullmatch(text) or is_numbered(text))
    )


def is_numbered(text: str) -> bool:
    """Whether a name counts what it stands for: 三个一批, 一企一策, 一枚印章管审批."""
    return bool(_NUMBERED.match(text) or _COUNTED.match(text))


def ends_as_one(text: str) -> bool:
    """Whether a name says itself that it is a mechanism, a programme or a way of working: 链长制."""
    return text.endswith(_ENDINGS) and len(text) > SHORTEST
