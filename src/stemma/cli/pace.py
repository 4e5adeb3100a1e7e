"""How far a batch is, how fast it goes and how long it will take, on standard error."""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from stemma.model.batch import Stage, Summary

__all__ = ["Pace", "showing_pace"]

SECONDS = 0.5
"""Between two looks at the line that a person watches."""
SECONDS_LOGGED = 10.0
"""Between two lines of a log."""
SHORTEST = 5.0
"""Seconds of work before which nobody can say how long the rest takes."""


@dataclass(slots=True)
class Pace:
    """Fulfils `stemma.ports.BatchProgress`."""

    write: Callable[[str], None]
    every: float
    as_json: bool
    clock: Callable[[], float] = time.monotonic
    _part: float = 0.0
    _new: Counter[str] = field(default_factory=Counter)
    _before: Counter[str] = field(default_factory=Counter)
    _begun: float = 0.0
    _telling: float = 0.0
    """Since when stories are told."""
    _shown: float = 0.0

    def __post_init__(self) -> None:
        """Begin now."""
        self._begun = self.clock()

    def at(self, part: float, file: str) -> None:
        """Note which part of the input lies behind."""
        self._part = part

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Count, and show it now and then."""
        (self._new if is_new else self._before)[stage] += documents
        now = self.clock()
        if stage is not Stage.TELL:
            self._telling = now  # until the first is told
        if now - self._shown >= self.every:
            self._shown = now
            self.write(self._json() if self.as_json else self._line())

    def finish(self, summary: Summary) -> None:
        """Say what became of it, where it is logged."""
        if self.as_json:
            self.write(json.dumps({**self._state(), "rows": summary.rows, "set_aside": summary.refusals}))

    def _state(self) -> dict[str, object]:
        seconds = self.clock() - self._begun
        return {
            "seconds": round(seconds, 1),
            **{stage.value: self._all(stage) for stage in (Stage.READ, Stage.PART, Stage.TELL)},
            "before": self._before[Stage.READ],
            "documents_a_second": round(self._new[Stage.READ] / seconds, 2) if seconds else 0.0,
        }

    def _json(self) -> str:
        return json.dumps(self._state())

    def _line(self) -> str:
        now = self.clock()
        read, parted, told = map(self._all, (Stage.READ, Stage.PART, Stage.TELL))
        if told:
            return f"comparing {told:,} of {parted:,} documents{self._left_to_tell(now - self._telling)}"
        if parted:
            return f"putting documents to their stories: {parted:,} of {read:,}"
        before = f" ({self._before[Stage.READ]:,} were read before)" if self._before[Stage.READ] else ""
        return f"reading {read:,} documents{before}{self._left_to_read(now - self._begun)}"

    def _all(self, stage: Stage) -> int:
        return self._new[stage] + self._before[stage]

    def _left_to_tell(self, seconds: float) -> str:
        new = self._new[Stage.TELL]
        if seconds < SHORTEST or not new:
            return ""
        left = max(0, self._all(Stage.PART) - self._all(Stage.TELL))
        return f", {new / seconds:.1f} a second, about {_time(left * seconds / new / 60)} left"

    def _left_to_read(self, seconds: float) -> str:
        if seconds < SHORTEST or not self._part or not self._new[Stage.READ]:
            return ""
        rate = self._new[Stage.READ] / seconds
        behind = self._new[Stage.READ] + self._before[Stage.READ]  # what was read before took no time now
        minutes = behind * (1 - self._part) / self._part / rate / 60
        return f", {rate:.1f} a second, about {_time(minutes)} left to read"


def _time(minutes: float) -> str:
    return f"{minutes / 60:.0f} h" if minutes >= 120 else f"{max(1, round(minutes))} min"


@contextmanager
def showing_pace(*, as_json: bool) -> Iterator[Pace]:
    """Yield what shows how far a batch is: a line where a person is looking, or a log."""
    is_seen = sys.stderr.isatty() and not as_json

    def write(text: str) -> None:
        if as_json:
            sys.stderr.write(text + "\n")
        elif is_seen:
            sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()

    try:
        yield Pace(write, SECONDS_LOGGED if as_json else SECONDS, as_json)
    finally:
        if is_seen:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
