"""What the tasks of a Spark job come to, with word of how far they are."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.accumulators import Accumulator
from pyspark.sql import DataFrame, SparkSession

__all__ = ["Count", "counted", "gather"]

LOOKS = 1.0
"""Seconds between two looks how far tasks are."""

Count = Accumulator[int]
"""Documents of tasks that have ended; those of a task that was done twice count twice."""


def counted(session: SparkSession) -> Count:
    """Return a count to which the tasks of *session* can add."""
    count: Count = session.sparkContext.accumulator(0)
    return count


def gather(frame: DataFrame, count: Count, tell: Callable[[int], None]) -> pa.Table:
    """
    Return the rows of *frame*, all of whose tasks run side by side: asked for one by one they would run one by one.

    Args:
        frame: With ``documents`` a row.
        count: Of what its tasks have newly done.
        tell: Is told of documents newly done, as they are.
    """
    told = 0
    with ThreadPoolExecutor(1) as waiting:
        job = waiting.submit(frame.toArrow)
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
