"""What a text is by its words: a place, the opening of a note, a caption with its credit.

The words are data (``data/*.txt``); only how they are put together stands here.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from kaifaqu_archive import lists
from kaifaqu_archive.credits import MARKS, PICTURE_ROLES, read_credits
from kaifaqu_archive.names import is_name
from kaifaqu_archive.text import CLOSERS

LONGEST_SECTION_NAME = 8
"""Characters."""
CREDIT_LAST = "片照国发CI源摄图供影绘拍道文）)］】〕"
_CAPTION_END = re.compile(rf"(?<=[。！？”])\s*(?=[^。！？]{{2,36}}$)|\s*(?=[{MARKS}]\s*[^。！？{MARKS}]{{2,36}}$)")
"""Where a caption's own text ends and its credit begins: behind its stop, or at a mark."""
_TASK_FIRST = re.compile(
    r"[。！？”]\s*(?:本报|特约)?[文图摄供][片影图]?(?:报道|提供|记者)?[\s/／|｜丨:：][^。！？]{2,20}$"
)
"""``图/林萍`` behind a caption's stop: what ends with a name is known by the task before it."""
_DRAWN = re.compile(r"[^。！？]{2,30}?(?:制图|绘|提供)(?:[（(][^）)]{2,12}[）)])?")
_FROM_STOCK = re.compile(
    r"(?:资料|网络|历史)(?:图片?|照片)|效果图|视觉中国|新华社发|CFP|东方IC|图片来源[：:].{2,16}|影像中国|受访者供图"
)
"""What stands behind a caption in place of a photographer."""
_AUTHOR_NOTE = re.compile(
    r"[（(](?:本文)?(?:作者|摘编|选自|原载|原题|本文|来源|文[ \u3000]?字?整理|"
    r"本报(?:驻.{1,6})?记者.{2,20}(?:采访|整理|采写|参与)|.{2,8}整理[）)]$)[^）)]*[）)]?$|"
    r"[（(].{2,30}(?:采访整理|参与采写|摘编|整理)[）)]$"
)
_SOURCE_NOTE = re.compile(
    r"[（(](?!作者|本报|本刊|记者).{0,60}(?:摘编|摘自|原题|原载|选自|参与采写|参与采访|有删节|节选|综合)"
)
_WIRE_NOTE = re.compile(r"[（(](?:本报|本刊|新华社|据)[^（）()]{0,16}[电讯][）)]$")


def headline_words() -> dict[str, list[str]]:
    """Return the lists by which the lines of a headline are told apart, by name."""
    named = (row.partition(": ") for row in lists.rows("headline_words.txt"))
    return {name: words.split() for name, _, words in named}


_SURE = 3.0
"""Nats of log ratio at which a character's place is taken for sure."""


def _characters() -> dict[str, dict[str, float]]:
    counted = json.loads(lists.text("characters.json"))
    return {
        place: {char: max(-1.0, min(1.0, ratio / _SURE)) for char, ratio in ratios.items()}
        for place, ratios in counted.items()
    }


