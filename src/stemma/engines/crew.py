"""Processes that work side by side, each with the model loaded once."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Self, TypeVar

from stemma.threads import one_thread_each

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["Crew"]

AHEAD = 2
"""Tasks a worker that wait for it: none of them idles, and no more is in memory."""
OBJECTS = 50_000
"""New objects before Python looks for circles among them: stories are many objects, and hold none."""

_SPAWN = multiprocessing.get_context("spawn")
"""A forked process would have copies of our locks and threads; a new one has none."""

Task = TypeVar("Task")
Result = TypeVar("Result")


class Crew:
    """
    Does tasks in processes of their own, for as long as the block lasts; what they load, they load once.

    A task that kills the process it is done in (memory, a fault in a library) is given back as such when it does so
    by itself once more; the tasks that were under way beside it are done again. Where the block ends by an error or by
    Ctrl+C, what is under way is dropped.
    """

    def __init__(self, workers: int) -> None:
        """Have so many *workers*, from the first task on."""
        self._workers = workers
        self._heard, self._held = _SPAWN.Pipe(duplex=False)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._held.close()
        self._dismiss()
        self._held.close()
        self._heard.close()

    def done(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | None]]:
        """Yield each of *tasks* with what *work* made of it, the first that ends first; None for one that kills."""
        waiting = iter(tasks)
        under_way: dict[Future[Result], Task] = {}
        while True:
            for task in islice(waiting, self._workers * AHEAD - len(under_way)):
                under_way[self._submitted(work, task)] = task
            if not under_way:
                return
            ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
            try:
                for future in ended:
                    yield under_way[future], future.result()
                    del under_way[future]
            except BrokenProcessPool:
                self._dismiss()
                yield from self._again(work, [*under_way.values()])
                under_way.clear()

    def _again(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | None]]:
        for task in tasks:
            try:
                result = self._open(1).submit(work, task).result()
            except BrokenProcessPool:
                result = None
            self._dismiss()
            yield task, result

    def _submitted(self, work: Callable[[Task], Result], task: Task) -> Future[Result]:
        try:
            return self._open(self._workers).submit(work, task)
        except BrokenProcessPool as error:  # since the last look
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken

    def _open(self, workers: int) -> ProcessPoolExecutor:
        if self._pool is None:
            one_thread_each()
            self._pool = ProcessPoolExecutor(workers, _SPAWN, _begin, (self._heard,))
        return self._pool

    def _dismiss(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


def _begin(heard: "Connection") -> None:
    """Leave Ctrl+C to who gives the work, and end when that one drops it or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(OBJECTS)
    threading.Thread(target=_listen, args=(heard,), daemon=True).start()


def _listen(heard: "Connection") -> None:
    with suppress(EOFError, OSError):
        heard.recv_bytes()  # nothing is ever sent: it ends when the other side closes it, or dies
    os._exit(1)
