"""What can be seen of one printed line by itself: its shape.

Everything the evidence asks of a line's own characters is found out here, once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import LONGEST_CREDIT, Credit, closing_credits, names_writer, read_credits
from kaifaqu_archive.datelines import Dateline, read_dateline
from kaifaqu_archive.text import CLOSERS, OPENERS, is_han

from .jump_notes import LONGEST_JUMP, jump_of
from .phrases import (
    CREDIT_LAST,
    LONGEST_SECTION_NAME,
    is_notice_title,
    is_section_name,
    is_wire_note,
    opens_lead,
    sounds_like_section,
)

if TYPE_CHECKING:
    from kaifaqu_archive.model import Line

LONGEST_HEADLINE = 64
"""Characters; the longest line of a headline on 85 pages of two papers has 62."""

_PAIRS = dict(zip(CLOSERS, OPENERS, strict=True))
# ASCII brackets and full-width ones close each other: extraction mixes them.
_PAIRS[")"] = _PAIRS["）"] = "（"
_BRACKETS = re.compile(f"[{re.escape(OPENERS + CLOSERS)}]")
_BRACKET_CLOSES = frozenset("）)】］]〕")
_LAST_BRACKET = re.compile(r"\s*(?:[（(][^（）()]{1,60}[）)]|[【［\[〔][^【】［］\[\]〔〕]{1,60}[】］\]〕])$")
_SENTENCE_ENDS = "。！？!?…"
"""Marks that no credit holds."""
_STOPS = _SENTENCE_ENDS + "；;：:．｡"
_LETTER_SPACED = re.compile(r"(?:[^ \u3000A-Za-z][ \u3000]{1,4}){4,63}[^ \u3000]")
"""Five characters and more with spaces behind each; four may be two names."""
_SPACES = re.compile(r"[ \u3000]+")
_LONGEST_QUESTION = 24
"""Characters of a question that may be a headline."""
PICTURE_GAP = 2
"""Blank lines from which a picture may have stood there; one is the rule."""
_SHORTEST_DATED = 16
"""Characters; a dateline is followed by a story."""
_REPORTER = re.compile(r"[报刊网社台版视心讯【\[［（(]")
"""Stands in every dateline: in the name of who reports, or round it."""
LONGEST_TURN = 6
"""Characters within which the colon behind a speaker's name stands."""
_SHORT_BREAK = 22
"""Characters; a column's end cuts a paragraph anywhere, but what is left of one ends a sentence."""
_LONGEST_REPORTER = 14
"""Characters within which it stands, with 据 before it."""


(
    ABSENT,
    SHORT,
    PROSE,
    HEADLINE,
    COMPLETE,
    OPEN,
    STOPPED,
    SPACED,
    UNDER_GAP,
    CREDITED,
    SIGNED,
    JUMP,
    DATED,
    SECTION,
    LEAD,
    NOTICE,
    UNCLOSED,
    UNOPENED,
    SIGN,
    RUNS_OUT,
    STOPPED_INSIDE,
    LABELLED,
    DASHED,
    QUOTING,
    PICTURED,
    CREDIT_ENDS,
    PAUSES,
    SCRAP,
    UNDATED,
    FULL_STOP,
) = (1 << i for i in range(30))
"""Traits of a line, one bit each.  ABSENT stands for the line before the first and behind the last; SIGNED has a credit
or a jump note; UNDATED is prose that no dateline opens.  SIGN to SCRAP say what a short line holds, and little is asked
of others: SIGN begins with no letter, RUNS_OUT ends with no full stop, LABELLED has a colon, PICTURED may speak of a
picture, CREDIT_ENDS may end with its credit, PAUSES has a comma, SCRAP is very short and ends no sentence."""


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
    prose: bool
    """Runs on as a body does: too long for a headline, or whole sentences."""
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
    closed: bool
    """Ends with its writer's name in brackets behind its last sentence."""
    traits: int
    """The same in bits, for what is asked of many lines."""


def is_complete(text: str) -> bool:
    """Whether ``text`` ends where a sentence or a member of a list ends; a bracket behind that does not count.

    A wire note is complete: it ends a report.
    """
    if text[-1] in _STOPS or is_wire_note(text):
        return True
    bare = _LAST_BRACKET.sub("", text) if text[-1] in _BRACKET_CLOSES else text
    bare = bare.rstrip(CLOSERS + "\"' ") or text
    return bare[-1:] in _STOPS or (bare[-1:] == "." and is_han(bare[-2:-1]))


def _ends_fully(text: str, last: str) -> bool:
    """Whether ``text`` ends with a full stop in quotation marks or brackets."""
    return last in "”’」』)）" and text.rstrip("”’」』)） ")[-1:] == "。"


def _balance(text: str) -> tuple[bool, bool]:
    """Return (something stays open, something was closed that was not opened)."""
    return _balance_of("".join(_BRACKETS.findall(text)))