CHARACTERS = _characters()
"""Where characters stand, as ``tools/count_characters.py`` counted: from -1, hardly ever, to 1."""
SECTION_NAMES = frozenset(lists.words("section_names.txt"))
_FIGURE = re.compile(r"\d")
_PARTED = re.compile(r"[·・•/|｜]")
_LONGEST_PART = 4
"""Characters of either part of a section's name in two: 民生·城事."""
_PREDICATE = re.compile(rf"(?:{lists.any_of(lists.words('predicates.txt'))})")
_VERB_INSIDE = re.compile(
    lists.any_of([word for word in (*lists.words("predicates.txt"), *headline_words()["adverbs"]) if len(word) > 1])
)
"""No name holds a verb or an adverb; single characters of them some do."""
_SECTION_ENDS = re.compile(rf"[\u4e00-\u9fff·]{{1,4}}(?:{lists.any_of(lists.words('section_endings.txt'))})")
_NOTICE = re.compile(rf"[\u4e00-\u9fff“”《》（）()\s]{{0,20}}(?:{lists.any_of(lists.words('notice_words.txt'))})[：:]?")
_NOTICE_LAST = frozenset(word[-1] for word in lists.words("notice_words.txt")) | frozenset("：:")
_SIGNATURE = re.compile(
    r"\S{2,20}(?:编辑部|办公室|委员会|管委会|有限公司|公司|本报|本刊|报社|局)|\d{4}年\d{1,2}月\d{1,2}日"
)
_LEAD_OPENING = re.compile(
    r"[【\[（(■]?(?:阅读提示|核心阅读|编者按|编者的话|编者语|编前语?|开栏的?话|核心提示|内容提要|导读|导语|编者|提要|按语)[】\])）]?\s*[:：]?"
)
_ITEM_OPENING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十][,，、]|——|[①-⑳])"
)
_PICTURED = re.compile(r"(?:图为|[上下左右]图|图[一二三四五①-⑨\d]|如图|资料图|效果图|示意图|俯瞰|图片[:：说])")
_CAPTION_OPENING = re.compile(r"图[为：:]|本版图片")
_WHICH_PICTURE = re.compile(
    r"(?:[上下左右中]|[上下][左右]|[左右][上下])图\s*(?:[：:为]|[（(])|图[①-⑨一二三四五六\d]\s*[：:为]"
)
_DATED_SCENE = re.compile(
    r"(?:近日|日前|\d{1,2}月(?:\d{1,2}日|[上中下]旬)|今年以来|连日来|眼下|当前|时下)[^。]{0,3}[,，]"
)
KICKER_LAST = frozenset("出强调示求吁露悉为时际来")
_KICKER_ENDS = re.compile(r"(?:提出|强调|表示|指出|要求|呼吁|透露|获悉|认为|显示|时|之际|以来)$")
_WRITTEN_NUMBER = re.compile(
    r"[〇零一二三四五六七八九十百千两](?:[〇零一二三四五六七八九十百千两]+[余多]?[万亿]?[余多]?[家个人次名件项元吨亩座条批届日月年米公]|"
    r"(?<=[一二三四五六七八九十])[一二三四五六七八九十]?月[新份底初中])"
)
# What no match can begin or end without is asked first: these are asked of every line.
_LEAD_FIRST = frozenset("【[（(■阅编开核内导提按")
ITEM_FIRST = frozenset("一二三四五六七八九十（(第—①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789")
SCENE_FIRST = frozenset("近日今连眼当时0123456789")
PLACE_LAST = frozenset(word[-1] for word in lists.words("place_endings.txt"))
_PLACE_LIKE = re.compile(rf"[\u4e00-\u9fff·“”、]{{2,18}}(?:{lists.any_of(lists.words('place_endings.txt'))})")
_PRODUCTION = re.compile(rf"(?:本版|本期)?(?:{lists.any_of(lists.words('production_words.txt'))})[：:]")
_OFFICE_END = re.compile(rf"(?:{lists.any_of(lists.words('office_endings.txt'))})$")
_LONGEST_NAME = 12
"""Characters of a foreign name."""


def opens_like(text: str, place: str) -> float:
    """Return how likely ``text``'s first character stands first in a paragraph (``opens``) or headline (``heads``).

    From -1 (it hardly ever does) to 1; 0 for what is no Chinese character.
    """
    return CHARACTERS[place].get(text[0], 0.0)


def ends_like_headline(text: str) -> float:
    """Return how likely ``text``'s last character ends a headline, from -1 to 1."""
    return CHARACTERS["ends"].get(text.rstrip(CLOSERS)[-1:], 0.0)


@lru_cache(maxsize=4096)
def is_section_name(text: str) -> bool:
    """Whether ``text`` is a standing section's name (栏目) by list."""
    name = text.strip("“”【】[]■□●◆ ")
    if name in SECTION_NAMES:
        return True
    parts = _PARTED.split(name)
    return len(parts) > 1 and max(map(len, parts)) <= _LONGEST_PART and not SECTION_NAMES.isdisjoint(parts)


@lru_cache(maxsize=4096)
def sounds_like_section(text: str) -> bool:
    """Whether ``text`` ends as section names do (``…观察``, ``…前沿``)."""
    return bool(_SECTION_ENDS.fullmatch(text.strip("“”【】[]■□●◆ ")))


def is_notice_title(text: str) -> bool:
    """Whether ``text`` heads a notice (启事, 公告, 更正), spaced out or not."""
    return text[-1] in _NOTICE_LAST and bool(_NOTICE.fullmatch("".join(text.split())))


def opens_lead(text: str) -> bool:
    """Whether ``text`` opens an editor's note or a reading guide."""
    return text[0] in _LEAD_FIRST and bool(_LEAD_OPENING.match(text))


def signs_off(text: str) -> bool:
    """Whether ``text`` is a signature: an office, a company, a day."""
    return bool(_SIGNATURE.fullmatch(text))


def opens_item(text: str) -> bool:
    """Whether ``text`` opens a member of a list: ``一是``, ``（二）``, ``——``."""
    return text[0] in ITEM_FIRST and bool(_ITEM_OPENING.match(text))


