"""What the documents say is so: commands, targets, folders, figures, versions."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive import __version__
from kaifaqu_archive.model import Role
from tests.corpus.floors import readme_table

if TYPE_CHECKING:
    from pathlib import Path

READMES = ("README.md", "README.zh-CN.md")


def targets(root: Path) -> set[str]:
    """Return the targets that ``make`` lists."""
    return set(re.findall(r"^([a-z][a-z-]*):[^#\n]*## ", (root / "Makefile").read_text("utf-8"), re.MULTILINE))


def subcommands() -> set[str]:
    """Return the commands that ``kaifaqu --help`` lists."""
    command = [sys.executable, "-m", "kaifaqu_archive", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^    ([a-z]+)  ", said, re.MULTILINE))


def test_the_readme_names_every_subcommand_and_no_other(root: Path) -> None:
    """A command that was added or renamed is documented."""
    assert set(re.findall(r"`kaifaqu ([a-z]+)", (root / "README.md").read_text("utf-8"))) == subcommands()


def test_the_readme_names_every_make_target_and_no_other(root: Path) -> None:
    """A target that was added or renamed is documented, and `make` alone lists it."""
    assert set(re.findall(r"`make ([a-z]+)", (root / "README.md").read_text("utf-8"))) == targets(root)


def test_every_target_without_a_file_is_phony_and_listed(root: Path) -> None:
    """A file named `build` or `test` cannot switch a target off, and no target is hidden from `make`."""
    makefile = (root / "Makefile").read_text("utf-8")
    assert set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()) == targets(root)


@pytest.mark.parametrize("name", READMES)
def test_links_between_files_resolve(name: str, root: Path) -> None:
    """No document points at a file that is not there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (root / name).read_text("utf-8"))
    assert links
    assert [link for link in links if not (root / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_both_readmes_begin_with_the_same_two_commands(name: str, root: Path) -> None:
    """Whoever reads either starts alike."""
    block = re.findall(r"```sh\n(.*?)```", (root / name).read_text("utf-8"), re.DOTALL)[0]
    assert re.findall(r"^make \w+", block, re.MULTILINE) == ["make build", "make test"]


def test_the_picture_of_the_house_is_the_house(root: Path) -> None:
    """Every module at the top stands in the README's picture, and everything in the picture exists."""
    source = root / "src" / "kaifaqu_archive"
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in source.iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }
    picture = re.findall(r"## The house.*?```\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)[0]
    rows = [row.strip().split("    ")[0] for row in picture.splitlines() if row.startswith("  ")]
    drawn = {word for row in rows for word in row.split() if word.endswith((".py", "/"))}
    assert drawn == there
    outer = {
        word
        for row in picture.splitlines()
        if not row.startswith(" ")
        for word in re.findall(r"^\S+/|(?<= )static/", row)
    }
    assert [folder for folder in sorted(outer) if not (root / folder).is_dir()] == []


def test_the_figures_in_the_readme_are_the_floors(root: Path) -> None:
    """The README claims what the tests hold, to the digit."""
    floors = json.loads((root / "tests" / "corpus" / "floors.json").read_text("utf-8"))
    assert readme_table(floors["gold"]) in (root / "README.md").read_text("utf-8")


def test_the_version_stands_in_the_changelog(root: Path) -> None:
    """The newest release in the changelog is the version of the package."""
    released = re.findall(r"^## \[(\d[^\]]*)\]", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert released[0] == __version__


def test_editors_are_told_of_every_role(root: Path) -> None:
    """The Chinese README lists all roles that a line can be given."""
    text = (root / "README.zh-CN.md").read_text("utf-8")
    assert [role.value for role in Role if f"| `{role.value}` |" not in text] == []
