"""YAML as an editor writes it: plain values, each with the line on which it stands.

A door to yaml.  Every scalar is read as the text it is (``page: 01`` stays ``01``, ``no`` stays
``no``); what it means is for the shapes to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from kaifaqu_archive.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FILE = 1024 * 1024
"""Bytes.  A thousand corrections of one page take a fifth of it."""
_DEEPEST = 12
"""Levels of nesting; the formats have five."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = str | None | list["Value"] | dict[str, "Value"]
Way = tuple[str | int, ...]
"""Keys and positions that lead from the root to a value."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The content of a YAML file."""

    place: str
    """The file, as messages name it."""
    value: Value
    lines: dict[Way, int]
    """Line number, from 1, of what stands at a way; for a key's value that of the key."""

    def line_of(self, way: Way) -> int:
        """Return the line of what stands at ``way``, or of the nearest that holds it."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)


def read_marked(path: Path) -> Marked:
    """Read the YAML file at ``path``; raises KnowledgeError with file, line and remedy."""
    place = str(path)
    text = _text_of(path, place)
    lines: dict[Way, int] = {}
    try:
        events = (event for event in yaml.parse(text, Loader=_LOADER) if not isinstance(event, _FRAME))
        value = _Builder(place, events, lines).value_at(())
        surplus = next(events, None)
    except yaml.YAMLError as error:
        raise _typo(place, text, error) from error
    if surplus is not None:
        raise KnowledgeError(
            f"{place}:{_line(surplus)}",
            "A second document begins here.",
            "Write one document, without lines of ---.",
        )
    return Marked(place=place, value=value, lines=lines)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)


def _text_of(path: Path, place: str) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise KnowledgeError(
                place,
                f"The file has {size // 1024} kB; what is known of a page has less than {LARGEST_FILE // 1024} kB.",
                "Keep only what FORMATS names for such a file.",
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError(place, f"The file is not UTF-8 (byte {error.start + 1}).", "Save it as UTF-8.") from error
    except OSError as error:
        raise KnowledgeError(
            place, f"The file cannot be read ({error.strerror}).", "Check that you may read it."
        ) from error


class _Builder:
    """Makes values of the events of a YAML text, noting the line of each."""

    def __init__(self, place: str, events: Iterator[yaml.Event], lines: dict[Way, int]) -> None:
        self._place = place
        self._events = events
        self._lines = lines

    def value_at(self, way: Way) -> Value:
        """Return the next value; None where nothing more stands."""
        event = next(self._events, None)
        if event is None:
            return None
        self._lines.setdefault(way, _line(event))
        return self._value_of(event, way)

    def _value_of(self, event: yaml.Event, way: Way) -> Value:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._error(event, "References (& and *) are not used here.", "Write the value out.")
        if len(way) > _DEEPEST:
            raise self._error(event, "This is nested too deeply.", "Check the brackets and the indentation.")
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in _NULLS else str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(way))
        return dict(self._pairs(way))

    def _items(self, way: Way) -> Iterator[Value]:
        for position, event in enumerate(iter(self._next_of_block, None)):
            here = (*way, position)
            self._lines[here] = _line(event)
            yield self._value_of(event, here)

    def _pairs(self, way: Way) -> Iterator[tuple[str, Value]]:
        seen: set[str] = set()
        for event in iter(self._next_of_block, None):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(event, "A key must be a word.", "Write KEY: VALUE.")
            key = str(event.value)
            if key in seen:
                raise self._error(event, f"The key {key!r} stands here a second time.", "Keep one of the two.")
            seen.add(key)
            here = (*way, key)
            self._lines[here] = _line(event)
            yield key, self.value_at(here)

    def _next_of_block(self) -> yaml.Event | None:
        event = next(self._events)
        return None if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)) else event

    def _error(self, event: yaml.Event, what: str, remedy: str) -> KnowledgeError:
        return KnowledgeError(f"{self._place}:{_line(event)}", what, remedy)


def _typo(place: str, text: str, error: yaml.YAMLError) -> KnowledgeError:
    """Return what is wrong with a text that is not YAML, quoting the line where that shows."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        before = text[: getattr(error, "position", 0)]
        return KnowledgeError(
            f"{place}:{before.count(chr(10)) + 1}",
            "An invisible control character stands on this line.",
            "Delete the line and type it anew.",
        )
    rows = text.splitlines() or [""]
    n = min(mark.line, len(rows) - 1)
    # YAML notices an open bracket or a missing colon one line too late.
    suspects = [row for row in (rows[n], rows[max(n - 1, 0)]) if row.strip()]
    what, remedy = next(
        (said for row in suspects if (said := _slip(row))),
        (
            f"it cannot be read at {rows[n].strip()!r}",
            "Write KEY: VALUE, and put values with a colon, # or brackets in quotation marks.",
        ),
    )
    return KnowledgeError(f"{place}:{n + 1}", f"This is not YAML: {what}.", remedy)


def _slip(row: str) -> tuple[str, str] | None:
    """Return what is wrong with a line and the remedy, where it is one of the slips that editors make."""
    said = repr(row.strip())
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return f"a tab stands before {said}", "Indent with spaces, not with a tab."
    if "：" in row and ": " not in row:
        return f"no half-width colon stands in {said}", "Write the colon after a key as a half-width ': ' with a space."
    if row.count('"') % 2 or row.count("'") % 2:
        return f"a quotation mark stays open in {said}", "Close the quotation mark."
    if row.count("[") != row.count("]") or row.count("{") != row.count("}"):
        return f"a bracket stays open in {said}", "Close the bracket."
    return None
