"""Page furniture: what a paper prints on every page and no article says.

Folios, mastheads, lines of the editors, telephones and addresses, prices and registrations,
the weather, ornaments, the buttons of an electronic edition.  Desks, details, remarks and
buttons are data (``data/*.txt``); how they are put together stands here, and the endings by
which papers and the weather are known.  What is furniture is weighed among its neighbours like
all else; what is nothing but furniture, wherever it stands, is in ``apart``.
"""

from __future__ import annotations

import re

from kaifaqu_archive import lists
from kaifaqu_archive.credits import BULLETS, MARKS
from kaifaqu_archive.lists import any_of
from kaifaqu_archive.names import is_name
from kaifaqu_archive.text import CLOSERS, SENTENCE_ENDS, nfkc

from .folios import has_label, is_folio
from .phrases import is_section_name, sounds_like_section
from .staff import DESKS, DETAILS, PAGE_DESKS, desks_filled, names_staff

REMARKS = lists.words("page_remarks.txt")
"""How a paper speaks of its own pages to those who read them or write for them."""
BUTTONS = lists.words("page_buttons.txt")
"""What is pressed on a page of an electronic edition."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[\u4e00-\u9fff]|[A-Za-z0-9]{3}")
"""Stands in every line that says something."""
STOP = re.compile(r"[。,!?;“”]")
_OPENING_DESKS = [word for word in PAGE_DESKS if word[0] not in "一二三"]
"""Too many headlines begin with a number for 一审 to be looked for there."""
_ENDING = re.compile(rf"[{re.escape(SENTENCE_ENDS + CLOSERS)}．.，,、\"']{{1,3}}")
"""What a sentence ends with, and a line where it broke off before that."""
_EDITED = re.compile(
    rf"(?:{any_of(_OPENING_DESKS)})(?:$|(?=[^\s\u4e00-\u9fff“《（(])|"
    rf"\s+(?:(?:{any_of((*DESKS, *DETAILS))})(?:[\s:/|]|$)|[A-Za-z\d:/|])|"
    r"\s*(?P<name>[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff] [\u4e00-\u9fff])(?:[\s/、,]|$))"
)
"""Opens with a desk, and behind it nothing, a mark, a name or the next."""
_HOUSE = r"[\u4e00-\u9fff]{2,}(?:社|公司|集团|厂|中心|委员会|政府|[部局办院馆会])(?=[\s/|]|$)"
_DETAIL = re.compile(
    rf"(?:24小时)?(?:{any_of(DETAILS)})"
    rf"(?:\s*[:/|_(@]|\s*[A-Za-z]*[\d.\-]{{5}}|\s*$|\s+(?:[A-Za-z]{{2}}|[\d(][\d()\-— .]{{4}}|[\d.]+元|{_HOUSE}))"
)
"""Opens with a word for a number or an address, and such a one stands behind it."""
_CALL = re.compile(
    r"[\u4e00-\u9fff\d]{0,8}(?:热线|电话|咨询|邮箱|信箱|投稿|网址)[:\s]*"
    r"(?:[\d()\-— ]{7,}|[\w.\-]+@|(?:https?://|www\.))"
)
"""A telephone or an address behind a word for it."""
ASIDE = re.compile(r"[(][\u4e00-\u9fff]{4,}")
"""Behind an address: what an article that gives it says of it."""
_REMARK = re.compile(any_of(REMARKS))
_OF_PAPER = re.compile(
    r"本[报刊版社]|[投来赐]稿|声明|须知|公众号|二维码|电子[版报]|订阅|阅读|转载|客户端|APP|微信|微博|下载|观看|查看|收听|视频|读者群|精彩|更多|赠阅|交流|版权"
)
"""What a remark is about; many open with words that any article has (扫码进入, 未经许可)."""
_ITSELF = re.compile("本[报刊版]")
_BUTTON_ROW = re.compile(rf"(?:(?:{any_of(BUTTONS)})[\s|/>＞»《》<]*)+")
_FIRST = frozenset(word[0] for words in (_OPENING_DESKS, DETAILS, REMARKS, BUTTONS) for word in words) | {"2"}
_PLAIN_OPENING = frozenset(map(chr, range(0x4E00, 0xA000))) - _FIRST
"""Characters with which most headlines begin and no line of furniture."""
_LAST = "".join(sorted({word[-1] for word in DESKS}))
_MASTHEAD = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:[日晚晨早时导商周信快画邮旬]报|周刊|月刊|旬刊)|(?:[\u4e00-\u9fff]{0,8}[\u4e00-\u9fff]{2}"
    r"(?<![喜简通海预举汇情警捷播填申回上呈误谎电密板墙壁年季月财研公直瞒漏虚相多少必应已补转自网统谍果恶善急零])报)"
)
_TELLING_LAST = frozenset("报刊" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Ends of mastheads."""
_LATIN_NAME = re.compile(
    r"[A-Z][A-Z&'.\-]*(?:[\s·]+[A-Z&][A-Z&'.\-]*)+|"
    r"(?:[A-Z][A-Za-z&'.]*\s+){0,4}(?i:daily|news|weekly|times|herald|post|digest|journal|gazette)(?:\s[A-Z][A-Za-z]*)?"
)
"""A paper's name in Latin letters."""
_WEATHER = re.compile(r"晴|多云|阴|雨|雪|霾|雾|风|℃|°C|\d级|气温|湿度|天气|空气质量|优|良|PM2\.5")
_DEGREES = ("℃", "°C", "PM2.5")
_SURELY_WEATHER = 3
"""Words of the weather, degrees among them."""
_SPACED = re.compile(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){2,9}")
_PLAIN_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}")
_PARTED = re.compile(r"[\s·|/]+")
_ORNAMENTS = MARKS + "".join(sorted(BULLETS)) + " ▎│┃|[]【】"
_TELLING = re.compile(
    # What tells furniture begins, or is followed, by one of these, so that the search is quick to pass over all else.
    r"[版期周年\s·|\d:：/／｜丨@℃元刊号卷农](?:(?<=[版期周@℃农])|(?<=[〇零○一二三四五六七八九]年)|(?<=\d[号卷元])|"
    r"(?<=[报刊][\s·|｜])|(?<=[\s·|｜])[A-ZＡ-Ｚ]?[\d①-⑳]|(?<=\d)\d{3}\s*[-./年－．／]|(?<=[:/])//|"
    rf"(?<=[{_LAST}][\s:：/／|｜丨]))"
)
"""Stands in all furniture that opens like a headline, but in mastheads."""


