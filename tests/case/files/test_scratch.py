"""A folder for a moment, and what killed programs leave behind."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from stemma.case.files.scratch import scratch_folder

pytest.importorskip("fcntl", reason="needs locks of files")

HOLDS = """
import sys, time
from stemma.case.files.scratch import scratch_folder
with scratch_folder() as folder:
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders are made, in this program and in those that it starts."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_is_gone_at_the_end(place: Path):
    with scratch_folder() as folder:
        (folder / "case.stemma").touch()
    assert not [*place.iterdir()]


def test_a_folder_of_a_program_that_lives_stays_and_one_of_a_killed_one_goes(place: Path):
    with subprocess.Popen([sys.executable, "-c", HOLDS], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        theirs = Path(other.stdout.readline().strip())
        try:
            with scratch_folder() as mine:
                assert mine != theirs
            assert theirs.is_dir()
        finally:
            other.send_signal(signal.SIGKILL)
            other.wait()
    assert theirs.is_dir()
    with scratch_folder() as mine:
        assert [*place.iterdir()] == [mine]


def test_what_is_no_folder_of_ours_is_left_alone(place: Path):
    (place / "stemma-look-of-mine").mkdir()
    (place / "stemma-look-at-this.txt").touch()
    with scratch_folder():
        pass
    assert {path.name for path in place.iterdir()} == {"stemma-look-of-mine", "stemma-look-at-this.txt"}
