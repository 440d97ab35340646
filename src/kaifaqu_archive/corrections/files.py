"""Reading ``seeds/NAME.yml`` and ``seeds/archive.yml``, with errors that name the line and the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from kaifaqu_archive.corrections.marked import Marked, read_marked
from kaifaqu_archive.corrections.shapes import ArchiveKnowledge, PageKnowledge, shape_at
from kaifaqu_archive.errors import KnowledgeError
from kaifaqu_archive.model import Settings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WANTED = {
    "int_parsing": "this must be a whole number",
    "string_type": "this must be one text",
    "tuple_type": "this must be a list",
    "dict_type": "this must be lines of KEY: VALUE",
}
"""What pydantic's commonest complaints mean to an editor."""

_LONGEST_QUOTE = 40
"""Characters of a value that a message repeats: what fits on a line."""

ARCHIVE_FILE = "archive.yml"
LEDGER_FILE = "ledger.yml"

_Shape = TypeVar("_Shape", bound=BaseModel)


def load_page_knowledge(path: Path) -> PageKnowledge:
    """Return what ``path``, a ``NAME.yml``, says; nothing known where there is no such file.

    Raises KnowledgeError, naming file, line and remedy, for what is no YAML or not of the format.
    """
    return _checked(read_marked(path), PageKnowledge) if path.exists() else PageKnowledge()


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
            near = difflib.get_close_matches(path.stem, sorted(stems), n=1)
            meant = f"Rename it to {near[0]}.yml" if near else "Rename it after its page"
            raise KnowledgeError(
                str(path), f"There is no page {path.stem}.txt beside it.", f"{meant}, or remove it."
            )
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
    given = details["input"]
    match details["type"]:
        case "extra_forbidden":
            near = difflib.get_close_matches(key, sorted(shape.model_fields), n=1)
            known = ", ".join(sorted(shape.model_fields))
            return f"The key {key!r} is not known here.", f"Did you mean {near[0]!r}?" if near else f"Known are {known}."
        case "missing":
            return f"The key {key!r} is missing.", _meaning(shape, key)
        case "no_kind":
            return "It is not said what this correction corrects.", "Name a line, an article, a merge, a split or a text."
        case "model_type" | "model_attributes_type":
            return f"Here stands {_short(given)}, not lines of KEY: VALUE.", "Write KEY: VALUE, with a half-width ': '."
        case "value_error" if not key:
            return f"Something is wrong with this correction: {details['ctx']['error']}.", _meaning(shape, key)
        case "value_error":
            return f"{key}: {details['ctx']['error']}; here stands {_short(given)}.", _meaning(shape, key)
        case "enum" | "literal_error":
            return f"{key}: {_short(given)} is not known.", f"Write one of {details['ctx']['expected']}."
        case _:
            wanted = _WANTED.get(details["type"], details["msg"])
            return f"{key}: {wanted}; here stands {_short(given)}.", _meaning(shape, key)


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
