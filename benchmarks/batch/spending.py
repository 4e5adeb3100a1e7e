"""What a run and all processes below it have spent, summed up over the runs that were stopped."""

import json
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

__all__ = ["Spent", "finish", "read_spent", "spending"]

EVERY = 1.0
"""Seconds between two looks: a kill loses no more of what was spent."""
_TICKS = os.sysconf("SC_CLK_TCK")
_PARENT, _TIMES = 1, slice(11, 15)
"""Where a line of ``/proc/PID/stat`` has them, behind the name: time in and below user and kernel, of the children that
have ended as well."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Of all runs of one batch."""

    runs: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    """Seconds of all processes."""
    peak: int = 0
    """Kilobytes of the process that gives the work, at most."""
    worker: int = 0
    """Kilobytes of the largest process below it, at most."""
    is_done: bool = False
    stories: int = 0


def read_spent(file: Path) -> Spent:
    """Return what is written in *file*; nothing where it is not there."""
    return Spent(**json.loads(file.read_text())) if file.exists() else Spent()


@contextmanager
def spending(file: Path) -> Iterator[None]:
    """Add what this process and those below it spend to what is in *file*, as it goes."""
    before, begun = read_spent(file), time.monotonic()
    stopped = threading.Event()

    def look() -> None:
        highest = 0.0
        while True:
            is_last = stopped.wait(EVERY)
            processor, peak, worker = _now()
            highest = max(highest, processor)  # of a process whose parent died before it nobody counts the time
            now = Spent(
                before.runs + 1,
                before.seconds + time.monotonic() - begun,
                before.processor + highest,
                max(before.peak, peak, read_spent(file).peak),
                max(before.worker, worker, read_spent(file).worker),
            )
            _write(file, now)
            if is_last:
                return

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        stopped.set()
        watcher.join()


def finish(file: Path, stories: int) -> None:
    """Write into *file* that the batch has come to its end."""
    _write(file, replace(read_spent(file), is_done=True, stories=stories))


def _write(file: Path, spent: Spent) -> None:
    half = file.with_suffix(".half")
    half.write_text(json.dumps(asdict(spent)))
    half.replace(file)


def _now() -> tuple[float, int, int]:
    """Return the processor seconds of this process and all below it, its peak, and the highest of theirs."""
    own = os.getpid()
    lines = _stats()
    below = [pid for pid in lines if _leads_to(pid, own, lines)]
    ticks = sum(int(part) for pid in below for part in lines[pid][_TIMES])
    return ticks / _TICKS, _peak(own), max((_peak(pid) for pid in below if pid != own), default=0)


def _stats() -> Mapping[int, list[str]]:
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            found[int(place.name)] = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
    return found


def _leads_to(pid: int, root: int, lines: Mapping[int, list[str]]) -> bool:
    while pid != root and pid in lines:
        pid = int(lines[pid][_PARENT])
    return pid == root


def _peak(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/status").read_text()
    except OSError:  # it has ended
        return 0
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith("VmHWM:")), 0)
