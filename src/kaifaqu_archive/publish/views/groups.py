"""Names in groups, as the indexes list them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.names import is_name
from kaifaqu_archive.publish.parts import first_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

INSTITUTIONS = "单位与机构"
UNDATED = "undated"
"""Anchor of what has no date."""
AT_A_GLANCE = 12
"""As many names as a reader takes in at a glance."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A name with the number of its articles."""

    text: str
    href: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Names under one heading."""

    name: str
    anchor: str
    names: tuple[Counted, ...]
    href: str = ""
    """Where the heading itself leads; empty where it leads nowhere."""
    more: int = 0
    """How many names are left out that stand where the heading leads."""


def initial(name: str) -> str:
    """Return the letter under which a name stands: that of its pinyin; institutions stand apart."""
    return first_letter(name) if is_name(name) else INSTITUTIONS


def letter_anchor(letter: str) -> str:
    """Return the anchor of a letter's group."""
    return "institutions" if letter == INSTITUTIONS else f"letter-{letter.lower()}"


def year_anchor(day: str | None) -> str:
    """Return the anchor of a day's year; of what has no date where the day is not known."""
    return f"y{day[:4]}" if day else UNDATED


def letters_in_order(letters: Iterable[str]) -> list[str]:
    """Return each letter once, institutions last."""
    return sorted(set(letters), key=lambda letter: (letter == INSTITUTIONS, letter))


def most(
    names: Iterable[str], addresses: Mapping[str, str], *, besides: str = "", shown: int = AT_A_GLANCE
) -> tuple[Counted, ...]:
    """Return the names that come most often, with how often; ``besides`` is left out."""
    counted = Counter(name for name in names if name != besides)
    often = sorted(counted, key=lambda name: (-counted[name], name))[:shown]
    return tuple(Counted(name, addresses[name], counted[name]) for name in often)
