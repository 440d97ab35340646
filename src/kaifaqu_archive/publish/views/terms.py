"""Policy terms (提法): an index of them, and for each what the paper said with it, first when, and how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.quotes import cut_around
from kaifaqu_archive.publish.slugs import slug
from kaifaqu_archive.publish.views.dossier import Record, Subject, record
from kaifaqu_archive.publish.views.frame import Frame, Link, Press, frame
from kaifaqu_archive.publish.views.groups import Counted, Group, letter_anchor, most
from kaifaqu_archive.publish.views.provenance import cited, place_of
from kaifaqu_archive.publish.views.telling import Quote, coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kaifaqu_archive.model import Article, TermUse
    from kaifaqu_archive.publish.pictures.months import MonthPicture
    from kaifaqu_archive.publish.shelf import Shelf, Shelved

OFTEN = 30
"""Terms that the index shows first, and issues that a dossier lists openly: as many as an eye runs over."""
OTHER = "其他"
"""Where terms stand that begin with a number or a Latin letter."""


@dataclass(frozen=True, slots=True)
class TermsView:
    """All terms: the most used ones, then every one by its pinyin."""

    frame: Frame
    often: tuple[Counted, ...]
    groups: tuple[Group, ...]
    count: int


@dataclass(frozen=True, slots=True)
class IssueCount:
    """How often a term stands in one issue."""

    issue: Link
    publication: str
    date: wording.Dated
    articles: int
    sentences: int


@dataclass(frozen=True, slots=True)
class TermView:
    """A term's page."""

    frame: Frame
    name: str
    forms: tuple[str, ...]
    """Longer forms that are counted with it."""
    first: Link
    """The article in which it first stands."""
    first_date: wording.Dated
    record: Record
    issues: tuple[IssueCount, ...]
    """Oldest first."""
    folded: bool
    """Whether the issues are more than an eye runs over."""
    coverage: MonthPicture | None
    zones: tuple[Counted, ...]
    beside: tuple[Counted, ...]
    """Terms that the same articles use."""
    count: int
    sentences: int


def terms_view(press: Press, shelf: Shelf) -> TermsView:
    """Return the index of terms."""
    return TermsView(
        frame=frame(press, urls.TERMS, "提法", "报上的政策提法、做法与主题，各有首见日期、逐期篇数与原句。"),
        often=most_used(shelf, OFTEN),
        groups=_groups(shelf),
        count=len(shelf.terms),
    )


def most_used(shelf: Shelf, shown: int) -> tuple[Counted, ...]:
    """Return the terms that stand in most articles."""
    return tuple(_counted(shelf, name) for name in list(shelf.terms)[:shown])


def terms_in(shelf: Shelf, articles: Iterable[Shelved], *, besides: str = "") -> tuple[Counted, ...]:
    """Return the terms that some articles use most, with in how many of them."""
    names = (name for shelved in articles for name in shelf.terms_of.get(shelved.entry.id, ()))
    return most(names, shelf.urls.terms, besides=besides)


def terms_of_article(shelf: Shelf, ident: str) -> tuple[Link, ...]:
    """Return the terms that an article uses, the most used first."""
    return tuple(Link(name, shelf.urls.terms[name]) for name in shelf.terms_of.get(ident, ()))


def _counted(shelf: Shelf, name: str) -> Counted:
    return Counted(name, shelf.urls.terms[name], len(shelf.by_term[name]))


def _groups(shelf: Shelf) -> tuple[Group, ...]:
    """Return all terms by the first letter of their pinyin, those without one last."""
    held: dict[str, list[Counted]] = {}
    for name in sorted(shelf.terms, key=lambda name: (slug(name), name)):
        held.setdefault(_initial(name), []).append(_counted(shelf, name))
    letters = sorted(held, key=lambda letter: (letter == OTHER, letter))
    return tuple(
        Group(letter, "others" if letter == OTHER else letter_anchor(letter), tuple(held[letter])) for letter in letters
    )


def _initial(name: str) -> str:
    return slug(name)[0].upper() if "\u4e00" <= name[0] <= "\u9fff" else OTHER


