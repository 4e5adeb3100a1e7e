"""Batches in processes of their own, to be killed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow.dataset as ds

__all__ = ["Run", "ends", "wait_until", "write_reports"]

ROOT = Path(__file__).parents[2]
PATIENCE = 600.0
"""Seconds until what is waited for must have come, on a machine that does much else."""
RUN = """
import importlib
import sys
from stemma.model.batch import Job
from tests.engines.stages import LineStages

class Silent:
    def at(self, part, file): pass
    def done(self, stage, documents, *, is_new=True): pass

if __name__ == "__main__":
    engine, file, out, notes = sys.argv[1:]
    adapter = importlib.import_module(f"stemma.engines.{engine}")
    chosen = getattr(adapter, f"{engine.title()}Engine")
    chosen(2).run(Job((file,), out, "1", "1"), LineStages(notes), Silent())
"""


def write_reports(file: Path, count: int) -> Path:
    """Write *count* reports that take their time into *file*."""
    records = [{"text": f"SLOW Report {n} of matter {n % 9}.", "day": f"2024-01-{n % 28 + 1:02}"} for n in range(count)]
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return file


@dataclass(frozen=True)
class Run:
    """A batch of *reports* into *folder*, in a process group of its own."""

    folder: Path
    reports: Path
    engine: str = "local"
    start_of: str = ""
    """Which of several starts: what an earlier one has left behind notes elsewhere what it does."""

    @property
    def notes(self) -> Path:
        return self.folder / f"notes{self.start_of}"

    def start(self) -> subprocess.Popen[bytes]:
        self.notes.mkdir(parents=True, exist_ok=True)
        script = self.folder / "run.py"
        script.write_text(RUN)
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        words = [sys.executable, script, self.engine, self.reports, self.folder / "tables", self.notes]
        environment = {**os.environ, "PYTHONPATH": path}
        return subprocess.Popen([*map(str, words)], env=environment, start_new_session=True, stderr=subprocess.DEVNULL)

    def done(self, what: str) -> set[Path]:
        """Return a note on each document that was read, or told."""
        return set(self.notes.glob(f"{what}-*"))

    def rows(self) -> list[str]:
        found = ds.dataset(str(self.folder / "tables" / "documents"), format="parquet", partitioning="hive").to_table()
        return sorted(json.dumps(row, default=str, sort_keys=True) for row in found.to_pylist())


def wait_until(holds: Callable[[], object], process: subprocess.Popen[bytes]) -> None:
    """Wait until something holds while *process* runs."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert process.poll() is None, "it has ended before"
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.01)


def ends(group: int) -> bool:
    """Tell whether all processes of *group* come to an end."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
