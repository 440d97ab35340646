"""Figures of a zone as its dossier lists them: the sentence as printed, and what is counted in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls, wording
from kaifaqu_archive.publish.views.frame import Link
from kaifaqu_archive.publish.views.provenance import cited, place_of
from kaifaqu_archive.publish.views.telling import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Figure
    from kaifaqu_archive.publish.shelf import Shelved

RULE = (
    "取自点到它的句子，以及只以它为主要报道的文章里没有点到别的开发区的句子；句中的数字未必都属于它，引用请以原句为准。"
)
"""Which figures a zone's dossier lists."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure of a sentence."""

    subject: str
    """What it is of; empty where the sentence does not tell."""
    shown: str
    """约3.5万元."""


@dataclass(frozen=True, slots=True)
class Counting:
    """A sentence with the figures in it."""

    date: wording.Dated
    article: Link
    quote: Quote
    amounts: tuple[Amount, ...]


def countings(articles: Iterable[Shelved], zone: str) -> tuple[Counting, ...]:
    """Return the sentences with figures that are a zone's (see ``RULE``), in the order of the articles."""
    return tuple(counting for shelved in articles for counting in _in_article(shelved, zone))


def _in_article(shelved: Shelved, name: str) -> Iterator[Counting]:
    told = [figure for figure in shelved.entry.facts.figures if is_of(shelved, figure, name)]
    for (sentence, page), figures in groupby(told, key=lambda figure: (figure.sentence, figure.page)):
        held = list(figures)
        yield Counting(
            wording.dated(shelved.issue.date),
            Link(shelved.entry.article.headline, urls.article(shelved.entry.id)),
            Quote(
                sentence,
                place_of(shelved.entry.article, page, held[0].line),
                cited(page, sorted({figure.line for figure in held})),
            ),
            tuple(dict.fromkeys(Amount(figure.subject, wording.amount(figure)) for figure in held)),
        )


def is_of(shelved: Shelved, figure: Figure, name: str) -> bool:
    """Whether a figure is to be listed with a zone."""
    zones = shelved.entry.facts.zones
    named = {zone.name for zone in zones if any(form in figure.sentence for form in zone.mentions)}
    about = {zone.name for zone in zones if zone.primary}
    return name in named or (about == {name} and not named)
