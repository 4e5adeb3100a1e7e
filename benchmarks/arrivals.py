"""
What it takes to put one more report to its story, and how many stories it changes, of how many documents.

    python -m benchmarks.arrivals CORPUS [--counts 1000 10000] [--late 10]

CORPUS is ``data/jsons`` of ``ramybaly/Article-Bias-Prediction``, of which the N last articles by date make a case. The
newest report is added to all others, then ``--late`` reports spread over the whole time, each to all others. Of each
the parting must be the same as that of all at once. Times are of the processor; keys are known.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.stories import read_others
from stemma.part import NOTHING, Keys, KeyTable, Parted, go_on, stories_of


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--late", type=int, default=10)
    options = parser.parse_args()
    keys = read_others(options.corpus, max(options.counts))
    return int(not all([measure(keys[len(keys) - count :], options.late) for count in options.counts]))


def measure(keys: Sequence[Keys], late: int) -> bool:
    """Print what some reports cost, and return whether each was parted as all at once."""
    table = KeyTable.of(keys)
    table = table.only(table.documents)
    begun = time.process_time()
    whole = go_on(NOTHING, table, table.documents)
    print(f"{len(keys):6} reports   all at once {time.process_time() - begun:.2f} s")
    last = len(keys) - 1
    tried = [("newest", [last]), ("late", [last * number // late for number in range(late)])]
    return all([line(name, list(added(table, whole, places))) for name, places in tried])


def added(table: KeyTable, whole: Parted, places: Sequence[int]) -> Iterator[tuple[float, int, int, bool]]:
    """Yield of each of *places* the seconds that it takes, the stories changed, their documents, and if it is right."""
    for place in places:
        others = [document for number, document in enumerate(table.documents) if number != place]
        before = go_on(NOTHING, table, others)
        begun = time.process_time()
        after = go_on(before, table, table.documents)
        spent = time.process_time() - begun
        changed = {*stories_of(after)} - {*stories_of(before)}
        yield spent, len(changed), sum(map(len, changed)), after == whole


def line(name: str, found: Sequence[tuple[float, int, int, bool]]) -> bool:
    seconds, changed, documents, right = zip(*found, strict=True)
    print(
        f"    {name:8} {median(seconds) * 1000:.0f} ms in the middle, {max(seconds) * 1000:.0f} at most"
        f"   stories changed {median(changed):.0f} in the middle, {max(changed)} at most,"
        f" of {median(documents):.0f} and {max(documents)} documents",
        flush=True,
    )
    return all(right)


if __name__ == "__main__":
    sys.exit(main())
