"""Evidence in what kinds of words a line of a headline is made of.

A kicker tells what happened, a title what to think of it, a subtitle what came of it: titles
have more adverbs and quotations, subtitles end with verbs and counts more often.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kaifaqu_archive.background import load_background
from kaifaqu_archive.lists import any_of

from .phrases import headline_words

if TYPE_CHECKING:
    from .view import View

_ADVERBS = re.compile(any_of(headline_words()["adverbs"]))
_COUNT = re.compile(r".*?(?:[\d零〇一二三四五六七八九十百千万亿余多两](?:[%％℃]|[\u4e00-\u9fff]{1,2})|\d)")
_COUNTED = 3
"""Characters of a count's end: a numeral and what is counted."""
_CLOSE = "”’」』》！!？?…—）)"
_SECTION = re.compile(r"[（(][^（）()]*[）)]$")


@cache
def _of_kind(*kinds: str) -> frozenset[str]:
    return frozenset(word for word, common in load_background().words.items() if common.kind in kinds)


def is_word(text: str) -> bool:
    """Whether ``text`` is a word of the news at large."""
    return text in load_background().words


def _core(v: View) -> str:
    """Return the line without its section's name and closing marks."""
    text = v.here.text
    return (_SECTION.sub("", text).rstrip(_CLOSE) if text[-1] in _CLOSE else text) or text


def verb_end(v: View) -> float:
    """Ends with a verb."""
    return _core(v)[-2:] in _of_kind("v")


def quality_end(v: View) -> float:
    """Ends with an adjective or an idiom."""
    core = _core(v)
    known = _of_kind("a", "i")
    return core[-2:] in known or core[-4:] in known


def count_end(v: View) -> float:
    """Ends with a number of things."""
    return bool(_COUNT.fullmatch(_core(v)[-_COUNTED:]))


def adverb(v: View) -> float:
    """Holds an adverb."""
    return bool(_ADVERBS.search(v.here.text))


def quotes(v: View) -> float:
    """Holds a quotation."""
    return "“" in v.here.text
