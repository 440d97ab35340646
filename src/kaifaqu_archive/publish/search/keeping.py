"""Keeps the files of a segment from one build to the next, for the main segment seldom changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.publish.search.documents import Document

CHUNK = 1 << 22
"""Bytes kept under one key: few enough to hold beside the build's own arrays."""


class Cache(Protocol):
    """Contents by key, from earlier builds; a content may be missing, never wrong."""

    def get(self, key: str) -> bytes | None:
        """Return what is kept under ``key``, or None."""

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``."""


def key_of(documents: Sequence[Document]) -> str:
    """Return a key that names the documents, this code and the cutter: all that a segment is made of."""
    digest = hashlib.sha256(_code())
    for document in documents:
        digest.update(repr(replace(document, terms=())).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def _code() -> bytes:
    digest = hashlib.sha256()
    for path in sorted(resources.files(__package__).iterdir(), key=lambda each: each.name):
        if path.name.endswith(".py"):
            digest.update(path.read_bytes())
    for cutter in metadata.distributions():
        if cutter.name in {"jieba", "rjieba", "lunr"}:
            digest.update(f"{cutter.name} {cutter.version}\n".encode())
    return digest.digest()


def keep(
    store: Cache, key: str, known: dict[str, Any], files: Iterator[tuple[str, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """Pass ``files`` on and keep them, with what is ``known`` of them, once all have come."""
    names: list[list[tuple[str, int]]] = [[]]
    held: list[bytes] = []
    size = 0
    for path, content in files:
        if size > CHUNK:
            store.put(f"{key}{len(names)}", b"".join(held))
            names.append([])
            held = []
            size = 0
        names[-1].append((path, len(content)))
        held.append(content)
        size += len(content)
        yield path, content
    store.put(f"{key}{len(names)}", b"".join(held))
    store.put(f"{key}0", json.dumps({"known": known, "names": names}).encode())


def kept(store: Cache, key: str) -> tuple[dict[str, Any], Iterator[tuple[str, bytes]]] | None:
    """Return what is known and the files, or None where any is missing."""
    listed = store.get(f"{key}0")
    if listed is None:
        return None
    told = json.loads(listed)
    chunks = [store.get(f"{key}{number}") for number in range(1, len(told["names"]) + 1)]
    whole = [chunk for chunk in chunks if chunk is not None]
    return (told["known"], _unpacked(told["names"], whole)) if len(whole) == len(chunks) else None


def _unpacked(names: list[list[tuple[str, int]]], chunks: list[bytes]) -> Iterator[tuple[str, bytes]]:
    for held, chunk in zip(names, chunks, strict=True):
        at = 0
        for path, size in held:
            yield path, chunk[at : at + size]
            at += size
