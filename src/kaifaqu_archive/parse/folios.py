"""Folios: the lines at a page's head and foot that name page, day and issue, and what stands beside them.

A folio is known by its parts; what is left of it are names, of the paper and of the page's section.
"""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENDS = r"(?![\u4e00-\u9fff])"
_EDGE = r"(?:^|(?<=[\s·|/]))"
_NUMERALS = "一二三四五六七八九十"
_LABEL = rf"{_EDGE}第?\s*(?:(?:\d{{1,2}}\s*-\s*)?[A-Z]?\d{{1,3}}|[{_NUMERALS}]{{1,3}})\s*版{_ENDS}[:/]?"
_PAGES = rf"(?:[本今][日期]|共|总)\s*[\d{_NUMERALS}]{{1,3}}\s*版"
_MONTHS = (
    "(?i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_STEM, _BRANCH = "[甲乙丙丁戊己庚辛壬癸]", "[子丑寅卯辰巳午未申酉戌亥]"
_MONTH, _OF_MONTH = "(?:正|冬|腊|十[一二]?|[二三四五六七八九])月", f"(?:初|廿|卅|二十|三十|十)[{_NUMERALS}]?"
PARTS = (
    ("a page's label", _LABEL),
    ("a page's number", rf"{_EDGE}(?:(?:Page|PAGE|P|版)[.\s]?[A-Z]?\d{{1,3}}(?=\s|$)|[A-Z]?\d{{1,2}}(?=[\s/]|$))"),
    ("a page's number before its section", rf"{_EDGE}[A-FT]\d{{1,2}}(?=[·|]|[\u4e00-\u9fff·]{{2,6}}(?:\s|版|$))"),
    ("how many pages", _PAGES),
    (
        "a day",
        rf"(?:\d{{4}}|[〇零○{_NUMERALS}]{{4}})\s*年\s*[\d{_NUMERALS}]{{1,2}}\s*月\s*[\d{_NUMERALS}]{{1,3}}\s*日(?:\s+\d{{1,2}}:\d{{2}})?",
    ),
    ("a day in digits", r"\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}(?!\d)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"),
    (
        "a day in English",
        rf"(?:[A-Z][a-z]{{2,5}}day)?[\s,]*(?:{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTHS})[\s,]+\d{{4}}",
    ),
    ("a month", r"\d{4}\s*年\s*\d{1,2}\s*月(?=\s|$)"),
    ("a day without its year", rf"\d{{1,2}}月\d{{1,2}}日(?=\s*(?:星期|周)[{_NUMERALS}日天])"),
    ("a weekday", rf"(?:星期|周)[{_NUMERALS}日天](?=\s|$)"),
    (
        "a day of the lunar calendar",
        rf"(?:(?:农历|夏历)\s*)?(?:{_STEM}{_BRANCH}年)?\s*闰?{_MONTH}{_OF_MONTH}{_ENDS}|(?:农历|夏历)\s*\S{{2,12}}",
    ),
    ("an issue's number", rf"(?:总|今年)?第?\s*[\d〇零{_NUMERALS}百千]+\s*期{_ENDS}|第\s*\d+\s*[号卷]{_ENDS}"),
    (
        "a registration",
        r"(?:国内)?(?:统一)?(?:连续出版物号|刊号)|CN\s*\d{2}\s*-\s*\d{4}(?:/[A-Z]+)?|ISSN\s*\d{4}-\d{3}[\dX]",
    ),
    ("a licence to advertise", r"[\u4e00-\u9fff]{0,6}广登?字[第\s]*\d+\s*号?"),
    ("a post office's number", r"(?:邮发)?代号[:\s]*[A-Z]*\d+\s*-\s*\d+"),
    (
        "a price",
        r"(?:每份|零售价?|定价|订价|售价|全年|每?月价|印数|共印)(?:每份|零售|零售价|定价|订价)?[:\s]*[\d.]+\s*[元份]",
    ),
    ("a telephone", r"\(?0\d{2,3}[)\-]\s?\d{3,4}\s?\d{4}"),
    ("an address", r"[\w.\-]+@[\w.\-]+|(?:https?://|www\.)[\w./\-?=&%]+"),
)
"""What a folio is made of: (name, pattern).  They are tried in this order."""
_PART = re.compile("|".join(f"({pattern})" for _, pattern in PARTS))
_HINT = re.compile(r"[\d版期周月刊@]|星期|www")
"""Stands in every part."""
_LABELLED = re.compile("|".join([_LABEL, _PAGES, *(pattern for name, pattern in PARTS if name == "a registration")]))
_STOP = re.compile(r"[。!?;“”]|,(?! ?\d| [A-Z])")
"""Marks that no folio holds; in an English day stands a comma."""
_NO_NAME = re.compile(r"[。，！？：、；“”（）(),!?:%\d]|[A-Za-z]{2,}@")
_OTHER = re.compile(r"[球奖]|日于")
"""Lotteries are numbered like issues; writers say on which day they wrote where."""
_OF_ISSUES = "总第"
"""Only papers count their issues so."""
_LONGEST_NAMES = 12
"""Characters of what a folio names: the paper, the page's section."""
_SURELY = 2
"""Parts of a folio of which nothing but a folio holds more."""


def is_folio(bare: str, *, edited: bool) -> bool:
    """Whether a line is made of parts of a folio and short names; ``edited`` says that it names a desk of the paper."""
    if not _HINT.search(bare) or _STOP.search(bare) or _OTHER.search(bare):
        return False
    names, told = _PART.subn(" ", bare)
    if told > _SURELY or (told and (edited or _OF_ISSUES in bare)):
        return True
    return told > 0 and len(_HAN.findall(names)) <= _LONGEST_NAMES and not _NO_NAME.search(names)


def has_label(bare: str) -> bool:
    """Whether a page's label stands in a line, how many pages there are, or the paper's registration."""
    return _LABELLED.search(bare) is not None


def parts_of(bare: str) -> tuple[list[str], str]:
    """Return the parts of a folio that a line holds, by their names in ``PARTS``, and what it says beside them."""
    names = [PARTS[(found.lastindex or 1) - 1][0] for found in _PART.finditer(bare)]
    return names, _PART.sub(" ", bare)
