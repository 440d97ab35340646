"""Joins the small modules of the search page, as style sheets are joined: few requests, not fifteen.

``early.js`` stands in the page itself and asks for the index before anything else has come; ``core.js`` asks for
what an answer will read, and while that comes ``main.js`` comes, which shows it.  Modules that the page imports
later, when they are needed, stay files of their own.  What may be joined is plain: imports by name, ``export``
before a declaration, no two joined modules with the same name at their top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

EARLY = "early.js"
BUNDLES = {EARLY: "early.js", "core.js": "ahead.js", "main.js": "main.js"}
"""What is made, and the module that it starts with; a module is joined into the first that needs it."""
HELD = "globalThis.early"
"""What the script in the page holds for the others, which cannot import from it."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(?:\./)?((?:\.\./)*[\w./-]+\.js)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([\w-]+\.js)"\)')
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_DECLARED = re.compile(r"^(export )?(?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)
_UNSENT = re.compile(r"^[ \t]*//[^\n]*\n|^[ \t]*/\*\*(?:(?!\*/).)*\*/\n|^[ \t]+", re.MULTILINE | re.DOTALL)
"""Comments and indents, not a licence's; no string of ours goes over a line."""


class ScriptError(Exception):
    """Two modules of the search page cannot be joined."""


def search_scripts(folder: Path) -> dict[str, bytes]:
    """Return the joined scripts and the modules that are loaded later, by name; none where there is no search page.

    ``early.js`` is the text of a plain script, the others are modules.
    """
    sources = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.js"))}
    if not sources.keys() >= set(BUNDLES.values()):
        return {}
    for name in {needed for text in sources.values() for _, needed in _IMPORT.findall(text)} - sources.keys():
        sources[name] = (folder / name).read_text("utf-8")
    home: dict[str, str] = {}
    for bundle, start in BUNDLES.items():
        for name in _needed(start, sources):
            home.setdefault(name, bundle)
    made = {bundle: _joined([name for name in home if home[name] == bundle], sources, home) for bundle in BUNDLES}
    later = {name for source in home for name in _LATER.findall(sources[source])}
    for name in sorted(_closed(later, sources) - set(home)):
        made[name] = _IMPORT.sub(lambda found: _imported(found, home), sources[name])
    return {name: _UNSENT.sub("", text).encode() for name, text in made.items()}


def early_script(folder: Path) -> str:
    """Return the script that stands in the search page, empty where there is no search page."""
    return search_scripts(folder).get(EARLY, b"").decode()


def _needed(name: str, sources: Mapping[str, str]) -> Iterator[str]:
    """Yield the modules that a module imports, each after those it needs, and the module itself."""
    for _, needed in _IMPORT.findall(sources[name]):
        yield from _needed(needed, sources)
    yield name


def _closed(names: set[str], sources: Mapping[str, str]) -> set[str]:
    """Return modules and all that they import, now or later."""
    found: set[str] = set()
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [needed for _, needed in _IMPORT.findall(sources[name])] + _LATER.findall(sources[name])
    return found


def _joined(names: list[str], sources: Mapping[str, str], home: Mapping[str, str]) -> str:
    """Return modules as one, each after those it needs."""
    declared: dict[str, str] = {}
    exported, imports, bodies = [], [], []
    for name in names:
        for export, found in _DECLARED.findall(sources[name]):
            if found in declared:
                raise ScriptError(f"{name} and {declared[found]} both declare {found}")
            declared[found] = name
            exported += [found] if export else []
        outside = [each for each in _IMPORT.finditer(sources[name]) if each[2] not in names]
        imports += [(each.strip(), home[found[2]]) for found in outside for each in found[1].split(",")]
        bodies.append(_EXPORT.sub("", _IMPORT.sub("", sources[name])))
    if home[names[0]] == EARLY:
        return "".join(['(() => {\n"use strict";\n', *bodies, f"{HELD} = {{ {', '.join(exported)} }};\n}})();\n"])
    heads = [_import(name, source) for name, source in dict.fromkeys(imports)]
    return "".join([*heads, *bodies, f"export {{ {', '.join(exported)} }};\n"])


def _import(names: str, source: str) -> str:
    return f"const {{ {names} }} = {HELD};\n" if source == EARLY else f'import {{ {names} }} from "./{source}";\n'


def _imported(found: re.Match[str], home: Mapping[str, str]) -> str:
    names, source = found.groups()
    return _import(names.strip(), home.get(source, source))
