"""Many documents read and compared at once, into tables that other programs read."""

import os
from collections.abc import Mapping, Sequence

from stemma.case.edition import brief_edition, parting_edition, table_edition
from stemma.case.files.taking import NO_NAMES
from stemma.case.stages import ShippedStages
from stemma.errors import MissingExtraError
from stemma.model.batch import EngineName, Job, Summary
from stemma.ports import BatchProgress, Engine
from stemma.taggers import OnnxTagger

__all__ = ["run_batch"]


def run_batch(
    inputs: Sequence[str],
    out: str,
    progress: BatchProgress,
    engine: EngineName = EngineName.LOCAL,
    workers: int = 0,
    names: Mapping[str, str] = NO_NAMES,
) -> Summary:
    """
    Read what is at *inputs*, and write what it tells as Parquet tables into the folder *out*.

    Whoever is stopped goes on from there the next time; what has not changed since is not done again.

    Args:
        inputs: Files, folders, or URLs of any file system that Arrow knows.
        out: A folder, or the URL of one.
        progress: Is told how far it is.
        engine: What does the work.
        workers: Processes on this machine; 0 is one a core.
        names: Which key of a JSON record holds which part of a document.

    Raises:
        NothingToReadError: There is nothing to read.
        BatchError: The tables cannot be written.
        MissingExtraError: What *engine* needs is not installed.
    """
    stages = ShippedStages(names, out)
    model, form = OnnxTagger().name, table_edition()
    job = Job(tuple(inputs), out, f"{parting_edition(model)} {form}", f"{brief_edition([model])} {form}")
    return _engine(engine, workers).run(job, stages, progress)


def _engine(name: EngineName, workers: int) -> Engine:
    if name is EngineName.SPARK:
        try:
            from stemma.engines.spark import SparkEngine
        except ImportError as error:
            raise MissingExtraError("--engine spark", "spark") from error
        return SparkEngine(workers)
    try:
        from stemma.engines.local import LocalEngine
    except ImportError as error:
        raise MissingExtraError("a batch", "batch") from error
    return LocalEngine(workers or os.cpu_count() or 1)
