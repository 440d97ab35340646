"""The texts of a segment as arrays: every UTF-16 unit, every word, and where each stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.folding import BREAK, HAN, OTHER, by_unit, classes, fold, han_only, units
from kaifaqu_archive.publish.search.words import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.documents import Document

LONGEST_WORD = 32
"""Units; a longer run of Latin letters or digits counts as several words."""
BATCH = 512
"""Documents cut at a time: enough to keep numpy busy, few enough to keep memory low."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Folded texts laid end to end, each field of each document ending in a line feed."""

    units: NDArray[np.uint16]
    kinds: NDArray[np.uint8]
    """The class of every unit, as ``folding.classes`` gives it."""
    field_start: NDArray[np.int64]
    """Where each field begins, ``len(FIELDS)`` to a document, and where the last one ends."""
    word_start: NDArray[np.int64]
    word_term: NDArray[np.int64]
    """Beside ``word_start``: index in ``terms``."""
    terms: tuple[str, ...]
    """Each different word once, in the order of its first appearance; one character to a UTF-16 unit."""

    @property
    def documents(self) -> int:
        """How many documents."""
        return len(self.field_start) // len(FIELDS)

    @property
    def document_start(self) -> NDArray[np.int64]:
        """Where each document begins, and where the last one ends."""
        return self.field_start[:: len(FIELDS)]

    @property
    def mean_length(self) -> int:
        """Units of a document, on average; at least one."""
        return max(len(self.units) // self.documents, 1)

    @property
    def word_field(self) -> NDArray[np.int64]:
        """Beside ``word_start``: ``len(FIELDS) * document + field``."""
        return np.searchsorted(self.field_start, self.word_start, side="right") - 1


def read(documents: Sequence[Document]) -> Corpus:
    """Fold and cut the texts of ``documents``, which keep their order."""
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    parts = [_read_batch(documents[at : at + BATCH], vocabulary) for at in range(0, len(documents), BATCH)]
    offsets = np.cumsum([0, *(len(part.units) for part in parts)])
    return Corpus(
        units=np.concatenate([part.units for part in parts]),
        kinds=np.concatenate([part.kinds for part in parts]),
        field_start=np.concatenate(
            [part.field_start[:-1] + offset for part, offset in zip(parts, offsets, strict=False)] + [offsets[-1:]]
        ),
        word_start=np.concatenate([part.word_start + offset for part, offset in zip(parts, offsets, strict=False)]),
        word_term=np.concatenate([part.word_term for part in parts]),
        terms=tuple(vocabulary),
    )


def _read_batch(documents: Sequence[Document], vocabulary: defaultdict[str, int]) -> Corpus:
    fields = [field_text(texts) for document in documents for texts in document.texts]
    text = "".join(fields)
    text_units = units(text)
    kinds = classes(text_units)
    starts = word_starts(text, kinds)
    ends = _word_ends(starts, kinds)
    words = [text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    return Corpus(
        units=text_units,
        kinds=kinds,
        field_start=np.cumsum([0, *(len(field) for field in fields)]),
        word_start=starts,
        word_term=np.fromiter((vocabulary[word] for word in words), np.int64, len(words)),
        terms=(),
    )


def field_text(texts: Sequence[str]) -> str:
    """Return a field's texts folded, one to a line, one character to a UTF-16 unit."""
    return by_unit("".join(f"{fold(text)}\n" for text in texts) or "\n")


def word_starts(text: str, kinds: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return where the words of ``text`` begin, given the classes of its units."""
    lengths = np.fromiter(map(len, cut(han_only(text))), np.int64)
    begins = np.zeros(len(text) + 1, bool)
    begins[np.cumsum(lengths)[:-1]] = True
    begins[:1] = True
    before = np.concatenate(([BREAK], kinds[:-1]))
    opens = (kinds == OTHER) & (before != OTHER)
    at = np.arange(len(text))
    since = at - np.maximum.accumulate(np.where(opens, at, 0))
    other = (kinds == OTHER) & (opens | (since % LONGEST_WORD == 0))
    found: NDArray[np.int64] = np.flatnonzero(other | ((kinds == HAN) & begins[:-1]))
    return found


def _word_ends(starts: NDArray[np.int64], kinds: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return where words end: where the next begins or where the class of their units ends."""
    changes = np.flatnonzero(np.diff(kinds, append=BREAK) != 0) + 1
    next_change = changes[np.searchsorted(changes, starts, side="right")]
    ends: NDArray[np.int64] = np.minimum(next_change, np.append(starts[1:], len(kinds)))
    return ends
