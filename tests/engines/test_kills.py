"""A batch that is killed again and again ends with the rows of one that is not."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="pip install 'stemma-news[batch]'")

import pyarrow.dataset as ds

ROOT = Path(__file__).parents[2]
KILLS = 4
PATIENCE = 30.0
"""Seconds until workers must have seen that nobody gives them work."""
RUN = """
import sys
from stemma.engines.local import LocalEngine
from stemma.model.batch import Job
from tests.engines.stages import LineStages

class Silent:
    def at(self, part, file): pass
    def done(self, stage, documents, *, is_new=True): pass

if __name__ == "__main__":
    file, out, notes = sys.argv[1:]
    LocalEngine(workers=2).run(Job((file,), out, "1", "1"), LineStages(notes), Silent())
"""


def started(folder: Path, reports: Path) -> subprocess.Popen[bytes]:
    (folder / "notes").mkdir(parents=True, exist_ok=True)
    script = folder / "run.py"
    script.write_text(RUN)
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    words = [sys.executable, str(script), str(reports), str(folder / "tables"), str(folder / "notes")]
    return subprocess.Popen(words, env={**os.environ, "PYTHONPATH": path}, start_new_session=True)


def rows(folder: Path) -> list[str]:
    found = ds.dataset(str(folder / "tables" / "documents"), format="parquet", partitioning="hive").to_table()
    return sorted(json.dumps(row, default=str, sort_keys=True) for row in found.to_pylist())


def test_a_batch_killed_at_random_moments_has_the_rows_of_one_that_was_not(tmp_path: Path):
    dice = random.Random(8)
    reports = tmp_path / "reports.jsonl"
    records = [{"text": f"SLOW Report {n} of matter {n % 9}.", "day": f"2024-01-{n % 28 + 1:02}"} for n in range(300)]
    reports.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert started(tmp_path / "whole", reports).wait() == 0
    for _ in range(KILLS):
        process = started(tmp_path / "killed", reports)
        try:
            process.wait(dice.uniform(0.5, 4.0))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    assert started(tmp_path / "killed", reports).wait() == 0
    assert rows(tmp_path / "killed") == rows(tmp_path / "whole")
    assert len(rows(tmp_path / "killed")) == len(records)


def test_workers_end_when_who_gives_them_work_is_killed(tmp_path: Path):
    reports = tmp_path / "reports.jsonl"
    reports.write_text("".join(json.dumps({"text": f"SLOW {n}"}) + "\n" for n in range(1000)))
    process = started(tmp_path / "run", reports)
    notes = tmp_path / "run" / "notes"
    while not any(notes.iterdir()):
        assert process.poll() is None
    process.kill()  # it alone, not its workers
    process.wait()
    end = time.monotonic() + PATIENCE
    while has_workers(process.pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert not has_workers(process.pid)


def has_workers(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
