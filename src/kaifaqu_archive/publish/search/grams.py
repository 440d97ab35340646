"""Which documents hold a pair of neighbouring characters, or a single one: the layer that finds everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.folding import BREAK
from kaifaqu_archive.publish.search.keys import stirred

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.corpus import Corpus

    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grams:
    """Postings of keys, sorted by key, then document, then position."""

    keys: NDArray[np.uint32]
    """Each key once, ascending."""
    first: Ints
    """Where the postings of each key begin, and where the last ones end."""
    documents: Ints
    """One to a posting, ascending inside a key."""
    in_title: NDArray[np.bool_]
    """Beside ``documents``: whether the key stands in the document's title."""
    position_first: Ints
    """Where the positions of each posting begin, and where the last ones end."""
    positions: NDArray[np.int32]
    """Units from the document's beginning, ascending inside a posting."""

    @property
    def counts(self) -> Ints:
        """How many documents each key has."""
        return np.diff(self.first)


@dataclass(frozen=True, slots=True)
class Places:
    """Keys in the order of the text."""

    keys: NDArray[np.uint32]
    at: NDArray[np.uint32]
    """Beside ``keys``: where each begins in the corpus."""


def pairs(corpus: Corpus) -> Places:
    """Return all pairs of neighbours inside a run of words."""
    word = corpus.kinds != BREAK
    at = np.flatnonzero(word[:-1] & word[1:]).astype(np.uint32)
    return Places(stirred(corpus.units[at], corpus.units[at + 1]), at)


def singles(corpus: Corpus) -> Places:
    """Return all single characters."""
    at = np.flatnonzero(corpus.kinds != BREAK).astype(np.uint32)
    return Places(stirred(np.zeros(len(at), np.uint16), corpus.units[at]), at)


def grams(corpus: Corpus, places: Places, low: int, high: int) -> Grams:
    """Return the postings of the keys from ``low`` up to, not with, ``high``."""
    chosen = np.flatnonzero((places.keys >= low) & (places.keys < high))
    keys, at = places.keys[chosen], places.at[chosen]
    # Key and place in one number: sorting numbers is several times as fast as sorting an index to them.
    both = (keys.astype(np.uint64) << np.uint64(32)) | at.astype(np.uint64)
    both.sort()
    sorted_keys = (both >> np.uint64(32)).astype(np.uint32)
    place = (both & np.uint64(0xFFFFFFFF)).astype(np.int64)
    del both
    starts = corpus.document_start
    document = np.searchsorted(starts, place, side="right") - 1
    new_key = np.diff(sorted_keys, prepend=~sorted_keys[:1]) != 0
    posting = np.flatnonzero(new_key | (np.diff(document, prepend=-1) != 0))
    documents = document[posting]
    key_at = np.flatnonzero(new_key)
    title_end = corpus.field_start[1 :: len(FIELDS)]
    return Grams(
        keys=sorted_keys[key_at],
        first=np.append(np.searchsorted(posting, key_at), len(posting)),
        documents=documents,
        in_title=place[posting] < title_end[documents],
        position_first=np.append(posting, len(place)),
        positions=(place - starts[document]).astype(np.int32),
    )
