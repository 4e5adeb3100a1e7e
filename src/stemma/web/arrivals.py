"""What has come to the case since its pages were told, looked for now and then."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from stemma.tell.wording import joined, several

__all__ = ["Arrivals", "News"]

FRESH = 2.0
"""Seconds for which an answer of the case counts: every page asks."""


@dataclass(frozen=True, slots=True)
class News:
    """What has come since the pages were told."""

    texts: int
    judgements: int
    words: str
    """The same in words; empty where nothing has come."""


class Arrivals:
    """Looks now and then whether anything has come; several threads may ask at once."""

    def __init__(self, ask: Callable[[], tuple[int, int]], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._lock = Lock()
        self._known, self._until = News(0, 0, ""), float("-inf")

    def look(self) -> News:
        """
        Return what has come.

        Raises:
            CaseError: The case cannot be asked.
        """
        with self._lock:
            if self._clock() > self._until:
                texts, judgements = self._ask()
                self._known = News(texts, judgements, _words(texts, judgements))
                self._until = self._clock() + FRESH
            return self._known

    def forget(self) -> None:
        """Look anew the next time."""
        with self._lock:
            self._until = float("-inf")


def _words(texts: int, judgements: int) -> str:
    parts = [several(n, word) for n, word in ((texts, "report"), (judgements, "judgement")) if n]
    return f"{joined(parts)} came since this was told" if parts else ""
