"""
One batch in a process of its own, which writes down what it spends as it goes.

    python -m benchmarks.batch.running REPORTS TABLES SPENT ENGINE WORKERS
"""

import os
import sys
import threading
import time
from pathlib import Path

from benchmarks.batch.spending import finish, spending
from stemma.case import run_batch
from stemma.model.batch import EngineName, Stage

LOOKS = 1.0
"""Seconds between two looks whether who waits for the figures is still there."""


class Silent:
    """Tells nobody how far it is."""

    def at(self, part: float, file: str) -> None:
        """Take note of nothing."""

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Take note of nothing."""


def main() -> None:
    reports, tables, spent, engine, workers = sys.argv[1:]
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with spending(Path(spent)):
        summary = run_batch([reports], tables, Silent(), EngineName(engine), int(workers))
    finish(Path(spent), summary.stories)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOKS)
    os._exit(1)


if __name__ == "__main__":
    main()
