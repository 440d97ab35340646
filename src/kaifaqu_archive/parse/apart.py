"""What stands apart: furniture that is nothing but that, so that the article around it goes on behind it.

Such lines are decided and not weighed, and nobody is asked about them.  So these are few forms, each
of which no sentence, headline, list or table has; where a line could be text it is left to be weighed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.lists import any_of
from kaifaqu_archive.text import CLOSERS, OPENERS, SENTENCE_ENDS

from .folios import is_folio, parts_of
from .furniture import ASIDE, BUTTONS, REMARKS, STOP, WORD, bare_of, is_masthead
from .phrases import is_section_name
from .staff import DESKS, DETAILS, beside_staff, names_staff

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_HAN = re.compile(r"[\u4e00-\u9fff]")
_OF_SENTENCES = re.escape(OPENERS + CLOSERS + SENTENCE_ENDS + "．.，,、：:\"'[]{}<>%‰℃+~～/—–-=")
_ORNAMENT = re.compile(rf"[^\w\s{_OF_SENTENCES}]+|[—–\-=…]{{3,}}")
"""Signs that are no part of a sentence; one or two dashes or dots are a headline's."""
_LONE_NUMBER = re.compile(r"[-—·.\s]*[A-Z]?\d{1,3}[-—·.\s]*")
"""A page's number by itself."""
_NUMBER = re.compile(r"^(\d{1,3})(?=[\s.、]|$)|(?<=\s)(\d{1,3})$")
_FIGURES = re.compile(r"[\d.,%\-—\s]+")
_LATIN_NAME = re.compile(r"[A-Z][A-Z&'.\- ]+ (?:DAILY|NEWS|WEEKLY|TIMES|HERALD|POST|DIGEST|JOURNAL|GAZETTE)")
"""A paper's name in capitals."""
_PIECES = re.compile(r"[\s·|/:\-]+")
_DETAIL = re.compile(any_of(DETAILS))
_OWN_COUNSEL = re.compile("本[报刊]法律顾问[:/]")
_MARKED = re.compile(rf"(?:{any_of(DETAILS)}):")
_OWN = re.compile(r"本[报刊版]|新闻|广告|发行[热电部]|征订|订[阅报]|稿|[报爆]料|刊号|出版物|准印|邮发|每份|社址")
_OWN_DETAIL = re.compile(any_of([word for word in (*DETAILS, *REMARKS, *DESKS) if _OWN.search(word)]))
"""What only a paper gives of itself; an article may end with any other telephone or address."""
_GIVEN = re.compile(r"\d[\d()\-—]{4,}|@|www\.|//|\d元")
_WORDS = any_of((*REMARKS, *BUTTONS, *DETAILS))
_WHOLE_WORD = re.compile(rf"(?:{_WORDS}|本[报刊版社]|(?:不得|请勿)转载)[\s,|/、·<>《》»]*")
_WHOLE = re.compile(f"(?:{_WHOLE_WORD.pattern})+")
"""Nothing but words of remarks and buttons."""
_REMARK = re.compile(any_of(REMARKS))
_ON_PAGE = re.compile("本[版刊报](?:内容|文字|稿件|言论|图片除|编校|刊登|所[刊登载涉])")
_LEADS_ON = re.compile(r"[^。,!?;]{0,16}(?:更多|全文|读者群|[日晚周]报[^。,!?;]{0,8})")
_KNOWN = re.compile(any_of((*REMARKS, *BUTTONS)))
_BUTTON = re.compile(any_of(BUTTONS))
_OF_PAPER = frozenset(
    (
        "a page's label",
        "how many pages",
        "a registration",
        "a licence to advertise",
        "a post office's number",
    )
)
_NUMBERS = frozenset(("a page's number", "a page's number before its section"))
_DAYS = frozenset(("a day", "a day in digits", "a day in English", "a day without its year", "a weekday"))
_MANY = 3
"""Parts of a folio, each of another kind, that nothing but a folio holds."""
_HEAD = 5
"""Lines of a page's head."""
_LONGEST_NAMES = 12
"""Characters of what a folio names beside its parts."""
_SECTION = 4
"""Characters of a section's name that no list has, beside who made it."""
_WORDS_OF_A_DETAIL = 6
"""Characters that may stand round a detail and its number."""
_BUTTON_SIZE = 4
"""Characters of a button that is sure by itself; a shorter one may be the end of a headline's last line."""


def counted(texts: Sequence[str], found: Collection[int]) -> list[int]:
    """Return which of the lines ``found`` to be furniture are a list's or a table's by their numbers.

    The number before it or behind it stands on the page too, or figures stand beside it.
    """
    bare = {i: bare_of(texts[i]) for i in found}
    asked = {i: number for i, line in bare.items() if (number := _number(line)) and len(parts_of(line)[0]) <= 1}
    if not asked:
        return []
    numbers = {int(number) for text in texts if (number := _number(text))}
    return [i for i, number in asked.items() if _counts_on(i, int(number), numbers, texts)]


def standing_apart(texts: Sequence[str], found: Collection[int]) -> list[int]:
    """Return which of a page's lines stand apart, of those ``found`` to be furniture (indices of ``texts``)."""
    bare = {i: bare_of(texts[i]) for i in found}
    top, head, foot = _top(len(texts), found), _head(len(texts), found), _foot(len(texts), found)
    dated = {i: line for i, line in bare.items() if _is_date_line(line)}
    one_day = len(set(dated.values())) == 1
    apart = []
    for i, line in bare.items():
        if i in dated:
            sure = i < top > 1 or (one_day and len(parts_of(line)[0]) > 1)
        else:
            sure = stands_apart(texts[i]) or (i in head and _may_head(line)) or (i in foot and is_masthead(line))
        if sure:
            apart.append(i)
    return apart


