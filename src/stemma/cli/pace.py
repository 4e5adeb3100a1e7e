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
        if stage is Stage.READ or stage is Stage.PART:
            self._telling = now  # until the first is told
        if now - self._shown >= self.every:
            self._shown = now
            self.write(json.dumps(self._state(now)) if self.as_json else self._line(now))

    def finish(self, summary: Summary) -> None:
        """Say what became of it, where it is logged."""
        if self.as_json:
            seconds = self.clock() - self._begun
            rate = round(self._new[Stage.READ] / seconds, 2) if seconds else None
            end = {"documents_a_second": rate, "rows": summary.rows, "set_aside": summary.refusals}
            self.write(json.dumps({"seconds": round(seconds, 1), **self._counts(), **end}))

    def _state(self, now: float) -> dict[str, object]:
        pace = self._pace(now)
        return {
            "seconds": round(now - self._begun, 1),
            **self._counts(),
            "documents_a_second": pace and round(pace[0], 2),
            "seconds_left": pace and round(pace[1] / pace[0]),
        }

    def _counts(self) -> dict[str, int]:
        stages = (Stage.READ, Stage.PART, Stage.TELL, Stage.ASIDE)
        return {**{stage.value: self._all(stage) for stage in stages}, "before": self._before[Stage.READ]}

    def _line(self, now: float) -> str:
        read, parted, told = map(self._all, (Stage.READ, Stage.PART, Stage.TELL))
        aside = f", {self._new[Stage.ASIDE]:,} set aside" if self._new[Stage.ASIDE] else ""
        left = self._told_left(now)
        if told:
            return f"comparing {told:,} of {parted:,} documents{aside}{left}"
        if parted:
            return f"putting documents to their stories: {parted:,} of {read:,}{aside}"
        before = f" ({self._before[Stage.READ]:,} were read before)" if self._before[Stage.READ] else ""
        return f"reading {read:,} documents{before}{aside}{left}{' to read' if left else ''}"

    def _told_left(self, now: float) -> str:
        pace = self._pace(now)
        return f", {pace[0]:.1f} a second, about {_time(pace[1] / pace[0] / 60)} left" if pace else ""

    def _pace(self, now: float) -> tuple[float, float] | None:
        """Return documents a second, and how many are left of what is under way; None where nobody can say."""
        left: float
        if self._all(Stage.TELL):
            new, seconds = self._new[Stage.TELL], now - self._telling
            left = max(0, self._all(Stage.PART) - self._all(Stage.TELL))
        elif self._part and not self._all(Stage.PART):
            new, seconds = self._new[Stage.READ], now - self._begun  # what was read before took no time now
            left = self._all(Stage.READ) * (1 - self._part) / self._part
        else:
            return None
        return (new / seconds, left) if new and seconds >= SHORTEST else None

    def _all(self, stage: Stage) -> int:
        return self._new[stage] + self._before[stage]


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
