"""What the search index is told of one article."""

from __future__ import annotations

from dataclasses import dataclass

from kaifaqu_archive.publish.search.shortforms import short_forms

FIELDS = ("title", "body", "names")
"""The fields of an article in which its words are counted and weighed, in the order of its text."""


@dataclass(frozen=True, slots=True)
class Document:
    """One published article as readers search it."""

    id: str
    url: str
    """Relative to the site's root, ``articles/3k9x…/``."""
    title: str
    paragraphs: tuple[str, ...]
    """Body, subheadings and captions, in reading order."""
    kicker: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    """Names without spaces, each once."""
    zones: tuple[str, ...] = ()
    """Official names, those that the article is about first."""
    cities: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names of its zones (former, short, as printed): searched, not shown."""
    terms: tuple[str, ...] = ()
    """Policy terms that it uses; they are offered as suggestions, and found by its text: which words are terms may
    change with every issue, and the index of what came before must not."""
    also: tuple[str, ...] = ()
    """Words as printed where the editor corrected the text: searched, not shown."""
    date: str | None = None
    """``YYYY-MM-DD``; None when unknown."""
    inferred: bool = False
    """Whether the date was inferred and not given."""
    issue: str = ""
    """The name of its issue as readers see it."""
    kind: str = "news"
    page: str = ""
    """版次 as printed, empty when unknown."""
    arrival: int = 0
    """Its place in the order in which articles came into the archive, from 0; newcomers have the highest."""

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The texts of each of ``FIELDS``, in order."""
        head = tuple(text for text in (self.kicker, self.title, self.subtitle) if text)
        names = (*self.authors, *self.zones, *self.cities, *self.unshown)
        return head, self.paragraphs, tuple(dict.fromkeys(name for name in names if name))

    @property
    def unshown(self) -> tuple[str, ...]:
        """Names by which it is found that a result does not show."""
        shorts = (short for zone in self.zones for short in short_forms(zone))
        return tuple(name for name in dict.fromkeys((*self.aliases, *shorts, *self.also)) if name)
