"""Jump notes: 下转 and 上接, as whole lines and at either end of one."""

from __future__ import annotations

import re

LONGEST_JUMP = 30
"""Characters of a line that is nothing but a jump note."""
_JUMP = re.compile(
    r"[▶►▷>→☞■●◆▲☛ ]*[（(【\[]?\s*(?:本文)?"
    r"(?P<way>下转|上接|转至?|紧?接)\s*(?P<label>第?\s*[A-Za-z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版)"
    r"[^）)】\]]{0,12}[）)】\]]?[。\s◀◄<←]*"
)
_JUMP_TAIL = re.compile(
    r"[（(]\s*下转\s*(?P<label>第?\s*[A-Za-z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版)[^）)]{0,12}[）)]$"
)
_JUMP_HEAD = re.compile(
    r"[（(]\s*(?:紧?上接|紧?接)\s*(?P<label>第?\s*[A-Za-z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版)[^）)]{0,12}[）)]"
)


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
