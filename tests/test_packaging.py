"""How the project is installed and published: locked, hashed, pinned, with least permissions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def normal(name: str) -> str:
    """Return the name of a package as the index spells it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name)[0]).lower()


def locked(name: str) -> dict[str, str]:
    """Return package -> its block in ``requirements/NAME.txt``."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    blocks = re.split(r"\n(?=\w)", text)
    return {normal(block): block for block in blocks if not block.startswith("#")}


def declared(key: str) -> set[str]:
    """Return the packages of a dependency group, or of the project itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = project["project"]["dependencies"] if key == "run" else project["dependency-groups"][key]
    return {normal(name) for name in names if isinstance(name, str)}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_locked_package_has_one_version_and_hashes(path: Path) -> None:
    """What is installed today is installed tomorrow, on every machine."""
    for name, block in locked(path.stem).items():
        assert re.match(r"\S+==[\w.]+( ;.*)? \\\n", block), name
        assert "--hash=sha256:" in block, name


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_locks_name_no_host(path: Path) -> None:
    """Where packages come from is the machine's own setting."""
    assert re.findall(r"https?:|file:|index-url|find-links|@ ", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_declared_requirement_is_locked(path: Path) -> None:
    """A requirement added to pyproject.toml is not forgotten in the lock."""
    assert declared(path.stem) - set(locked(path.stem)) == set()


def test_locks_agree() -> None:
    """A package that stands in two locks has the same versions in both, so that the second changes nothing."""
    versions: dict[str, set[tuple[str, ...]]] = {}
    for path in LOCKS:
        text = path.read_text("utf-8")
        for name in locked(path.stem):
            found = re.findall(rf"^{name.replace('-', '[-_.]')}==(\S+)", text, re.MULTILINE | re.IGNORECASE)
            versions.setdefault(name, set()).add(tuple(found))
    assert [name for name, seen in versions.items() if len(seen) > 1] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot."""
    used = re.findall(r"uses: *(.*)", path.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_do_nothing_that_make_cannot(path: Path) -> None:
    """Whatever runs there runs here: every command is `make`, and permissions are given to single jobs alone."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    runs = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert [run for run in runs if not re.fullmatch(r"make [a-z]+( ARGS=.*)?", run)] == []
    assert [name for name, job in workflow["jobs"].items() if "permissions" not in job] == []
