"""What speaks for a candidate to be a term, added up.

The figures are set so that a name needs two signs beside its quotation marks, or recurrence and one sign; they
were tried on pages of two papers by reading the terms that came out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.quoted_terms import ends_as_one, is_numbered
from kaifaqu_archive.words import cut

if TYPE_CHECKING:
    from kaifaqu_archive.background import Background

ENOUGH = 2.5
"""The sum from which a candidate is a term."""

QUOTED = 1.0
"""It stands in quotation marks."""
CALLED = 1.0
"""The word for a programme or a mechanism follows."""
DONE = 0.5
"""It is carried out, pursued, introduced."""
NUMBERED = 1.0
"""It counts what it stands for."""
ENDS_AS_ONE = 1.0
"""Its last word says that it is a programme or a mechanism."""
KNOWN = 1.0
"""The news at large quotes it too."""
AGAIN = 0.5
"""For every doubling of the times it is quoted."""
ARTICLES = 1.0
"""For every doubling of the articles that quote it, or in which a theme stands."""
UNQUOTED = 0.5
"""For every doubling of its articles by those that use it without quotation marks."""
ORDINARY = -3.0
"""It is a word that mostly stands without quotation marks: they are a wink."""
IDIOM = -1.5
"""It is one word of four characters and more: a set phrase of the dictionary."""
WINK = 6.0
"""Articles to one that quotes it, above which a name is an ordinary word."""
LOOSE = 2.0
"""The same for a word that is ordinary in the news at large: it must be a name more often than not."""
THEME = 1.0
"""It is a kind of economy, industry or reform with its own kind."""
LIFTED = 0.4
"""For every power of ten by which a theme is more frequent than in the news at large."""

ELSE = 3
"""Times that a name is quoted, to one where it names a work, a prize or a storm, from which it is a name of policy."""
INSISTENT = 4
"""Times that a name without any sign must be quoted, in two articles."""
IDIOM_LENGTH = 4
TWICE = 2
"""Articles in which a theme must stand, and a name without any sign must be quoted."""
SURE = 10.83
"""Log-likelihood (G²) of a difference from the background that chance makes once in a thousand times."""
LIFT = 3.0
"""How many times as frequent as in the news at large a theme must be."""

SEVERAL = 4
"""Times that a theme must stand before it can be told from a part of a longer name."""
PART = 0.6
"""Share of the places with one and the same word beside it above which it is such a part."""

FEW = 50
"""Articles of an archive up to which one article is enough for a term."""
FOLD = 4
"""An archive so many times larger asks for one article more: 2 at 200 articles, 4 at 3,200, 5 at 12,800."""


@dataclass(slots=True)
class Evidence:
    """What was seen of a candidate while the articles passed."""

    quoted: int = 0
    """Times that it stands in quotation marks."""
    called: bool = False
    done: bool = False
    follows: str | None = None
    """The word behind it where it stands as a theme, empty at the end of a run; None where it is no theme."""
    ends: bool = False
    """Whether as a theme it stands before different words, or none: what one word always follows is a fragment."""
    stood: int = 0
    """Times that it stands as a theme."""
    behind: dict[str, int] = field(default_factory=dict)
    """How often it stands behind each noun that narrows it."""
    ahead: dict[str, int] = field(default_factory=dict)
    """How often it stands before each word."""
    other: int = 0
    """Times that it is named as a thing of another kind: a work, a prize, a storm."""
    quoting: int = 0
    """Articles that quote it."""
    articles: int = 0
    """In which it stands."""
    standing: int = 0
    """Articles in which it stands as a theme."""
    last_quoting: int = -1
    """The last article that quoted it, by number."""
    last_standing: int = -1
    last: int = -1
    """The last article in which it was found, by number."""

    def quote(self, article: int, *, called: bool, done: bool) -> None:
        """Count a place where it is quoted in the article of that number."""
        self.quoted += 1
        self.quoting += self.last_quoting != article
        self.last_quoting = article
        self.called |= called
        self.done |= done

    def is_part(self) -> bool:
        """Whether as a theme it mostly stands with one and the same word: then it is a part of a longer name."""
        most = (max(found.values(), default=0) for found in (self.behind, self.ahead))
        return self.stood >= SEVERAL and any(often > PART * self.stood for often in most)

    def stand(self, article: int, narrowed: str, before: str) -> None:
        """Count the article of that number, once, in which it stands as a theme ``before`` a word, empty for none.

        ``narrowed`` is the noun by which it is narrowed there, empty for none.
        """
        self.stood += 1
        for found, word in ((self.behind, narrowed), (self.ahead, before)):
            if word:
                found[word] = found.get(word, 0) + 1
        self.standing += self.last_standing != article
        self.last_standing = article
        self.ends |= not before or self.follows not in {None, before}
        self.follows = before

    def find(self, article: int) -> None:
        """Count the article of that number, once."""
        self.articles += self.last != article
        self.last = article


def least_articles(entries: int) -> int:
    """Return in how many of an archive's articles a term must stand."""
    return 1 if entries <= FEW else 1 + math.floor(math.log(entries / FEW, FOLD))


def weigh(text: str, seen: Evidence, background: Background, entries: int) -> float:
    """Return how much speaks for a candidate of an archive of ``entries`` articles."""
    spread = max(1.0, seen.articles / seen.quoting) if seen.quoting else 0.0
    return max(_as_name(text, seen, background, spread), _as_theme(text, seen, background, entries))


def may_be_one(text: str, seen: Evidence, background: Background) -> bool:
    """Whether a candidate can still be a term when it is known in how many articles it stands.

    Most names are quoted once without any sign, most themes stand once: they need not be looked for.
    """
    return (seen.ends and not seen.is_part() and seen.standing >= TWICE) or _as_name(
        text, seen, background, WINK
    ) >= ENOUGH


def _as_name(text: str, seen: Evidence, background: Background, spread: float) -> float:
    """Return what speaks for a name that stands in ``spread`` times as many articles as quote it."""
    if not seen.quoting or seen.other * ELSE >= seen.quoted:
        return 0.0
    signs = (
        CALLED * seen.called
        + DONE * seen.done
        + NUMBERED * is_numbered(text)
        + ENDS_AS_ONE * ends_as_one(text)
        + KNOWN * background.is_quoted(text)
    )
    if not signs and not (seen.quoting >= TWICE and seen.quoted >= INSISTENT):
        return 0.0
    if spread > LOOSE and background.is_ordinary(text):
        return 0.0
    used = ARTICLES * math.log2(seen.quoting) + UNQUOTED * math.log2(min(spread, WINK))
    weight = QUOTED + AGAIN * math.log2(seen.quoted) + signs + used
    return weight + (ORDINARY if spread > WINK else _against(text, background))


def _against(text: str, background: Background) -> float:
    if background.is_ordinary(text):
        return ORDINARY
    set_phrase = len(text) >= IDIOM_LENGTH and not background.is_quoted(text) and cut(text) == [text]
    return IDIOM if set_phrase and not ends_as_one(text) else 0.0


def _as_theme(text: str, seen: Evidence, background: Background, entries: int) -> float:
    if not seen.ends or seen.is_part() or seen.articles < TWICE:
        return 0.0
    lift = seen.articles / (entries * background.share(text))
    if lift < LIFT or 2 * seen.articles * math.log(lift) < SURE:
        return 0.0
    return THEME + ARTICLES * math.log2(seen.articles) + LIFTED * math.log10(lift)
