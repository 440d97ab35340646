"""What results are sorted into: when, and which zone, city, author and kind, for all documents of a segment.

A file of a facet is three bytes for the length of its names, the names (JSON ``[[name, documents], …]``,
deflated), and then for each name its documents, ascending, coded as in a shard.  Documents are numbered by
date, so that the file of dates is only ``[[date, documents], …]``, deflated.
"""

from __future__ import annotations

import json
import zlib
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.bits import ascending, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kaifaqu_archive.publish.search.documents import Document

LENGTH_BYTES = 3
FACETS: dict[str, Callable[[Document], Iterable[str]]] = {
    "zone": lambda document: document.zones,
    "city": lambda document: document.cities,
    "author": lambda document: document.authors,
    "kind": lambda document: (document.kind,),
}


def facets(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the files; documents number from 0, in the order of their dates."""
    days = ((day, sum(1 for _ in same)) for day, same in groupby(documents, key=lambda document: document.date or ""))
    yield "dates.bin", deflated(list(days))
    for facet, names_of in FACETS.items():
        yield f"{facet}.bin", _facet([dict.fromkeys(names_of(document)) for document in documents])


def deflated(content: object) -> bytes:
    """Return JSON, deflated without a header, as the browser's ``deflate-raw`` reads it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(text) + deflate.flush()


def _facet(named: Sequence[Iterable[str]]) -> bytes:
    lists: dict[str, list[int]] = {}
    for number, names in enumerate(named):
        for name in names:
            lists.setdefault(name, []).append(number)
    ordered = sorted(lists, key=lambda name: (-len(lists[name]), name))
    counts = np.array([len(lists[name]) for name in ordered], np.int64)
    owner = np.repeat(np.arange(len(ordered)), counts)
    values = np.array([number for name in ordered for number in lists[name]], np.int64)
    told = pack([ascending(owner, values, counts[owner], len(named))], len(ordered), np.zeros(len(ordered), np.int64))
    head = deflated([[name, len(lists[name])] for name in ordered])
    return b"".join((len(head).to_bytes(LENGTH_BYTES, "little"), head, *told))
