"""What the tasks of a Spark job come to, with word of how far they are."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.accumulators import Accumulator
from pyspark.sql import DataFrame, SparkSession

__all__ = ["Count", "gather"]

LOOKS = 1.0
"""Seconds between two looks how far tasks are."""

Count = Accumulator[int]
"""Documents done by tasks that have ended."""


def gather(session: SparkSession, frame_of: Callable[[Count], DataFrame], tell: Callable[[int], None]) -> pa.Table:
    """
    Return the rows of a frame, all of whose tasks run side by side: asked for one by one they would run one by one.

    Args:
        session: Runs them.
        frame_of: Gives the frame, with ``documents`` a row; its tasks add to the count what they have newly done.
        tell: Is told of documents newly done, as they are.
    """
    count: Count = session.sparkContext.accumulator(0)
    told = 0
    with ThreadPoolExecutor(1) as waiting:
        job = waiting.submit(frame_of(count).toArrow)
        while wait([job], LOOKS).not_done:
            told += _tell(count.value - told, tell)
    rows = job.result()
    # A task that was done twice has counted twice; the rows have not.
    _tell((pc.sum(pc.max_element_wise(rows["documents"], 0)).as_py() or 0) - told, tell)
    return rows


def _tell(documents: int, tell: Callable[[int], None]) -> int:
    if documents > 0:
        tell(documents)
    return documents
