"""Where in its documents each pair of characters stands: asked only where pairs alone leave too many candidates.

A file of positions goes with some neighbouring shards: three bytes for the length of what tells of each,
then that.  It tells of the shard's entries, in their order, those that are not ``far``: gamma(how often)
for each document, then for each document its positions, ascending, in UTF-16 units of the folded text.
A ``far`` entry has a file to itself, without lengths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.bits import gamma, pack, rice, rice_width

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kaifaqu_archive.publish.search.grams import Grams
    from kaifaqu_archive.publish.search.shards import Span

    Ints = NDArray[np.int64]


SHARDS_TO_A_FILE_BITS = 2
"""Positions are asked for rarely: four shards share a file, for a site of many files is slow to publish."""
LENGTH_BYTES = 3


def near_positions(grams: Grams, span: Span, far: NDArray[np.bool_], mean_length: int) -> list[bytes]:
    """Return the files that go with the shards of ``span``, in order; documents have ``mean_length`` units."""
    told = _files(grams, ~far, span.shard_of(grams.keys)[~far], span.count, mean_length)
    size = 1 << SHARDS_TO_A_FILE_BITS
    groups = [told[at : at + size] for at in range(0, len(told), size)]
    return [b"".join((*(len(each).to_bytes(LENGTH_BYTES, "little") for each in group), *group)) for group in groups]


def far_positions(grams: Grams, far: NDArray[np.bool_], mean_length: int) -> list[bytes]:
    """Return the files of the ``far`` keys."""
    count = int(far.sum())
    return _files(grams, far, np.arange(count), count, mean_length)


def _files(grams: Grams, chosen: NDArray[np.bool_], file: Ints, files: int, mean_length: int) -> list[bytes]:
    """Write two slots for each chosen key: how often, and where; the last slot of each file is left empty."""
    key = np.repeat(np.arange(len(chosen)), grams.counts)
    posting = np.flatnonzero(chosen[key])
    often = np.diff(grams.position_first)[posting]
    slot = 2 * (np.cumsum(chosen) - 1)[key[posting]] + file[(np.cumsum(chosen) - 1)[key[posting]]]
    owner = np.repeat(np.arange(len(posting)), often)
    kept = np.repeat(chosen[key], np.diff(grams.position_first))
    position = grams.positions[kept].astype(np.int64)
    previous = np.concatenate(([-1], position[:-1]))
    previous[np.diff(owner, prepend=-1) != 0] = -1
    width = rice_width(often, mean_length)[owner]
    per_file = 2 * np.bincount(file, minlength=files) + 1
    codes = [gamma(slot, often), rice(slot[owner] + 1, position - previous - 1, width)]
    return pack(codes, int(per_file.sum()), np.repeat(np.arange(files), per_file))
