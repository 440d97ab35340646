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
    """The key that begins at each unit of a corpus."""

    keys: NDArray[np.uint32]
    valid: NDArray[np.bool_]
    """Beside ``keys``: whether one begins there at all."""


def pairs(corpus: Corpus) -> Places:
    """Return all pairs of neighbours inside a run of words."""
    word = corpus.kinds != BREAK
    return Places(stirred(corpus.units, np.append(corpus.units[1:], np.uint16(0))), word & np.append(word[1:], False))


def singles(corpus: Corpus) -> Places:
    """Return all single characters."""
    return Places(stirred(np.zeros_like(corpus.units), corpus.units), corpus.kinds != BREAK)


def grams(corpus: Corpus, places: Places, at: Ints) -> Grams:
    """Return the postings of the keys that begin ``at`` some units."""
    keys = places.keys[at]
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
