"""The texts of a segment as arrays: every UTF-16 unit, every word, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kaifaqu_archive.publish.search.ahead import ahead
from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.folding import BREAK, HAN, OTHER, classes, fold_lines, han_only, spelled, units
from kaifaqu_archive.words import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.documents import Document

LONGEST_WORD = 32
"""Units; a longer run of Latin letters or digits counts as several words."""
BATCH = 256
"""Documents cut at a time: enough to keep numpy busy, few enough to keep memory low."""
MULTIPLIER = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2^64."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Folded texts laid end to end, each field of each document ending in a line feed."""

    units: NDArray[np.uint16]
    kinds: NDArray[np.uint8]
    """The class of every unit, as ``folding.classes`` gives it."""
    field_start: NDArray[np.int64]
    """Where each field begins, ``len(FIELDS)`` to a document, and where the last one ends."""
    word_start: NDArray[np.int32]
    word_term: NDArray[np.int32]
    """Beside ``word_start``: index in ``terms``."""
    terms: tuple[str, ...]
    """Each different word once; one character to a UTF-16 unit."""

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
    def field_words(self) -> NDArray[np.int64]:
        """How many words each field of each document has."""
        return np.diff(np.searchsorted(self.word_start, self.field_start))


def read(documents: Sequence[Document]) -> Corpus:
    """Fold and cut the texts of ``documents``, which keep their order."""
    numbers: dict[int, int] = {}
    terms: list[str] = []
    batches = (documents[at : at + BATCH] for at in range(0, len(documents), BATCH))
    every_unit, every_kind, every_length, every_start, every_term = (
        _Pieces(),
        _Pieces(),
        _Pieces(),
        _Pieces(),
        _Pieces(),
    )
    done = 0
    for batch in ahead(_cut, batches):
        every_unit.append(batch.units)
        every_kind.append(batch.kinds)
        every_length.append(batch.field_lengths)
        every_start.append(batch.word_start + np.int32(done))
        every_term.append(_numbered(batch, numbers, terms))
        done += len(batch.units)
    return Corpus(
        units=every_unit.joined(),
        kinds=every_kind.joined(),
        field_start=np.concatenate(([0], np.cumsum(every_length.joined()))),
        word_start=every_start.joined(),
        word_term=every_term.joined(),
        terms=tuple(terms),
    )


class _Pieces(list["NDArray[Any]"]):
    """Arrays to be joined; joining lets go of them."""

    def joined(self) -> NDArray[Any]:
        """Return all as one."""
        whole = np.concatenate(self)
        self.clear()
        return whole


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some documents, cut; words are named by their hashes."""

    units: NDArray[np.uint16]
    kinds: NDArray[np.uint8]
    field_lengths: NDArray[np.int64]
    word_start: NDArray[np.int32]
    hashes: NDArray[np.uint64]
    """Each once."""
    word_hash: NDArray[np.int32]
    """Beside ``word_start``: index in ``hashes``."""
    first: NDArray[np.int64]
    """Beside ``hashes``: where the word begins and where it ends for the first time."""
    first_end: NDArray[np.int64]


def _cut(documents: Sequence[Document]) -> _Batch:
    fields = [texts or ("",) for document in documents for texts in document.texts]
    text_units = units(fold_lines(text for texts in fields for text in texts))
    line_ends = np.flatnonzero(text_units == ord("\n")) + 1
    kinds = classes(text_units)
    starts = word_starts(text_units, kinds)
    ends = _word_ends(starts, kinds)
    hashes, first, inverse = np.unique(_hashes(text_units, starts, ends), return_index=True, return_inverse=True)
    return _Batch(
        units=text_units,
        kinds=kinds,
        field_lengths=np.diff(line_ends[np.cumsum([len(texts) for texts in fields]) - 1], prepend=0),
        word_start=starts.astype(np.int32),
        hashes=hashes,
        word_hash=inverse.astype(np.int32),
        first=starts[first],
        first_end=ends[first],
    )


def _numbered(batch: _Batch, numbers: dict[int, int], terms: list[str]) -> NDArray[np.int32]:
    """Return the number of each word of a batch; those not seen before get the next ones, and join ``terms``."""
    keys = batch.hashes.tolist()
    known = list(map(numbers.get, keys))
    for place, number in enumerate(known):
        if number is None:
            known[place] = numbers[keys[place]] = len(terms)
            terms.append(spelled(batch.units[batch.first[place] : batch.first_end[place]]))
    return np.array(known, np.int32)[batch.word_hash]


def _hashes(text_units: NDArray[np.uint16], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a number for each word that is the same for the same word, wherever it stands.

    A polynomial modulo 2^64: among a million words the odds that any two share a number are one in ten million.
    """
    powers = _powers(MULTIPLIER, len(text_units) + 1)
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum((text_units + np.uint64(1)) * powers[:-1])))
    back = _powers(pow(MULTIPLIER, -1, 1 << 64), len(text_units) + 1)
    hashes: NDArray[np.uint64] = (sums[ends] - sums[starts]) * back[starts]
    return hashes


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    factors = np.full(count, base, np.uint64)
    factors[0] = 1
    powers: NDArray[np.uint64] = np.multiply.accumulate(factors)
    return powers


def word_starts(text_units: NDArray[np.uint16], kinds: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return where the words of a text begin, given its units and their classes."""
    lengths = np.fromiter(map(len, cut(han_only(text_units, kinds))), np.int64)
    begins = np.zeros(len(kinds) + 1, bool)
    begins[np.cumsum(lengths)[:-1]] = True
    begins[:1] = True
    before = np.concatenate(([BREAK], kinds[:-1]))
    opens = (kinds == OTHER) & (before != OTHER)
    at = np.arange(len(kinds))
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
