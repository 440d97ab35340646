"""What can be seen of one printed line by itself: its shape.

Everything the evidence asks of a line's own characters is found out here, once.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import LONGEST_CREDIT, MARKS, Credit, Dateline, read_credits, read_dateline
from kaifaqu_archive.names import is_name

if TYPE_CHECKING:
    from kaifaqu_archive.model import Line

LONGEST_HEADLINE = 64
"""Characters; no headline line on 65 pages of two papers is longer than 51."""

LONGEST_JUMP = 30
"""Characters of a line that is nothing but a jump note."""
LONGEST_SECTION_NAME = 8
"""Characters."""

_OPEN = "“‘「『（《〈【［([〔"
_CLOSE = "”’」』）》〉】］)]〕"
_PAIRS = dict(zip(_CLOSE, _OPEN, strict=True))
# ASCII brackets and full-width ones close each other: extraction mixes them.
_PAIRS[")"] = _PAIRS["）"] = "（"
_BRACKETS = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_LAST_BRACKET = re.compile(r"\s*[（(][^（）()]{1,60}[）)]$")
_STOPS = "。！？!?…；;：:"

_JUMP = re.compile(
    r"[（(【\[]?\s*(?:本文)?(?P<way>下转|上接|转至?|紧?接)\s*(?P<label>第?\s*[A-Za-z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版)"
    r"[^）)】\]]{0,12}[）)】\]]?[。\s]*"
)
_JUMP_TAIL = re.compile(
    r"[（(]\s*下转\s*(?P<label>第?\s*[A-Za-z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版)[^）)]{0,12}[）)]$"
)
_JUMP_HEAD = re.compile(
    r"[（(]\s*(?:紧?上接|紧?接)\s*(?P<label>第?\s*[A-Za-z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版)[^）)]{0,12}[）)]"
)
_CAPTION_TAIL = re.compile(
    rf"[{MARKS}]\s*(?P<credit>[^。！？]{{2,30}}?(?:摄|供图|提供|摄影|制图|绘)(?:[（(][^）)]{{2,12}}[）)])?)\s*$"
)
_CREDIT_ENDS = "摄图供影绘）)"
_BARE_TAIL = re.compile(
    r"(?<=[。！？”])\s*(?P<credit>(?:(?:本报|本刊|新华社|中新社)?(?:通讯员|记者)\s*)?[\u4e00-\u9fff]{1,4}(?:[ 、][\u4e00-\u9fff]{1,4}){0,3}\s*(?:摄|摄影|供图))\s*$"
)
_AUTHOR_NOTE = re.compile(
    r"[（(](?:本文)?(?:作者|摘编|选自|原载|原题|本文|来源|文[ 　]?字?整理|本报(?:驻.{1,6})?记者.{2,20}(?:采访|整理|采写|参与)|.{2,8}整理[）)]$)[^）)]*[）)]?$|[（(].{2,30}(?:采访整理|参与采写|摘编|整理)[）)]$"
)
_PRODUCTION = re.compile(
    r"(?:本版|本期)?(?:制图|制表|漫画|插画|插图|题图|绘图|绘画|数据来源|资料来源|数据|统筹|策划|总策划|融媒创作|融媒体|视频|音频|海报|设计|对话嘉宾|主持人|嘉宾|出品|采写|整理|编译)[：:]"
)
_OFFICE_END = re.compile(
    r"(?:院士|教授|委员|代表|主任|校长|院长|会长|书记|评论员|记者|研究员|经理|董事长|创始人|首席.{0,6}官|工程师|市长|县长|区长|局长|处长|主席|专家|理事长|秘书长|馆长|所长|博士|作家|学者|编辑|组长|队长|村民|员工|负责人|总裁)$"
)
_WIRE_NOTE = re.compile(r"[（(](?:本报|本刊|新华社|据)[^（）()]{0,16}[电讯][）)]$")


def _words(name: str) -> tuple[str, ...]:
    rows = (resources.files("kaifaqu_archive") / "data" / name).read_text("utf-8").splitlines()
    return tuple(word for row in rows if row and not row.startswith("#") for word in row.split())


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SURE = 3.0
"""Nats of log ratio at which a character's place is taken for sure."""


def _characters() -> dict[str, dict[str, float]]:
    counted = json.loads((resources.files("kaifaqu_archive") / "data" / "characters.json").read_text("utf-8"))
    return {
        place: {char: max(-1.0, min(1.0, ratio / _SURE)) for char, ratio in ratios.items()}
        for place, ratios in counted.items()
    }


