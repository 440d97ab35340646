"""Policy terms and themes (提法) that the paper uses, with every sentence in which one stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermUse:
    """A sentence in which a term stands."""

    article: str
    """The article's id."""
    form: str
    """The term, or the longer form of it, as the sentence has it."""
    page: str
    line: int
    sentence: str
    """As printed, from its first character to its last mark."""


@dataclass(frozen=True, slots=True)
class Term:
    """A policy term, a programme, a way of working or a theme."""

    name: str
    forms: tuple[str, ...]
    """The longer forms that are counted with it, most used first; its name is not among them."""
    uses: tuple[TermUse, ...]
    """In the order of the catalogue, newest issue first; never empty, one to a sentence and form."""
