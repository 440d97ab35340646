"""Finding a browser: one that runs is taken, a stub is passed over, and a machine without one hears what to install."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tools import chromium

if TYPE_CHECKING:
    from pathlib import Path

RUNS = "#!/bin/sh\necho Chromium 1.2.3\n"
STUB = "#!/bin/sh\necho install the snap >&2\nexit 1\n"


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KAIFAQU_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC", ())
    monkeypatch.setattr(chromium, "downloaded", lambda: iter(()))  # it cannot be asked while Playwright is at work
    return tmp_path


def program(folder: Path, name: str, text: str) -> str:
    """Write a program and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return os.fspath(path)


def test_a_stub_is_passed_over(bin_folder: Path) -> None:
    """Ubuntu's chromium-browser says only that a snap is wanted; the Chrome beside it runs."""
    program(bin_folder, "chromium-browser", STUB)
    chrome = program(bin_folder, "google-chrome", RUNS)
    assert chromium.installed() == chrome


def test_the_named_browser_is_the_only_one_asked(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names a browser does not silently get another."""
    program(bin_folder, "chromium", RUNS)
    named = program(bin_folder, "mine", RUNS)
    monkeypatch.setenv("KAIFAQU_CHROMIUM", named)
    assert chromium.installed() == named
    program(bin_folder, "mine", STUB)
    assert chromium.installed() is None


def test_a_machine_without_one_hears_what_to_install(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence on standard error, exit status 1, nothing that could be taken for a path."""
    assert bin_folder.is_dir()
    monkeypatch.setattr("sys.argv", ["chromium.py", "--installed"])
    assert chromium.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "apt-get install chromium" in said.err
    assert said.err.count("\n") == 1


def test_packages_come_before_the_download(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Debian as root, apt-get fetches first and unpacks then, each under a limit of its own."""
    steps: list[list[str]] = []

    def note(command: list[str], _: int) -> bool:
        steps.append(command)
        return True

    program(bin_folder, "apt-get", RUNS)
    monkeypatch.setattr(chromium, "os_release", lambda: ["ID=debian"])
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(chromium, "ran", note)
    assert chromium.install_package()
    assert [step[0] for step in steps] == ["timeout"] * 3
    assert ["update" in step or "--download-only" in step for step in steps] == [True, True, False]


def test_a_step_that_hangs_is_given_up() -> None:
    """A machine without a network is not waited for."""
    assert not chromium.ran(["sleep", "30"], 1)
    assert not chromium.ran(["no-such-program"], 1)
