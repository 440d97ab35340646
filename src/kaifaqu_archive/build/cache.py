"""What a build need not work out again: contents by key, under ``build/cache/``.

A key names everything that its content was made of, so that an entry is never wrong, only missing:
with the cache or without it a build gives the same bytes.
"""

from __future__ import annotations

import hashlib
import pickle
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kaifaqu_archive.corrections import PageKnowledge
    from kaifaqu_archive.model import Article, Facts, IssueDate, Page, ParsedPage

_Made = TypeVar("_Made")

_PACKAGE = Path(__file__).resolve().parent.parent
_DIGEST = 32
"""Bytes before each content by which a damaged file is known."""
_SHELF = 2
"""Characters of a key that name its folder: no folder gets more files than a file system likes."""


class Cache:
    """Contents by key; keys are ``[0-9a-z]+``.  A file that cannot be read or written is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def get(self, key: str) -> bytes | None:
        """Return the content of ``key``, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        digest, content = data[:_DIGEST], data[_DIGEST:]
        return content if hashlib.sha256(content).digest() == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key`` for the builds to come."""
        path = self._path(key)
        new = path.with_suffix(".new")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(hashlib.sha256(content).digest() + content)
            new.replace(path)

    def forget_the_rest(self) -> None:
        """Remove what this build neither asked for nor made, so that the cache does not grow for ever."""
        for path in list(self._folder.glob("*/*")):
            if path not in self._used:
                with suppress(OSError):
                    path.unlink()

    def _path(self, key: str) -> Path:
        path = self._folder / key[:_SHELF] / key
        self._used.add(path)
        return path


def parsed_once(cache: Cache | None, page: Page, known: PageKnowledge, parse: Callable[[], ParsedPage]) -> ParsedPage:
    """Return the page as ``parse`` reads it, from the cache where the same code has read the same page before."""
    return _once(cache, ("parsed", page.source_file, page.sha256, known.model_dump_json()), parse)


def facts_once(
    cache: Cache | None, articles: Sequence[Article], date: IssueDate, extract: Callable[[], tuple[Facts, ...]]
) -> tuple[Facts, ...]:
    """Return the facts of an issue's articles as ``extract`` finds them, from the cache where all of these were as now.

    What the package knows, its gazetteer too, is part of its code.
    """
    # Not their pickles: these tell a string that two fields share from two that are alike.
    return _once(cache, ("facts", repr(date), *map(repr, articles)), extract)


def _once(cache: Cache | None, made_of: tuple[str, ...], make: Callable[[], _Made]) -> _Made:
    if cache is None:
        return make()
    key = _key(_code(), *made_of)
    kept = cache.get(key)
    if kept is not None:
        known: _Made = pickle.loads(kept)  # noqa: S301 - written by us, checked by its digest, of this very code
        return known
    made = make()
    cache.put(key, pickle.dumps(made))
    return made


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
