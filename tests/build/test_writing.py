"""The last good folder stands until a whole new one is in its place."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.build import writing
from kaifaqu_archive.build.writing import append_rows, only_builder, replaced_folder
from kaifaqu_archive.errors import WriteError
from kaifaqu_archive.publish import Edition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kaifaqu_archive.publish import Files

FILES = (
    ("index.html", b"new"),
    ("articles/a/index.html", b"a"),
    ("data/甲.json", b"{}"),
)


def anything(folder: Path) -> bool:
    """Let every folder be replaced."""
    return folder.is_dir()


def replace_folder(
    folder: Path, files: Files, ours: Callable[[Path], bool], and_then: Callable[[], object] = int
) -> int:
    """Replace ``folder`` and return how many files it has now; ``and_then`` is called before it is published."""
    with replaced_folder(folder, Edition((lambda: files,)), ours) as count:
        and_then()
    return count


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder``."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    """Return what stands in ``folder``."""
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with an old site, alone in its own folder."""
    folder = tmp_path / "构 建" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_bytes(b"old")
    (folder / "gone.html").write_bytes(b"old")
    return folder


def stands_untouched(site: Path) -> bool:
    """Whether the old site stands, and nothing beside it."""
    return tree(site) == {"index.html": b"old", "gone.html": b"old"} and names(site.parent) == ["site"]


def test_a_new_folder_replaces_the_old_one_whole(site: Path) -> None:
    """What is not written anew is gone; nothing is left beside it."""
    assert replace_folder(site, FILES, anything) == len(FILES)
    assert tree(site) == dict(FILES)
    assert names(site.parent) == ["site"]


def test_the_first_build_needs_no_old_folder(tmp_path: Path) -> None:
    """Where nothing stood, the new folder stands."""
    replace_folder(tmp_path / "site", FILES, anything)
    assert tree(tmp_path / "site") == dict(FILES)


def test_where_the_system_cannot_exchange_folders_two_renames_do(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems than Linux get the same result."""
    monkeypatch.setattr(writing, "_exchange", lambda *_: False)
    replace_folder(site, FILES, anything)
    assert tree(site) == dict(FILES)
    assert names(site.parent) == ["site"]


@pytest.mark.parametrize(
    "blow", [ValueError("a fault"), KeyboardInterrupt(), OSError(errno.EIO, "bad disk"), SystemExit(1)]
)
def test_an_error_while_making_the_files_leaves_the_old_site(site: Path, blow: BaseException) -> None:
    """Whatever ends a build between two files, an interruption included."""

    def files() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise blow

    with pytest.raises(type(blow)):
        replace_folder(site, files(), anything)
    assert stands_untouched(site)


def test_a_full_disk_leaves_the_old_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way ends in one sentence that names the file."""
    real = writing._write  # noqa: SLF001 - a disk that is full in the middle of a file cannot be had otherwise

    def write(path: Path, data: bytes) -> None:
        if path.name.endswith(".json"):
            real(path, data[:1])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, data)

    monkeypatch.setattr(writing, "_write", write)
    with pytest.raises(WriteError, match=r"No space left.*still stands"):
        replace_folder(site, FILES, anything)
    assert stands_untouched(site)


def test_an_error_before_the_swap_leaves_the_old_site(site: Path) -> None:
    """Where the ledger cannot be kept, nothing new is published."""

    def refuse() -> None:
        raise WriteError("ledger.yml", "full", "make room")

    with pytest.raises(WriteError, match="ledger"):
        replace_folder(site, FILES, anything, and_then=refuse)
    assert stands_untouched(site)


def test_what_a_crash_left_is_mended_by_the_next_build(site: Path) -> None:
    """A crash between two renames left the site under another name, one while writing left a part of a new one."""
    site.rename(site.with_name("site.old"))
    (site.with_name("site.new")).mkdir()
    (site.with_name("site.new") / "index.html").write_bytes(b"half")

    def fail() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - nothing more is known of it
        replace_folder(site, fail(), anything)
    assert stands_untouched(site)


def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(site: Path) -> None:
    """Not even kill -9 in the middle of writing touches what is published."""
    script = (
        "import os, sys; from pathlib import Path; from kaifaqu_archive.build.writing import replaced_folder\n"
        "from kaifaqu_archive.publish import Edition\n"
        "def files():\n    yield 'index.html', b'new'\n    os.kill(os.getpid(), 9)\n"
        "with replaced_folder(Path(sys.argv[1]), Edition((files,)), lambda _: True): pass"
    )
    assert subprocess.run([sys.executable, "-c", script, str(site)], check=False).returncode == -9
    assert tree(site) == {"index.html": b"old", "gone.html": b"old"}
    replace_folder(site, FILES, anything)
    assert names(site.parent) == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process writes all")
def test_a_killed_build_of_several_processes_leaves_the_old_site(site: Path) -> None:
    """The helper that it leaves behind holds the place until it has seen that nobody waits for it."""
    script = (
        "import os, sys, time; from pathlib import Path\n"
        "from kaifaqu_archive.build.writing import only_builder, replaced_folder\n"
        "from kaifaqu_archive.publish import Edition\n"
        "site, build = Path(sys.argv[1]), os.getpid()\n"
        "def one():\n"
        "    yield 'index.html', b'new'\n"
        "    while not (site.parent / 'site.new' / 'slow.html').exists(): time.sleep(0.01)\n"
        "    os.kill(build, 9)\n"
        "def other():\n    yield 'slow.html', b'new'\n    time.sleep(1)\n    yield 'late.html', b'new'\n"
        "with only_builder(site.parent), replaced_folder(site, Edition((one, other)), lambda _: True, 2): pass"
    )
    assert subprocess.run([sys.executable, "-c", script, str(site)], check=False).returncode == -9
    assert tree(site) == {"index.html": b"old", "gone.html": b"old"}
    with pytest.raises(WriteError, match="Another build"), only_builder(site.parent):
        pass
    for _ in range(1000):
        with suppress(WriteError), only_builder(site.parent):
            break
        time.sleep(0.02)
    replace_folder(site, FILES, anything)
    assert tree(site) == dict(FILES)
    assert names(site.parent) == ["site"]


