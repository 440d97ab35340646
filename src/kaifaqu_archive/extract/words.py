"""Word lists of the package's data."""

from __future__ import annotations

from importlib import resources

_DATA = resources.files("kaifaqu_archive") / "data"


def words(name: str) -> tuple[str, ...]:
    """Return the words of a list, the longest first, each once."""
    rows = (_DATA / name).read_text("utf-8").splitlines()
    found = dict.fromkeys(word for row in rows if not row.startswith("#") for word in row.split())
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
