"""One small invented paper, and every file of the site that is made of it.

``make golden`` writes ``tests/golden/site/`` anew; what changed is read as a diff before it is committed.
Stylesheets, scripts, the search index and the database have tests of their own and are left out; the name of the folder
they stand in, made of their content, is written as ``assets/…/``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kaifaqu_archive.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

GOLDEN = Path(__file__).resolve().parent / "golden"
LEFT_OUT = re.compile(r"assets/|search/(?!index\.html)|data/archive\.sqlite")
ASSETS = re.compile(r"assets/[0-9a-f]+/")
# How large the database is depends on the SQLite of the machine.
SIZE = re.compile(r"(archive\.sqlite</a><span class=\"note\">)[^<]+")


def texts(site: Path) -> dict[str, str]:
    """Return path -> text of the files that are compared."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {
        name: SIZE.sub(r"\1…", ASSETS.sub("assets/…/", path.read_bytes().decode("utf-8")))
        for name, path in files.items()
        if not LEFT_OUT.match(name)
    }


def build(folder: Path, order: Iterable[Path]) -> dict[str, str]:
    """Build the small paper in ``folder``, its files put there in the given order, and return the site's texts."""
    (folder / "seeds").mkdir()
    for path in order:
        shutil.copy(path, folder / "seeds")
    assert main(["build", "--seeds", str(folder / "seeds"), "--out", str(folder), "--base-url", "/paper/"]) == 0
    return texts(folder / "site")


def renew(made: dict[str, str]) -> None:
    """Write the expected site anew."""
    shutil.rmtree(GOLDEN / "site", ignore_errors=True)
    for name, text in made.items():
        path = GOLDEN / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def test_the_small_paper_is_published_as_expected(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Whatever a change does to a page of the site is seen by whoever reviews it."""
    made = build(tmp_path, sorted((GOLDEN / "seeds").iterdir()))
    if pytestconfig.getoption("--renew-golden"):
        renew(made)
    expected = texts(GOLDEN / "site")
    assert sorted(made) == sorted(expected)
    assert [name for name in made if made[name] != expected[name]] == [], "make golden, and review the diff"


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Neither the order in which files came nor the place of the folder shows in what is built."""
    there, here = tmp_path / "one", tmp_path / "another place"
    there.mkdir()
    here.mkdir()
    files = sorted((GOLDEN / "seeds").iterdir())
    build(there, files)
    build(here, reversed(files))
    assert every_byte(there) == every_byte(here)


def every_byte(folder: Path) -> dict[str, bytes]:
    """Return path -> content of every file of the site, and the ledger."""
    files = [path for path in sorted((folder / "site").rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in [*files, folder / "seeds" / "ledger.yml"]
    }
