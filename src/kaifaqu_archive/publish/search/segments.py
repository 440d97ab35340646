"""A segment: an index of its own over some of the documents, in files that never change.

The documents that came first make the main segment, the newcomers a recent one, so that an issue more
leaves most files as they are.  Where the line runs follows from the number of documents alone.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.corpus import read
from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.grams import grams, pairs, singles
from kaifaqu_archive.publish.search.leaves import leaves
from kaifaqu_archive.publish.search.lexicon import lexicon
from kaifaqu_archive.publish.search.positions import far_positions, near_positions
from kaifaqu_archive.publish.search.shards import Span, far_keys, far_lists, shards
from kaifaqu_archive.publish.search.weights import field_lengths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.publish.search.corpus import Corpus
    from kaifaqu_archive.publish.search.documents import Document
    from kaifaqu_archive.publish.search.grams import Places
    from kaifaqu_archive.publish.search.lexicon import Lexicon

KEYS_AT_A_TIME = 1 << 21
"""Places of keys that are sorted and written together: what bounds the memory that a build takes."""
UNITS_TO_A_SHARD = 2048
"""Text for which one shard of pairs is made: they come to about 1.5 kB, a few times what a request costs."""
UNITS_TO_A_SHARD_OF_SINGLES = 32768
RECENT_SHARE = 32
"""The recent segment is merged when it reaches between a 32nd and a 64th part of all documents …"""
LEAST_RECENT = 64
"""… and at least this many."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The files of a segment, and what the browser must know before it asks for any."""

    name: str
    """Made from the content of all files."""
    files: tuple[tuple[str, bytes], ...]
    """(path below the segment, content)."""
    documents: int
    lengths: tuple[int, ...]
    """Words in all documents together, one number to each of ``FIELDS``."""
    pair_bits: int
    """Leading bits of a key that number its shard."""
    single_bits: int
    mean_length: int
    """UTF-16 units of a document's folded text, on average."""


def parted(documents: Sequence[Document]) -> list[list[Document]]:
    """Return the documents of each segment, oldest first; the undated ones come before all others."""
    arrived = sorted(documents, key=lambda document: (document.arrival, document.date or "", document.id))
    step = max(LEAST_RECENT, (1 << max(len(arrived), 1).bit_length() - 1) // RECENT_SHARE)
    line = len(arrived) // step * step
    groups = [arrived[:line], arrived[line:]]
    return [sorted(group, key=lambda document: (document.date or "", document.id)) for group in groups if group]


def segment(documents: Sequence[Document]) -> Segment:
    """Index ``documents``, which number from 0 in the order given."""
    corpus = read(documents)
    pair_bits = _bits(len(corpus.units) / UNITS_TO_A_SHARD)
    single_bits = _bits(len(corpus.units) / UNITS_TO_A_SHARD_OF_SINGLES)
    files = (*_postings(corpus, pair_bits, single_bits), *_leaf_files(documents, corpus))
    lengths = field_lengths(corpus).reshape(-1, len(FIELDS)).sum(axis=0)
    return Segment(
        _name(files), files, len(documents), tuple(lengths.tolist()), pair_bits, single_bits, corpus.mean_length
    )


def _bits(shards: float) -> int:
    return round(math.log2(max(shards, 1)))


def _postings(corpus: Corpus, pair_bits: int, single_bits: int) -> Iterator[tuple[str, bytes]]:
    of_one = np.array([len(term) == 1 for term in corpus.terms])
    yield from _layer("2", corpus, pairs(corpus), lexicon(corpus, ~of_one), pair_bits)
    yield from _layer("1", corpus, singles(corpus), lexicon(corpus, of_one), single_bits)


def _layer(layer: str, corpus: Corpus, places: Places, words: Lexicon, bits: int) -> Iterator[tuple[str, bytes]]:
    step = max(1, (1 << bits) * KEYS_AT_A_TIME // max(len(places.keys), 1))
    for first in range(0, 1 << bits, step):
        span = Span(bits, first, min(first + step, 1 << bits))
        found = grams(corpus, places, *span.keys)
        far = far_keys(found, corpus.documents)
        made = shards(found, words.between(*span.keys), corpus.documents, span, far)
        names = [f"{layer}/{number:x}" for number in range(span.first, span.end)]
        far_names = [f"{layer}/far-{key:08x}" for key in found.keys[far].tolist()]
        yield from _named(names, ".bin", made)
        yield from _named(far_names, ".bin", far_lists(found, corpus.documents, far))
        if layer == "2":
            yield from _named(names, "-at.bin", near_positions(found, span, far, corpus.mean_length))
            yield from _named(far_names, "-at.bin", far_positions(found, far, corpus.mean_length))


def _named(names: list[str], ending: str, contents: list[bytes]) -> Iterator[tuple[str, bytes]]:
    return ((name + ending, content) for name, content in zip(names, contents, strict=True))


def _leaf_files(documents: Sequence[Document], corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    yield from ((f"d/{number:x}.bin", content) for number, content in enumerate(leaves(documents, corpus)))


def _name(files: Sequence[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for path, content in files:
        digest.update(f"{path}:{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]
