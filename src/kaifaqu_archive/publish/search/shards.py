"""The files that answer for a key: its documents, and the words that begin with it.

A shard is one stretch of bits: gamma(number of entries + 1), then the entries in the order of their keys:

    rice(key's remaining bits, as the gap from the entry before)
    gamma(documents)  far:1
    documents, ascending, unless they are ``far``: then in a file of their own, fetched only where needed
    gamma(documents that have it in their title + 1)  those, as places in the list above
    gamma(words that begin here + 1), then for each word
        gamma(further units + 1)  the units, 16 bits each  gamma(occurrences)  gamma(postings)  whole:1
        gamma(kept documents)  those, as places in the list above

Where the list is ``far``, places in it are document numbers themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.bits import ascending, fixed, gamma, pack, rice, rice_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.bits import Codes
    from kaifaqu_archive.publish.search.grams import Grams
    from kaifaqu_archive.publish.search.lexicon import Lexicon

    Ints = NDArray[np.int64]

KEY_BITS = 32
FAR_BITS = 8 * 1024
"""A list of documents that takes more than a kilobyte would weigh on every reader of its shard."""
ENTRY_SLOTS = 7
WORD_SLOTS = 7


@dataclass(frozen=True, slots=True)
class Span:
    """The shards from ``first`` up to, not with, ``end``, of all that ``bits`` leading bits of a key number."""

    bits: int
    first: int
    end: int

    @property
    def count(self) -> int:
        """How many shards."""
        return self.end - self.first

    @property
    def keys(self) -> tuple[int, int]:
        """The lowest key that belongs in one of them, and the lowest one above that does not."""
        rest = KEY_BITS - self.bits
        return self.first << rest, self.end << rest

    def shard_of(self, keys: NDArray[np.uint32]) -> Ints:
        """Return the shard of each key, counted from the first."""
        shard: Ints = (keys.astype(np.int64) >> (KEY_BITS - self.bits)) - self.first
        return shard


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where entries and words go: slots count through all shards of a part."""

    entry: Ints
    """First slot of each entry."""
    word: Ints
    """First slot of each word."""
    header: Ints
    """The slot of each shard's header."""
    file_of_slot: Ints
    word_entry: Ints
    """The entry that each word belongs to."""

    @property
    def slots(self) -> int:
        """How many slots."""
        return len(self.file_of_slot)


def far_keys(grams: Grams, documents: int) -> NDArray[np.bool_]:
    """Return which keys have a list of documents too long for a shard."""
    owner = np.repeat(np.arange(len(grams.keys)), grams.counts)
    lengths = ascending(owner, grams.documents, grams.counts[owner], documents).lengths
    far: NDArray[np.bool_] = np.bincount(owner, weights=lengths, minlength=len(grams.keys)) > FAR_BITS
    return far


def far_lists(grams: Grams, documents: int, far: NDArray[np.bool_]) -> list[bytes]:
    """Return the lists of documents of the ``far`` keys, a file each."""
    count = int(far.sum())
    owner = np.repeat(np.arange(len(grams.keys)), grams.counts)
    chosen = far[owner]
    place = (np.cumsum(far) - 1)[owner[chosen]]
    listed = ascending(place, grams.documents[chosen], grams.counts[owner[chosen]], documents)
    return pack([listed], count, np.arange(count))


def shards(grams: Grams, words: Lexicon, documents: int, span: Span, far: NDArray[np.bool_]) -> list[bytes]:
    """Return the shards of ``span``, in order; all keys of ``grams`` and ``words`` belong in them."""
    shard = span.shard_of(grams.keys)
    layout = _layout(grams, words, shard, span.count)
    codes = [
        gamma(layout.header, np.bincount(shard, minlength=span.count) + 1),
        *_entries(grams, layout, shard, documents, span.bits, far),
        *_words(words, grams, layout, documents, far),
    ]
    return pack(codes, layout.slots, layout.file_of_slot)


def _layout(grams: Grams, words: Lexicon, shard: Ints, shards: int) -> _Layout:
    word_entry = np.searchsorted(grams.keys, words.keys)
    words_of = np.bincount(word_entry, minlength=len(grams.keys))
    size = ENTRY_SLOTS + WORD_SLOTS * words_of
    entry = shard + 1 + np.cumsum(size) - size
    in_entry = np.arange(len(word_entry)) - np.searchsorted(word_entry, word_entry)
    per_shard = 1 + np.bincount(shard, weights=size, minlength=shards).astype(np.int64)
    return _Layout(
        entry=entry,
        word=entry[word_entry] + ENTRY_SLOTS + WORD_SLOTS * in_entry,
        header=np.cumsum(per_shard) - per_shard,
        file_of_slot=np.repeat(np.arange(shards), per_shard),
        word_entry=word_entry,
    )


def _entries(
    grams: Grams, layout: _Layout, shard: Ints, documents: int, shard_bits: int, far: NDArray[np.bool_]
) -> Iterator[Codes]:
    slot, counts = layout.entry, grams.counts
    rest_bits = KEY_BITS - shard_bits
    rest = grams.keys.astype(np.int64) & ((1 << rest_bits) - 1)
    gap = np.where(np.diff(shard, prepend=-1) != 0, rest, np.diff(rest, prepend=0) - 1)
    in_shard = np.bincount(shard)[shard]
    yield rice(slot, gap, rice_width(in_shard, 1 << rest_bits))
    yield gamma(slot + 1, counts)
    yield fixed(slot + 2, far.astype(np.int64), 1)
    owner = np.repeat(np.arange(len(counts)), counts)
    near = ~far[owner]
    yield ascending(slot[owner[near]] + 3, grams.documents[near], counts[owner[near]], documents)
    titled = np.bincount(owner[grams.in_title], minlength=len(counts))
    yield gamma(slot + 4, titled + 1)
    chosen = grams.in_title
    owner_of = owner[chosen]
    place = np.where(far[owner_of], grams.documents[chosen], np.flatnonzero(chosen) - grams.first[owner_of])
    universe = np.where(far, documents, counts)[owner_of]
    yield ascending(slot[owner_of] + 5, place, titled[owner_of], universe)
    yield gamma(slot + 6, np.bincount(layout.word_entry, minlength=len(counts)) + 1)


def _words(words: Lexicon, grams: Grams, layout: _Layout, documents: int, far: NDArray[np.bool_]) -> Iterator[Codes]:
    slot = layout.word
    further = np.array([max(len(text) - 2, 0) for text in words.texts], np.int64)
    yield gamma(slot, further + 1)
    rest = "".join(text[2:] for text in words.texts).encode("utf-16-le", "surrogatepass")
    yield fixed(np.repeat(slot + 1, further), np.frombuffer(rest, "<u2").astype(np.int64), 16)
    yield gamma(slot + 2, words.occurrences)
    yield gamma(slot + 3, words.postings)
    yield fixed(slot + 4, words.whole.astype(np.int64), 1)
    kept = np.diff(words.first)
    yield gamma(slot + 5, kept)
    owner = np.repeat(np.arange(len(kept)), kept)
    entry = layout.word_entry[owner]
    key_place = np.repeat(np.arange(len(grams.keys)), grams.counts) * documents + grams.documents
    place = np.searchsorted(key_place, entry * documents + words.documents) - grams.first[entry]
    universe = np.where(far, documents, grams.counts)[entry]
    yield ascending(slot[owner] + 6, np.where(far[entry], words.documents, place), kept[owner], universe)
