"""Processes that work side by side, each with the model loaded once."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import islice
from typing import Generic, TypeVar

__all__ = ["Crew"]

AHEAD = 2
"""Tasks a worker that wait for it: none of them idles, and no more is in memory."""
LOOKS = 1.0
"""Seconds between two looks of a worker whether who gave it work is still there."""
OBJECTS = 50_000
"""New objects before Python looks for circles among them: stories are many objects, and hold none."""

Task = TypeVar("Task")
Result = TypeVar("Result")


class Crew(Generic[Task, Result]):
    """
    Does tasks in processes of their own.

    A task that kills the process it is done in (memory, a fault in a library) is given back as such when it does so
    by itself once more; the tasks that were under way beside it are done again.
    """

    def __init__(self, work: Callable[[Task], Result], workers: int) -> None:
        """Have *work* done by so many *workers*."""
        self._work, self._workers = work, workers

    def done(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | None]]:
        """Yield each of *tasks* with what it came to, in the order in which they end; None for one that kills."""
        waiting = iter(tasks)
        with ExitStack() as open_pools:
            pool = open_pools.enter_context(self._pool(self._workers))
            under_way: dict[Future[Result], Task] = {}
            while True:
                for task in islice(waiting, self._workers * AHEAD - len(under_way)):
                    under_way[_submitted(pool, self._work, task)] = task
                if not under_way:
                    return
                ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
                try:
                    for future in ended:
                        yield under_way[future], future.result()
                        del under_way[future]
                except BrokenProcessPool:
                    yield from self._again([*under_way.values()])
                    under_way.clear()
                    pool = open_pools.enter_context(self._pool(self._workers))

    def _again(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | None]]:
        for task in tasks:
            with self._pool(1) as alone:
                try:
                    yield task, alone.submit(self._work, task).result()
                except BrokenProcessPool:
                    yield task, None

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        # A forked process would have copies of our locks and threads; a new one has none.
        return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin, (os.getpid(),))


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Task], Result], task: Task) -> Future[Result]:
    try:
        return pool.submit(work, task)
    except BrokenProcessPool as error:  # since the last look
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def _begin(parent: int) -> None:
    """Leave Ctrl+C to who gives the work, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(OBJECTS)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOKS)
    os._exit(1)
