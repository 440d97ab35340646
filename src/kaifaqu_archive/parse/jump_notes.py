"""Jump notes: 下转 and 上接, as whole lines and at either end of one.

Printed with and without brackets, between arrows, in full-width letters and digits, with a
section's name or a title behind the page.
"""

from __future__ import annotations

import re

LONGEST_JUMP = 30
"""Characters of a line that is nothing but a jump note."""
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_LABEL = rf"(?P<label>第?\s*[A-Za-zＡ-Ｚａ-ｚ]?\s*{_NUMBER}(?:\s*[-—－~、，至]\s*{_NUMBER})?\s*版)"
_TO = (
    r"(?:(?:本文|全文|文|未完(?:待续)?)[，,、]?)?"
    r"(?:[紧下续]?转(?:至|到|入)?|下[接续](?:至)?|(?:详|全文|内容|报道)(?:请)?见)"
)
_FROM = r"(?:本文)?(?:紧?上?接|上承|承接)"
_SURE_TO = r"(?:(?:本文|未完(?:待续)?)[，,、]?)?下转(?:至|到|入)?"
_GAP = r"\s*[:：·•]?\s*"
_ONWARD = "▶►▷▸→➔➜➡⇨⇒☞>＞"
_BACK = "◀◄◁◂←⇦⇐☜<＜"
_SIGN = rf"[{_ONWARD}{_BACK}●■◆★☆▲▼△▽□○◎◇※↓↘➤\s]"
"""An arrow or another ornament, or a space."""
_OPEN = r"[（(【［\[〔〈《]"
_CLOSE = r"[）)】］\]〕〉》]"
_REST = r"[^）)】］\]〕]"
"""What stands behind the page inside brackets: a section's name, a title, the number of an item."""
_IN_BRACKETS = rf"{_REST}{{0,22}}{_CLOSE}"
_BARE_REST = rf"(?:\s*[·•:：，,]?\s*[《“][^《》“”]{{1,22}}[》”]|{_REST}{{0,12}})"
_JUMP = re.compile(
    rf"(?:{_SIGN}|[》《])*(?:[①-⑳]\s*)?(?P<open>{_OPEN})?\s*(?:(?P<to>{_TO}|(?<=[（(])见)|(?P<from>{_FROM})){_GAP}{_LABEL}"
    rf"(?(open){_IN_BRACKETS}|{_BARE_REST}{_CLOSE}?)[\W①-⑳]*"
)
_ARROW_JUMP = re.compile(rf"(?:(?P<to>(?:[{_ONWARD}]\s*)+)|(?P<from>(?:[{_BACK}]\s*)+)){_LABEL}\W*")
_TAIL_LABEL = rf"{_GAP}{_LABEL}"
_JUMP_TAIL = re.compile(
    rf"{_OPEN}\s*(?:{_TO}|见){_TAIL_LABEL}{_IN_BRACKETS}[①-⑳。]?\s*$|"
    rf"{_SIGN}*{_SURE_TO}{_TAIL_LABEL.replace('label', 'bare')}{_SIGN}*$"
)
_JUMP_HEAD = re.compile(
    rf"{_SIGN}*{_OPEN}\s*{_FROM}{_TAIL_LABEL}{_IN_BRACKETS}(?:[①-⑳：:]\s*)?|"
    rf"{_SIGN}*(?:紧?上接|紧接){_TAIL_LABEL.replace('label', 'bare')}(?:{_SIGN}|[：:])+"
)


def page_label(text: str) -> str:
    """Return a jump's page label as printed: ``A2`` of ``A2 版``, ``第7版`` of ``第7版``."""
    plain = re.sub(r"\s+", "", text)
    return plain if plain.startswith("第") else plain.removesuffix("版")


def jump_of(text: str) -> tuple[str, str] | None:
    """Return direction and page label when the whole of ``text`` is a jump note."""
    match = _JUMP.fullmatch(text) or _ARROW_JUMP.fullmatch(text)
    if match is None:
        return None
    return ("to" if match["to"] else "from"), page_label(match["label"])


def trailing_jump(text: str) -> tuple[str, int] | None:
    """Return (page label, where the note begins) when ``text`` ends in ``（下转A2版）``."""
    match = _JUMP_TAIL.search(text[-40:])
    if match is None:
        return None
    return page_label(match["label"] or match["bare"]), max(0, len(text) - 40) + match.start()


def leading_jump(text: str) -> tuple[str, int] | None:
    """Return (page label, where the note ends) when ``text`` begins with ``（上接A1版）``."""
    match = _JUMP_HEAD.match(text)
    return None if match is None else (page_label(match["label"] or match["bare"]), match.end())