@lru_cache(maxsize=1024)
def _balance_of(marks: str) -> tuple[bool, bool]:
    stack: list[str] = []
    unopened = False
    for mark in marks:
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


def _asks(text: str) -> bool:
    """Whether a short line is one question or one call, as headlines are and sentences of a report seldom."""
    return len(text) <= _LONGEST_QUESTION and text[-1] in "？！?!" and "。" not in text


def _core(text: str) -> int:
    at = max(text.rfind("（"), text.rfind("(")) if text[-1] in "）)" else -1
    return at if at > 1 else len(text)


def _closed_up(text: str) -> str:
    """Take out the spaces between all characters; where there are more than elsewhere a phrase ends."""
    usual = min(map(len, _SPACES.findall(text)))
    return _SPACES.sub(lambda found: "" if len(found[0]) == usual else " ", text)


def _held(text: str, last: str, stops: int, *, complete: bool) -> int:
    """Return the traits that say what a short line holds, and so what need not be asked of it."""
    held = STOPPED_INSIDE if stops > (last in "。！？”") else 0
    if not text[0].isalpha():
        held |= SIGN
    if last != "。":
        held |= RUNS_OUT
    if "：" in text or ":" in text:
        held |= LABELLED
    if "——" in text:
        held |= DASHED
    if "“" in text:
        held |= QUOTING
    if "图" in text or "俯瞰" in text:
        held |= PICTURED
    if last in CREDIT_LAST or (last not in "。！？" and (stops or "”" in text)):
        held |= CREDIT_ENDS
    if "，" in text or "," in text:
        held |= PAUSES
    if len(text) <= _SHORT_BREAK and not complete:
        held |= SCRAP
    return held


def _held_by_long(text: str) -> int:
    """Return the same for a line that is too long for a headline, of which little is asked."""
    opening = text[:LONGEST_TURN]
    return PICTURED | CREDIT_ENDS | (LABELLED if "：" in opening or ":" in opening else 0)


def shape_of(line: Line) -> Shape:
    """Look at one line."""
    text = line.text
    spaced = " " in text or "\u3000" in text
    if spaced and _LETTER_SPACED.fullmatch(text) and not read_credits(text):
        # 办 事 大 厅: spaced for its looks alone; 林 萍 何 苗 摄 for its names.
        text = _closed_up(text)
        spaced = " " in text
    size, last = len(text), text[-1]
    short = size <= LONGEST_HEADLINE
    complete = last in _STOPS or is_complete(text[-72:])
    credit = read_credits(text) if size <= LONGEST_CREDIT and last not in _SENTENCE_ENDS else ()
    jump = jump_of(text) if size <= LONGEST_JUMP and "版" in text else None
    unclosed, unopened = _balance(text) if size <= 4 * LONGEST_HEADLINE else (False, False)
    stops = text.count("。") + text.count("！") + text.count("？") if size <= 3 * LONGEST_HEADLINE else 9
    dated = size > _SHORTEST_DATED and _REPORTER.search(text, 0, _LONGEST_REPORTER)
    dateline = read_dateline(text) if dated else None
    headline = short and (not complete or _asks(text)) and not credit and jump is None
    prose = not short or (complete and stops > 0 and not headline and not credit and jump is None)
    section = size <= LONGEST_SECTION_NAME and (is_section_name(text) or sounds_like_section(text))
    lead = opens_lead(text)
    notice = short and is_notice_title(text)
    closed = complete and last in _BRACKET_CLOSES and names_writer(closing_credits(text))
    traits = (
        (COMPLETE if complete else OPEN)
        | (FULL_STOP if last == "。" or _ends_fully(text, last) else 0)
        | (STOPPED if stops else 0)
        | (SPACED if spaced else 0)
        | (UNDER_GAP if line.gap >= PICTURE_GAP else 0)
        | (DATED if dateline else 0)
        | (LEAD if lead else 0)
        | (UNCLOSED if unclosed else 0)
        | (UNOPENED if unopened else 0)
        | ((PROSE if dateline else PROSE | UNDATED) if prose else 0)
    )
    if short:
        traits |= (
            SHORT
            | (HEADLINE if headline else 0)
            | (CREDITED | SIGNED if credit else 0)
            | (JUMP | SIGNED if jump else 0)
            | (SECTION if section else 0)
            | (NOTICE if notice else 0)
            | _held(text, last, stops, complete=complete)
        )
    else:
        traits |= _held_by_long(text)
    # In the order of the fields: to name them would take a fifth longer for every line.
    return Shape(
        line, text, size, complete, unclosed, unopened, stops, credit, dateline, jump, short, prose, headline,
        _core(text) if short else size, section, lead, notice, closed, traits,
    )  # fmt: skip
