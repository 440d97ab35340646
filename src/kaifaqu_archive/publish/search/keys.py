"""Keys under which the index files what it knows: two neighbouring characters, or one.

A key is a 32-bit number, stirred so that its leading bits choose a shard evenly; stirring loses nothing,
so the bits that are left name the key for certain.  ``static/js/search/shards.js`` stirs alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


AT_A_TIME = 1 << 20
"""Keys stirred together: a shifted copy of all of them would be the most memory that a build takes."""


def stirred(first: NDArray[np.uint16], second: NDArray[np.uint16]) -> NDArray[np.uint32]:
    """Return the keys of pairs of UTF-16 units; ``first`` is 0 for a key of one unit."""
    keys = first.astype(np.uint32)
    for at in range(0, len(keys), AT_A_TIME):
        key = keys[at : at + AT_A_TIME]
        key <<= np.uint32(16)
        key |= second[at : at + AT_A_TIME]
        key *= np.uint32(0x9E3779B1)
        key ^= key >> np.uint32(15)
        key *= np.uint32(0x85EBCA77)
        key ^= key >> np.uint32(13)
    return keys


def key_of(text: str) -> int:
    """Return the key of one or two UTF-16 units."""
    first = ord(text[0]) if len(text) > 1 else 0
    return int(stirred(np.array([first], np.uint16), np.array([ord(text[-1])], np.uint16))[0])