def stands_apart(text: str) -> bool:
    """Whether a line is sure by itself, whatever stands around it."""
    if text[-1] == "。":
        return False
    bare = bare_of(text)
    if not WORD.search(bare):
        return bool(_LONE_NUMBER.fullmatch(bare) or _ORNAMENT.fullmatch("".join(text.split())))
    if _is_sure_folio(bare) or _LATIN_NAME.fullmatch(bare) or _lists_staff(bare):
        return True
    return _gives_detail(bare) or _speaks_of_page(bare) or _is_whole(bare)


def _top(size: int, found: Collection[int]) -> int:
    """Return how many lines of furniture a page opens with."""
    return next((i for i in range(size) if i not in found), size)


def _head(size: int, found: Collection[int]) -> frozenset[int]:
    """Return the furniture of a page's head, among which a section's name may stand; none where it is one line."""
    head = [i for i in range(min(size, _HEAD)) if i in found] if 0 in found else []
    return frozenset(head if len(head) > 1 else ())


def _foot(size: int, found: Collection[int]) -> frozenset[int]:
    """Return the lines of furniture that a page closes with; none where it is one."""
    foot = frozenset(range(next((i for i in range(size - 1, -1, -1) if i not in found), -1) + 1, size))
    return foot if len(foot) > 1 else frozenset()


def _may_head(bare: str) -> bool:
    """Whether a line in a page's head is a part of it: a folio, who made the page, what the paper gives of itself."""
    parts, rest = parts_of(bare)
    if is_folio(bare, edited=False):
        labelled = len(_HAN.findall(rest)) <= _SECTION and not _OF_PAPER.isdisjoint(parts)
        return labelled or len(parts) > 1 or _known(rest)
    return is_masthead(bare) or names_staff(bare) or _GIVEN.search(bare) is not None


def _number(bare: str) -> str | None:
    """Return the bare number that a line opens with or ends with."""
    found = _NUMBER.search(bare) if bare[:1].isdigit() or bare[-1:].isdigit() else None
    return (found[1] or found[2]) if found else None


def _counts_on(i: int, number: int, numbers: Collection[int], texts: Sequence[str]) -> bool:
    if number - 1 in numbers or number + 1 in numbers:
        return True
    return any(_FIGURES.fullmatch(texts[j]) for j in (i - 1, i + 1) if 0 <= j < len(texts))


def _is_date_line(bare: str) -> bool:
    """Whether a line is a day and nothing but names: under a letter, over a page of a diary, or in a folio."""
    parts, rest = parts_of(bare)
    return bool(parts) and _DAYS.issuperset(parts) and _known(rest)


def _is_sure_folio(bare: str) -> bool:
    if not is_folio(bare, edited=False):
        return False
    parts, rest = parts_of(bare)
    size = len(_HAN.findall(rest))
    if len(parts) >= _MANY and len(set(parts)) == len(parts):
        return size <= _LONGEST_NAMES
    known = _known(_BUTTON.sub(" ", rest))
    if "总第" in bare:
        return len(_HAN.findall(_KNOWN.sub(" ", rest))) <= _LONGEST_NAMES
    if _OF_PAPER.isdisjoint(parts):
        # A month, a telephone or a price may stand in any article; a number beside a section's name does not.
        numbered = not _NUMBERS.isdisjoint(parts) and bool(rest.strip())
        return known and (numbered or 1 < len(parts) == len(set(parts)))
    return known or (len(parts) > 1 and size <= _LONGEST_NAMES)


def _known(names: str) -> bool:
    """Whether what stands beside the parts of a folio is nothing, or sections and papers."""
    return all(is_section_name(name) or is_masthead(name) for name in _PIECES.split(names) if name)


def _lists_staff(bare: str) -> bool:
    """Whether a line says who made the page, and beside it at most the page's section and folio."""
    rest = beside_staff(bare)
    if rest is None:
        return False
    rest = parts_of(rest)[1]
    return _known(rest) or len(_HAN.findall(rest)) <= _SECTION


def _gives_detail(bare: str) -> bool:
    """Whether a line gives what only a paper gives of itself: its telephone, its price, where to write to."""
    if not _OWN_DETAIL.search(bare) or STOP.search(bare) or ASIDE.search(bare):
        return False
    if _OWN_COUNSEL.match(bare):
        return True
    parts, rest = parts_of(bare)
    given = _GIVEN.search(bare) or not _OF_PAPER.isdisjoint(parts)
    if not given or not (_DETAIL.match(bare) or _REMARK.match(bare) or parts):
        return False
    rest = _DETAIL.sub(" ", _OWN_DETAIL.sub(" ", rest))
    return len(_MARKED.findall(bare)) > 1 or len(_HAN.findall(rest)) <= _WORDS_OF_A_DETAIL


def _speaks_of_page(bare: str) -> bool:
    """Whether a line is a remark on the page it stands on (``本版内容仅供参考``), or leads on from it by a code."""
    if not _REMARK.match(bare):
        return False
    return _ON_PAGE.search(bare) is not None or (_LEADS_ON.fullmatch(bare) is not None)


def _is_whole(bare: str) -> bool:
    """Whether a line is made of words of remarks and buttons alone: one that is long, or two."""
    if not _WHOLE.fullmatch(bare):
        return False
    if _BUTTON.fullmatch(bare):
        return len(bare) >= _BUTTON_SIZE
    return _KNOWN.match(bare) is not None and len(_WHOLE_WORD.findall(bare)) > 1
