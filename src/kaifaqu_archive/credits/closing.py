"""Who is named at an article's end: in brackets of any kind, or without them by a role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .reader import read_credits

if TYPE_CHECKING:
    from .parts import Credit

_LONGEST = 44
"""Characters at a text's end among which they stand."""
_BRACKET = re.compile(r"(?<![：:])(?P<names>[（(【［\[〔][^（）()【】［］\[\]〔〕]{2,40}[）)】］\]〕])[。\s]*$")
"""What stands behind a colon is what that announces."""
_ROLE = re.compile(
    r"[。！？”]\s*(?P<names>(?=[^。！？”]*(?:记者|通讯员|撰稿|作者[:：]|文[/／|｜]))[^。！？”（）()]{3,30})$"
)
"""The same without brackets: there only a role tells names from the story."""


def closing_credits(text: str) -> tuple[Credit, ...]:
    """Return who is named behind the last sentence of ``text``; () where nobody is."""
    ending = text[-_LONGEST:]
    closing = _BRACKET.search(ending) or _ROLE.search(ending)
    return read_credits(closing["names"].strip()) if closing else ()
