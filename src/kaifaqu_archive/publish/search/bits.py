"""Bit codes for the files of the index, a million at a time.

Every code is a run of zeros, a one that ends it, and some low bits: Golomb-Rice for gaps whose mean is
known, Elias gamma for counts; a fixed width is low bits alone.  ``static/js/search/bits.js`` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


WORD = 64


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of one kind, and the slots they go into; a slot's codes stand in the order given."""

    slots: Ints
    """Ascending."""
    zeros: Ints
    """Length of the run of zeros; negative where there is no run and no one that ends it."""
    low: Ints
    width: Ints
    """How many low bits."""

    @property
    def lengths(self) -> Ints:
        """Bits that each code takes."""
        return self.zeros + 1 + self.width


def _floor_log2(values: Ints) -> Ints:
    width: Ints = np.frexp(values.astype(np.float64))[1].astype(np.int64) - 1
    return width


def gamma(slots: Ints, values: Ints) -> Codes:
    """Elias gamma: ``values`` from 1, small ones short."""
    width = _floor_log2(values)
    return Codes(slots, width, values - (np.int64(1) << width), width)


def fixed(slots: Ints, values: Ints, width: int) -> Codes:
    """Write ``values`` in ``width`` bits each."""
    return Codes(slots, np.full(len(values), -1), values, np.full(len(values), width))


def rice_width(count: Ints, universe: Ints | int) -> Ints:
    """Return the low bits that suit ``count`` numbers spread over ``universe``: log2 of 0.69 times the mean gap."""
    # In whole numbers, so that the browser comes to the same width: the largest k with 2^k <= 0.69 u / c.
    mean = np.maximum(universe * 69 // np.maximum(count * 100, 1), 1)
    return _floor_log2(mean)


def rice(slots: Ints, values: Ints, width: Ints) -> Codes:
    """Golomb-Rice: ``values`` from 0, the low ``width`` bits as they are, the rest as zeros."""
    high = values >> width
    return Codes(slots, high, values - (high << width), width)


def ascending(slots: Ints, values: Ints, count: Ints, universe: Ints | int) -> Codes:
    """Code ascending distinct numbers by their gaps; ``count`` and ``universe`` stand beside every value."""
    previous = np.empty_like(values)
    previous[:1] = -1
    previous[1:] = np.where(slots[1:] == slots[:-1], values[:-1], -1)
    return rice(slots, values - previous - 1, rice_width(count, universe))


def pack(codes: Sequence[Codes], slot_count: int, file_of_slot: Ints) -> list[bytes]:
    """Lay all codes into their slots, slot after slot, and return the files that the slots belong to.

    A slot is filled by one of the ``codes`` alone, or stays empty.
    ``file_of_slot`` ascends from 0 and names every file at least once; a file begins at a whole byte.
    """
    if not slot_count:
        return []
    size = np.zeros(slot_count, np.int64)
    for each in codes:
        size += np.bincount(each.slots, weights=each.lengths, minlength=slot_count).astype(np.int64)
    file_count = int(file_of_slot[-1]) + 1
    file_bytes = (np.bincount(file_of_slot, weights=size, minlength=file_count).astype(np.int64) + 7) // 8
    file_start = np.concatenate(([0], np.cumsum(file_bytes)))
    before = np.cumsum(size) - size
    first_slot = np.searchsorted(file_of_slot, np.arange(file_count))
    slot_start = before - before[first_slot][file_of_slot] + 8 * file_start[file_of_slot]
    words = np.zeros(int(file_start[-1]) // 8 + 2, np.uint64)
    for each in codes:
        _lay(words, slot_start, each)
    whole = words.astype(">u8").tobytes()
    return [whole[a:b] for a, b in zip(file_start[:-1].tolist(), file_start[1:].tolist(), strict=True)]


def _lay(words: NDArray[np.uint64], slot_start: Ints, codes: Codes) -> None:
    """Set the bits of ``codes`` in ``words`` of 64 bits, the first bit leading."""
    if not len(codes.slots):
        return
    lengths = codes.lengths
    before = np.cumsum(lengths) - lengths
    opens = np.diff(codes.slots, prepend=-1) != 0
    first = np.flatnonzero(opens)[np.cumsum(opens) - 1]
    # What is written is the one that ends the run, if there is a run, and the low bits after it.
    run = codes.zeros >= 0
    at = slot_start[codes.slots] + before - before[first] + np.where(run, codes.zeros, 0)
    value = (codes.low + np.where(run, np.int64(1) << codes.width, 0)).astype(np.uint64)
    room = WORD - (at & (WORD - 1)) - (codes.width + run)
    _set(words, at // WORD, np.where(room >= 0, value << np.maximum(room, 0).astype(np.uint64), 0))
    over = np.flatnonzero(room < 0)
    _set(words, at[over] // WORD, value[over] >> (-room[over]).astype(np.uint64))
    _set(words, at[over] // WORD + 1, value[over] << (WORD + room[over]).astype(np.uint64))


def _set(words: NDArray[np.uint64], at: Ints, values: NDArray[np.uint64]) -> None:
    """Set the bits of ``values`` in the words ``at`` which they stand; ``at`` ascends and may repeat."""
    opens = np.flatnonzero(np.diff(at, prepend=-1))
    if len(opens):
        words[at[opens]] |= np.bitwise_or.reduceat(values, opens)
