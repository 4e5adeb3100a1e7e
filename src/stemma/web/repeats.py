"""Requests that come a second time, since their answer was lost on the way."""

from collections import OrderedDict
from threading import Lock

__all__ = ["Repeats"]

KEPT = 10_000
"""Keys that are remembered; the oldest is forgotten first."""


class Repeats:
    """What was done under which key, by whom; several threads may ask at once."""

    def __init__(self) -> None:
        self._done: OrderedDict[tuple[str, str], tuple[object, str]] = OrderedDict()
        self._lock = Lock()

    def find(self, name: str, key: str) -> tuple[object, str] | None:
        """Return what *name* asked for under *key*, and the id of what was done."""
        with self._lock:
            return self._done.get((name, key))

    def keep(self, name: str, key: str, wish: object, done: str) -> None:
        """Remember that *wish* was done."""
        with self._lock:
            self._done[name, key] = (wish, done)
            while len(self._done) > KEPT:
                self._done.popitem(last=False)
