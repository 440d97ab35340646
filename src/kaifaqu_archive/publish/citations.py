"""How an article is cited: GB/T 7714 for people, RIS, BibTeX and CSL-JSON for programs, metadata for search engines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from kaifaqu_archive.model import DateBasis
from kaifaqu_archive.names import is_name
from kaifaqu_archive.publish import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.model import Author, IssueDate
    from kaifaqu_archive.publish.shelf import Shelved

WRITERS = frozenset({"记者", "作者", "通讯员"})
"""Roles that GB/T 7714 names as the author of a text."""

NAMED = 3
"""GB/T 7714 names three authors, then writes 等."""

INFERRED = "日期据版面推断"
_IN_ADDRESS = "/?:@!$'()*,;=&-._~"
"""Marks that may stand in an address as they are."""
_ESCAPED = {char: quote(char) for char in map(chr, range(0x80)) if not char.isalnum() and char not in _IN_ADDRESS}
"""Hanzi need no escape: browsers take them in an address, and a page says most of them already."""
_TEX = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"})


@dataclass(frozen=True, slots=True)
class Export:
    """A citation as a file that an article's page holds itself: a file each would be three for every article."""

    form: str
    """RIS, BibTeX or CSL-JSON."""
    name: str
    """Of the file that a reader gets: the article's id with an ending that programs know."""
    href: str
    """The whole file, as a ``data:`` address."""


def exports(shelved: Shelved, url: str) -> Iterator[Export]:
    """Yield the citation in the forms that programs read; ``url`` is the article's full address."""
    for form, ending, media, write in (
        ("RIS", "ris", "application/x-research-info-systems", ris),
        ("BibTeX", "bib", "application/x-bibtex", bibtex),
        ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
    ):
        text = _escaped(write(shelved, url))
        yield Export(form, f"{shelved.entry.id}.{ending}", f"data:{media};charset=utf-8,{text}")


def _escaped(text: str) -> str:
    """Return ``text`` as it may stand in an address."""
    text = text.replace("%", "%25")
    for char in (_ESCAPED.keys() - {"%"}).intersection(text):  # few: faster than str.translate, which asks for all
        text = text.replace(char, _ESCAPED[char])
    return text


def gb_t_7714(shelved: Shelved) -> str:
    """Return the article as GB/T 7714-2015 cites a newspaper; an inferred date or a made title stands in brackets."""
    issue = shelved.issue
    title = f"[{_title(shelved)}]" if shelved.entry.article.title is None else _title(shelved)
    writers = _names(shelved.entry.facts.authors)
    said = "，".join(writers[:NAMED]) + ("，等" if len(writers) > NAMED else "")
    labels = _pages(shelved, "，")
    where = f"{wording.publication(issue.publication)}，{_date(issue.date)}"
    return f"{f'{said}. ' if said else ''}{title}[N]. {where}{f'（{labels}）' if labels else ''}."


def ris(shelved: Shelved, url: str) -> str:
    """Return the article as RIS, which Zotero, EndNote and NoteExpress read."""
    lines = [("TY", "NEWS"), ("ID", shelved.entry.id), ("TI", _title(shelved))]
    lines += [("AU", name) for name in _names(shelved.entry.facts.authors)]
    lines += [("T2", shelved.issue.publication or ""), ("DA", (shelved.issue.date.value or "").replace("-", "/"))]
    lines += [("PY", (shelved.issue.date.value or "")[:4]), ("SP", _pages(shelved, ",")), ("UR", url)]
    lines += [("KW", zone.name) for zone in shelved.entry.facts.zones]
    lines += [("LA", "zh-CN"), ("N1", _note(shelved))]
    said = "".join(f"{tag}  - {' '.join(text.split())}\r\n" for tag, text in lines if text)
    return f"{said}ER  - \r\n"


def bibtex(shelved: Shelved, url: str) -> str:
    """Return the article as BibTeX."""
    fields = {
        "title": f"{{{_tex(_title(shelved))}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _names(shelved.entry.facts.authors)),
        "journal": _tex(shelved.issue.publication or ""),
        "year": (shelved.issue.date.value or "")[:4],
        "date": shelved.issue.date.value or "",
        "pages": _tex(_pages(shelved, ", ")),
        "url": url,
        "langid": "chinese",
        "note": _tex(_note(shelved)),
    }
    said = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@article{{{shelved.entry.id},\n{said}}}\n"


def csl_json(shelved: Shelved, url: str) -> str:
    """Return the article as CSL-JSON, a list of one."""
    date = shelved.issue.date
    record: dict[str, object] = {
        "id": shelved.entry.id,
        "type": "article-newspaper",
        "title": _title(shelved),
        "author": [{"literal": name} for name in _names(shelved.entry.facts.authors)],
        "container-title": shelved.issue.publication,
        "issued": {"date-parts": [[int(part) for part in date.value.split("-")]]} if date.value else None,
        "page": _pages(shelved, ", "),
        "URL": url,
        "language": "zh-CN",
        "note": _note(shelved),
    }
    return f"{json.dumps([{key: value for key, value in record.items() if value}], ensure_ascii=False, indent=1)}\n"


def metadata(shelved: Shelved, url: str) -> Iterator[tuple[str, str]]:
    """Yield (name, content) of the page's meta elements, as reference managers and search engines read them."""
    yield "citation_title", _title(shelved)
    yield from (("citation_author", name) for name in _names(shelved.entry.facts.authors))
    if shelved.issue.publication:
        yield "citation_journal_title", shelved.issue.publication
    if shelved.issue.date.value:
        yield "citation_publication_date", shelved.issue.date.value.replace("-", "/")
    if pages := _pages(shelved, ", "):
        yield "citation_firstpage", pages
    yield "citation_language", "zh-CN"
    yield "citation_public_url", url


def _names(authors: Iterable[Author]) -> list[str]:
    """Return the people who wrote it, each once."""
    return list(dict.fromkeys(a.name for a in authors if a.role in WRITERS and is_name(a.name)))


def _title(shelved: Shelved) -> str:
    article = shelved.entry.article
    subtitle = article.subtitle.text.lstrip("—") if article.subtitle else ""
    return f"{article.headline}：{subtitle}" if subtitle else article.headline


def _pages(shelved: Shelved, between: str) -> str:
    return between.join(dict.fromkeys(page.label for page in shelved.entry.pages if page.label))


def _note(shelved: Shelved) -> str:
    """Return what a citation must not keep silent about."""
    said = [INFERRED] if shelved.issue.date.basis is DateBasis.INFERRED else []
    said += ["原版无标题，取首句代题"] if shelved.entry.article.title is None else []
    return "；".join(said)


def _date(date: IssueDate) -> str:
    if date.value is None:
        return wording.UNKNOWN_DATE
    return date.value if date.basis is DateBasis.GIVEN else f"[{date.value}]"


def _tex(text: str) -> str:
    return text.translate(_TEX)
