"""Names that are offered while a reader types, and what pinyin and initials mean.

Zones, cities, authors and policy terms, each under the first character of every form that a reader may
type: the name, its short forms, its pinyin (``changzhi…``), its initials (``czgxq``).  The files are chosen by
that character's key, like shards.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish.search.facets import deflated
from kaifaqu_archive.publish.search.folding import fold, spelled, units
from kaifaqu_archive.publish.search.keys import key_of
from kaifaqu_archive.publish.search.shards import KEY_BITS
from kaifaqu_archive.publish.search.shortforms import short_forms
from kaifaqu_archive.publish.slugs import reading, syllables

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kaifaqu_archive.publish.search.documents import Document

FORMS_TO_A_FILE = 64
KINDS = ("zone", "city", "author", "term")


@dataclass(frozen=True, slots=True)
class Names:
    """The files of names, and what the browser must know to ask for them."""

    at: str
    """Folder below the site's root, made from the content."""
    bits: int
    """Leading bits of the key of a form's first character that number its file."""
    files: tuple[tuple[str, bytes], ...]


def names(counted: Counter[tuple[str, str]], pages: Mapping[tuple[str, str], str] | None = None) -> Names:
    """Return the files of names; ``counted`` has the documents of every (kind, name).

    A name of ``pages`` leads to its page when it is taken, and is not searched for.
    """
    leads = pages or {}
    ordered = sorted(
        filter(lambda each: fold(each[1]), counted), key=lambda each: (-counted[each], KINDS.index(each[0]), each[1])
    )
    rows = [
        (_first_keys(forms), [kind, name, counted[kind, name], forms, *filter(None, (leads.get((kind, name)),))])
        for kind, name, forms in map(_formed, ordered)
    ]
    bits = round(math.log2(max(sum(len(keys) for keys, _ in rows) / FORMS_TO_A_FILE, 1)))
    files: dict[int, list[list[object]]] = {number: [] for number in range(1 << bits)}
    for keys, row in rows:
        for number in sorted({key >> (KEY_BITS - bits) for key in keys}):
            files[number].append(row)
    contents = tuple((f"{number:x}.bin", deflated(held)) for number, held in files.items())
    digest = hashlib.sha256(json.dumps([row for _, row in rows], ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return Names(f"search/names-{digest.hexdigest()[:12]}/", bits, contents)


def count(documents: Iterable[Document], counted: Counter[tuple[str, str]]) -> Iterator[Document]:
    """Pass ``documents`` on and count the names in them."""
    for document in documents:
        held = (document.zones, document.cities, document.authors, document.terms)
        counted.update((kind, name) for kind, given in zip(KINDS, held, strict=True) for name in set(given))
        yield document


def _formed(each: tuple[str, str]) -> tuple[str, str, list[list[str]]]:
    """Return kind, name, and what a reader may type for it: each form folded, and its syllables in pinyin."""
    kind, name = each
    written = dict.fromkeys(map(fold, (name, *(short_forms(name) if kind == "zone" else ()))))
    return (
        kind,
        name,
        [[form, " ".join(reading(form).split("-") if kind == "author" else syllables(form))] for form in written],
    )


def _first_keys(forms: Sequence[Sequence[str]]) -> list[int]:
    """Return the keys of the characters that forms begin with, written and spoken."""
    return [key_of(spelled(units(begun[0]))[0]) for form in forms for begun in form if begun]
