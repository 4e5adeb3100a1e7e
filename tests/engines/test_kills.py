"""A batch that is killed again and again ends with the rows of one that is not."""

import os
import random
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="pip install 'stemma-news[batch]'")

from tests.engines.kills import Run, ends, wait_until, write_reports

KILLS = 4
REPORTS = 300


Start = Callable[[Run], subprocess.Popen[bytes]]


@pytest.fixture
def start() -> Iterator[Start]:
    """What starts a run, of which nothing is left when the test has ended."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(run: Run) -> subprocess.Popen[bytes]:
        started.append(run.start())
        return started[-1]

    yield begin
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("whole")
    run = Run(folder, write_reports(folder / "reports.jsonl", REPORTS))
    assert run.start().wait() == 0
    assert len(run.rows()) == REPORTS
    return run


def test_a_batch_killed_at_random_moments_has_the_rows_of_one_that_was_not(
    undisturbed: Run, tmp_path: Path, start: Start
):
    dice = random.Random(8)
    run = Run(tmp_path, undisturbed.reports)
    for _ in range(KILLS):
        process = start(run)
        try:
            process.wait(dice.uniform(0.5, 4.0))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    assert start(run).wait() == 0
    assert run.rows() == undisturbed.rows()


def test_a_batch_whose_workers_are_killed_has_the_rows_of_one_left_alone(
    undisturbed: Run, tmp_path: Path, start: Start
):
    run = Run(tmp_path, undisturbed.reports)
    kill_workers(run, start)
    assert run.rows() == undisturbed.rows()


@pytest.mark.usefixtures("spark")
def test_a_batch_on_spark_whose_workers_are_killed_has_the_rows_of_one_left_alone(
    undisturbed: Run, tmp_path: Path, start: Start
):
    run = Run(tmp_path, undisturbed.reports, "spark")
    kill_workers(run, start)
    assert run.rows() == undisturbed.rows()


@pytest.mark.usefixtures("spark")
def test_a_batch_on_spark_whose_driver_is_killed_has_the_rows_of_one_left_alone(
    undisturbed: Run, tmp_path: Path, start: Start
):
    run = Run(tmp_path, undisturbed.reports, "spark")
    for driver in (python_driver, java_driver):
        begun = replace(run, start_of=driver.__name__)
        process = start(begun)
        wait_until(grown(begun, "read"), process)
        os.kill(driver(process), signal.SIGKILL)  # it alone: what it has started is left to itself
        assert process.wait() != 0
    assert start(run).wait() == 0
    assert run.rows() == undisturbed.rows()


def kill_workers(run: Run, start: Start) -> None:
    """Let *run* come to its end, with a worker killed while it reads and one while it tells."""
    process = start(run)
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


def python_driver(process: subprocess.Popen[bytes]) -> int:
    return process.pid


def java_driver(process: subprocess.Popen[bytes]) -> int:
    """Return the process of Java that *process* has started."""
    below = ["ps", "-o", "pid=,comm=", "--ppid", str(process.pid)]
    told = subprocess.run(below, capture_output=True, check=True, text=True).stdout
    (java,) = (int(line.split()[0]) for line in told.splitlines() if line.split()[1] == "java")
    return java


def test_workers_end_when_who_gives_them_work_is_killed(tmp_path: Path, start: Start):
    run = Run(tmp_path, write_reports(tmp_path / "reports.jsonl", 1000))
    process = start(run)
    wait_until(lambda: run.done("read"), process)
    process.kill()  # it alone, not its workers
    process.wait()
    assert ends(process.pid)


def test_ctrl_c_ends_a_batch_without_waiting_for_what_is_under_way(tmp_path: Path, start: Start):
    reports = tmp_path / "reports.jsonl"
    reports.write_text('{"text": "LONG"}\n' * 1000)
    run = Run(tmp_path, reports)
    process = start(run)
    wait_until(lambda: run.done("read"), process)
    os.killpg(process.pid, signal.SIGINT)
    process.wait()
    assert ends(process.pid)
