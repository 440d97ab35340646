"""The only writer: a whole folder beside the old one, then both change places.

A reader, a crash or a full disk meets the old folder or the new one, never a part of one.  A file that
is as it was is not written again: both folders hold it while they stand beside one another.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
from collections import Counter
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kaifaqu_archive.build.together import together
from kaifaqu_archive.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kaifaqu_archive.publish import Edition, Files
    from kaifaqu_archive.publish.edition import Content

if sys.platform != "win32":
    import fcntl

_LONGEST_NAME = 255
"""Bytes that a name may have on the file systems in use."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PIECE = 1 << 20
"""Bytes compared or written at a time."""


@contextmanager
def only_builder(out: Path) -> Iterator[None]:
    """Make the folder ``out`` and hold it while a build writes there; raises WriteError when another does."""
    with _failing_at(out):
        out.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # two builds at once are not noticed there
        yield
        return
    handle = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise WriteError(str(out), "Another build is writing here.", "Wait until it is done.") from error
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def replaced_folder(folder: Path, edition: Edition, ours: Callable[[Path], bool], hands: int = 1) -> Iterator[int]:
    """Write ``edition`` beside ``folder``, yield its number of files, and put it in its place when the block ends well.

    ``ours`` says whether what stands at ``folder`` may be replaced, ``hands`` how many processes write.  On any
    error, of the block or an interruption included, what stood there stands, and nothing is left beside it.
    """
    new, old = _beside(folder, "new"), _beside(folder, "old")
    try:
        with _failing_at(folder):
            _heal(folder, old)
            _remove(new)
        if folder.exists() and not ours(folder):
            raise WriteError(
                str(folder),
                "What stands here was not written by this program, and a build would replace it.",
                "Move it away, or name another folder with --out.",
            )
        yield _write_all(new, folder, edition, hands)
        with _failing_at(folder):
            _swap(new, folder, old)
    finally:
        with suppress(OSError):
            _remove(new)
            if folder.exists():
                _remove(old)


def append_rows(path: Path, header: str, rows: str) -> None:
    """Append ``rows`` to the file at ``path``, which begins with ``header`` when it is new; all of it or nothing."""
    new = _beside(path, "new")
    try:
        with _failing_at(path):
            before = path.read_text("utf-8") if path.exists() else header
            if before and not before.endswith("\n"):
                before += "\n"
            new.write_text(before + rows, "utf-8", newline="\n")
            _to_disk(new)
            new.replace(path)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


@contextmanager
def _failing_at(path: Path) -> Iterator[None]:
    """Turn the system's refusals into what to tell the editor about ``path``."""
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> WriteError:
    """Return what to tell the editor when ``path`` cannot be written."""
    return WriteError(
        str(path),
        f"This cannot be written ({error.strerror or error}).",
        "Make room and see that you may write there; what stood there before still stands.",
    )


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.name}.{what}")


def _heal(folder: Path, old: Path) -> None:
    """Bring back the last folder if a crash fell between the two renames of a swap."""
    if old.exists() and not folder.exists():
        old.rename(folder)


def _write_all(folder: Path, last: Path, edition: Edition, hands: int) -> int:
    with _failing_at(folder):
        folder.mkdir()
    made = together([partial(_written, folder, last, part) for part in edition.parts], hands)
    names = list(chain.from_iterable(made))
    names += _written(folder, last, partial(edition.last, names))
    _refuse_twice(names)
    # One call for all: to sync each of a hundred thousand files by itself takes minutes.
    if hasattr(os, "sync"):
        os.sync()
    return len(names)


def _written(folder: Path, last: Path, files: Callable[[], Files]) -> Iterator[str]:
    """Write the files below ``folder`` and yield their names; those that are as in ``last`` are taken from there."""
    made: set[Path] = {folder}
    for name, data in files():
        path = _safe(name)
        target = folder / path
        with _failing_at(target):
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            try:
                if not _taken(last / path, target, data):
                    _write(target, data)
            except FileExistsError:
                _refuse_twice((name, name))
        yield name


def _taken(old: Path, target: Path, data: Content) -> bool:
    """Give the file ``old`` the name ``target`` too where it holds ``data``; return whether it did."""
    try:
        known = old.lstat()
        size = len(data) if isinstance(data, bytes) else data.stat().st_size
        if not stat.S_ISREG(known.st_mode) or known.st_size != size or not _holds(old, data):
            return False
        os.link(old, target)
    except FileExistsError:
        raise
    except OSError:  # nothing stood there, or its file system knows no second names
        return False
    return True


def _holds(path: Path, data: Content) -> bool:
    with path.open("rb", buffering=0) as file:
        return all(file.read(len(piece)) == piece for piece in _pieces(data))


def _write(target: Path, data: Content) -> None:
    # Never over a file that is there: it may have been taken from the last folder, which still stands.
    with target.open("xb") as file:
        file.writelines(_pieces(data))


def _pieces(data: Content) -> Iterator[bytes]:
    if isinstance(data, bytes):
        yield from (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    else:
        with data.open("rb") as file:
            yield from iter(partial(file.read, _PIECE), b"")


def _refuse_twice(names: Sequence[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise WriteError(name, "Two files of the site have this address.", "Give one of the two another name.")


def _safe(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    parts = name.split("/")
    if path.is_absolute() or any(part in {"", ".", ".."} or "\0" in part or "\\" in part for part in parts):
        raise WriteError(repr(name), "This cannot be the address of a file.", "Rename what it was made of.")
    if any(len(part.encode()) > _LONGEST_NAME for part in parts):
        raise WriteError(name, "This name is too long for a file.", "Shorten the name of what it was made of.")
    return path


def _swap(new: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        _remove(old)
        folder.rename(old)
        new.rename(folder)
        _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step where the system can (Linux); return whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # a C library without it
        return False
    result: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
