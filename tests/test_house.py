"""The rules that keep the house a house: who may know whom, and how large a room may grow."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "kaifaqu_archive"
SOURCE = Path(__file__).resolve().parent.parent / "src" / PACKAGE
MODULES = sorted(SOURCE.rglob("*.py"))

HALL = {"", "background", "credits", "datelines", "errors", "lists", "model", "names", "page_labels", "text", "words"}
"""What every room may know; the empty name is the package itself, its map and version."""
ROOMS = {"parse", "extract", "publish"}
FRONT = {"build", "cli", "__main__"}
"""They introduce the rooms to one another, or lead in; all other modules are the corridor."""

DOORS = {
    "jieba": {"words"},
    "jinja2": {"publish.pages"},
    "lunar_python": {"extract.festivals"},
    "lunr": {"publish.search"},
    "markdown_it": {"publish.about"},
    "markupsafe": {"publish"},
    "numpy": {"publish.search"},
    "pydantic": {"corrections"},
    "pydantic_core": {"corrections"},
    "pypinyin": {"publish.slugs"},
    "rich": {"cli"},
    "rjieba": {"words"},
    "yaml": {"corrections.marked", "extract.gazetteer"},
}
"""Library -> the modules or packages through which it comes in."""

LONGEST_MODULE = 350
LONGEST_FUNCTION = 60
"""Lines: what a reader holds in mind at once."""
CLOCKS_AND_DICE = {"now", "random", "secrets", "time", "today", "urandom", "utcnow", "uuid1", "uuid4"}
"""The same input gives the same bytes."""
DRAWERS = {"utils", "util", "helpers", "common", "misc"}


def name_of(file: Path) -> str:
    """Return the dotted name of a module below the package: ``publish.urls``."""
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(file: Path) -> Iterator[str]:
    """Yield the full dotted name of everything that a module imports, for types too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{origin(file, node)}.{alias.name}" for alias in node.names)


def origin(file: Path, node: ast.ImportFrom) -> str:
    """Return what ``from … import`` names, absolute."""
    if not node.level:
        return node.module or ""
    here = [PACKAGE, *file.relative_to(SOURCE).parent.parts]
    return ".".join([*here[: len(here) - node.level + 1], *([node.module] if node.module else [])])


def ours(file: Path) -> set[str]:
    """Return the modules of ours that a module knows, below the package, as far as its first two names tell."""
    known = {name.removeprefix(PACKAGE).removeprefix(".") for name in imports(file) if f"{name}.".startswith(PACKAGE)}
    return {name if (SOURCE / name.split(".")[0]).exists() or is_module(name) else "" for name in known}


def is_module(name: str) -> bool:
    """Whether the first part of a dotted name is a module of the package."""
    return (SOURCE / f"{name.split('.', maxsplit=1)[0]}.py").exists()


def top(name: str) -> str:
    """Return the room or module at the top: ``publish`` for ``publish.urls``."""
    return name.split(".", maxsplit=1)[0]


def inside(name: str, places: set[str]) -> bool:
    """Whether a module is one of ``places`` or stands inside one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def libraries(file: Path) -> set[str]:
    """Return the libraries of others that a module imports."""
    return {top(name) for name in imports(file)} - set(sys.stdlib_module_names) - {PACKAGE}


def test_the_check_sees_imports_of_every_form(tmp_path: Path) -> None:
    """Absolute, relative, of a module and of a name: a forbidden import cannot hide in how it is written."""
    file = SOURCE / "publish" / "views" / "unwritten.py"
    tree = ast.parse("from ...parse import reader\nfrom .. import urls\nfrom . import rows\n")
    origins = [origin(file, node) for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert origins == ["kaifaqu_archive.parse", "kaifaqu_archive.publish", "kaifaqu_archive.publish.views"]
    written = tmp_path / "one.py"
    written.write_text("import kaifaqu_archive.extract.dates\nfrom kaifaqu_archive import ledger\n", "utf-8")
    assert set(imports(written)) == {"kaifaqu_archive.extract.dates", "kaifaqu_archive.ledger"}


def test_rooms_know_only_the_hall() -> None:
    """Parse, extract and publish never import one another, nor the corridor: they meet in the model."""
    assert [
        f"{name_of(file)} knows {known}"
        for file in MODULES
        for known in sorted(ours(file))
        if top(name_of(file)) in ROOMS and top(known) not in HALL | {top(name_of(file))}
    ] == []


def test_the_hall_knows_only_the_hall() -> None:
    """What everybody imports imports nobody."""
    assert [
        f"{name_of(file)} knows {known}"
        for file in MODULES
        for known in sorted(ours(file))
        if name_of(file) in HALL and top(known) not in HALL
    ] == []


def test_the_corridor_knows_no_room() -> None:
    """Corrections, catalogue, ledger and the like know the hall and one another; build introduces the rooms."""
    assert [
        f"{name_of(file)} knows {known}"
        for file in MODULES
        for known in sorted(ours(file))
        if top(name_of(file)) not in HALL | ROOMS | FRONT and top(known) in ROOMS | FRONT
    ] == []


def test_a_library_comes_in_through_its_one_door() -> None:
    """A library is known in one place, and every library has a place."""
    assert [
        f"{library} comes in through {name_of(file)}"
        for file in MODULES
        for library in sorted(libraries(file))
        if not inside(name_of(file), DOORS.get(library, set()))
    ] == []


def test_every_door_is_used() -> None:
    """The table of doors names no library that went, and no module that moved."""
    used = [(library, name_of(file)) for file in MODULES for library in libraries(file)]
    assert [
        f"{library} no longer comes in through {place}"
        for library, places in DOORS.items()
        for place in sorted(places)
        if not any(known == library and inside(name, {place}) for known, name in used)
    ] == []


def test_modules_and_functions_stay_small() -> None:
    """A module has one idea, a function one step."""
    assert [
        f"{name_of(file)}{what}: {lines} lines" for file in MODULES for what, lines, most in sizes(file) if lines > most
    ] == []


def sizes(file: Path) -> Iterator[tuple[str, int, int]]:
    """Yield (what, its lines, how many it may have) of a module and its functions."""
    text = file.read_text("utf-8")
    yield "", text.count("\n"), LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f".{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1, LONGEST_FUNCTION


def test_no_drawer_for_odds_and_ends() -> None:
    """Every module is named after its idea."""
    assert [name_of(file) for file in MODULES if set(name_of(file).split(".")) & DRAWERS] == []


def test_nothing_reads_the_clock_or_throws_dice() -> None:
    """What is built depends on the input alone."""
    assert [
        f"{name_of(file)} uses {what}" for file in MODULES for what in sorted(names_used(file) & CLOCKS_AND_DICE)
    ] == []


def names_used(file: Path) -> set[str]:
    """Return the modules that a module imports and the attributes it asks for."""
    attributes = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    return attributes | {part for name in imports(file) for part in (top(name), name.rpartition(".")[2])}
