"""NumPy reckons in one thread in the processes that we begin."""

import os
import subprocess
import sys

import pytest

from stemma.threads import one_thread_each

ASK = "import os; print(os.environ['OPENBLAS_NUM_THREADS'])"


def told() -> str:
    return subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True, text=True).stdout.strip()


def test_processes_begun_from_then_on_take_one_thread(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    one_thread_each()
    assert told() == "1"
    os.environ.pop("OPENBLAS_NUM_THREADS")


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    one_thread_each()
    assert told() == "7"