CHARACTERS = _characters()
"""Where characters stand, as ``tools/count_characters.py`` counted: from -1, hardly ever, to 1."""
SECTION_NAMES = frozenset(_words("section_names.txt"))
_PREDICATE = re.compile(rf"(?:{_any_of(_words('predicates.txt'))})")
_SECTION_ENDS = re.compile(rf"[\u4e00-\u9fff·]{{1,4}}(?:{_any_of(_words('section_endings.txt'))})")
_FURNITURE = re.compile(
    rf"(?:{_any_of(_words('furniture.txt'))})(?=[^\u4e00-\u9fff]|[\u4e00-\u9fff]{{2,3}}(?:[\s/]|$)|$)"
)
_FURNITURE_OPENS = frozenset(word[0] for word in _words("furniture.txt")) | frozenset("第星周")
_FOLIO = re.compile(
    r"(?:第?\s*[A-Z]?\d{1,3}\s*版?)?\s*(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2})?\s*"
    r"(?:星期[一二三四五六日天]|周[一二三四五六日])?\s*(?:第?\s*[A-Z]?\d{1,3}\s*版?)?\s*"
)
_NOTICE = re.compile(rf"[\u4e00-\u9fff“”《》（）()\s]{{0,12}}(?:{_any_of(_words('notice_words.txt'))})[：:]?")
SECTION_BRACKET = re.compile(r"[（(][^（）()]{2,34}[）)]$")
"""A section's name behind a headline."""
_SIGNATURE = re.compile(
    r"\S{2,20}(?:编辑部|办公室|委员会|管委会|有限公司|公司|本报|本刊|报社|局)|\d{4}年\d{1,2}月\d{1,2}日"
)
_LEAD_OPENING = re.compile(
    r"[【\[（(■]?(?:阅读提示|编者按|编者的话|编者语|编前语?|开栏的?话|核心提示|内容提要|导读|导语|编者|提要|按语)[】\])）]?\s*[:：]?"
)
_ITEM_OPENING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十][,，、]|——|[①-⑳])"
)
_PICTURED = re.compile(r"(?:图为|[上下左右]图|图[一二三四五①-⑨\d]|如图|资料图|效果图|示意图|俯瞰|图片[:：说])")
_CAPTION_OPENING = re.compile(r"图[为：:]|本版图片")
_WHICH_PICTURE = re.compile(r"(?:[上下左右中]|[上下][左右])图\s*(?:[：:为]|[（(])|图[①-⑨一二三四五六\d]\s*[：:为]")
_DATED_SCENE = re.compile(
    r"(?:近日|日前|\d{1,2}月(?:\d{1,2}日|[上中下]旬)|今年以来|连日来|眼下|当前|时下)[^。]{0,3}[,，]"
)
_KICKER_ENDS = re.compile(r"(?:提出|强调|表示|指出|要求|呼吁|透露|获悉|认为|显示|时|之际|以来)$")
_HAN_NUMERALS = frozenset("一二三四五六七八九十百千两")
_WRITTEN_NUMBER = re.compile(
    r"[〇零一二三四五六七八九十百千两]{2,}[余多]?[万亿]?[余多]?[家个人次名件项元吨亩座条批届日月年米公]|[一二三四五六七八九十]{1,2}月[新份底初中]"
)
_PLACE_LIKE = re.compile(
    r"[\u4e00-\u9fff·“”、]{2,18}(?:开发区|高新区|经开区|示范区|园区|保税区|新区|工业园|委员会|管委会|党工委|[县市区省]委|政府|党委|总工会|联合会|协会|学会|商会|大学|学院|银行|医院|自治[州县区]|[县市区省镇乡局厅委办院校]|集团|公司|中心|项目)"
)


@dataclass(slots=True)
class Shape:
    """One line as the evidence sees it; never changed, and not frozen only because one is made for every line."""

    line: Line
    text: str
    size: int
    """Characters."""
    complete: bool
    """Ends where a sentence, or a member of a list, ends."""
    unclosed: bool
    """Opens a quotation mark or bracket that it does not close."""
    unopened: bool
    """Closes one that it does not open."""
    stops: int
    """How many sentences it ends; counted for lines no longer than a caption."""
    credits: tuple[Credit, ...]
    """When the whole line is a credit."""
    dateline: Dateline | None
    jump: tuple[str, str] | None
    """(``to`` or ``from``, page label) when the whole line is a jump note."""
    short: bool
    """Could be a headline by its size."""
    headline: bool
    """Could stand in a headline: short, no sentence's end, no credit, no jump note."""
    core: int
    """Characters without a section's name in brackets behind them."""
    section: bool
    """Is, or sounds like, the name of a standing section."""
    lead: bool
    """Opens an editor's note."""
    notice: bool
    """Heads a notice."""


