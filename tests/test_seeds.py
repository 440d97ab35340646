"""The page texts are what the archive is about: they stay as they were received."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

RECEIVED = {
    "000_11a895267e00e072.txt": "9fcf6af606707f049d519d7b9ce0c39ad5ecd2082dd1c76ad5c97a363aba8124",
    "001_11d61be0db131951.txt": "8f61ec299e212c80a4d51933eb8bd8d0ec6130d591f97e29cd170dcf17173d2a",
    "002_cdcccbc17d5f7ba6.txt": "34e7bb25e9a524da0d3df3dfbdb51a4448c2e2f46a2eba40d316f777edc60231",
    "003_d8543457e77b1294.txt": "28788fef22ca180a38d273087510f0c84244d9f2340016abaf5dcfd3dd1935ec",
    "004_82eb4faf03ac3e12.txt": "36f33632d0a1bf5c6a3f01318ce1fc370c05ddce0730a39acde2b8d5d8ee7a98",
}
"""SHA-256 of each page text on the day it came."""


@pytest.mark.parametrize("name", RECEIVED)
def test_page_texts_are_kept_byte_for_byte(name: str, root: Path) -> None:
    """Nobody edits a page text: what is misread is corrected in NAME.yml."""
    assert hashlib.sha256((root / "seeds" / name).read_bytes()).hexdigest() == RECEIVED[name]
