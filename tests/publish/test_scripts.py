"""Joining the scripts of the search page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaifaqu_archive.publish.scripts import ScriptError, early_script, search_scripts

SOURCES = Path(__file__).resolve().parents[2] / "static" / "js" / "search"


def written(folder: Path, **modules: str) -> Path:
    """Write modules, ``early``, ``ahead`` and ``main`` among them."""
    for name, text in {"early": "", "ahead": "", "main": "", **modules}.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder


def test_a_module_comes_after_what_it_needs(tmp_path: Path) -> None:
    """Imports between joined modules go; what is declared is declared before it is used."""
    made = search_scripts(
        written(tmp_path, ahead='import { a } from "./one.js";\nuse(a);\n', one="// why\nexport const a = 1;\n")
    )
    assert made["core.js"] == b"const a = 1;\nuse(a);\nexport { a };\n"


def test_what_the_page_itself_holds_is_asked_of_it(tmp_path: Path) -> None:
    """A module is in one script only, so that it is run once; the script in the page is none that others can import."""
    made = search_scripts(
        written(
            tmp_path,
            early='import { a } from "./one.js";\nuse(a);\n',
            ahead='import { a } from "./one.js";\nuse(a);\nimport("./later.js");\n',
            one="export const a = 1;\n",
            later='import { a } from "./one.js";\nuse(a);\n',
        )
    )
    assert made["core.js"].decode().startswith("const { a } = globalThis.early;\n")
    assert b"const a" not in made["core.js"]
    assert made["later.js"] == b"const { a } = globalThis.early;\nuse(a);\n"
    early = made["early.js"].decode()
    assert early == '(() => {\n"use strict";\nconst a = 1;\nuse(a);\nglobalThis.early = { a };\n})();\n'
    assert early_script(tmp_path) == early


def test_comments_and_indents_are_not_sent(tmp_path: Path) -> None:
    """A reader's browser is sent the program alone."""
    made = search_scripts(
        written(tmp_path, ahead="/** Why\n * so. */\nfunction a() {\n  // how\n  return 1; // one\n}\n")
    )
    assert made["core.js"] == b"function a() {\nreturn 1; // one\n}\nexport {  };\n"


def test_what_is_loaded_later_stays_a_file(tmp_path: Path) -> None:
    """A module that is imported when it is needed asks the joined file for what that holds."""
    made = search_scripts(
        written(
            tmp_path,
            ahead='import { a } from "./one.js";\nimport("./main.js");\n',
            main='import { a } from "./one.js";\nimport("./later.js");\n',
            one="export const a = 1;\n",
            later='import { a } from "./one.js";\nimport { b } from "./deep.js";\n',
            deep="export const b = 2;\n",
            elsewhere="export const c = 3;\n",
        )
    )
    assert set(made) == {"early.js", "core.js", "main.js", "later.js", "deep.js"}
    assert made["main.js"].decode().startswith('import { a } from "./core.js";\n')
    assert made["later.js"] == b'import { a } from "./core.js";\nimport { b } from "./deep.js";\n'


def test_two_modules_with_one_name_are_refused(tmp_path: Path) -> None:
    """A name that two joined modules declare would make them one another's."""
    one, two = "const a = 1;\nexport const b = a;\n", "const a = 2;\nexport const c = a;\n"
    ahead = 'import { b } from "./one.js";\nimport { c } from "./two.js";\n'
    with pytest.raises(ScriptError, match="both declare a"):
        search_scripts(written(tmp_path, ahead=ahead, one=one, two=two))


def test_a_folder_without_a_search_page_has_no_scripts(tmp_path: Path) -> None:
    """Nothing is joined where there is nothing."""
    assert search_scripts(tmp_path) == {}


def test_the_real_page_starts_with_three_scripts() -> None:
    """What asks is in the page itself and in the first script, what shows in the second; comments are left out but for a licence; every import names a file that is there."""
    made = search_scripts(SOURCES)
    for name, content in made.items():
        text = content.decode()
        assert not re.search(r"^\s*(//|/\*(?!!))", text, re.MULTILINE), name
        for needed in re.findall(r'(?:from|import\()\s*"\./([\w-]+\.js)"', text):
            assert needed in made, f"{name} needs {needed}"
    assert b"Shards" in made["core.js"]
    assert b"lunr" not in made["core.js"].replace(b"known.lunr", b"")
    assert made["main.js"].count(b"@license") == 1
    assert len(made["early.js"]) < 5000
    assert not re.search(r"\bimport\b|\bexport\b|</|<!--", made["early.js"].decode())
