"""Lists of names as credits print them: spaces inside names and between them, commas, slashes, dots, 和."""

from __future__ import annotations

import re
from itertools import chain

from kaifaqu_archive import lists
from kaifaqu_archive.names import COMPOUND_SURNAMES, is_name, sounds_foreign

from .vocabulary import HAN

SPACED_NAME = re.compile(rf"[{HAN}][ \u3000]+[{HAN}]")
"""Two characters set apart are a name whatever they are: papers space names of two to the width of three."""
_SPLIT = re.compile(r"[\s、，,；;]+")
_AND = re.compile(
    rf"(?<=[{HAN}]{{2}})[ \u3000]+[和与][ \u3000]+(?=[{HAN}]{{2}})|(?<=[{HAN}][ \u3000][{HAN}])[ \u3000]+与[ \u3000]+"
)
"""Between two names; with a space inside them 和 is a family name."""
_JOINT = re.compile(r"[·•・]|(?<=..)和(?=.)")
_LONGEST_SINGLE = 4
"""Characters that can be no two names and a sign between them."""
_LOOSE_NAME = re.compile(
    rf"(?!.*(?:手记|调查|观察|来信|采访|整理|参与|采写|报道|札记|连线|述评|本报|记者|图片|照片|[您你我他她它了吗呢吧么怎哪这是也都就还]))[{HAN}·]{{2,9}}"
)
"""A name behind a role word may be of any people; words that go on with the role are none."""
_RARE = frozenset("".join(lists.words("rare_surnames.txt")))
_USUAL = 3
"""Characters of most names."""
_HALF_A_NAME = 2
"""Characters at most of what follows a space inside a name."""
_LETTERED = 3
"""Characters of a name of which each stands by itself; two names of two would make four."""


def join_spaced(tokens: list[str]) -> list[str]:
    """Put names set with spaces inside together again: ``[朱, 妹, 李明] -> [朱妹, 李明]``."""
    out: list[str] = []
    at = 0
    while at < len(tokens):
        taken = _spaced_name(tokens, at)
        out.append("".join(tokens[at : at + taken]))
        at += taken
    return out


def _spaced_name(tokens: list[str], at: int) -> int:
    """Return how many tokens from ``at`` on are one name."""
    singles = 0
    while at + singles < len(tokens) and len(tokens[at + singles]) == 1:
        singles += 1
    if singles == _LETTERED:
        return singles
    first = tokens[at]
    if len(first) != 1 and first not in COMPOUND_SURNAMES:
        return 1
    if at + 1 == len(tokens) or len(tokens[at + 1]) > _HALF_A_NAME:
        return 1
    return 2 if len(tokens[at + 1]) == 1 or first in COMPOUND_SURNAMES or singles == 1 else 1


def names_of(text: str, *, loose: bool) -> list[str] | None:
    """Return the names that ``text`` is a list of; None when it is anything else."""
    if "/" in text:
        found = [names_of(part, loose=False) for part in text.split("/")]
        return list(chain.from_iterable(filter(None, found))) if all(found) else None
    if "和" in text or "与" in text:
        text = _AND.sub(" ", text)
    tokens = join_spaced([token for token in _SPLIT.split(text) if token])
    rare = len(tokens) > 1 and any(map(is_name, tokens))
    names: list[str] = []
    for token in tokens:
        two = _two_names(token)
        if two:
            names.extend(two)
        elif is_name(token) or (loose and _LOOSE_NAME.fullmatch(token)) or (rare and _has_rare_name(token)):
            names.append(token)
        else:
            return None
    return names


def names_or_spaced(text: str) -> list[str] | None:
    """Return the names that ``text`` is a list of; two characters set apart are one whatever they are."""
    return [text[0] + text[-1]] if SPACED_NAME.fullmatch(text) else names_of(text, loose=False)


def _has_rare_name(token: str) -> bool:
    """Whether a name beside which others stand has a family name that is seldom met."""
    return len(token) == _USUAL and token[0] in _RARE


def _two_names(token: str) -> list[str]:
    """Part ``林萍和何苗`` and ``林萍·何苗``, which is no foreigner's name as both are a Chinese's."""
    if len(token) <= _LONGEST_SINGLE:
        return []
    parts = _JOINT.split(token)
    # 巴特尔·苏和 is one Mongol.
    if len(parts) == 1 or not all(map(is_name, parts)) or all(sounds_foreign(part[1:]) for part in parts):
        return []
    return parts
