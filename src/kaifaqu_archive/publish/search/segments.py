"""A segment: an index of its own over some of the documents, in files that never change.

The documents that came first make the main segment, the newcomers a recent one, so that an issue more
leaves most files as they are.  Where the line runs follows from the number of documents alone.
"""

from __future__ import annotations

import hashlib
import math
from collections import deque
from dataclasses import asdict, dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.ahead import ahead
from kaifaqu_archive.publish.search.corpus import read
from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.facets import facets
from kaifaqu_archive.publish.search.grams import grams, pairs, singles
from kaifaqu_archive.publish.search.keeping import keep, kept, key_of
from kaifaqu_archive.publish.search.keys import AT_A_TIME
from kaifaqu_archive.publish.search.leaves import leaves
from kaifaqu_archive.publish.search.lexicon import lexicon
from kaifaqu_archive.publish.search.positions import SHARDS_TO_A_FILE_BITS, far_positions, near_positions
from kaifaqu_archive.publish.search.shards import KEY_BITS, Span, far_keys, far_lists, shards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.corpus import Corpus
    from kaifaqu_archive.publish.search.documents import Document
    from kaifaqu_archive.publish.search.grams import Places
    from kaifaqu_archive.publish.search.keeping import Cache
    from kaifaqu_archive.publish.search.lexicon import Lexicon

KEYS_AT_A_TIME = 1 << 17
"""Places of keys that are sorted and written together: what bounds the memory that a build takes."""
GROUP = 1 << SHARDS_TO_A_FILE_BITS
MOST_PARTS = 255
"""A part is numbered in a byte; the last number stands for places where no key begins."""
FORMAT = 2
"""Goes up when the files are to be read in another way: then all have new names."""
KEYS_TO_A_SHARD = 96
"""Pairs of characters to a shard: it comes to 1.5 kB at 10,000 articles, a few times what a request costs."""
SINGLES_TO_A_SHARD = 16
KEY_PREFIX = 24
"""Leading bits of keys that are told apart when keys are counted."""
RECENT_SHARE = 32
"""The recent segment is merged when it reaches between a 32nd and a 64th part of all documents …"""
LEAST_RECENT = 64
"""… and at least this many."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the browser must know of a segment before it asks for any of its files."""

    name: str
    """Made from the content of the leaves, from which all other files follow."""
    documents: int
    length: int
    """UTF-16 units of a document's folded text, on average."""
    lengths: tuple[int, ...]
    """Words in all documents together, one number to each of ``FIELDS``."""
    pair_bits: int
    """Leading bits of a key that number its shard."""
    single_bits: int


