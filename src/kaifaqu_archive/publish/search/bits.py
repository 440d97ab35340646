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
    bits = np.zeros(int(file_start[-1]) * 8, np.uint8)
    for each in codes:
        _lay(bits, slot_start, each)
    whole = np.packbits(bits).tobytes()
    return [whole[a:b] for a, b in zip(file_start[:-1].tolist(), file_start[1:].tolist(), strict=True)]


def _lay(bits: NDArray[np.uint8], slot_start: Ints, codes: Codes) -> None:
    """Set the bits of ``codes``."""
    lengths = codes.lengths
    before = np.cumsum(lengths) - lengths
    first = np.searchsorted(codes.slots, codes.slots)
    start = slot_start[codes.slots] + before - before[first]
    stop = codes.zeros >= 0
    bits[(start + codes.zeros)[stop]] = 1
    end = start + lengths - 1
    for place in range(int(codes.width.max(initial=0))):
        chosen = (codes.width > place) & ((codes.low >> place) & 1).astype(bool)
        bits[end[chosen] - place] = 1
