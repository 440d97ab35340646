"""What a word weighs in a field: lunr's own measure, BM25, for many postings at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from lunr.builder import Builder

from kaifaqu_archive.publish.search.documents import FIELDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.corpus import Corpus

    Ints = NDArray[np.int64]


def weigh(corpus: Corpus, field: Ints, times: Ints, postings: Ints) -> NDArray[np.float64]:
    """Return the weight of words that stand ``times`` in ``field`` and in ``postings`` fields of the segment.

    Only the order of the weights matters here: the browser weighs again, with the counts of all segments.
    """
    bare = Builder()
    k1, b = bare._k1, bare._b  # noqa: SLF001 - lunr.py has setters for them and nothing to read them with
    lengths = corpus.field_words
    mean = lengths.reshape(-1, len(FIELDS)).mean(axis=0)[field % len(FIELDS)]
    rarity = np.log(1 + np.abs((corpus.documents - postings + 0.5) / (postings + 0.5)))
    norm = k1 * (1 - b + b * lengths[field] / np.maximum(mean, 1e-9))
    weight: NDArray[np.float64] = rarity * (k1 + 1) * times / (norm + times)
    return weight