def term_views(press: Press, shelf: Shelf) -> Iterator[tuple[str, TermView]]:
    """Yield (address, dossier) of every term."""
    for name in shelf.terms:
        yield shelf.urls.terms[name], _term_view(press, shelf, name)


def _term_view(press: Press, shelf: Shelf, name: str) -> TermView:
    term, articles, uses = shelf.terms[name], shelf.by_term[name], _uses(shelf, name)
    first, issues = _first(articles), tuple(_issues(shelf, articles, uses))
    about = f"“{name}”见于本档案{len(articles)}篇报道，附首见日期、逐期篇数与原句。"
    return TermView(
        frame=frame(press, shelf.urls.terms[name], name, about),
        name=name,
        forms=term.forms,
        first=Link(first.entry.article.headline, urls.article(first.entry.id)),
        first_date=wording.dated(first.issue.date),
        record=record(shelf, term_subject(shelf, name)),
        issues=issues,
        folded=len(issues) > OFTEN,
        coverage=coverage(articles, f"提到“{name}”"),
        zones=most(_zones(articles, uses), shelf.urls.zones),
        beside=terms_in(shelf, articles, besides=name),
        count=len(articles),
        sentences=len(term.uses),
    )


def term_subject(shelf: Shelf, name: str) -> Subject:
    """Return what a term's dossier is about and how articles speak of it."""
    uses = _uses(shelf, name)
    return Subject(
        name,
        shelf.urls.terms[name],
        shelf.by_term[name],
        say=lambda shelved: _say(shelved, uses[shelved.entry.id]),
    )


def _uses(shelf: Shelf, name: str) -> dict[str, list[TermUse]]:
    """Return the uses of a term by article."""
    uses: dict[str, list[TermUse]] = {}
    for use in shelf.terms[name].uses:
        uses.setdefault(use.article, []).append(use)
    return uses


def _first(articles: Sequence[Shelved]) -> Shelved:
    """Return the first article of the oldest issue that has a date; the first of all where none has."""
    dated = [shelved for shelved in articles if shelved.issue.date.value]
    return min(dated, key=lambda shelved: shelved.issue.date.value or "", default=articles[0])


def _say(shelved: Shelved, uses: Sequence[TermUse]) -> tuple[str, str, tuple[Quote, ...]]:
    article = shelved.entry.article
    quotes = tuple(
        Quote(
            cut_around(use.sentence, use.form),
            place_of(article, use.page, use.line),
            cited(use.page, (use.line,)),
        )
        for use in uses
        # What stands in the headline is not quoted: the headline is shown.
        if not _in_headline(article, use)
    )
    return "", "", quotes


def _in_headline(article: Article, use: TermUse) -> bool:
    heads = (head for head in (article.kicker, article.title, article.subtitle) if head)
    return any(use.page == head.page and use.line in head.lines and use.sentence in head.text for head in heads)


def _issues(shelf: Shelf, articles: Sequence[Shelved], uses: Mapping[str, Sequence[TermUse]]) -> Iterator[IssueCount]:
    """Yield how often the term stands in each issue, oldest first, issues without a date last."""
    held = {shelf.urls.issue(shelved.issue): shelved.issue for shelved in articles}
    counted = Counter(shelf.urls.issue(shelved.issue) for shelved in articles)
    said: Counter[str] = Counter()
    for shelved in articles:
        said[shelf.urls.issue(shelved.issue)] += len(uses[shelved.entry.id])
    for address, issue in sorted(held.items(), key=lambda each: (each[1].date.value or "~", each[0])):
        dated = wording.dated(issue.date)
        name = wording.publication(issue.publication)
        yield IssueCount(Link(dated.text, address), name, dated, counted[address], said[address])


def _zones(articles: Iterable[Shelved], uses: Mapping[str, Sequence[TermUse]]) -> Iterator[str]:
    """Yield the zones that an article is about, or names on a line on which the term stands."""
    for shelved in articles:
        spots = {(use.page, use.line) for use in uses[shelved.entry.id]}
        for zone in shelved.entry.facts.zones:
            if zone.primary or spots.intersection(zone.lines):
                yield zone.name
