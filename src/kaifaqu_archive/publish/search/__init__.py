"""The full-text index that readers' browsers ask: built by jieba, weighed by lunr's measure, split into small files.

``documents`` says what an article is to the index, ``folding`` and ``words`` make words of its text,
``corpus`` holds them as arrays, ``grams`` and ``lexicon`` find what stands where, ``shards`` and ``leaves``
write it down, ``segments`` keeps newcomers apart.  docs/search.md describes the files.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lunr.builder import Builder

from kaifaqu_archive.publish.search.documents import FIELDS, Document
from kaifaqu_archive.publish.search.segments import parted, segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kaifaqu_archive.publish.search.segments import Segment

__all__ = ["Document", "build_index"]

FORMAT = 1


def build_index(documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the index as (path below the site's root, content)."""
    known = []
    for group in parted(list(documents)):
        made = segment(group)
        known.append(made)
        yield from ((f"search/{made.name}/{path}", content) for path, content in made.files)
    yield "search/index.json", _index(known)


def _index(segments: list[Segment]) -> bytes:
    """Return what the browser reads first: the segments, and an empty lunr index to put candidates into."""
    known = {
        "format": FORMAT,
        "lunr": _empty_lunr(),
        "segments": [
            {
                "at": f"search/{each.name}/",
                "documents": each.documents,
                "lengths": each.lengths,
                "length": each.mean_length,
                "bits": {"1": each.single_bits, "2": each.pair_bits},
            }
            for each in segments
        ],
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _empty_lunr() -> dict[str, object]:
    """Return a lunr index with the fields of ours and nothing in it, as lunr.js loads it."""
    bare = Builder()
    for field in FIELDS:
        bare.field(field)
    bare.add({"id": "0", **dict.fromkeys(FIELDS, "")})
    return {**bare.build().serialize(), "fieldVectors": [], "invertedIndex": []}
