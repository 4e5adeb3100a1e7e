"""Several documents read at once, told in their order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from stemma.ports import Tagger
from stemma.taggers import OnnxTagger

__all__ = ["count_workers", "work_ahead"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def count_workers(tagger: Tagger) -> int:
    """
    Return how many documents *tagger* is asked about at once.

    The shipped one computes outside the interpreter's lock, so that the rules for one document run
    beside it; any other bounds by itself what it does at once.
    """
    return max(2, os.cpu_count() or 1) if isinstance(tagger, OnnxTagger) else 1


def work_ahead(items: Iterable[Item], work: Callable[[Item], Result], workers: int) -> Iterator[Result]:
    """Yield *work* of each item in order; *items* is asked for no more than *workers* ahead of what is yielded."""
    if workers < 2:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(workers) as pool:
        begun: deque[Future[Result]] = deque()
        try:
            for item in items:
                begun.append(pool.submit(work, item))
                if len(begun) > workers:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()
        finally:
            for future in begun:
                future.cancel()