def may_show_picture(text: str) -> bool:
    """Whether anything in a line of prose could make it a caption or an author's note; asked before what does."""
    return (
        "图" in text
        or "摄" in text[-24:]
        or "俯瞰" in text
        or text[-1] in CREDIT_LAST
        or text[0] in SCENE_FIRST
        or text[0] in "（(本"
    )


def is_pictured(text: str) -> bool:
    """Whether ``text`` speaks of a picture: 图为, 上图, 俯瞰."""
    return ("图" in text or "俯瞰" in text) and bool(_PICTURED.search(text))


def opens_caption(text: str) -> bool:
    """Whether ``text`` opens as captions do: ``图为``."""
    return text[0] in "图本" and bool(_CAPTION_OPENING.match(text))


def tells_picture(text: str) -> bool:
    """Whether ``text`` opens with which picture it is for: ``上图：``, ``图①：``."""
    return text[0] in "上下左右中图" and bool(_WHICH_PICTURE.match(text))


def is_dated_scene(text: str) -> bool:
    """Whether ``text`` opens as captions often do, with a day: ``10月3日，``."""
    return text[0] in SCENE_FIRST and bool(_DATED_SCENE.match(text))


def ends_like_kicker(text: str) -> bool:
    """Whether ``text`` ends as kickers do, leaving the rest to the title."""
    return text[-1] in KICKER_LAST and bool(_KICKER_ENDS.search(text))


def writes_numbers(text: str) -> bool:
    """Whether ``text`` writes a number of things out: ``三百余户``."""
    return bool(_WRITTEN_NUMBER.search(text))


def joins_two_phrases(text: str) -> bool:
    """Whether a dash stands inside ``text``: between a title and its subtitle, a label and what it stands for."""
    return "——" in text[2:-2]


def has_figure(text: str) -> bool:
    """Whether ``text`` holds a number in digits."""
    return _FIGURE.search(text) is not None


def is_place_like(text: str) -> bool:
    """Whether ``text`` is nothing but the name of a place or an institution."""
    return text[-1] in PLACE_LAST and bool(_PLACE_LIKE.fullmatch(text)) and _VERB_INSIDE.search(text) is None


def lacks_subject(text: str) -> bool:
    """Whether a headline begins with its verb: who does it stands on the line above."""
    return bool(_PREDICATE.match(text))


def is_author_note(text: str) -> bool:
    """Whether ``text`` says in brackets who the author is or who took it down."""
    return text[0] in "（(" and bool(_AUTHOR_NOTE.match(text))


def is_source_note(text: str) -> bool:
    """Whether ``text`` says in brackets where the text comes from, or who helped to write it."""
    return text[0] in "（(" and text[-1] in "）)" and bool(_SOURCE_NOTE.match(text))


def is_production_credit(text: str) -> bool:
    """Whether ``text`` credits a chart, a drawing, data or planning: ``制图：…``."""
    return ("：" in text or ":" in text) and bool(_PRODUCTION.match(text))


def is_office_line(text: str) -> bool:
    """Whether ``text`` is a person with an office behind a space: a list of speakers."""
    if " " not in text and "\u3000" not in text:
        return False
    name, space, office = text.replace("\u3000", " ").partition(" ")
    return (
        bool(space)
        and 1 < len(name) <= _LONGEST_NAME
        and bool(_OFFICE_END.search(office))
        and (is_name(name) or "·" in name)
    )


def is_wire_note(text: str) -> bool:
    """Whether ``text`` is the wire note that closes a report: ``（本报巴黎5月14日电）``."""
    return text[0] in "（(" and bool(_WIRE_NOTE.fullmatch(text))


def caption_credit(text: str) -> tuple[str, str] | None:
    """Split ``caption ■ credit``: return both, or None when no credit ends the line."""
    start = max(0, len(text) - 60)
    if text[-1] not in CREDIT_LAST and (text[-1] in "。！？" or not _TASK_FIRST.search(text, start)):
        return None
    for match in _CAPTION_END.finditer(text, start):
        caption, credit = text[: match.start()].rstrip(), text[match.end() :].strip()
        bare = _bare_credit(credit)
        named = read_credits(bare)
        of_picture = bool(named) and named[-1].role in PICTURE_ROLES
        drawn = credit[:1] in MARKS and _DRAWN.fullmatch(bare)
        if caption and bare and (of_picture or drawn or _FROM_STOCK.fullmatch(bare)):
            return caption, credit if credit[0] in MARKS else bare
    return None


def _bare_credit(credit: str) -> str:
    """Take off the mark before a credit, or the brackets round it."""
    bare = credit.strip(MARKS + " ")
    bracketed = len(bare) > 1 and bare[0] in "（(【［[〔" and bare[-1] in "）)】］]〕"
    return bare[1:-1].strip() if bracketed else bare
