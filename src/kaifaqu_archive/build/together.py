"""Work that several processes do together: parts that need nothing of one another.

A part runs in a process of its own, forked from this one, so that it sees all that was gathered before
and nothing of it is copied until it is changed.  What the parts yield comes back in the parts' order: who
was done first shows nowhere.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, TypeVar

from kaifaqu_archive.errors import KaifaquError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

Result = TypeVar("Result")

MANY_PAGES = 200
"""Pages of an archive for which several processes are started: one builds a smaller one in a few seconds."""
MOST_HANDS = 4
"""Processes at a time at most, for each takes memory for what it touches."""
BATCH = 1000
"""Results sent at a time."""


def hands_for(pages: int) -> int:
    """Return how many processes the build of an archive of so many pages has: what the machine lends us."""
    if pages < MANY_PAGES or sys.platform in {"win32", "darwin"}:  # neither can fork a process that has used its system
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_HANDS)


def together(parts: Sequence[Callable[[], Iterable[Result]]], hands: int) -> list[list[Result]]:
    """Return what each part yields, in the parts' order; ``hands`` of them are worked on at a time.

    One hand does them one after the other, in this process.  What a part raises is raised here, and the others end.
    """
    if min(hands, len(parts)) <= 1:
        return [list(part()) for part in parts]
    return _Helpers(parts).work(hands)


class _Helpers:
    """The processes at work, and what they have sent."""

    def __init__(self, parts: Sequence[Callable[[], Iterable[Any]]]) -> None:
        self._waiting = deque(enumerate(parts))
        self._results: list[list[Any]] = [[] for _ in parts]
        self._working: dict[Connection, tuple[int, Any]] = {}

    def work(self, hands: int) -> list[list[Any]]:
        """Return the results of all parts."""
        try:
            while self._waiting or self._working:
                while self._waiting and len(self._working) < hands:
                    self._start(*self._waiting.popleft())
                for pipe in wait(list(self._working)):
                    self._hear(pipe)  # type: ignore[arg-type]
        finally:
            # Nothing works on here unless something failed.
            for pipe in list(self._working):
                self._end(pipe, stop=True)
        return self._results

    def _start(self, number: int, part: Callable[[], Iterable[Any]]) -> None:
        fork = multiprocessing.get_context("fork")
        ours, theirs = fork.Pipe(duplex=False)
        process = fork.Process(target=_help, args=(part, theirs, (ours, *self._working)), daemon=True)
        process.start()
        theirs.close()
        self._working[ours] = number, process

    def _hear(self, pipe: Connection) -> None:
        number, process = self._working[pipe]
        try:
            told = pipe.recv()
        except EOFError:
            process.join()
            raise _lost(process.exitcode) from None
        if isinstance(told, Exception):
            raise told
        if told is None:
            self._end(pipe)
        else:
            self._results[number] += told

    def _end(self, pipe: Connection, *, stop: bool = False) -> None:
        _, process = self._working.pop(pipe)
        if stop:
            process.terminate()
        process.join()
        pipe.close()


def _help(part: Callable[[], Iterable[Any]], pipe: Connection, others: Iterable[Connection]) -> None:
    """Do one part and send what it yields, then None; or the exception that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the build, which ends its helpers
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    for other in others:
        other.close()
    # What was gathered is not looked through for rubbish: that would copy all of it into this process.
    gc.freeze()
    try:
        for results in _batches(part()):
            pipe.send(results)
        pipe.send(None)
    except BrokenPipeError:
        return  # the build is gone
    except Exception as error:  # noqa: BLE001 - whatever it was, the build decides
        error.add_note(traceback.format_exc())
        pipe.send(error)


def _batches(results: Iterable[Any]) -> Iterator[list[Any]]:
    every = iter(results)
    while batch := list(islice(every, BATCH)):
        yield batch


def _lost(status: int | None) -> KaifaquError:
    return KaifaquError(
        "this machine",
        f"A process of the build was ended from outside (status {status}), as a system does that is out of memory.",
        "See that there is more, or let the build use one processor: `taskset --cpu-list 0 kaifaqu build`.",
    )
