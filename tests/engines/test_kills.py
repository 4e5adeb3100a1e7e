"""A batch that is killed again and again ends with the rows of one that is not."""

import os
import random
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="pip install 'stemma-news[batch]'")

from tests.engines.kills import Run, ends, wait_until, write_reports

KILLS = 4
REPORTS = 300


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("whole")
    run = Run(folder, write_reports(folder / "reports.jsonl", REPORTS))
    assert run.start().wait() == 0
    assert len(run.rows()) == REPORTS
    return run


def test_a_batch_killed_at_random_moments_has_the_rows_of_one_that_was_not(undisturbed: Run, tmp_path: Path):
    dice = random.Random(8)
    run = Run(tmp_path, undisturbed.reports)
    for _ in range(KILLS):
        process = run.start()
        try:
            process.wait(dice.uniform(0.5, 4.0))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    assert run.start().wait() == 0
    assert run.rows() == undisturbed.rows()


def test_a_batch_whose_workers_are_killed_has_the_rows_of_one_left_alone(undisturbed: Run, tmp_path: Path):
    run = Run(tmp_path, undisturbed.reports)
    kill_workers(run)
    assert run.rows() == undisturbed.rows()


@pytest.mark.usefixtures("spark")
def test_a_batch_on_spark_whose_workers_are_killed_has_the_rows_of_one_left_alone(undisturbed: Run, tmp_path: Path):
    run = Run(tmp_path, undisturbed.reports, "spark")
    kill_workers(run)
    assert run.rows() == undisturbed.rows()


@pytest.mark.usefixtures("spark")
def test_a_batch_on_spark_whose_driver_is_killed_has_the_rows_of_one_left_alone(undisturbed: Run, tmp_path: Path):
    run = Run(tmp_path, undisturbed.reports, "spark")
    for driver in (python_driver, java_driver):
        process = run.start()
        wait_until(grown(run, "read"), process)
        os.kill(driver(run, process), signal.SIGKILL)  # it alone: what it has started is left to itself
        assert process.wait() != 0
    assert run.start().wait() == 0
    assert run.rows() == undisturbed.rows()


def kill_workers(run: Run) -> None:
    """Let *run* come to its end, with a worker killed while it reads and one while it tells."""
    process = run.start()
    for what in ("read", "tell"):
        wait_until(grown(run, what), process)
        os.kill(worker(run, what), signal.SIGKILL)
    assert process.wait() == 0


def grown(run: Run, what: str) -> Callable[[], bool]:
    before = run.done(what)
    return lambda: len(run.done(what) - before) > 4


def worker(run: Run, what: str) -> int:
    """Return the process that has read, or told, a document last."""
    newest = max(run.done(what), key=lambda note: note.stat().st_mtime_ns)
    return int(newest.name.split("-")[2])


def python_driver(run: Run, process: subprocess.Popen[bytes]) -> int:
    return process.pid


def java_driver(run: Run, process: subprocess.Popen[bytes]) -> int:
    """Return the process of Java below *process*, above the worker that has read last."""
    found, above = worker(run, "read"), 0
    while above != process.pid:
        found, above = above or found, parent_of(above or found)
    return found


def parent_of(process: int) -> int:
    told = subprocess.run(["ps", "-o", "ppid=", "-p", str(process)], capture_output=True, check=True, text=True)
    return int(told.stdout)


def test_workers_end_when_who_gives_them_work_is_killed(tmp_path: Path):
    run = Run(tmp_path, write_reports(tmp_path / "reports.jsonl", 1000))
    process = run.start()
    wait_until(lambda: run.done("read"), process)
    process.kill()  # it alone, not its workers
    process.wait()
    assert ends(process.pid)


def test_ctrl_c_ends_a_batch_without_waiting_for_what_is_under_way(tmp_path: Path):
    reports = tmp_path / "reports.jsonl"
    reports.write_text('{"text": "LONG"}\n' * 1000)
    run = Run(tmp_path, reports)
    process = run.start()
    wait_until(lambda: run.done("read"), process)
    os.killpg(process.pid, signal.SIGINT)
    process.wait()
    assert ends(process.pid)
