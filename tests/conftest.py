"""What tests of the whole archive share: the real seeds, the real site, and the options of the suite."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flags of ``make golden`` and ``make floors``."""
    group = parser.getgroup("kaifaqu")
    group.addoption("--renew-golden", action="store_true", help="write tests/golden/ anew")
    group.addoption("--renew-floors", action="store_true", help="raise tests/corpus/floors.json to today's scores")
    group.addoption("--lower-floors", action="store_true", help="with --renew-floors: lower them too")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a private copy of ``seeds/`` that a test may change."""
    return shutil.copytree(ROOT / "seeds", tmp_path / "seeds")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built once by the command from a copy of ``seeds/``."""
    folder = tmp_path_factory.mktemp("real")
    copy = shutil.copytree(ROOT / "seeds", folder / "seeds")
    command = [sys.executable, "-m", "kaifaqu_archive"]
    options = ["build", "--seeds", str(copy), "--out", str(folder), "--base-url", "/kaifaqu-archive/"]
    done = subprocess.run([*command, *options], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"kaifaqu build says:\n{done.stdout}{done.stderr}"
    return folder / "site"
