"""What the encoder alone takes for all that a batch has asked of it."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier

import pyarrow.parquet as pq

from stemma.align import wording
from stemma.engines.reading import reading_of
from stemma.model import Reading
from stemma.taggers import OnnxTagger
from stemma.threads import one_thread_each

__all__ = ["Pace", "encode"]

AT_ONCE = 1000
"""Statements that are handed to it at once, as many as large stories have."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Of the encoder, over all reports."""

    reports: int
    seconds: float
    """Of the slowest process."""
    processor: float
    marks: float
    """Of this what the marks in documents take; the rest are the vectors of statements."""


def encode(tables: Path, workers: int) -> Pace:
    """Return what the encoder takes in so many *workers* for the windows of the batch that wrote *tables*."""
    files = sorted((tables / "_work" / "read").glob("*.parquet"))
    one_thread_each()  # as the workers of a batch do
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, _begin, (context.Barrier(workers),)) as pool:
        paces = [*pool.map(_encode, [files[at::workers] for at in range(workers)])]
    return Pace(
        sum(pace.reports for pace in paces),
        max(pace.seconds for pace in paces),
        sum(pace.processor for pace in paces),
        sum(pace.marks for pace in paces),
    )


_all_ready: Barrier


def _begin(barrier: Barrier) -> None:
    global _all_ready
    _all_ready = barrier


def _encode(files: Sequence[Path]) -> Pace:
    readings = [reading_of(row) for file in files for row in pq.read_table(file).to_pylist()]
    said = [*dict.fromkeys(text for reading in readings for text in _statements(reading))]
    tagger = OnnxTagger(threads=1)
    tagger.embed(said[:1])  # the model is loaded
    _all_ready.wait()
    begun, first = time.monotonic(), time.process_time()
    for reading in readings:
        tagger.tag(reading.document.text, reading.document.body)
    marked = time.process_time()
    for at in range(0, len(said), AT_ONCE):
        tagger.embed(said[at : at + AT_ONCE])
    return Pace(len(readings), time.monotonic() - begun, time.process_time() - first, marked - first)


def _statements(reading: Reading) -> Sequence[str]:
    return [wording(attribution, reading.document) for attribution in reading.attributions]
