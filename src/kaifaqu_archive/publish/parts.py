"""What is too long for one page stands in parts: a dossier by year, the index of people by letter."""

from __future__ import annotations

from kaifaqu_archive.publish.slugs import reading
from kaifaqu_archive.publish.urls import PEOPLE

LONG = 200
"""Articles that one page of a dossier tells of."""
ONE_PAGE = 1200
"""Mentions of people that one page lists."""
UNDATED = "undated"


def year_of(address: str, day: str | None) -> str:
    """Return the address of the part of a dossier that tells of a day's year, or of what has no date."""
    return f"{address}{day[:4] if day else UNDATED}/"


def letter_of(letter: str) -> str:
    """Return the address of the part of the index that lists the people of a letter."""
    return f"{PEOPLE}letter-{letter.lower()}/"


def first_letter(name: str) -> str:
    """Return the first letter of a person's name in pinyin, of foreign names too."""
    return reading(name)[0].upper()
