"""The full-text index that readers' browsers ask: built by jieba, weighed by lunr's measure, split into small files.

``documents`` says what an article is to the index, ``folding`` and ``words`` make words of its text,
``corpus`` holds them as arrays, ``grams`` and ``lexicon`` find what stands where, ``shards`` and ``leaves``
write it down, ``segments`` keeps newcomers apart.  docs/search.md describes the files.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from lunr.builder import Builder

from kaifaqu_archive.publish.search.documents import FIELDS, Document
from kaifaqu_archive.publish.search.names import count, names
from kaifaqu_archive.publish.search.segments import FORMAT, parted, segment

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from kaifaqu_archive.publish.search.keeping import Cache
    from kaifaqu_archive.publish.search.names import Names
    from kaifaqu_archive.publish.search.segments import Known

__all__ = ["Document", "build_index"]


def build_index(
    documents: Iterable[Document], store: Cache | None = None, pages: Mapping[tuple[str, str], str] | None = None
) -> Generator[tuple[str, bytes], None, str]:
    """Yield every file of the index as (path below the site's root, content); return what the search page must know.

    ``pages`` are the addresses of names, (kind, name), that lead to a page of their own when they are offered.  What is
    returned is also the text of ``search/index.json``; a page that holds it spares its readers a request.
    """
    segments: list[Known] = []
    counted: Counter[tuple[str, str]] = Counter()
    groups = parted(list(count(documents, counted)))
    while groups:
        # Nothing may hold the texts any longer than they are read: the arrays that follow are large.
        known, files = segment(groups.pop(0), store)
        segments.append(known)
        yield from ((f"search/{known.name}/{path}", content) for path, content in files)
    held = names(counted, pages)
    yield from ((held.at + path, content) for path, content in held.files)
    told = _index(segments, held)
    yield "search/index.json", told.encode()
    return told


def _index(segments: list[Known], held: Names) -> str:
    """Return what the browser reads first: the segments, and an empty lunr index to put candidates into."""
    told = {
        "format": FORMAT,
        "lunr": _empty_lunr(),
        "names": {"at": held.at, "bits": held.bits},
        "segments": [
            {
                "at": f"search/{each.name}/",
                "documents": each.documents,
                "length": each.length,
                "lengths": each.lengths,
                "bits": {"1": each.single_bits, "2": each.pair_bits},
            }
            for each in segments
        ],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _empty_lunr() -> dict[str, object]:
    """Return a lunr index with the fields of ours and nothing in it, as lunr.js loads it."""
    bare = Builder()
    for field in FIELDS:
        bare.field(field)
    bare.add({"id": "0", **dict.fromkeys(FIELDS, "")})
    return {**bare.build().serialize(), "fieldVectors": [], "invertedIndex": []}