def parted(documents: Sequence[Document]) -> list[list[Document]]:
    """Return the documents of each segment, oldest first; the undated ones come before all others."""
    arrived = sorted(documents, key=lambda document: (document.arrival, document.date or "", document.id))
    step = max(LEAST_RECENT, (1 << max(len(arrived), 1).bit_length() - 1) // RECENT_SHARE)
    line = len(arrived) // step * step
    groups = [arrived[:line], arrived[line:]]
    return [sorted(group, key=lambda document: (document.date or "", document.id)) for group in groups if group]


def segment(documents: Sequence[Document], store: Cache | None = None) -> tuple[Known, Iterator[tuple[str, bytes]]]:
    """Index ``documents``, which number from 0 in the order given; return the files as (path below it, content)."""
    if store is None:
        return _made(documents)
    key = key_of(documents)
    found = kept(store, key)
    if found:
        told, files = found
        return Known(**{**told, "lengths": tuple(told["lengths"])}), files
    known, files = _made(documents)
    return known, keep(store, key, asdict(known), files)


def _made(documents: Sequence[Document]) -> tuple[Known, Iterator[tuple[str, bytes]]]:
    corpus = read(documents)
    written = deque(leaves(documents, corpus))
    sorted_into = list(facets(documents))
    known = Known(
        name=_name(written),
        documents=corpus.documents,
        length=corpus.mean_length,
        lengths=tuple(corpus.field_words.reshape(-1, len(FIELDS)).sum(axis=0).tolist()),
        pair_bits=_bits(pairs(corpus), KEYS_TO_A_SHARD),
        single_bits=_bits(singles(corpus), SINGLES_TO_A_SHARD),
    )
    return known, chain(_drained(written), sorted_into, _postings(corpus, known))


def _drained(written: deque[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of leaves and let go of each."""
    for number in range(len(written)):
        yield f"d/{number:x}.bin", written.popleft()


def _name(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256(bytes([FORMAT]))
    for content in contents:
        digest.update(len(content).to_bytes(4, "little") + content)
    return digest.hexdigest()[:12]


def _bits(places: Places, keys_to_a_shard: int) -> int:
    """Return how many leading bits number the shards, so that each has about ``keys_to_a_shard`` different keys."""
    seen = np.zeros(1 << KEY_PREFIX, bool)
    for at in range(0, len(places.keys), AT_A_TIME):
        here = slice(at, at + AT_A_TIME)
        seen[places.keys[here][places.valid[here]] >> np.uint32(KEY_BITS - KEY_PREFIX)] = True
    return round(math.log2(max(np.count_nonzero(seen) / keys_to_a_shard, 1)))


def _postings(corpus: Corpus, known: Known) -> Iterator[tuple[str, bytes]]:
    of_one = np.array([len(term) == 1 for term in corpus.terms], bool)
    # Words first: what counting them takes is gone when the keys are made.
    words = lexicon(corpus, ~of_one)
    yield from _layer("2", corpus, pairs(corpus), words, known.pair_bits)
    words = lexicon(corpus, of_one)
    yield from _layer("1", corpus, singles(corpus), words, known.single_bits)


def _layer(layer: str, corpus: Corpus, places: Places, words: Lexicon, bits: int) -> Iterator[tuple[str, bytes]]:
    parts = min(max(int(np.count_nonzero(places.valid)) // KEYS_AT_A_TIME, 1), MOST_PARTS)
    step = max(-(-(1 << bits) // parts // GROUP) * GROUP, GROUP)
    spans = [Span(bits, first, min(first + step, 1 << bits)) for first in range(0, 1 << bits, step)]
    part_of = _part_of(places, bits, step)

    def made(part: int) -> list[tuple[str, bytes]]:
        return list(_part(layer, corpus, places, words, spans[part], np.flatnonzero(part_of == part)))

    yield from chain.from_iterable(ahead(made, range(len(spans))))


def _part_of(places: Places, bits: int, step: int) -> NDArray[np.uint8]:
    """Return the number of ``step`` shards' worth to which each key belongs, ``MOST_PARTS`` where there is no key."""
    shard = places.keys >> np.uint32(KEY_BITS - bits) if bits else np.zeros_like(places.keys)
    shard //= np.uint32(step)
    shard[~places.valid] = MOST_PARTS
    return shard.astype(np.uint8)


def _part(
    layer: str, corpus: Corpus, places: Places, words: Lexicon, span: Span, at: NDArray[np.int64]
) -> Iterator[tuple[str, bytes]]:
    found, words = grams(corpus, places, at), words.between(*span.keys)
    far = far_keys(found, corpus.documents)
    names = [f"{layer}/{number:x}" for number in range(span.first, span.end)]
    far_names = [f"{layer}/far-{key:08x}" for key in found.keys[far].tolist()]
    yield from _named(names, ".bin", shards(found, words, corpus.documents, span, far))
    yield from _named(far_names, ".bin", far_lists(found, corpus.documents, far))
    if layer == "2":
        groups = [f"{layer}/{number >> SHARDS_TO_A_FILE_BITS:x}" for number in range(span.first, span.end, GROUP)]
        yield from _named(groups, "-at.bin", near_positions(found, span, far, corpus.mean_length))
        yield from _named(far_names, "-at.bin", far_positions(found, far, corpus.mean_length))


def _named(names: list[str], ending: str, contents: list[bytes]) -> Iterator[tuple[str, bytes]]:
    return ((name + ending, content) for name, content in zip(names, contents, strict=True))