def page_label(text: str) -> str:
    """Return a jump's page label as printed: ``A2`` of ``A2 版``, ``第7版`` of ``第7版``."""
    plain = re.sub(r"\s+", "", text)
    return plain if plain.startswith("第") else plain.removesuffix("版")


def jump_of(text: str) -> tuple[str, str] | None:
    """Return direction and page label when the whole of ``text`` is a jump note."""
    match = _JUMP.fullmatch(text)
    if match is None:
        return None
    return ("to" if "转" in match["way"] else "from"), page_label(match["label"])


def trailing_jump(text: str) -> tuple[str, int] | None:
    """Return (page label, where the note begins) when ``text`` ends in ``（下转A2版）``."""
    match = _JUMP_TAIL.search(text[-40:])
    if match is None:
        return None
    return page_label(match["label"]), max(0, len(text) - 40) + match.start()


def leading_jump(text: str) -> tuple[str, int] | None:
    """Return (page label, where the note ends) when ``text`` begins with ``（上接A1版）``."""
    match = _JUMP_HEAD.match(text)
    return None if match is None else (page_label(match["label"]), match.end())


def caption_credit(text: str) -> tuple[str, str] | None:
    """Split ``caption ■ credit``: return both, or None when no credit ends the line."""
    if text[-1] not in _CREDIT_ENDS:
        return None
    match = _CAPTION_TAIL.search(text[-60:]) or _BARE_TAIL.search(text[-60:])
    if match is None:
        return None
    at = max(0, len(text) - 60) + match.start()
    return text[:at].rstrip(), text[at:].strip()


def is_group_credit(text: str) -> bool:
    """Whether a credit is for several photographs: 本组照片由…摄."""
    return text.startswith(("本组", "本版", "以上", "图片均", "照片均", "均由"))


def is_complete(text: str) -> bool:
    """Whether ``text`` ends where a sentence or a member of a list ends; a bracket behind that does not count."""
    bare = _LAST_BRACKET.sub("", text).rstrip(_CLOSE + "\"' ") or text
    return bare[-1:] in _STOPS


def _balance(text: str) -> tuple[bool, bool]:
    """Return (something stays open, something was closed that was not opened)."""
    stack: list[str] = []
    unopened = False
    for mark in _BRACKETS.findall(text):
        if mark in _PAIRS:
            want = _PAIRS[mark]
            if stack and stack[-1] == want:
                stack.pop()
            elif want in stack:
                del stack[stack.index(want) :]
            else:
                unopened = True
        else:
            stack.append("（" if mark == "(" else mark)
    return bool(stack), unopened


def _core(text: str) -> int:
    at = max(text.rfind("（"), text.rfind("(")) if text[-1] in "）)" else -1
    return at if at > 1 else len(text)


def shape_of(line: Line) -> Shape:
    """Look at one line."""
    text = line.text
    size = len(text)
    short = size <= LONGEST_HEADLINE
    complete = is_complete(text[-72:])
    credit = read_credits(text) if size <= LONGEST_CREDIT else ()
    jump = jump_of(text) if size <= LONGEST_JUMP and "版" in text else None
    unclosed, unopened = _balance(text) if size <= 4 * LONGEST_HEADLINE else (False, False)
    return Shape(
        line=line,
        text=text,
        size=size,
        complete=complete,
        unclosed=unclosed,
        unopened=unopened,
        stops=sum(map(text.count, "。！？")) if size <= 3 * LONGEST_HEADLINE else 9,
        credits=credit,
        dateline=read_dateline(text) if size > 16 else None,
        jump=jump,
        short=short,
        headline=short and not complete and not credit and jump is None,
        core=_core(text) if short else size,
        section=size <= LONGEST_SECTION_NAME and (is_section_name(text) or sounds_like_section(text)),
        lead=bool(_LEAD_OPENING.match(text)),
        notice=short and bool(_NOTICE.fullmatch(text if " " not in text else text.replace(" ", ""))),
    )


