"""
How a batch goes: on two cores against one, against the bare encoder, and as it grows.

    python -m benchmarks.batch CORPUS OUT [--counts 1000 10000 37000] [--engines local spark] [--minutes 60]
        [--leads CHARACTERS]

CORPUS is ``data/jsons`` of ``ramybaly/Article-Bias-Prediction``, of which the N last articles by date are read, at the
first count by each engine with one worker and with two, at the further ones by the first engine with two. Of each
article ``--leads`` reads the beginning alone: what comes with the number of reports is seen in a fraction of the time.
Run again, however it was stopped, it goes on from there: what was spent is kept beside the tables in OUT, summed over
all runs; with other rules it begins anew. Linux alone says what processes spend (``/proc``).

Each line is one batch from nothing. ``cores`` is two workers against one: the pace by the clock, which holds on a quiet
machine alone, and the processor time of a report with two workers against that with one. ``encoder`` is the pace of
the first engine against processes that do nothing but run the encoder over the same windows, by the clock and in
processor time; ``marks`` the same against the marks in documents alone, without the vectors of statements. ``growth``
is what a report takes at a count against the first.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from benchmarks.batch.encoding import encode
from benchmarks.batch.spending import Spent, read_spent
from benchmarks.corpus import Piece, read_corpus
from stemma.case.edition import brief_edition, parting_edition, table_edition
from stemma.taggers import OnnxTagger

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Bench:
    """Where batches are measured."""

    corpus: Path
    out: Path
    minutes: float | None
    leads: int | None = None
    """Characters of each article that are read; all of them where it is none."""


@dataclass(frozen=True)
class Case:
    """A batch that is measured."""

    bench: Bench
    count: int
    engine: str
    workers: int

    @property
    def tables(self) -> Path:
        return self._place("")

    def measured(self) -> Spent:
        """Run it to its end unless it was, and return what all its runs have spent."""
        spent = self._place(".json")
        if not read_spent(spent).is_done:
            module = ["-m", "benchmarks.batch.running"]
            words = [self._reports, self.tables, spent, self.engine, self.workers]
            limit = self.bench.minutes and 60 * self.bench.minutes
            subprocess.run([sys.executable, *module, *map(str, words)], check=True, timeout=limit)
        return read_spent(spent)

    def told(self) -> str:
        """Return a line on it."""
        spent = self.measured()
        pace = f"{self.count / spent.seconds:6.2f} a second   {1000 * spent.seconds / self.count:4.0f} ms by the clock"
        cost = f"{1000 * spent.processor / self.count:4.0f} ms of a processor each"
        memory = f"peak {spent.peak / 1024:,.0f} MB, of a worker {spent.worker / 1024:,.0f} MB"
        return (
            f"{self.engine:5} {self.workers} workers   {self.count:6,} reports   {pace}   {cost}   {memory}"
            f"   {spent.stories:,} stories   {spent.runs} runs"
        )

    def _place(self, ending: str) -> Path:
        return self.bench.out / f"{self.engine}-{self.workers}-{self._named}-{edition()}{ending}"

    @property
    def _named(self) -> str:
        return f"{self.count}" if self.bench.leads is None else f"{self.count}-leads-{self.bench.leads}"

    @cached_property
    def _reports(self) -> Path:
        file = self.bench.out / f"{self._named}.jsonl"
        if not file.exists():
            pieces = read_corpus(self.bench.corpus)[-self.count :]
            file.write_text("".join(record_of(piece, self.bench.leads) for piece in pieces), encoding="utf-8")
        return file


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000, 37_000])
    parser.add_argument("--engines", nargs="+", choices=["local", "spark"], default=["local", "spark"])
    parser.add_argument("--minutes", type=float, help="stop a batch after so many; run this again to go on")
    parser.add_argument("--leads", type=int, help="read so many characters of each article")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    bench = Bench(options.corpus, options.out, options.minutes, options.leads)
    try:
        measure(bench, options.counts, options.engines)
    except subprocess.TimeoutExpired:
        print("stopped; run it again to go on")
        return 3
    return 0


def measure(bench: Bench, counts: Sequence[int], engines: Sequence[str]) -> None:
    for engine in engines:
        one, two = (Case(bench, counts[0], engine, workers) for workers in (1, WORKERS))
        print(one.told(), two.told(), f"cores {engine}   {cores(one.measured(), two.measured())}", sep="\n", flush=True)
    first = Case(bench, counts[0], engines[0], WORKERS)
    print(f"encoder   {beside_encoder(first)}", flush=True)
    for count in counts[1:]:
        large = Case(bench, count, engines[0], WORKERS)
        print(large.told(), f"growth   {growth(first, large)}", sep="\n", flush=True)


def cores(one: Spent, two: Spent) -> str:
    by_clock, cost = one.seconds / two.seconds, two.processor / one.processor
    return f"{by_clock:.2f} times the pace; a report costs {cost:.2f} of the processor time"


def beside_encoder(case: Case) -> str:
    spent, bare = case.measured(), encode(case.tables, WORKERS)
    by_clock, cost, marks = bare.seconds / spent.seconds, bare.processor / spent.processor, bare.marks / spent.processor
    return f"{by_clock:.2f} by the clock   {cost:.2f} of processor time   marks {marks:.2f}"


def growth(first: Case, large: Case) -> str:
    before, after = first.measured(), large.measured()
    more = first.count / large.count
    by_clock, cost = more * after.seconds / before.seconds, more * after.processor / before.processor
    return f"{by_clock:.2f} by the clock   {cost:.2f} of processor time   {first.count:,} to {large.count:,} reports"


def edition() -> str:
    """Return a short name of all rules and models, with whose change what was measured is worth nothing."""
    model = OnnxTagger().name
    rules = (parting_edition(model), brief_edition([model]), table_edition())
    return sha256(" ".join(rules).encode()).hexdigest()[:8]


def record_of(piece: Piece, leads: int | None) -> str:
    layer = piece.layer
    record = {"text": layer.text[:leads], "title": layer.title, "outlet": layer.outlet, "published": layer.published}
    return json.dumps({**record, "url": layer.url, "id": piece.id}) + "\n"


if __name__ == "__main__":
    sys.exit(main())
