"""Several questions at a time, their answers in order."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

__all__ = ["ask_all"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def ask_all(ask: Callable[[Item], Result], items: Sequence[Item], at_once: int) -> list[Result]:
    """
    Return what *ask* says of each of *items*; the first error ends it.

    The threads are daemons, unlike a ThreadPoolExecutor's: Ctrl+C or an error is told at once, not
    after the minutes that a server may still take for questions that nobody waits for.
    """
    waiting: queue.SimpleQueue[tuple[Future[Result], Item]] = queue.SimpleQueue()
    futures: list[Future[Result]] = []
    for item in items:
        futures.append(Future())
        waiting.put((futures[-1], item))

    def work() -> None:
        while True:
            try:
                future, item = waiting.get_nowait()
            except queue.Empty:
                return
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(ask(item))
                except BaseException as error:  # handed on to whoever waits for the result
                    future.set_exception(error)

    for _ in range(min(at_once, len(items))):
        threading.Thread(target=work, daemon=True, name="stemma-llm").start()
    try:
        return [future.result() for future in futures]
    finally:
        for future in futures:
            future.cancel()
