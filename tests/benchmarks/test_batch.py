"""What batches spend, summed up over the runs that were stopped."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.batch.spending import finish, read_spent, spending

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says what processes spend")
BURN = "import time; end = time.process_time() + 0.2\nwhile time.process_time() < end: pass"


def test_what_several_runs_and_those_below_them_spend_is_summed_up(tmp_path: Path):
    file = tmp_path / "spent.json"
    for run in (1, 2):
        with spending(file):
            subprocess.run([sys.executable, "-c", BURN], check=True)
        assert read_spent(file).runs == run
        assert read_spent(file).processor >= 0.19 * run
    assert read_spent(file).peak > 0


def test_a_batch_that_has_come_to_its_end_keeps_what_it_has_spent(tmp_path: Path):
    file = tmp_path / "spent.json"
    with spending(file):
        pass
    before = read_spent(file)
    finish(file, stories=3)
    assert (read_spent(file).is_done, read_spent(file).stories) == (True, 3)
    assert read_spent(file).seconds == before.seconds
