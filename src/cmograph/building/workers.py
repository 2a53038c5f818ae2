"""Worker processes that survive their work: a task that crashes or hangs costs itself and nothing else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

FORKS = sys.platform == "linux"  # elsewhere system libraries do not survive it
IN_HAND = 2  # one task that a worker is at, one that waits, so that it never idles


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task, and what came of it."""

    task: Task
    result: Result


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that took its worker down, and how."""

    task: Task
    reason: str


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    connection: Connection
    hand: deque[Task] = field(default_factory=deque)
    since: float = 0.0


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew(Generic[Task, Result]):
    """Processes that do tasks side by side; results come back in the order in which they are done.

    Args:
        work: what to do with a task. An exception that it lets through ends the worker, with a traceback on stderr, and
            the task counts as lost.
        jobs: how many processes.
        patience: seconds after which a task counts as hanging and is stopped.
    """

    def __init__(self, work: Callable[[Task], Result], jobs: int, patience: float) -> None:
        self._work = work
        self._jobs = jobs
        self._patience = patience
        self._context = multiprocessing.get_context("fork") if FORKS else multiprocessing.get_context("spawn")
        self._workers: list[_Worker[Task]] = []

    def each(self, tasks: Iterable[Task]) -> Iterator[Done[Task, Result] | Lost[Task]]:
        """Do all tasks; every task comes back once, done or lost."""
        waiting = deque(tasks)
        try:
            for _ in range(min(self._jobs, len(waiting))):
                self._workers.append(self._hired())
            while waiting or any(worker.hand for worker in self._workers):
                self._hand_out(waiting)
                yield from self._gathered(waiting)
        finally:
            for worker in self._workers:
                self._dismiss(worker)
            self._workers = []

    def _hired(self) -> _Worker[Task]:
        ours, theirs = self._context.Pipe()
        # A forked child has our ends of the pipes too, and would never see them close when this process is killed.
        inherited = [ours, *(worker.connection for worker in self._workers)] if FORKS else []
        process: BaseProcess = self._context.Process(target=_serve, args=(theirs, self._work, inherited), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _dismiss(self, worker: _Worker[Task]) -> None:
        worker.connection.close()
        worker.process.kill()
        worker.process.join()

    def _hand_out(self, waiting: deque[Task]) -> None:
        for _ in range(IN_HAND):
            for worker in self._workers:
                if waiting and len(worker.hand) < IN_HAND:
                    if not worker.hand:
                        worker.since = time.monotonic()
                    worker.hand.append(waiting.popleft())
                    self._send(worker)

    def _send(self, worker: _Worker[Task]) -> None:
        try:
            worker.connection.send(worker.hand[-1])
        except (BrokenPipeError, ConnectionResetError):
            return  # it died meanwhile, which its end of the pipe tells in `_gathered`

    def _gathered(self, waiting: deque[Task]) -> Iterator[Done[Task, Result] | Lost[Task]]:
        ready = set(wait([worker.connection for worker in self._workers], timeout=min(1.0, self._patience)))
        now = time.monotonic()
        for place, worker in enumerate(self._workers):
            if worker.connection in ready:
                try:
                    result = worker.connection.recv()
                except (EOFError, ConnectionResetError):
                    yield from self._replace(place, waiting, None)
                else:
                    worker.since = now
                    yield Done(worker.hand.popleft(), result)
            elif worker.hand and now - worker.since > self._patience:
                yield from self._replace(
                    place, waiting, f"reading took more than {self._patience:g} seconds and was stopped"
                )

    def _replace(self, place: int, waiting: deque[Task], reason: str | None) -> Iterator[Lost[Task]]:
        worker = self._workers.pop(place)
        if reason is None:
            worker.process.join()
            reason = _ending(worker.process.exitcode)
        self._dismiss(worker)
        culprit = worker.hand.popleft() if worker.hand else None
        waiting.extendleft(reversed(worker.hand))
        self._workers.insert(place, self._hired())
        if culprit is not None:
            yield Lost(culprit, reason)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"the reading process was ended by {signal.Signals(-code).name}"
    return "the reading process crashed; its traceback is in the build's error output: please report it, with the page"


def _serve(connection: Connection, work: Callable[[Task], Result], inherited: list[Connection]) -> None:
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # what was there before the first task stays as long as the process: not to be looked through again
    gone = (EOFError, BrokenPipeError, ConnectionResetError)  # the parent has ended, or wants no more
    while True:
        try:
            task = connection.recv()
        except gone:
            return
        result = work(task)
        try:
            connection.send(result)
        except gone:
            return
