"""How common a word is in the news at large: the background against which an archive's terms are weighed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from . import lists

_HEAD = re.compile(r"# .* of ([0-9,]+) articles")
_ROW = re.compile(r"(?P<kind>[a-z]) (?P<level>\d+) (?P<ends>\d+|-) (?P<begins>\d+|-)(?P<quoted> q)?: (?P<words>.+)")
UNKNOWN = "x"
"""The kind of a word that jieba's dictionary does not have."""
UNSEEN = 10
"""Articles in which a word is taken to stand that is not in the table: half of the least that the table counts."""


@dataclass(frozen=True, slots=True)
class Common:
    """A word, or several words, that the table has."""

    kind: str
    """Explained at the head of ``data/background.txt``."""
    articles: int
    """In which it stands, to a power of two."""
    quoted: bool
    """Whether it mostly stands in quotation marks."""
    ends: float | None = None
    """Nats by which the share of its places that end a clause is below one; None where that was not counted."""
    begins: float | None = None
    """The same of those that begin one."""


@dataclass(frozen=True, slots=True)
class Background:
    """Words of the news at large."""

    articles: int
    """That were counted."""
    words: dict[str, Common]

    def kind(self, word: str) -> str:
        """Return what kind of word it is."""
        found = self.words.get(word)
        return found.kind if found else UNKNOWN

    def share(self, text: str) -> float:
        """Return the share of all articles in which ``text`` stands; a small one where it is not in the table."""
        found = self.words.get(text)
        return (found.articles if found else UNSEEN) / self.articles

    def is_ordinary(self, text: str) -> bool:
        """Whether ``text`` is a word that mostly stands without quotation marks: then these are a wink, no name."""
        found = self.words.get(text)
        return found is not None and not found.quoted

    def is_quoted(self, text: str) -> bool:
        """Whether ``text`` is known as something that is mostly quoted: a name."""
        found = self.words.get(text)
        return found is not None and found.quoted


@cache
def load_background() -> Background:
    """Return the table that the package carries."""
    rows = lists.text("background.txt").splitlines()
    head = next(found for row in rows if (found := _HEAD.match(row)))
    words: dict[str, Common] = {}
    for row in rows:
        if found := _ROW.fullmatch(row):
            ends, begins = (None if rare == "-" else int(rare) / 2 for rare in found.group("ends", "begins"))
            common = Common(found["kind"], 1 << int(found["level"]), bool(found["quoted"]), ends, begins)
            words.update(dict.fromkeys(found["words"].split(), common))
    return Background(int(head[1].replace(",", "")), words)
