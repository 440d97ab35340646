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
    "no_kind": (
        "It is not said what this correction corrects.",
        "Name a line, an article, a merge, a split or a text.",
    ),
    "model_type": ("Here stands {given}, not lines of KEY: VALUE.", "Write KEY: VALUE, with a half-width ': '."),
    "int_parsing": ("{key}: this must be a whole number; here stands {given}.", ""),
    "string_type": ("{key}: this must be one text; here stands {given}.", ""),
    "tuple_type": ("{key}: this must be a list; here stands {given}.", ""),
    "dict_type": ("{key}: this must be lines of KEY: VALUE; here stands {given}.", ""),
}
"""What pydantic's commonest complaints mean to an editor, and the remedy where it is not the key's meaning."""

_LONGEST_QUOTE = 40
"""Characters of a value that a message repeats: what fits on a line."""

ARCHIVE_FILE = "archive.yml"
LEDGER_FILE = "ledger.yml"

_Shape = TypeVar("_Shape", bound=BaseModel)


def load_page_knowledge(path: Path) -> PageKnowledge:
    """Return what ``path``, a ``NAME.yml``, says; nothing known where there is no such file.

    Raises KnowledgeError, naming file, line and remedy, for what is no YAML or not of the format.
    """
    if not path.exists():
        return NOTHING_KNOWN
    marked = read_marked(path)
    known = _checked(marked, PageKnowledge)
    ways = (("corrections", n) for n in range(len(known.corrections)))
    return known.found_at(tuple(f"{marked.place}:{marked.line_of(way)}" for way in ways))


def load_settings(seeds: Path) -> Settings:
    """Return what ``archive.yml`` in the folder ``seeds`` says of the whole archive, or the defaults."""
    path = seeds / ARCHIVE_FILE
    if not path.exists():
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
    try:
        return shape.model_validate({} if marked.value is None else marked.value)
    except ValidationError as error:
        # A misspelt key is also a missing one: the misspelling says more.
        worst = min(error.errors(include_url=False), key=lambda details: details["type"] != "extra_forbidden")
        raise _problem(marked, shape, worst) from error


def _problem(marked: Marked, shape: type[BaseModel], details: ErrorDetails) -> KnowledgeError:
    parent, way = shape_at(shape, details["loc"])
    key = way[-1] if way else ""
    what, remedy = _words(parent, key if isinstance(key, str) else "", details)
    return KnowledgeError(f"{marked.place}:{marked.line_of(way)}", what, remedy)


def _words(shape: type[BaseModel], key: str, details: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and its remedy."""
    given, kind = details["input"], details["type"]
    if kind == "extra_forbidden":
        return f"The key {key!r} is not known here.", _nearest(key, sorted(shape.model_fields))
    if kind in ("enum", "literal_error"):
        return f"{key}: {_short(given)} is not known.", f"Write one of {details['ctx']['expected']}."
    what, remedy = _WORDS.get(kind, ("{key}: {msg}; here stands {given}.", ""))
    msg = details.get("ctx", {}).get("error", details["msg"])
    return what.format(key=key or "this", msg=msg, given=_short(given)), remedy or _meaning(shape, key)


def _nearest(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(known)}."


def _meaning(shape: type[BaseModel], key: str) -> str:
    field = shape.model_fields.get(key)
    return (field.description if field else None) or "See `kaifaqu schema` for what may stand here."


def _short(given: object) -> str:
    """Return how messages name a value: quoted, and only the beginning of a long one."""
    if given is None:
        return "nothing"
    if isinstance(given, (dict, list)):
        return "a list" if isinstance(given, list) else "a block of keys"
    text = str(given)
    return repr(text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…")
