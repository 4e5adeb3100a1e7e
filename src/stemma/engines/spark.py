"""A Spark cluster, or Spark on one machine."""

import os
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc
from py4j.protocol import Py4JError
from pyspark import SparkConf
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql.functions import col
from pyspark.sql.pandas.types import from_arrow_schema

from stemma.engines.faults import blaming, explained
from stemma.engines.folders import Folder
from stemma.engines.gathering import Count, counted, gather
from stemma.engines.locking import locked
from stemma.engines.parting import Statement, part_rows
from stemma.engines.reading import as_chunks, read_chunk
from stemma.engines.schemas import READ, WAITING
from stemma.engines.settling import Lots, settle_lots, settle_readings, summed_up, told_before
from stemma.engines.telling import counts_of, lots_of, tell_lot
from stemma.model.batch import Job, Stage, Summary
from stemma.ports import BatchProgress, Stages

__all__ = ["SparkEngine"]

AT_ONCE = 64
"""Documents that a worker is handed at a time."""
TASKS_A_CORE = 16
"""So that no core waits long for the slowest task."""
FILES_A_TASK = 200
"""Small files that one task opens."""
TRIES = 4
"""Times that a task is tried, also on one machine, where Spark gives up after the first otherwise."""

STORIES = """
SELECT homes.name, homes.lot, homes.story, homes.begins,
    read.id, read.sha256, read.path, read.url, read.fetched, read.text, read.reading, read.data
FROM homes JOIN read ON homes.id = read.id AND homes.path = read.path
WHERE homes.name NOT IN (SELECT name FROM told)
"""
"""The documents of the lots that are not told yet."""

_NAMED = [("name", pa.string()), ("documents", pa.int32())]
_CHUNK = pa.schema([*_NAMED, ("chunk", pa.binary())])
_DONE = pa.schema([*_NAMED, ("left", pa.int32())])
"""What a task has done; ``left`` are the documents that were not set aside."""
Batches = Iterable[pa.RecordBatch]


@dataclass(frozen=True, slots=True)
class SparkEngine:
    """Has Spark spread the work; the rows are those that the local engine writes."""

    workers: int = 0
    """Tasks at a time, where it is not part of a cluster; 0 is one a core."""

    def run(self, job: Job, stages: Stages, progress: BatchProgress) -> Summary:
        """Do *job*, going on from where it was stopped."""
        out = Folder(job.out)
        with locked(out), blaming(out, WAITING):
            try:
                return self._run(job, stages, progress, out)
            except (PySparkException, Py4JError) as error:  # some of what Java raises comes through as it is
                raise explained(out, WAITING, f"Spark gave up: {_last_line(error)}") from error

    def _run(self, job: Job, stages: Stages, progress: BatchProgress, out: Folder) -> Summary:
        session = _session(self.workers)
        settle_readings(out, _read(session, job, stages, progress))
        _read_rows(session, out / "_work" / "read").createOrReplaceTempView("read")
        homes = part_rows(partial(_rows, session), job.edition, progress)
        lots = settle_lots(out, homes)
        session.createDataFrame(homes.rows).createOrReplaceTempView("homes")
        return summed_up(out, homes, _tell(session, out, lots, stages, progress))


def _session(workers: int) -> SparkSession:
    """Return the session of ``spark-submit`` or of a notebook, or one on this machine."""
    builder = SparkSession.builder.appName("stemma")
    level = "ERROR"
    if SparkSession.getActiveSession() is None and not SparkConf().contains("spark.master"):
        builder = builder.master(f"local[{workers or '*'},{TRIES}]").config("spark.driver.host", "127.0.0.1")
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false")  # how far it is we say ourselves
        level = "OFF"  # what goes wrong on one machine we say ourselves, in one line
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the one way to say it outside of spark-submit
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel(level)
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", AT_ONCE)
    return session


def _read(session: SparkSession, job: Job, stages: Stages, progress: BatchProgress) -> list[str]:
    """Read what is new, and return the names of all chunks of the input."""
    work = Folder(job.out) / "_work"
    files = stages.files(job.inputs)
    groups = [files[at : at + FILES_A_TASK] for at in range(0, len(files), FILES_A_TASK)]
    found, count = counted(session), counted(session)
    opened = session.createDataFrame(pa.table({"files": groups})).repartition(min(len(groups), _tasks(session)))
    opening = partial(_open, stages=stages, edition=job.reading, work=work, found=found)
    # A file may hold a million documents: its chunks are spread anew before they are read.
    spread = opened.mapInArrow(opening, from_arrow_schema(_CHUNK)).repartition(_tasks(session))
    reading = partial(_read_chunks, stages=stages, work=work, count=count)

    def tell(documents: int) -> None:
        progress.at(min(1.0, count.value / max(1, found.value)), "")  # all is opened before the first is read
        progress.done(Stage.READ, documents)

    done = gather(spread.mapInArrow(reading, from_arrow_schema(_DONE)), count, tell)
    before: int = pc.sum(pc.min_element_wise(done["documents"], 0)).as_py() or 0
    progress.done(Stage.READ, -before, is_new=False)
    _tell_aside(done, progress)
    names: list[str] = done["name"].to_pylist()
    return names


