"""Reading ``seeds/NAME.yml`` and ``seeds/archive.yml``, with errors that name the line and the remedy."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from kaifaqu_archive.corrections.marked import Marked, read_marked
from kaifaqu_archive.corrections.shapes import NOTHING_KNOWN, ArchiveKnowledge, PageKnowledge, shape_at
from kaifaqu_archive.errors import KnowledgeError
from kaifaqu_archive.model import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic_core import ErrorDetails

_WORDS = {
    "missing": ("The key {key!r} is missing.", ""),
    "enum": ("{key}: {given} is not known.", "Write one of {expected}."),
    "literal_error": ("{key}: {given} is not known.", "Write one of {expected}."),
    "model_type": ("{key}: here stands {given}, not KEY: VALUE.", ""),
    "dict_type": ("{key}: here stands {given}, not KEY: VALUE.", ""),
    "tuple_type": ("{key}: here stands {given}, not a list.", ""),
    "string_type": ("{key}: here stands {given}, not one text.", ""),
    "string_too_short": ("{key}: the text is empty.", ""),
    "string_too_long": ("{key}: the text has more than {max_length:,} characters.", ""),
    "too_short": ("{key}: the list has {actual_length}, and needs {min_length} or more.", ""),
    "int_parsing": ("{key}: here stands {given}, not a whole number.", ""),
    "int_type": ("{key}: here stands {given}, not a whole number.", ""),
    "greater_than_equal": ("{key}: here stands {given}; the least is {ge}.", ""),
    "less_than_equal": ("{key}: here stands {given}; the most is {le}.", ""),
    "no_kind": (
        "It is not said what this correction corrects.",
        "Name a line, an article, a merge, a split or a text.",
    ),
    "day_unwritten": ("{key}: here stands {given}.", "Write YYYY-MM-DD: 2024-01-30 for the 30th of January."),
    "no_such_day": ("{key}: here stands {given}; there is no such day.", "Write YYYY-MM-DD, as it was printed."),
    "nothing_corrected": ("This correction of an article changes nothing.", "Give one of {fields}."),
    "read_the_same": ("The words of text and of read are the same.", "Write in read what was printed."),
    "quotes_missing": ("The list merge has {lines}, but expect has {quotes}.", "Quote a part of every line of merge."),
}
"""What complaints mean to an editor, and the remedy where it is not the meaning of the key."""

_OTHERWISE = ("{key}: here stands {given}, which cannot be used.", "")

_LONGEST_QUOTE = 40
"""Characters of a value that a message repeats: what fits on a line."""

ARCHIVE_FILE = "archive.yml"
LEDGER_FILE = "ledger.yml"

_Shape = TypeVar("_Shape", bound=BaseModel)


def load_page_knowledge(path: Path) -> PageKnowledge:
    """Return what ``path``, a ``NAME.yml``, says; nothing known where there is no such file.

    Raises KnowledgeError, naming file, line and remedy, for what is no YAML or not of the format.
    """
    if not _is_there(path):
        return NOTHING_KNOWN
    marked = read_marked(path)
    known = _checked(marked, PageKnowledge)
    ways = (("corrections", n) for n in range(len(known.corrections)))
    return known.found_at(tuple(f"{marked.place}:{marked.line_of(way)}" for way in ways))


def load_settings(seeds: Path) -> Settings:
    """Return what ``archive.yml`` in the folder ``seeds`` says of the whole archive, or the defaults."""
    path = seeds / ARCHIVE_FILE
    if not _is_there(path):
        return Settings()
    known = _checked(read_marked(path), ArchiveKnowledge)
    return Settings(
        title=known.title,
        publication=known.publication,
        weekday=known.weekday,
        language=known.language,
        description=known.description,
        not_terms=known.not_terms,
    )


def _is_there(path: Path) -> bool:
    """Whether something is called so: a link that leads nowhere is to be complained of, not to be passed over."""
    return path.exists() or path.is_symlink()


def knowledge_path(page: Path) -> Path:
    """Return where what is known of the page text at ``page`` stands: ``NAME.yml`` beside ``NAME.txt``."""
    return page.with_suffix(".yml")


def refuse_orphans(seeds: Path, pages: Iterable[Path]) -> None:
    """Raise KnowledgeError for a ``.yml`` in the folder that belongs to no page and would be silently unread."""
    stems = {page.stem for page in pages}
    known = {ARCHIVE_FILE, LEDGER_FILE}
    for path in sorted(seeds.iterdir()):
        if path.name.startswith(".") or path.name in known or not path.is_file():
            continue
        if path.suffix == ".yml" and path.stem not in stems:
            free = sorted(stem for stem in stems if not (seeds / f"{stem}.yml").exists())
            near = difflib.get_close_matches(path.stem, free, n=1)
            meant = f"Rename it to {near[0]}.yml" if near else "Rename it after its page"
            raise KnowledgeError(str(path), f"There is no page {path.stem}.txt beside it.", f"{meant}, or remove it.")
        if path.suffix == ".yaml" and path.stem in stems:
            raise KnowledgeError(str(path), "Only files ending in .yml are read.", f"Rename it to {path.stem}.yml.")


def _checked(marked: Marked, shape: type[_Shape]) -> _Shape:
    value = {} if marked.value is None else marked.value
    if isinstance(value, dict):  # a key without a value says nothing
        value = {key: given for key, given in value.items() if given is not None or key not in shape.model_fields}
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        # A misspelt key is also a missing one: the misspelling says more.
        worst = min(error.errors(include_url=False), key=lambda details: details["type"] != "extra_forbidden")
        raise _problem(marked, shape, worst) from error


def _problem(marked: Marked, shape: type[BaseModel], details: ErrorDetails) -> KnowledgeError:
    parent, way = shape_at(shape, details["loc"])
    keys = [key for key in way if isinstance(key, str)]
    what, remedy = _words(parent, keys, details)
    return KnowledgeError(f"{marked.place}:{marked.line_of(way)}", what, remedy)


def _words(shape: type[BaseModel], keys: list[str], details: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong at ``keys``, the last of which is a key of ``shape`` or inside its value; and the remedy."""
    key = keys[-1] if keys else "the file"
    if details["type"] == "extra_forbidden":
        return f"The key {key!r} is not known here.", _nearest(key, sorted(shape.model_fields))
    what, remedy = _WORDS.get(details["type"], _OTHERWISE)
    words = {**details.get("ctx", {}), "key": key, "given": _short(details["input"])}
    return what.format_map(words), remedy.format_map(words) or _meaning(shape, keys)


def _nearest(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(known)}."


def _meaning(shape: type[BaseModel], keys: list[str]) -> str:
    """Return what belongs to the innermost of ``keys`` that is a field of ``shape``."""
    field = next((shape.model_fields[key] for key in reversed(keys) if key in shape.model_fields), None)
    if field is None:
        return "Write KEY: VALUE, with a half-width ': '."
    return f"What belongs here: {field.description}"


def _short(given: object) -> str:
    """Return how messages name a value: quoted, and only the beginning of a long one."""
    if given is None:
        return "nothing"
    if isinstance(given, (dict, list)):
        return "a list" if isinstance(given, list) else "a block of keys"
    text = str(given)
    return repr(text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…")
