"""Where a headline may be broken: between its clauses first, then between words, never inside one.

Chinese marks no words, so a browser left alone breaks a headline anywhere (乌班|图).  Words are found by
the cutter that the search index uses; marks stay with the word they belong to.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kaifaqu_archive.text import CLOSERS, OPENERS
from kaifaqu_archive.words import cut

_TOKEN = re.compile(r"(?P<han>[\u3400-\u9fff]+)|(?P<plain>[A-Za-z0-9.%+~-]+)|(?P<mark>.)", re.DOTALL)
_PAUSE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")

LEANING = frozenset("的了着过等们地得之年月日个家项")
"""Single characters that belong to what stands before them."""
BINDING = frozenset("/·-–~ ")
"""Marks that hold both their neighbours."""

Clause = tuple[str, ...]
"""Pieces of a clause; it may be broken between them."""


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[Clause, ...]:
    """Return a headline as clauses of pieces; pieces joined, and clauses joined with spaces, are the headline.

    A clause ends where the print has a space between hanzi: the pause at which a headline is best broken.
    """
    return tuple(_pieces(clause) for clause in _PAUSE.split(text))


def _pieces(clause: str) -> Clause:
    pieces: list[str] = []
    for token in _tokens(clause):
        if pieces and _holds(pieces[-1], token):
            pieces[-1] += token
        else:
            pieces.append(token)
    return tuple(pieces)


def _tokens(clause: str) -> list[str]:
    """Return words, Latin runs and single marks in order."""
    found: list[str] = []
    for token in _TOKEN.finditer(clause):
        found += [word for word in cut(token.group()) if word] if token.lastgroup == "han" else [token.group()]
    return found


def _holds(before: str, token: str) -> bool:
    """Whether no line may end between what stands before and the token."""
    last = before[-1]
    if last in OPENERS or last in BINDING or token in BINDING:
        return True
    if token in OPENERS:
        return False
    if not token[0].isalnum() or token in CLOSERS:
        return True
    return token in LEANING or _is_single(before)


def _is_single(before: str) -> bool:
    """Whether what stands before is one character alone (和, 向, “新): it leads on to the next word."""
    bare = before.lstrip(OPENERS)
    return len(bare) == 1 and bare.isalnum()
