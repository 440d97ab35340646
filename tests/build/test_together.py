"""Several processes do what one does, and none is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.build import together as module
from kaifaqu_archive.build.together import hands_for, together
from kaifaqu_archive.errors import KaifaquError, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all")


def counting(first: int, count: int, wait: float = 0) -> Callable[[], Iterator[int]]:
    """Return a part that yields numbers, slowly."""

    def part() -> Iterator[int]:
        for number in range(first, first + count):
            time.sleep(wait)
            yield number

    return part


@pytest.mark.parametrize("hands", [1, 2, 3, 9])
def test_results_come_in_the_order_of_the_parts(hands: int) -> None:
    """However many work, and though the first is done last."""
    parts = [counting(0, 3, 0.05), counting(10, 0), counting(20, 2500), counting(3000, 1)]
    assert together(parts, hands) == [[0, 1, 2], [], list(range(20, 2520)), [3000]]


def test_parts_run_at_the_same_time_and_see_what_was_gathered(tmp_path: Path) -> None:
    """Each waits for what the other does: one process alone would wait for ever."""
    gathered = {"word": "灯"}

    def part(mine: str, other: str) -> Iterator[str]:
        (tmp_path / mine).touch()
        while not (tmp_path / other).exists():
            time.sleep(0.01)
        yield gathered["word"] + mine

    assert together([lambda: part("a", "b"), lambda: part("b", "a")], 2) == [["灯a"], ["灯b"]]


@pytest.mark.parametrize("hands", [1, 2])
def test_what_a_part_raises_is_raised_and_the_others_end(hands: int) -> None:
    """With place, cause and remedy as they were, and where in the other process it arose."""

    def fail() -> Iterator[int]:
        yield 1
        raise WriteError("site/a", "No room.", "Make room.")

    with pytest.raises(WriteError) as caught:
        together([fail, counting(0, 1000, 0.1 if hands > 1 else 0)], hands)
    assert (caught.value.place, caught.value.what, caught.value.remedy) == ("site/a", "No room.", "Make room.")
    assert hands == 1 or "in fail" in caught.value.__notes__[0]
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_is_told_of() -> None:
    """As by a system that is out of memory: nobody waits for it."""

    def die() -> Iterator[int]:
        yield 1
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(KaifaquError, match=r"ended from outside \(status -9\)"):
        together([die, counting(0, 2)], 2)
    assert multiprocessing.active_children() == []


def test_ctrl_c_ends_all(tmp_path: Path) -> None:
    """Helpers tidy up and end with the build, without a word of their own."""
    script = (
        "import pathlib, sys, tempfile, time\n"
        "from kaifaqu_archive.build.together import together\n"
        "def part():\n"
        "    with tempfile.TemporaryDirectory(dir=sys.argv[1]) as folder:\n"
        "        yield folder\n"
        "        time.sleep(60)\n"
        "try:\n    together([part, part], 2)\nexcept KeyboardInterrupt:\n    sys.exit(130)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate()[1] == b""
        assert process.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_small_archives_and_lone_processors_get_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large archive gets what the machine lends, up to a limit."""

    def lent(*processors: int) -> None:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(processors))

    lent(0, 1)
    assert hands_for(module.MANY_PAGES) == 2
    assert hands_for(module.MANY_PAGES - 1) == 1
    lent(3)
    assert hands_for(10**6) == 1
    lent(*range(64))
    assert hands_for(10**6) == module.MOST_HANDS
    monkeypatch.setattr(sys, "platform", "win32")
    assert hands_for(10**6) == 1