def _read_rows(session: SparkSession, folder: Folder) -> DataFrame:
    schema = from_arrow_schema(READ)
    if not folder.names():  # Spark takes a folder without files for none
        return session.createDataFrame([], schema)
    local = folder.local
    return session.read.schema(schema).parquet(local.as_uri() if local else folder.url)


def _tell(session: SparkSession, out: Folder, lots: Lots, stages: Stages, progress: BatchProgress) -> Counter[str]:
    rows = told_before(out, lots, progress)
    session.createDataFrame(pa.table({"name": pa.array(lots.told, pa.string())})).createOrReplaceTempView("told")
    tasks = max(1, min(_tasks(session), len(lots.names) - len(lots.told)))
    # Lots are numbered from the largest on. Dealt by a hash, one task had a fifth of all, and came among the last.
    dealt = session.sql(STORIES).repartitionById(tasks, col("lot"))
    spread = dealt.sortWithinPartitions("lot", "story", "id")

    count = counted(session)
    telling = partial(_tell_lots, stages=stages, out=out, count=count)
    done = gather(spread.mapInArrow(telling, from_arrow_schema(_DONE)), count, partial(progress.done, Stage.TELL))
    _tell_aside(done, progress)
    for name in done["name"].to_pylist():
        rows.update(counts_of(out / "_work", name))
    return rows


def _tell_aside(done: pa.Table, progress: BatchProgress) -> None:
    aside: int = (pc.sum(done["documents"]).as_py() or 0) - (pc.sum(done["left"]).as_py() or 0)
    if aside:
        progress.done(Stage.ASIDE, aside)


def _open(batches: Batches, stages: Stages, edition: str, work: Folder, found: Count) -> Iterator[pa.RecordBatch]:
    """Yield the chunks in some files; of those that have been read their names alone."""
    for batch in batches:
        files = [file for group in batch["files"].to_pylist() for file in group]
        items = (item for file in files for item, _ in stages.open(file))
        for chunk in as_chunks(items, edition):
            is_read = (work / "read").holds(f"{chunk.name}.parquet")
            found.add(0 if is_read else len(chunk.items))
            packed = None if is_read else pickle.dumps(chunk)
            row = {"name": [chunk.name], "documents": [len(chunk.items)], "chunk": [packed]}
            yield pa.RecordBatch.from_pydict(row, _CHUNK)


def _read_chunks(batches: Batches, stages: Stages, work: Folder, count: Count) -> Iterator[pa.RecordBatch]:
    """Yield the names of chunks that are read; what was read before counts below nothing."""
    for batch in batches:
        for row in batch.to_pylist():
            documents = left = row["documents"]
            if row["chunk"] is None:
                documents = left = -documents
            else:
                left = read_chunk(pickle.loads(row["chunk"]), stages, work)
                count.add(documents)
            yield _done(row["name"], documents, left)


def _tell_lots(batches: Batches, stages: Stages, out: Folder, count: Count) -> Iterator[pa.RecordBatch]:
    for lot in lots_of(row for batch in batches for row in batch.to_pylist()):
        left = tell_lot(lot, stages, out)["documents"]
        documents = sum(len(rows) for *_, rows in lot.stories)
        count.add(documents)
        yield _done(lot.name, documents, left)


def _done(name: str, documents: int, left: int) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"name": [name], "documents": [documents], "left": [left]}, _DONE)


def _rows(session: SparkSession, statement: Statement) -> Iterator[dict[str, object]]:
    for row in session.sql(statement.sql).toLocalIterator(prefetchPartitions=True):
        yield _plain(row)


def _plain(row: Row) -> dict[str, object]:
    """Return *row* with bytes as other programs give them."""
    return {name: bytes(value) if isinstance(value, bytearray) else value for name, value in row.asDict().items()}


def _last_line(error: Exception) -> str:
    """Return what went wrong, which stands below the way that led there."""
    lines = [line.strip() for line in str(error).splitlines()]
    told = [line for line in lines if line and not line.startswith(("at ", "... "))]  # where in Java helps nobody
    return told[-1] if told else type(error).__name__


def _tasks(session: SparkSession) -> int:
    return session.sparkContext.defaultParallelism * TASKS_A_CORE
