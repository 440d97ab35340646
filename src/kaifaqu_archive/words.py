"""Cutting Chinese into words; the only door to jieba.

The work is done by rjieba, jieba's port to Rust, where it is installed, else by jieba itself.  Both are
given Chinese characters only, on which they cut alike; Latin words and numbers are cut elsewhere.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _slow_cut(text: str) -> list[str]:
    import jieba  # noqa: PLC0415 - reads a dictionary of 350,000 words: only where rjieba is missing

    jieba.setLogLevel(logging.ERROR)
    return [word for run in text.split(" ") for word in (*jieba.cut(run), " ")][:-1]


@cache
def _cutter() -> Callable[[str], list[str]]:
    try:
        import rjieba  # noqa: PLC0415 - not on every platform
    except ImportError:
        return _slow_cut
    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


def cut(text: str) -> list[str]:
    """Return the words of ``text``, which holds Chinese characters and spaces only; joined they are ``text``."""
    return _cutter()(text)