def test_a_folder_of_somebody_else_is_not_replaced(site: Path) -> None:
    """--out pointed at the wrong place must not cost anybody's files."""
    with pytest.raises(WriteError, match="--out"):
        replace_folder(site, FILES, lambda _: False)
    assert stands_untouched(site)


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../up.html", "a/../../up.html", "a//b", "", "a/", "a\0b", "a\\b", "./a"]
)
def test_no_address_leads_out_of_the_folder(site: Path, name: str) -> None:
    """Every path is below the site, in the form in which it was given."""
    with pytest.raises(WriteError):
        replace_folder(site, [(name, b"")], anything)
    assert stands_untouched(site)


def test_a_name_that_no_file_system_takes_is_refused_by_name(site: Path) -> None:
    """255 bytes are a name's limit; the error says which."""
    with pytest.raises(WriteError, match="too long"):
        replace_folder(site, [("长" * 86 + "/index.html", b"")], anything)
    assert stands_untouched(site)


@pytest.mark.parametrize("hands", [1, 2])
def test_two_files_with_one_address_are_refused(site: Path, hands: int) -> None:
    """The second would silently replace the first, and what is published now with it where both hold the same file."""
    files = (("index.html", b"old"), ("index.html", b"new"))
    with pytest.raises(WriteError, match="this address"), replaced_folder(site, Edition((lambda: files,)), anything):
        pass
    apart = Edition(((lambda: files[:1]), (lambda: files[1:])))
    with pytest.raises(WriteError, match="this address"), replaced_folder(site, apart, anything, hands):
        pass
    assert stands_untouched(site)


# --- what is as it was -----------------------------------------------------------------


def identities(folder: Path) -> dict[str, int]:
    """Return which file of the disk each file below ``folder`` is."""
    return {str(path.relative_to(folder)): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_is_as_it_was_is_not_written_again(site: Path) -> None:
    """It keeps its place on the disk and the moment when it was written, so that a copy of the site elsewhere does too."""
    replace_folder(site, FILES, anything)
    before = identities(site)
    changed = (FILES[0], ("articles/a/index.html", b"b"), ("more.html", b"more"))
    replace_folder(site, changed, anything)
    assert tree(site) == dict(changed)
    after = identities(site)
    assert after["index.html"] == before["index.html"]
    assert after["articles/a/index.html"] != before["articles/a/index.html"]
    assert {path.stat().st_nlink for path in site.rglob("*") if path.is_file()} == {1}


def test_a_damaged_file_is_written_again(site: Path) -> None:
    """What stands is read, not remembered: a file of the right size with another byte does not survive a build."""
    replace_folder(site, FILES, anything)
    (site / "index.html").write_bytes(b"nex")
    replace_folder(site, FILES, anything)
    assert tree(site) == dict(FILES)


def test_a_build_that_fails_leaves_the_files_that_it_shares(site: Path) -> None:
    """A new folder is thrown away with second names of what is published: that stands, content and all."""

    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"old"
        assert site.with_name("site.new").joinpath("index.html").samefile(site / "index.html")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - nothing more is known of it
        replace_folder(site, files(), anything)
    assert stands_untouched(site)


def test_what_stands_under_a_name_may_be_no_file(site: Path) -> None:
    """A folder, a link into another place: neither is taken for what it is not."""
    (site / "articles" / "a" / "index.html").mkdir(parents=True)
    elsewhere = site.parent.parent / "elsewhere"
    elsewhere.write_bytes(b"new")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(elsewhere)
    replace_folder(site, FILES, anything)
    assert tree(site) == dict(FILES)
    assert not (site / "index.html").is_symlink()


def test_where_files_cannot_have_two_names_they_are_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems know no hard links."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    replace_folder(site, FILES, anything)
    monkeypatch.setattr(os, "link", refuse)
    replace_folder(site, FILES, anything)
    assert tree(site) == dict(FILES)


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    """The second says so at once, and the first goes on."""
    with only_builder(tmp_path), pytest.raises(WriteError, match="Another build"), only_builder(tmp_path):
        pass
    with only_builder(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(WriteError, match="out"), only_builder(tmp_path / "out" / "deeper"):
        pass


def test_rows_are_appended_and_nothing_else_changes(tmp_path: Path) -> None:
    """What stood in the file stands there still, byte for byte; a missing last line break is added."""
    path = tmp_path / "ledger.yml"
    append_rows(path, "# head\n", "- one\n")
    assert path.read_bytes() == b"# head\n- one\n"
    path.write_bytes(b"# head, edited\n- one")
    append_rows(path, "# head\n", "- two\n")
    assert path.read_bytes() == b"# head, edited\n- one\n- two\n"
    assert names(tmp_path) == ["ledger.yml"]


def test_rows_that_cannot_be_written_leave_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs no row that was there."""
    path = tmp_path / "ledger.yml"
    append_rows(path, "# head\n", "- one\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing, "_to_disk", full)
    with pytest.raises(WriteError, match="No space left"):
        append_rows(path, "# head\n", "- two\n")
    assert path.read_bytes() == b"# head\n- one\n"
    assert names(tmp_path) == ["ledger.yml"]
