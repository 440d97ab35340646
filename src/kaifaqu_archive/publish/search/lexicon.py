"""The words of a segment: how often, in which documents, and where they weigh most.

A word is filed under its first two characters (a word of one under that one), so that the files which
answer for the pairs of a query also hold every word that the query can be cut into.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.keys import stirred
from kaifaqu_archive.publish.search.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.corpus import Corpus

    Ints = NDArray[np.int64]

HEAD = 128
"""Documents kept with a word: all of them, or those in which it weighs most.

A reader sees twenty results at a time; of 128 a query of several common words still finds enough in common.
"""


WORDS_AT_A_TIME = 1 << 19
"""Of the text; what bounds the memory that counting takes."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, sorted by key and then by their characters."""

    keys: NDArray[np.uint32]
    """One to a word."""
    texts: tuple[str, ...]
    occurrences: Ints
    postings: Ints
    """In how many fields of documents: what lunr counts as documents of a term."""
    whole: NDArray[np.bool_]
    """Whether all documents of the word are kept."""
    first: Ints
    """Where the kept documents of each word begin, and where the last ones end."""
    documents: Ints
    """Ascending inside a word."""

    def between(self, low: int, high: int) -> Lexicon:
        """Return the words whose keys are from ``low`` up to, not with, ``high``."""
        a, b = np.searchsorted(self.keys.astype(np.int64), (low, high)).tolist()
        first = self.first[a : b + 1]
        return Lexicon(
            self.keys[a:b],
            self.texts[a:b],
            self.occurrences[a:b],
            self.postings[a:b],
            self.whole[a:b],
            first - first[0],
            self.documents[first[0] : first[-1]],
        )


def lexicon(corpus: Corpus, chosen: NDArray[np.bool_]) -> Lexicon:
    """Return the ``chosen`` ones of the corpus's terms."""
    order, keys, texts = _sorted_terms(corpus.terms, np.flatnonzero(chosen))
    rank = np.full(len(corpus.terms), -1, np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    ranks = rank[corpus.word_term]
    fields = np.repeat(np.arange(len(corpus.field_words), dtype=np.int32), corpus.field_words)
    bounds = _bounds(ranks, len(order))
    counted = [_counted(corpus, ranks, fields, low, high) for low, high in pairwise(bounds)]
    occurrences, postings, whole, kept, documents = (np.concatenate(column) for column in zip(*counted, strict=True))
    return Lexicon(keys, texts, occurrences, postings, whole, np.concatenate(([0], np.cumsum(kept))), documents)


def _bounds(ranks: NDArray[np.int32], words: int) -> list[int]:
    """Return bounds between which words are counted at a time, about ``WORDS_AT_A_TIME`` of the text."""
    total = np.cumsum(np.bincount(ranks[ranks >= 0], minlength=words))
    steps = np.arange(WORDS_AT_A_TIME, total[-1] if words else 0, WORDS_AT_A_TIME)
    inner = np.unique(np.searchsorted(total, steps)).tolist()
    return [0, *(bound for bound in inner if 0 < bound < words), words]


def _counted(
    corpus: Corpus, ranks: NDArray[np.int32], fields: NDArray[np.int32], low: int, high: int
) -> tuple[Ints, Ints, NDArray[np.bool_], Ints, Ints]:
    """Return occurrences, postings, whole, how many documents are kept, and these, of the words in a range of ranks."""
    here = np.flatnonzero((ranks >= low) & (ranks < high))
    field_count = len(corpus.field_words)
    cell = (ranks[here] - low) * np.int64(field_count) + fields[here]
    cell.sort()
    opens = np.flatnonzero(np.diff(cell, prepend=-1) != 0)
    times = np.diff(opens, append=len(cell))
    word, field = np.divmod(cell[opens], field_count)
    occurrences = np.bincount(word, weights=times, minlength=high - low).astype(np.int64)
    postings = np.bincount(word, minlength=high - low)
    weight = weigh(corpus, field, times, postings[word])
    return occurrences, postings, *_heads(word, field // len(FIELDS), weight, high - low)


def _sorted_terms(terms: Sequence[str], chosen: Ints) -> tuple[Ints, NDArray[np.uint32], tuple[str, ...]]:
    """Return indices of terms by key and text, and beside them the keys and the texts."""
    texts = [terms[index] for index in chosen.tolist()]
    lead = np.array([ord(text[0]) if len(text) > 1 else 0 for text in texts], np.uint16)
    second = np.array([ord(text[1]) if len(text) > 1 else ord(text) for text in texts], np.uint16)
    keys = stirred(lead, second)
    order = sorted(range(len(texts)), key=list(zip(keys.tolist(), texts, strict=True)).__getitem__)
    return chosen[order], keys[order], tuple(texts[index] for index in order)


def _heads(word: Ints, document: Ints, weight: NDArray[np.float64], words: int) -> tuple[NDArray[np.bool_], Ints, Ints]:
    """Return for each word whether all its documents are kept, and how many are; and those that are."""
    opens = np.flatnonzero((np.diff(word, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0))
    total = np.add.reduceat(weight, opens) if len(opens) else weight
    word, document = word[opens], document[opens]
    first = np.searchsorted(word, np.arange(words + 1))
    whole = np.diff(first) <= HEAD
    kept = whole[word]
    for common in np.flatnonzero(~whole).tolist():
        a, b = first[common], first[common + 1]
        kept[a + np.lexsort((document[a:b], -total[a:b]))[:HEAD]] = True
    return whole, np.bincount(word[kept], minlength=words), document[kept]
