"""How often somebody may ask."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

__all__ = ["Limit"]

KEPT = 20_000
"""Askers that are remembered; the one who has not asked for the longest is forgotten first."""


class Limit:
    """
    Buckets that fill slowly, one for each asker (a token bucket): *burst* requests at once, then *rate* a second.

    Several threads may ask at once.
    """

    def __init__(self, burst: int, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst, self._rate, self._clock = burst, rate, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """How much is left to each, and when that was so."""
        self._lock = Lock()

    def take(self, asker: str) -> int:
        """Count a request, and return 0; where there have been too many, the seconds to wait instead."""
        with self._lock:
            left = self._refilled(asker)
            self._left[asker] = (left - 1 if left >= 1 else left, self._clock())
            self._left.move_to_end(asker)
            while len(self._left) > KEPT:
                self._left.popitem(last=False)
        return 0 if left >= 1 else math.ceil((1 - left) / self._rate)

    def _refilled(self, asker: str) -> float:
        left, at = self._left.get(asker, (float(self._burst), self._clock()))
        return min(float(self._burst), left + (self._clock() - at) * self._rate)
