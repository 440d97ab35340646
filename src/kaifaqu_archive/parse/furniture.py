"""Page furniture: what a paper prints on every page and no article says.

Folios, mastheads, lines of the editors, telephones and addresses, prices and registrations,
the weather, ornaments, the buttons of an electronic edition.  The words are data
(``data/*.txt``); only how they are put together stands here.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from kaifaqu_archive import lists
from kaifaqu_archive.credits import BULLETS, MARKS
from kaifaqu_archive.lists import any_of
from kaifaqu_archive.names import is_name

from .folios import has_label, is_folio, named_in_folio
from .phrases import is_section_name, sounds_like_section

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[\u4e00-\u9fff]|[A-Za-z0-9]{3}")
_STOP = re.compile(r"[。,!?;“”]")
_STAFF_WORDS = lists.words("staff_words.txt")
_BUTTONS = lists.words("page_buttons.txt")
_OPENING = {name: lists.words(f"{name}.txt") for name in ("furniture", "page_details", "page_remarks")}
_EDITED = re.compile(
    rf"(?:{any_of(_OPENING['furniture'])})(?:(?=[^\u4e00-\u9fff“《（(]|$)|(?P<name>[\u4e00-\u9fff]{{2,3}})(?:[\s/]|$))"
)
"""Opens with who made the page, or how it was printed."""
_DETAIL = re.compile(rf"(?:24小时)?(?:{any_of(_OPENING['page_details'])})(?=\s*[:/|_(@]|\s*[A-Za-z]*[\d.\-]{{5}}|\s|$)")
"""Opens with a word behind which a number or an address stands."""
_CALL = re.compile(
    r"[\u4e00-\u9fff\d]{0,8}(?:热线|电话|咨询|邮箱|信箱|投稿|网址)[:\s]*"
    r"(?:[\d()\-— ]{7,}|[\w.\-]+@|(?:https?://|www\.))"
)
"""A telephone or an address behind a word for it."""
_ASIDE = re.compile(r"[(][\u4e00-\u9fff]{4,}")
"""Behind an address: what an article that gives it says of it."""
_REMARK = re.compile(rf"(?:{any_of(_OPENING['page_remarks'])})")
"""How a paper speaks of its own pages to those who read them or write for them."""
_BUTTON_ROW = re.compile(rf"(?:(?:{any_of(_BUTTONS)})[\s|/>＞»《》<]*)+")
"""What is pressed on a page of an electronic edition."""
_BUTTON = re.compile(any_of(_BUTTONS))
_FIRST = frozenset(word[0] for words in (*_OPENING.values(), _BUTTONS) for word in words)
_PLAIN_OPENING = frozenset(map(chr, range(0x4E00, 0xA000))) - _FIRST
"""Characters with which most headlines begin and no line of furniture."""
_STAFF = re.compile(rf"(?:{any_of(_STAFF_WORDS)})(?=[\s:：/|丨│_]|$)")
"""A desk of the paper, as lines of furniture name it."""
_DESK = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:编辑|责编|美编|校对|版式|组版|排版|审读|审校|主编|总编|编审|视觉|视觉统筹|组稿)"
    r"\s*[:/|_]\s*[\u4e00-\u9fff·]{2,5}(?:[\s、,]+[\u4e00-\u9fff·]{1,4})*"
)
"""One desk, however it is called, and names."""
_STAFF_LAST = "".join(sorted({word[-1] for word in _STAFF_WORDS}))
_MASTHEAD = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:[日晚早晨时导商周信快画邮旬]报|周刊|月刊|旬刊)|(?:[\u4e00-\u9fff]{0,8}"
    r"[\u4e00-\u9fff]{2}(?<![喜简通海预举汇情警捷播填申回上呈误谎电密板墙壁年季财研])报)"
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
_HEADED = re.compile(rf"[\u4e00-\u9fff·]{{2,8}}[\s|/]+(?:{any_of(_STAFF_WORDS)})\s*[:/|_]\s*[\u4e00-\u9fff ]{{2,5}}")
"""A section and who edits it."""
_SPACED = re.compile(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){2,9}")
_PLAIN_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}")
_PARTED = re.compile(r"[\s·|/]+")
_ORNAMENTS = MARKS + "".join(sorted(BULLETS)) + " ▎│┃|[]【】"
_WIDE = re.compile("[^\u4e00-\u9fff\x20-\x7e、。“”‘’《》·—]")
_SHORTEST_HEADLINE = 4
"""Characters."""
_STANDS_OPEN = "。！？!?…”’』」》）)%、，,;；:："
"""With these a line without a word may end that broke off from a sentence."""
_TELLING = re.compile(
    # What tells furniture begins, or is followed, by one of these, so that the search is quick to pass over all else.
    r"[版期周年\s·|\d:：/／｜丨@℃元刊号卷农](?:(?<=[版期周@℃农])|(?<=[〇零○一二三四五六七八九]年)|(?<=\d[号卷元])|"
    r"(?<=[报刊][\s·|｜])|(?<=[\s·|｜])[A-ZＡ-Ｚ]?[\d①-⑳]|(?<=\d)\d{3}\s*[-./年－．／]|(?<=[:/])//|"
    rf"(?<=[{_STAFF_LAST}][\s:：/／|｜丨]))"
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
        return bool(text[0] in _FIRST and _opens(text, noticed=noticed)) or not _WORD.search(text)
    headed = plain or (text[0] in "“《（(【" and _HAN.search(text))
    if headed and text[-1] not in _TELLING_LAST and not _TELLING.search(text):
        return False
    bare = _bare(text)
    if not _WORD.search(bare):
        return True
    if bare[0] in _FIRST and (_opens(bare, noticed=noticed) or _is_button(bare)):
        return True
    return (
        _is_masthead(bare)
        or is_folio(bare, edited=bool(_STAFF.search(bare)) and not _ASIDE.search(bare))
        or _names_staff(bare)
        or (not noticed and (_tells_weather(bare) or _calls(bare)))
    )


def is_of_page(text: str) -> bool:
    """Whether furniture can be part of no notice: a page's label, who made it, the paper's name."""
    bare = _bare(text)
    opens = bare[:1] in _FIRST and (_EDITED.match(bare) or _REMARK.match(bare))
    return bool(opens or has_label(bare)) or _names_staff(bare) or _is_masthead(bare)


def stands_apart(text: str) -> bool:
    """Whether furniture is nothing but that wherever it stands, so that an article goes on behind it."""
    bare = _bare(text)
    if not _WORD.search(bare):
        return text[-1] not in _STANDS_OPEN
    return text[-1] != "。" and not _may_head(bare)


def _bare(text: str) -> str:
    # Of Chinese text NFKC changes nothing, and takes long to find that out.
    return (normalize("NFKC", text) if _WIDE.search(text) else text).strip(_ORNAMENTS)


def _opens(bare: str, *, noticed: bool) -> bool:
    edited = _EDITED.match(bare)
    if edited and not _STOP.search(bare) and (edited["name"] is None or is_name(edited["name"])):
        return True
    return bool(_REMARK.match(bare)) or bool(not noticed and _DETAIL.match(bare) and not _ASIDE.search(bare))


def _is_button(bare: str) -> bool:
    """Whether a line is what is pressed on a page of an electronic edition, spaced out or not."""
    return _BUTTON_ROW.fullmatch("".join(bare.split()) if _SPACED.fullmatch(bare) else bare) is not None


def _is_masthead(bare: str) -> bool:
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


def _names_staff(bare: str) -> bool:
    """Whether a line names two desks of the paper (``编辑 王波 校对 李明``), or one with a colon (``编辑：王波``)."""
    if "。" in bare:
        return False  # the end of a report that names who edited it
    return len(_STAFF.findall(bare)) > 1 or bool(_HEADED.fullmatch(bare) or _DESK.fullmatch(bare))


def _calls(bare: str) -> bool:
    return _CALL.match(bare) is not None and not _ASIDE.search(bare)


def _tells_weather(bare: str) -> bool:
    """Whether a line is the weather in a page's corner, as words and degrees."""
    degrees = any(map(bare.__contains__, _DEGREES))
    return degrees and not _STOP.search(bare) and len(set(_WEATHER.findall(bare))) >= _SURELY_WEATHER


def _may_head(bare: str) -> bool:
    """Whether a line may yet be text: the name of a section (快报), or one number or one day and some words."""
    if sounds_like_section(bare):
        return not _is_button(bare)
    names = named_in_folio(bare)
    if names is None or _STAFF.search(bare) or _opens(bare, noticed=False):
        return False
    names = _BUTTON.sub("", names).strip()
    known = is_section_name(names) or sounds_like_section(names) or _MASTHEAD.fullmatch(names)
    return len(_HAN.findall(names)) > _SHORTEST_HEADLINE and not known
