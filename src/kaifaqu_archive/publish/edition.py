"""A folder of files to be written: in parts that can be made apart, in any order, at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Content = bytes | Path
"""What a file holds; a large one may stand elsewhere on the disk, until the next is asked for."""
Files = Iterable[tuple[str, Content]]
"""(path below the folder, content), each path once."""


def _nothing(_: Sequence[str]) -> Files:
    return ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What makes the files; each part needs nothing of the others."""

    parts: tuple[Callable[[], Files], ...]
    """The longest first, that none is left over at the end."""
    last: Callable[[Sequence[str]], Files] = _nothing
    """Makes what needs to know all other files, given their paths."""

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file."""
        paths: list[str] = []
        for part in self.parts:
            for path, content in part():
                paths.append(path)
                yield path, _held(content)
        yield from ((path, _held(content)) for path, content in self.last(paths))


def _held(content: Content) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()
