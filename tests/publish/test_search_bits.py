"""Bit codes: what is packed is read again, bit by bit, by a reader that shares no code with the packer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from kaifaqu_archive.publish.search.bits import ascending, fixed, gamma, pack, rice, rice_width

if TYPE_CHECKING:
    from collections.abc import Iterator


class Bits:
    """Reads a file of codes."""

    def __init__(self, content: bytes) -> None:
        self.bits: Iterator[str] = iter("".join(f"{byte:08b}" for byte in content))

    def take(self, width: int) -> int:
        """Return the next ``width`` bits as a number."""
        return int("0" + "".join(next(self.bits) for _ in range(width)), 2)

    def rice(self, width: int) -> int:
        """Return the next Golomb-Rice code."""
        zeros = 0
        while next(self.bits) == "0":
            zeros += 1
        return (zeros << width) + self.take(width)

    def gamma(self) -> int:
        """Return the next Elias gamma code."""
        zeros = 0
        while next(self.bits) == "0":
            zeros += 1
        return (1 << zeros) + self.take(zeros)


def numbers(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return whole numbers as an array."""
    return np.array(values, np.int64)


def test_gamma_holds_every_number_from_one() -> None:
    """Small and large counts come back as they were."""
    values = numbers(1, 2, 3, 4, 7, 8, 255, 256, 1_000_000, 2**31)
    (content,) = pack([gamma(np.arange(10), values)], 10, np.zeros(10, np.int64))
    reader = Bits(content)
    assert [reader.gamma() for _ in values] == values.tolist()


def test_a_code_may_cross_any_number_of_words() -> None:
    """A long run of zeros, longer than a machine word, is written and read."""
    values = numbers(0, 1000, 3, 500, 64, 63, 128)
    slots = np.arange(len(values))
    (content,) = pack([rice(slots, values, np.zeros(7, np.int64))], 7, np.zeros(7, np.int64))
    reader = Bits(content)
    assert [reader.rice(0) for _ in values] == values.tolist()
    assert len(content) == -(-int(sum(values + 1)) // 8)


@pytest.mark.parametrize(("count", "universe"), [(1, 1), (1, 40_000), (7, 8), (300, 300), (90, 38_741), (5000, 10_000)])
def test_ascending_numbers_come_back(count: int, universe: int) -> None:
    """Lists of every density are read again with the width that the browser works out for itself."""
    values = np.sort(np.random.default_rng(count).choice(universe, count, replace=False))
    slot = np.zeros(count, np.int64)
    (content,) = pack([ascending(slot, values, numbers(count)[slot], universe)], 1, numbers(0))
    reader, width, last, found = Bits(content), int(rice_width(numbers(count), universe)[0]), -1, []
    for _ in range(count):
        last += reader.rice(width) + 1
        found.append(last)
    assert found == values.tolist()


def test_a_list_takes_little_more_than_what_it_says() -> None:
    """Coding numbers costs less than a seventh more bits than information theory asks for."""
    universe = 38_741
    for count in (100, 1000, 10_000, 20_000):
        values = np.sort(np.random.default_rng(count).choice(universe, count, replace=False))
        taken = int(ascending(np.zeros(count, np.int64), values, np.full(count, count), universe).lengths.sum())
        share = count / universe
        needed = -universe * (share * np.log2(share) + (1 - share) * np.log2(1 - share))
        assert taken < needed * 8 / 7


def test_slots_stand_in_order_and_files_begin_at_whole_bytes() -> None:
    """Codes of several kinds interleave by slot, and every file is readable by itself."""
    codes = [
        gamma(numbers(0, 3), numbers(5, 9)),
        fixed(numbers(1, 1, 4), numbers(1, 0, 1), 1),
        fixed(numbers(2), numbers(0x4E2D), 16),
    ]
    first, second = pack(codes, 5, numbers(0, 0, 0, 1, 1))
    one, two = Bits(first), Bits(second)
    assert (one.gamma(), one.take(1), one.take(1), one.take(16)) == (5, 1, 0, 0x4E2D)
    assert (two.gamma(), two.take(1)) == (9, 1)


def test_nothing_packs_to_nothing() -> None:
    """No slots make no files; a file whose slots are empty is empty."""
    assert pack([], 0, numbers()) == []
    assert pack([gamma(numbers(1), numbers(1))], 2, numbers(0, 1)) == [b"", b"\x80"]