def is_furniture(text: str, *, noticed: bool = False) -> bool:
    """Whether ``text`` is page furniture: 责编 lines, mastheads, folios, addresses, ornaments without a word.

    On a page with notices (``noticed``) an address, a telephone or the weather is part of one.
    """
    plain = text[0] in _PLAIN_OPENING
    if text[-1] == "。" and text[0] not in MARKS:
        if plain:
            return False
        opens = text[0] in _FIRST and _opens(bare_of(text), noticed=noticed)
        return opens or not (WORD.search(text) or _ENDING.fullmatch(text))
    headed = plain or (text[0] in "“《（(【" and _HAN.search(text))
    if headed and text[-1] not in _TELLING_LAST and not _TELLING.search(text):
        return False
    bare = bare_of(text)
    if not WORD.search(bare):
        return not _ENDING.fullmatch(text)
    if bare[0] in _FIRST and (_opens(bare, noticed=noticed) or _is_button(bare)):
        return True
    return (
        is_masthead(bare)
        or is_folio(bare, edited=desks_filled(bare) > 0 and not ASIDE.search(bare))
        or names_staff(bare)
        or (not noticed and (_tells_weather(bare) or _calls(bare)))
    )


def is_of_page(text: str) -> bool:
    """Whether furniture can be part of no notice: a page's label, who made it, the paper's name."""
    bare = bare_of(text)
    opens = bare[:1] in _FIRST and (_EDITED.match(bare) or _REMARK.match(bare))
    return bool(opens or has_label(bare)) or names_staff(bare) or is_masthead(bare)


def bare_of(text: str) -> str:
    """Return a line in NFKC without the ornaments round it."""
    return nfkc(text).strip(_ORNAMENTS)


def is_masthead(bare: str) -> bool:
    """Whether a line is a paper's name, spaced out or not, with sections of it or in Latin letters beside it."""
    if not bare:
        return False
    latin = _LATIN_NAME.search(bare) if bare[-1].isascii() or bare[0].isascii() else None
    if latin:
        bare = (bare[: latin.start()] + bare[latin.end() :]).strip()
        if not bare:
            return True
    if _SPACED.fullmatch(bare):
        bare = "".join(bare.split())
    parts = _PARTED.split(bare)
    named = [part for part in parts if part and _MASTHEAD.fullmatch(part)]
    if not named or (len(parts) == 1 and is_name(bare)):
        return False
    # Beside a paper's name stands at most one that is not known: 云岭导报 开发区建设.
    others = [p for p in parts if p and p not in named and not is_section_name(p) and not sounds_like_section(p)]
    return not others or (len(others) == 1 and bool(_PLAIN_NAME.fullmatch(others[0])))


def _opens(bare: str, *, noticed: bool) -> bool:
    edited = _EDITED.match(bare)
    if edited and not STOP.search(bare) and (edited["name"] is None or is_name(edited["name"].replace(" ", ""))):
        return True
    return _remarks(bare) or bool(not noticed and _DETAIL.match(bare) and not ASIDE.search(bare))


def _remarks(bare: str) -> bool:
    """Whether a line speaks of the paper itself to its end; one that breaks off in a sentence may be an article's."""
    opening = _REMARK.match(bare)
    if not opening:
        return False
    if opening.end() == len(bare) or bare[opening.end()] == ":" or _ITSELF.search(opening[0]):
        return True
    said = bare if bare[-1] in "。!" else bare[bare.rfind(",") + 1 :]
    return _OF_PAPER.search(said) is not None


def _is_button(bare: str) -> bool:
    """Whether a line is what is pressed on a page of an electronic edition, spaced out or not."""
    return _BUTTON_ROW.fullmatch("".join(bare.split()) if _SPACED.fullmatch(bare) else bare) is not None


def _calls(bare: str) -> bool:
    return _CALL.match(bare) is not None and not ASIDE.search(bare)


def _tells_weather(bare: str) -> bool:
    """Whether a line is the weather in a page's corner, as words and degrees."""
    degrees = any(map(bare.__contains__, _DEGREES))
    return degrees and not STOP.search(bare) and len(set(_WEATHER.findall(bare))) >= _SURELY_WEATHER
