"""What a build need not work out again: contents by key, under ``build/cache/``.

A key names everything that its content was made of, so that an entry is never wrong, only missing:
with the cache or without it a build gives the same bytes.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kaifaqu_archive.build.together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

_PACKAGE = Path(__file__).resolve().parent.parent
_DIGEST = 32
"""Bytes before each content by which a damaged file is known."""
_SHELF = 2
"""Characters of a key that name its folder: no folder gets more files than a file system likes."""


class Cache:
    """Contents by key; keys are ``[0-9a-z]+``.  A file that cannot be read or written is as if it were not there.

    What a build asks for or makes is gathered in a folder beside the last builds', so that several processes
    may use one cache, and what is left behind at the end is what nobody needs any more.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last, self._now = folder / "last", folder / "now"

    def get(self, key: str) -> bytes | None:
        """Return the content of ``key``, or None."""
        path = self._path(self._now, key)
        with suppress(OSError):
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                self._path(self._last, key).rename(path)
            data = path.read_bytes()
            digest, content = data[:_DIGEST], data[_DIGEST:]
            return content if hashlib.sha256(content).digest() == digest else None
        return None

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key`` for the builds to come."""
        path = self._path(self._now, key)
        new = path.with_suffix(".new")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(hashlib.sha256(content).digest() + content)
            new.replace(path)

    def forget_the_rest(self) -> None:
        """Remove what no build since the last call asked for or made, so that the cache does not grow for ever."""
        with suppress(OSError):
            for old in self._folder.iterdir():
                if old != self._now:
                    shutil.rmtree(old)
            self._now.rename(self._last)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / key[:_SHELF] / key


def each_once(
    cache: Cache | None,
    items: Sequence[_Item],
    made_of: Callable[[_Item], Iterable[str]],
    make: Callable[[_Item], _Made],
    hands: int = 1,
) -> list[_Made]:
    """Return ``make(item)`` of every item, in order: from the cache where the same code has made it before.

    ``made_of`` names everything that an item is made of, but for what the package knows: that is part of its code.
    What is missing is made by ``hands`` processes.
    """
    if cache is None and hands == 1:
        return [make(item) for item in items]
    keys = [_key(_code(), *made_of(item)) for item in items] if cache else []
    contents: list[bytes | None] = [cache.get(key) for key in keys] if cache else [None] * len(items)
    missing = [number for number, content in enumerate(contents) if content is None]
    hands = min(hands, len(missing))
    shares = [missing[first::hands] for first in range(hands)]
    made = together([partial(_made, [items[n] for n in share], make) for share in shares], hands)
    for share, results in zip(shares, made, strict=True):
        for number, content in zip(share, results, strict=True):
            contents[number] = content
            if cache:
                cache.put(keys[number], content)
        results.clear()
    contents.reverse()
    # Written by us, checked by its digest, of this very code; each is let go when it is read.
    return [pickle.loads(contents.pop() or b"") for _ in items]  # noqa: S301


def _made(items: Iterable[_Item], make: Callable[[_Item], object]) -> Iterator[bytes]:
    return (pickle.dumps(make(item)) for item in items)


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@lru_cache(maxsize=1)
def _code() -> str:
    """Return a digest of all code and data of the package: any change of them makes all keys new."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
