"""The tool that changes the parser: its changes are small, valid, and all different from what stands there."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tools import mutate

if TYPE_CHECKING:
    from pathlib import Path

CODE = '''"""Doc."""

WEIGHT: int = 2
NAME = "x" + "y"


def f(a: int, 页: list[int]) -> bool:
    """Doc 1 < 2."""
    if a < 3 and not 页:
        return True
    return f"{a + 1}" in NAME
'''


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a module that can be changed."""
    monkeypatch.setattr(mutate, "ROOT", tmp_path)
    path = tmp_path / "one.py"
    path.write_text(CODE, "utf-8")
    return path


def test_operators_numbers_and_conditions_are_changed(file: Path) -> None:
    """Each change is one of these; strings, docstrings, annotations and f-strings are left alone."""
    assert [(change.line, change.before, change.after) for change in mutate.changes(file)] == [
        (3, "2", "(3)"),
        (9, "a < 3 and not 页", "(a < 3 or not 页)"),
        (9, "a < 3", "(a <= 3)"),
        (9, "3", "(4)"),
        (9, "not 页", "(页)"),
        (10, "True", "(False)"),
        (11, 'f"{a + 1}" in NAME', "(f'{a + 1}' not in NAME)"),
    ]


def test_a_changed_file_is_valid_and_another(file: Path) -> None:
    """Positions are counted in bytes, so that Chinese before a change does not shift it."""
    source = file.read_bytes()
    for change in mutate.changes(file):
        applied = change.applied(source)
        assert applied != source
        assert ast.dump(ast.parse(applied)) != ast.dump(ast.parse(source))
