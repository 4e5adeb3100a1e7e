"""
Whether a case holds what it said it holds, when the program that adds to it is killed.

`stemma add` is started on a folder of reports and killed with SIGKILL at a random moment, again and
again on one case; then it is let to its end. What was printed as added must be there, the bytes of
what is there must be whole, and in the end the brief must be that of the files.
"""

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from stemma.case import brief_files, init_case, prove_case
from stemma.case.holding import opened_case
from stemma.tell import as_json


@dataclass
class Tally:
    """What was seen so far."""

    kills: int = 0
    said: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    broken: int = 0
    rounds: int = 0


def main() -> None:
    """Kill, look, and say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="reports to add; a few dozen")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", help="the URL of an empty PostgreSQL database; a new file unless given")
    options = parser.parse_args()
    tally = measure(options.folder, options.kills, options.case, random.Random(options.seed))
    print(f"{tally.kills} kills in {tally.rounds} cases; {len(tally.said)} documents said to be added")
    print(f"lost: {len(tally.lost)}; cases that did not prove sound or tell the same brief: {tally.broken}")
    sys.exit(1 if tally.lost or tally.broken else 0)


def measure(folder: str, kills: int, server: str | None, dice: random.Random) -> Tally:
    """Kill as often as *kills* says; a case that is full is proved, and another one is begun."""
    tally = Tally()
    home = Path(tempfile.mkdtemp())
    span = seconds_to_add(folder, home)
    wanted = as_json(brief_files([folder]).brief)
    while tally.kills < kills:
        case = server or str(home / f"{tally.rounds}.stemma")
        init_case(case)
        fill(case, folder, span, tally, kills, dice)
        tally.rounds += 1
        tally.broken += not (prove_case(case).agrees and as_json(brief_files([case]).brief) == wanted)
        if server:
            break
    shutil.rmtree(home)
    return tally


def fill(case: str, folder: str, span: float, tally: Tally, kills: int, dice: random.Random) -> None:
    """Start adding and kill it until it comes to its end, or was killed often enough."""
    is_done, before = False, tally.kills
    while not is_done:
        # A moment between the start of the program and a few documents on, so that a case takes many kills.
        patience = dice.uniform(0.2, 1) * span if tally.kills < kills and tally.kills - before < 20 else None
        said, is_done = add(case, folder, patience)
        tally.kills += not is_done
        tally.said |= {f"{case} {path}" for path in said}
        with opened_case(case) as store:
            there = {held.path for held in store.newest() if store.data(held.sha256)}
        tally.lost |= {f"{case} {path}" for path in said - there}


def add(case: str, folder: str, patience: float | None) -> tuple[set[str], bool]:
    """Return the paths that were said to be added, and whether the program came to its end."""
    command = [sys.executable, "-c", "from stemma.cli import main; main()", "add", case, folder]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        told, _ = process.communicate(timeout=patience)
        is_done = True
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        told, _ = process.communicate()
        is_done = False
    lines = [line for line in told.splitlines(keepends=True) if line.endswith("\n")]
    return {line.split("\t")[1].split(" (")[0].strip() for line in lines}, is_done


def seconds_to_add(folder: str, home: Path) -> float:
    """Return how long it takes to add all without a kill."""
    case = str(home / "whole.stemma")
    init_case(case)
    began = time.monotonic()
    _, is_done = add(case, folder, None)
    assert is_done
    return time.monotonic() - began


if __name__ == "__main__":
    main()
