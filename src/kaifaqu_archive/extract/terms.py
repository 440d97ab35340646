"""Terms (提法): the programmes, ways of working and themes that an archive's articles speak of.

A candidate is a name in quotation marks or a theme without them.  What speaks for it is added up over all
articles, the same way for one page and for ten thousand articles; what is enough is a term, with every
sentence in which it stands.  The articles are read for candidates, then for the places where these stand, and
where there are any for the sentences of those that are terms, in time that grows as the articles do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.background import load_background
from kaifaqu_archive.extract.places import load_places
from kaifaqu_archive.extract.quoted_terms import quoted_in
from kaifaqu_archive.extract.stretches import even, stretches, texts_of
from kaifaqu_archive.extract.term_evidence import ENOUGH, Evidence, least_articles, may_be_one, weigh
from kaifaqu_archive.extract.term_kin import JOIN, groups
from kaifaqu_archive.extract.term_places import Finder, words_of
from kaifaqu_archive.extract.themes import themes_in
from kaifaqu_archive.model import Term, TermUse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kaifaqu_archive.background import Background
    from kaifaqu_archive.model import Entry

_ZONE = 5
"""Characters from which a zone's name is told from a word that many names hold: 园区."""
_SENTENCE = re.compile(r"[。!?;]+[”’」』\"]*")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The terms of an archive."""

    terms: tuple[Term, ...]
    """Those that stand in most articles first."""
    needless: tuple[str, ...]
    """What was refused and would be no term anyway."""


def terms_of(entries: Sequence[Entry], kept: Collection[str] = (), refused: Collection[str] = ()) -> Chosen:
    """Return the terms of an archive's articles.

    ``kept`` are terms that have an address already: they are terms as long as an article uses them.  What is
    ``refused`` is none, whatever speaks for it; other forms of it may be.
    """
    background = load_background()
    texts = [(number, text) for number, entry in enumerate(entries) for text in texts_of(entry.article)]
    seen = {
        text: evidence
        for text, evidence in _candidates(texts, background).items()
        if text in kept or may_be_one(text, evidence, background)
    }
    seen.update({name: Evidence() for name in kept if name not in seen})
    themes = {text for text, evidence in seen.items() if evidence.follows is not None and not evidence.quoting}
    named = _Named(entries)
    where = _count(texts, seen, Finder((*(text for text in seen if JOIN not in text), *named.zones), themes))
    least = least_articles(len(entries))
    weights = {
        text: weight
        for text, evidence in seen.items()
        if evidence.articles >= least and (weight := weigh(text, evidence, background, len(entries))) >= ENOUGH
    }
    unwanted = {even(word): word for word in refused}
    found = {text for text in weights if not named.has(text)}
    own = {name for name in kept if seen[name].articles and name not in unwanted}
    names = own | (found - unwanted.keys())
    chosen = groups(names, {name: seen[name].articles for name in names}, own)
    forms = {form: name for name, others in chosen.items() for form in (name, *others)}
    uses = _uses(entries, where, forms, Finder((*forms, *named.zones), themes & forms.keys()))
    terms = (Term(name, others, tuple(uses[name])) for name, others in chosen.items() if name in uses)
    return Chosen(
        tuple(sorted(terms, key=lambda term: (-_articles(term), -weights.get(term.name, 0.0), term.name))),
        tuple(word for text, word in unwanted.items() if text not in found and text not in kept),
    )


def _articles(term: Term) -> int:
    return len({use.article for use in term.uses})


def _candidates(texts: Iterable[tuple[int, str]], background: Background) -> dict[str, Evidence]:
    """Return what may be a term, with how it is quoted; ``texts`` are given with the number of their article."""
    seen: dict[str, Evidence] = {}
    for number, text in texts:
        for name in quoted_in(text, background):
            evidence = seen.setdefault(name.text, Evidence())
            if name.other:
                evidence.other += 1
            else:
                evidence.quote(number, called=name.called, done=name.done)
        for theme, narrowed, after in themes_in(words_of(text), background):
            seen.setdefault(theme, Evidence()).stand(number, narrowed, after)
    return seen


def _count(texts: Sequence[tuple[int, str]], seen: Mapping[str, Evidence], finder: Finder) -> dict[int, list[int]]:
    """Count the articles in which each candidate stands; return article -> which of its texts may hold any."""
    where: dict[int, list[int]] = {}
    article, place = -1, 0
    for number, text in texts:
        article, place = number, place + 1 if number == article else 0
        forms = [form for _, form in finder.find(text)]
        for form in forms:
            if form in seen:
                seen[form].find(number)
        if forms or JOIN in text:
            where.setdefault(number, []).append(place)
    for text, evidence in seen.items():
        if JOIN in text:  # looked for, it would hide the terms that it joins
            evidence.articles = evidence.quoting
    return where


def _uses(
    entries: Sequence[Entry], where: Mapping[int, Sequence[int]], forms: Mapping[str, str], finder: Finder
) -> dict[str, list[TermUse]]:
    """Return term -> the sentences in which it stands, a sentence once; ``forms`` are those of the terms."""
    uses: dict[str, list[TermUse]] = {}
    for number, places in where.items():
        parts = stretches(entries[number].article)
        for part in (parts[place] for place in places):
            ends = [0, *(found.end() for found in _SENTENCE.finditer(part.text)), len(part.text)]
            last: dict[str, int] = {}
            for place, form in finder.find(part.text):
                name = forms.get(form)
                if not name:
                    continue
                which = bisect_right(ends, place)
                begin, end = ends[which - 1], ends[which]
                if last.get(name) != begin:
                    last[name] = begin
                    use = TermUse(
                        entries[number].id, form, part.page, part.line_at(place), part.quote(begin, end).strip()
                    )
                    uses.setdefault(name, []).append(use)
    return uses


class _Named:
    """The zones, places and people of an archive: they have indexes of their own."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        facts = [entry.facts for entry in entries]
        zones = {form for each in facts for zone in each.zones for form in (zone.name, *zone.mentions)}
        people = {person.name for each in facts for person in each.people}
        authors = {author.name for each in facts for author in each.authors}
        self._names = zones | people | authors
        self.zones = frozenset(zone for zone in zones if len(zone) >= _ZONE)
        self._finder = Finder(self.zones)

    def has(self, text: str) -> bool:
        """Whether ``text`` is one of them, or holds the name of a zone."""
        return text in self._names or text in load_places().named or any(True for _ in self._finder.find(text))