def opens_like(text: str, place: str) -> float:
    """Return how likely ``text``'s first character stands first in a paragraph (``opens``) or headline (``heads``).

    From -1 (it hardly ever does) to 1; 0 for what is no Chinese character.
    """
    return _likelihood(text[0], place)


def ends_like_headline(text: str) -> float:
    """Return how likely ``text``'s last character ends a headline, from -1 to 1."""
    return _likelihood(text.rstrip(_CLOSE)[-1:], "ends")


def _likelihood(char: str, place: str) -> float:
    return CHARACTERS[place].get(char, 0.0)


@lru_cache(maxsize=4096)
def is_section_name(text: str) -> bool:
    """Whether ``text`` is a standing section's name (栏目) by list."""
    return text.strip("“”【】[]■□●◆ ") in SECTION_NAMES


@lru_cache(maxsize=4096)
def sounds_like_section(text: str) -> bool:
    """Whether ``text`` ends as section names do (``…观察``, ``…前沿``)."""
    return bool(_SECTION_ENDS.fullmatch(text.strip("“”【】[]■□●◆ ")))


def is_furniture(text: str) -> bool:
    """Whether ``text`` is page furniture: 责编 lines, folios, addresses, telephone numbers, ornaments without a word."""
    bare = text.lstrip(MARKS + " ")
    if bare and bare[0] not in _FURNITURE_OPENS and not bare[0].isascii() and bare[0].isalnum():
        return False
    return bool(_FURNITURE.match(bare) or _FOLIO.fullmatch(text)) or not any(char.isalnum() for char in text)


def signs_off(text: str) -> bool:
    """Whether ``text`` is a signature: an office, a company, a day."""
    return bool(_SIGNATURE.fullmatch(text))


def opens_item(text: str) -> bool:
    """Whether ``text`` opens a member of a list: ``一是``, ``（二）``, ``——``."""
    return bool(_ITEM_OPENING.match(text))


def is_pictured(text: str) -> bool:
    """Whether ``text`` speaks of a picture: 图为, 上图, 俯瞰."""
    return ("图" in text or "俯瞰" in text) and bool(_PICTURED.search(text))


def opens_caption(text: str) -> bool:
    """Whether ``text`` opens as captions do: ``图为``."""
    return bool(_CAPTION_OPENING.match(text))


def tells_picture(text: str) -> bool:
    """Whether ``text`` opens with which picture it is for: ``上图：``, ``图①：``."""
    return bool(_WHICH_PICTURE.match(text))


def is_dated_scene(text: str) -> bool:
    """Whether ``text`` opens as captions often do, with a day: ``10月3日，``."""
    return bool(_DATED_SCENE.match(text))


def ends_like_kicker(text: str) -> bool:
    """Whether ``text`` ends as kickers do, leaving the rest to the title."""
    return bool(_KICKER_ENDS.search(text))


def writes_numbers(text: str) -> bool:
    """Whether ``text`` writes a number of things out: ``一千五百多家``."""
    return not _HAN_NUMERALS.isdisjoint(text) and bool(_WRITTEN_NUMBER.search(text))


def is_place_like(text: str) -> bool:
    """Whether ``text`` is nothing but the name of a place or an institution."""
    return bool(_PLACE_LIKE.fullmatch(text))


def lacks_subject(text: str) -> bool:
    """Whether a headline begins with its verb: who does it stands on the line above."""
    return bool(_PREDICATE.match(text))


def is_author_note(text: str) -> bool:
    """Whether ``text`` says in brackets who the author is or who took it down."""
    return bool(_AUTHOR_NOTE.match(text))


def is_production_credit(text: str) -> bool:
    """Whether ``text`` credits a chart, a drawing, data or planning: ``制图：…``."""
    return bool(_PRODUCTION.match(text))


def is_office_line(text: str) -> bool:
    """Whether ``text`` is a person with an office behind a space: a list of speakers."""
    name, space, office = text.replace("\u3000", " ").partition(" ")
    return bool(space) and 2 <= len(name) <= 12 and bool(_OFFICE_END.search(office)) and (is_name(name) or "·" in name)  # noqa: PLR2004


def is_wire_note(text: str) -> bool:
    """Whether ``text`` is the wire note that closes a report: ``（本报巴黎5月14日电）``."""
    return bool(_WIRE_NOTE.fullmatch(text))
