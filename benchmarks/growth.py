"""
What a case costs as it grows: the stages that hold documents against each other.

    python -m benchmarks.growth CORPUS [--counts 100 1000 10000] [--topic TOPIC]

CORPUS is ``data/jsons`` of ``ramybaly/Article-Bias-Prediction``. The case of N documents is its N last articles
by date, so that more documents are more events, each told as often as before; ``--topic`` takes those of one topic,
told over and over. No tagger is asked: the rules alone find some twelve sayings an article and twice as many
statements, and vectors are sums of the words'. What is printed for each stage is its processor time, and how many
times that of the case before. Exits with 1 where align, trace and weigh together grow by more than ``MOST`` times
from one count to ten times as many.
"""

import argparse
import resource
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import stemma.pipeline as pipeline
from benchmarks.corpus import Piece, read_corpus
from stemma.model import Reading, Span, Tags

MOST = 12.0
"""Times the processor time that ten times as many documents may cost."""
WIDTH = 384
TABLE = 1 << 14
"""Words that share a place in the table are one to the embedder; it need not understand them."""
STAGES = {
    "resolve": ("resolve",),
    "align": ("align",),
    "date": ("redate", "_dated"),
    "trace": ("trace",),
    "weigh": ("_weighed",),
}
COMPARING = ("align", "trace", "weigh")


class Silent:
    """A tagger that finds nothing: the rules are left to themselves."""

    name = "none"

    def tag(self, text: str, blocks: Sequence[Span]) -> Tags:
        """Return no tags."""
        return Tags()


class WordVectors:
    """Each word a fixed direction, a text the sum of its words."""

    def __init__(self) -> None:
        self._table = np.random.default_rng(0).standard_normal((TABLE, WIDTH), dtype=np.float32)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of length 1 for each of *texts*."""
        rows = np.stack([self._table[_places(text)].sum(axis=0) for text in texts])
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _places(text: str) -> list[int]:
    return [zlib.crc32(word.encode()) % TABLE for word in text.casefold().split()] or [0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--topic")
    options = parser.parse_args()
    pieces = read_corpus(options.corpus, options.topic)
    worst, before = 0.0, dict[str, float]()
    for count in options.counts:
        if count > len(pieces):
            print(f"only {len(pieces)} articles: {count} left out")
            continue
        seconds = measure(read_all(pieces[-count:]))
        print(line(count, seconds, before), flush=True)
        if before:
            worst = max(worst, total(seconds) / total(before))
        before = seconds
    return int(worst > MOST)


def read_all(pieces: Sequence[Piece]) -> list[Reading]:
    return [pipeline.read_alone(piece.layer, piece.id, piece.id, Silent()) for piece in pieces]


def measure(readings: Sequence[Reading]) -> dict[str, float]:
    """Return the processor seconds of each stage on *readings*."""
    spent = dict.fromkeys(STAGES, 0.0)
    kept = {name: getattr(pipeline, name) for names in STAGES.values() for name in names}
    for stage, names in STAGES.items():
        for name in names:
            setattr(pipeline, name, _timed(kept[name], stage, spent))
    try:
        pipeline.compare(readings, WordVectors())
    finally:
        for name, work in kept.items():
            setattr(pipeline, name, work)
    return spent


def total(seconds: dict[str, float]) -> float:
    return sum(seconds[stage] for stage in COMPARING)


def line(count: int, seconds: dict[str, float], before: dict[str, float]) -> str:
    rows = {**seconds, " + ".join(COMPARING): total(seconds)}
    earlier = {**before, " + ".join(COMPARING): total(before)} if before else {}
    times = {name: f" (x{rows[name] / spent:.1f})" for name, spent in earlier.items()}
    cells = [f"{name} {spent:.2f} s{times.get(name, '')}" for name, spent in rows.items()]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{count:6} documents   " + "   ".join(cells) + f"   at most {memory:.0f} MiB"


def _timed(work: Callable[..., object], stage: str, spent: dict[str, float]) -> Callable[..., object]:
    def run(*arguments: object, **named: object) -> object:
        begun = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            spent[stage] += time.process_time() - begun

    return run


if __name__ == "__main__":
    sys.exit(main())
