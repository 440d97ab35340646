"""Where a person's name ends that stands after an office.

Nothing marks the end of 高奇英 in 主任高奇英主持会议.  A name is taken for one only where it has the
form of a name and what follows is what follows names: a mark, a verb of saying or doing, a preposition.
"""

from __future__ import annotations

import re

from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.zone_grammar import SUFFIX
from kaifaqu_archive.lists import words
from kaifaqu_archive.names import COMPOUND_SURNAMES, PEOPLES, SOUNDS, is_name

_AFTER = re.compile(
    r"\s*(?:$|[\d,。;:!?、\"“”‘’()《》…—]|\s[\u4e00-\u9fff]|" + "|".join(words("after_names.txt")) + ")"
)
_NOT_NAMES = frozenset(words("not_names.txt"))
_TITLES = frozenset(words("titles.txt"))
_TITLE = re.compile("|".join(words("titles.txt")))
# Family names that are far oftener a word of the sentence.
_SELDOM_FIRST = frozenset("盘向国来时和全都过占次才由步那但须令要等及与的")
_RARE = frozenset("".join(words("rare_surnames.txt")))
_GIVEN = frozenset("".join(words("given_names.txt")))
_COUNTRIES = frozenset(words("countries.txt"))
# Characters that end a name far more rarely than they begin the word after it.
_SELDOM_LAST = frozenset("任座陪调作说在和与等率赴的是也都还到就则又对及于表介指强主出参认坦称谈一带来前签向为将随")
_SOMETIMES_LAST = frozenset("为一来言")
_FOREIGN = re.compile(f"[{SOUNDS}]{{2,8}}")
_DOTTED = re.compile(f"[{SOUNDS}{PEOPLES}]{{1,8}}(?:[·•・][\u4e00-\u9fff]{{1,8}}){{1,3}}")
_DOTS = re.compile("[·•・]")
_ELEMENTS = re.compile("(?:" + "|".join(words("name_elements.txt")) + "){2,3}")
_LONGEST_FOREIGN = 8
USUAL, LONGEST = 3, 4
"""Characters of most Chinese names, and of the longest."""


def ends_name(text: str, at: int) -> bool:
    """Whether what follows ``at`` is what follows a name."""
    return bool(_AFTER.match(text, at))


def looks_like_name(word: str) -> bool:
    """Whether ``word`` has the form of a Chinese name and is no common word, place or office."""
    if word in _NOT_NAMES or word in _TITLES or word[:2] in _NOT_NAMES or "某" in word:
        return False
    if word in _COUNTRIES or word[:2] in _COUNTRIES:
        return False
    # 李副总理 is a family name and an office.
    if word.endswith("副"):
        return False
    if word[0] in _RARE:
        return len(word) == USUAL
    return word[0] not in _SELDOM_FIRST and is_name(word) and word not in load_places().named


def name_end(text: str, start: int) -> int | None:
    """Return where the name ends that begins at ``start``; None where none does."""
    foreign = _foreign_end(text, start)
    if foreign and foreign - start >= LONGEST:
        return foreign
    if _is_zone(text, start):
        return None
    # 任组长 and 李书记 are a surname and an office.
    if _TITLE.match(text, start + 1):
        return None
    ends = [start + size for size in range(2, LONGEST + 1) if start + size <= len(text)]
    followed = [end for end in ends if looks_like_name(text[start:end]) and ends_name(text, end)]
    return _best(text, start, followed) if followed else foreign or _given_end(text, start)


def _is_zone(text: str, start: int) -> bool:
    """Whether a zone is named at ``start``: 银川经开区."""
    named = load_places().named
    return any(text[start:end] in named and SUFFIX.match(text, end) for end in range(start + 2, start + LONGEST + 1))


def _given_end(text: str, start: int) -> int | None:
    """Return the end of a name that is told by its own characters: 马晓丽 in 代办员马晓丽手机里.

    Names of two characters are not read so: their end is anywhere.
    """
    return start + USUAL if given(text[start : start + USUAL]) else None


def given(word: str) -> bool:
    """Whether ``word`` is a name of three characters, a family name and two that given names are made of."""
    if len(word) != USUAL or not _GIVEN.issuperset(word[1:]) or not looks_like_name(word):
        return False
    named = load_places().named
    return not any(part in named or part in _NOT_NAMES for part in (word, word[:2], word[1:]))


def foreign_before(text: str, end: int, floor: int) -> int | None:
    """Return where a name in the characters that write foreign ones begins that ends at ``end``: 拉马福萨总统."""
    begin = end
    while begin > max(floor, end - _LONGEST_FOREIGN) and text[begin - 1] in SOUNDS:
        begin -= 1
    return begin if end - begin >= USUAL and text[begin:end] not in _COUNTRIES else None


def _foreign_end(text: str, start: int) -> int | None:
    """Return the end of a name in the characters that write foreign ones: 德里克·阿伯利, 默克尔."""
    if dotted := _DOTTED.match(text, start):
        last = [match.end() for match in _DOTS.finditer(text, start, dotted.end())][-1]
        spelled = _FOREIGN.match(text, last)
        ends = [*([spelled.end()] if spelled else []), *range(last + 1, dotted.end() + 1)]
        return next((end for end in ends if ends_name(text, end)), spelled.end() if spelled else None)
    if (joined := _ELEMENTS.match(text, start)) and joined.end() - start >= LONGEST:
        return joined.end()
    foreign = _FOREIGN.match(text, start)
    named = load_places().named
    first = text[start : start + 2]
    if foreign is None or first in named or first in _NOT_NAMES or text[start : start + 3] in named:
        return None
    return next((end for end in range(foreign.end(), start + 1, -1) if ends_name(text, end)), None)


def _best(text: str, start: int, ends: list[int]) -> int:
    """Return the likeliest of several ends: three characters are commoner than two, four are rare."""
    wanted = 4 if text[start : start + 2] in COMPOUND_SURNAMES else 3

    def cost(end: int) -> tuple[int, int]:
        last = text[end - 1]
        # 柴可为 is no 柴可 that does something.
        whole = last in _SOMETIMES_LAST and text[end - 2] not in _GIVEN
        runs_into = end - start > 2 and last in _SELDOM_LAST and not whole  # noqa: PLR2004 -- 李和 is no name cut short
        return int(runs_into), abs(end - start - wanted)

    return min(ends, key=cost)
