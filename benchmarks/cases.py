"""
What keeping one more report costs as a case grows, beyond reading it, and what it costs to open the case.

    python -m benchmarks.cases [--counts 1000 10000] [--case URL]

Reports are those of the example story over and over, each with another first line, so that all bytes,
texts and keys differ. Printed for each count: the median time of the last hundred, with all that
`stemma add` asks of the store for one report, and the time to load every reading. Exits with 1 where
one more report costs more than ``MOST`` times as much at the last count as at the first.
"""

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from stemma.case import init_case
from stemma.case.holding import opened_case
from stemma.model import Layer, Reading
from stemma.model.archive import Arrival, Deposit
from stemma.pipeline import read_alone
from stemma.ports import Store
from stemma.readers import choose_reader
from stemma.taggers import OnnxTagger

MOST = 1.5
STORY = "examples/gorna"
LAST = 100


def main() -> None:
    """Grow a case and print what it costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--case", help="the URL of an empty PostgreSQL database; a new file unless given")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = options.case or f"{folder}/growing.stemma"
        init_case(case)
        seconds = list(grow(case, options.counts))
    sys.exit(1 if seconds[-1] > MOST * seconds[0] else 0)


def grow(case: str, counts: list[int]) -> Iterator[float]:
    """Yield the median milliseconds of the processor that one more report costs, at each of *counts*."""
    stories = list(read_story())
    number = 0
    for count in counts:
        with opened_case(case) as store:
            spent = []
            while number < count:
                layer, reading = stories[number % len(stories)]
                spent.append(keep_one(store, number, layer, reading))
                number += 1
        began = time.process_time()
        with opened_case(case) as store:
            loaded = len(store.readings("v"))
        opened = time.process_time() - began
        wall, processor = (median(kind) * 1e3 for kind in zip(*spent[-LAST:], strict=True))
        print(f"{count:>7,} reports: one more takes {wall:.1f} ms, {processor:.1f} of them of the processor")
        print(f"{loaded:>7,} readings are loaded in {opened:.1f} s of the processor")
        yield processor


def keep_one(store: Store, number: int, layer: Layer, reading: Reading) -> tuple[float, float]:
    """Do with one report what adding does, and return the seconds by the clock and of the processor."""
    text = f"Report number {number}\n{layer.text}"
    arrival = Arrival(f"reports/{number}.txt", text.encode(), datetime.now(UTC))
    keys = (f"url herald.example/{number}", f"path {arrival.address}")
    document = replace(reading.document, text=text, sha256=hashlib.sha256(arrival.data).hexdigest())
    began, worked = time.perf_counter(), time.process_time()
    assert not store.knows(arrival.address, arrival.sha256)
    found = store.find(keys)
    assert store.held(arrival.sha256) is None
    seen = tuple(held.id if held else None for held in found)
    layer, reading = replace(layer, text=text), replace(reading, document=document)
    assert store.keep(Deposit(arrival, layer, keys, seen, None, reading, "v"))
    return time.perf_counter() - began, time.process_time() - worked


def read_story() -> Iterator[tuple[Layer, Reading]]:
    """Read the example once."""
    tagger = OnnxTagger()
    for file in sorted(Path(STORY).iterdir()):
        data = file.read_bytes()
        layer = choose_reader(data, file.name).read(data, file.name)
        yield layer, read_alone(layer, file.name, hashlib.sha256(data).hexdigest(), tagger)


if __name__ == "__main__":
    main()
