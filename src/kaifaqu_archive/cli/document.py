"""A parsed page as the JSON document that ``kaifaqu parse --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.model import Article, Facts, PageFacts, ParsedPage, Printed, Reading, Zone

Json = dict[str, Any]

_DIGITS = 4
"""Decimal places of a confidence: the parser's own noise begins there."""


def document(parsed: ParsedPage, known: PageFacts, facts: Sequence[Facts]) -> Json:
    """Return the document of one page; ``facts`` are those of its articles, in their order."""
    return {
        "source_file": parsed.page.source_file,
        "issue": _issue(known),
        "articles": [_article(article, of) for article, of in zip(parsed.articles, facts, strict=True)],
        "lines": [_line(reading) for reading in parsed.readings],
    }


def _issue(known: PageFacts) -> Json:
    date = known.date
    return {
        "publication": known.publication,
        "date": date.value,
        "date_range": list(date.range) if date.range else None,
        "date_basis": str(date.basis),
        "evidence": list(date.evidence),
        "page": known.label,
        "issue_no": known.issue_no,
    }


def _article(article: Article, facts: Facts) -> Json:
    other = article.continues
    return {
        "id": article.id,
        "kind": str(article.kind),
        "column": _text(article.column),
        "kicker": _text(article.kicker),
        "title": _text(article.title),
        "made_title": article.made_title,
        "subtitle": _text(article.subtitle),
        "source": facts.source,
        "authors": [{"name": author.name, "role": author.role} for author in facts.authors],
        "zones": [_zone(zone) for zone in facts.zones],
        "dates": [{"text": date.text, "value": date.value} for date in facts.dates],
        "people": [{"name": person.name, "office": person.office} for person in facts.people],
        "photos": [{"caption": _text(photo.caption), "credit": _text(photo.credit)} for photo in article.photos],
        "headings": [heading.text for heading in article.headings],
        "continued_to": _text(article.continued_to),
        "continued_from": _text(article.continued_from),
        "continues": {"source_file": other.source_file, "article": other.article} if other else None,
        "paragraphs": [{"text": paragraph.text, "lines": list(paragraph.lines)} for paragraph in article.paragraphs],
        "confidence": round(article.confidence, _DIGITS),
        "doubts": list(article.doubts),
    }


def _zone(zone: Zone) -> Json:
    return {
        "name": zone.name,
        "city": zone.city,
        "province": zone.province,
        "kind": zone.kind,
        "mentions": list(zone.mentions),
        "primary": zone.primary,
    }


def _line(reading: Reading) -> Json:
    return {
        "n": reading.line.n,
        "article": reading.article,
        "role": str(reading.role),
        "rule": reading.rule,
        "confidence": round(reading.confidence, _DIGITS),
    }


def _text(printed: Printed | None) -> str | None:
    return printed.text if printed else None
