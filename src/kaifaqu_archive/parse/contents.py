"""Tables of contents: what a page says stands on other pages (导读), line under line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .shape import Shape

_PAGE = r"第?\s*[A-ZＡ-Ｚ]?[\d０-９]{1,2}"
_ARROWS = "▶►▷>＞→☞➤»"
_HEADING = re.compile(
    r"[■●◆▌【\[ ]*"
    r"(?:今日|本期|本报|每日|新闻|要闻|版面|内容|一周)?(?:导读|要目|看点|提要|内容导航|版面导航)[】\]:：■●◆ ]*"
)
_POINTS = re.compile(
    rf"[^。]{{4,}}?(?:[\s{_ARROWS}…·/|｜—-]+|[（(【\[]|(?=详?见|刊))\s*(?:详?见|刊于?|请看)?\s*{_PAGE}\s*版[）)】\]]?|"
    rf"[^。]{{4,}}?[\s]*(?:[{_ARROWS}]+|…{{1,}}|·{{3,}}|\.{{3,}})\s*{_PAGE}|"
    r"(?:第?[A-ZＡ-Ｚ][\d０-９]{1,2}版?|第?[\d０-９]{1,2}\s*版)[\s:：|｜/·▶►]+[^。]{4,}"
)
"""A headline and the page that it stands on, or the page and the headline."""
_DIGITS = "0123456789０１２３４５６７８９"
_LAST = frozenset("版)）】]" + _DIGITS)
_FIRST = frozenset("第ABCDEFGHTＡＢＣＤＥＦＧＨＴ" + _DIGITS)
_NUMBERED = re.compile(rf"[^。]{{4,}}?\s+{_PAGE}|{_PAGE}\s+[^。]{{4,}}")
"""The same with nothing but a number, which a row of any table has."""
_FROM_ONE = re.compile(r"[1１](?![\d０-９])")


def contents_of(shapes: Sequence[Shape]) -> list[int]:
    """Return the indices of lines that name what stands on other pages: two together, or under their heading.

    No page has its contents on the first: items that are numbered from one are a list.
    """
    found: list[int] = []
    for i, shape in enumerate(shapes):
        if not _numbered(shape):
            continue
        headed = i > 0 and (found[-1:] == [i - 1] or _HEADING.fullmatch(shapes[i - 1].text) is not None)
        points = _POINTS.fullmatch(shape.text) is not None
        if points and not headed:
            following = shapes[i + 1] if i + 1 < len(shapes) else None
            headed = bool(following and _numbered(following) and _POINTS.fullmatch(following.text))
        if headed and (points or (_NUMBERED.fullmatch(shape.text) and not _FROM_ONE.match(shape.text))):
            found.append(i)
    return found


def _numbered(shape: Shape) -> bool:
    """Whether a page's number can stand at either end of a line; asked first, as it is of few."""
    return shape.headline and (shape.text[-1] in _LAST or shape.text[0] in _FIRST)
