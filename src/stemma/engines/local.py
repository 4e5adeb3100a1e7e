"""All cores of one machine."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from stemma.engines.crew import Crew
from stemma.engines.faults import blaming
from stemma.engines.folders import Folder
from stemma.engines.locking import locked
from stemma.engines.parting import Homes, Statement, part_rows
from stemma.engines.reading import Chunk, as_chunks, read_chunk
from stemma.engines.schemas import READ, WAITING
from stemma.engines.settling import settle_lots, settle_readings, summed_up, through, told_before
from stemma.engines.spooling import in_order
from stemma.engines.telling import Lot, lots_of, tell_lot
from stemma.errors import UnreadableError
from stemma.model.batch import Job, Refusal, Stage, Summary
from stemma.model.item import Item
from stemma.ports import BatchProgress, Stages

__all__ = ["LocalEngine"]

MEMORY = "512MB"
"""For sorting; what does not go into it is sorted on the disk."""
AT_ONCE = 64
"""Rows that are in memory at a time."""
KILLED = "stopped the program that read it"


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Reads and compares in processes side by side; what is sorted, is sorted on the disk."""

    workers: int

    def run(self, job: Job, stages: Stages, progress: BatchProgress) -> Summary:
        """Do *job*, going on from where it was stopped."""
        out = Folder(job.out)
        with locked(out), blaming(out, WAITING), _database() as database, Crew(self.workers) as crew:
            settle_readings(out, _read(crew, job, stages, progress))
            read = (out / "_work" / "read").dataset(READ)
            homes = part_rows(partial(_rows, database, read), job.edition, progress)
            return summed_up(out, homes, _tell(crew, homes, stages, out, progress))


def _read(crew: Crew, job: Job, stages: Stages, progress: BatchProgress) -> list[str]:
    """Read what is new, and return the names of all chunks of the input."""
    work = Folder(job.out) / "_work"
    there = set((work / "read").names())
    known: list[str] = []

    def new() -> Iterator[Chunk]:
        for chunk in as_chunks(_items(job.inputs, stages, progress), job.reading):
            known.append(chunk.name)
            if f"{chunk.name}.parquet" in there:
                progress.done(Stage.READ, len(chunk.items), is_new=False)
            else:
                yield chunk

    for chunk, count in crew.done(partial(read_chunk, stages=stages, work=work), new()):
        rows = count if count is not None else _read_without_killers(chunk, stages, work)
        through(progress, Stage.READ, len(chunk.items), rows)
    return known


def _tell(crew: Crew, homes: Homes, stages: Stages, out: Folder, progress: BatchProgress) -> Counter[str]:
    lots = settle_lots(out, homes)
    rows = told_before(out, lots, progress)
    new = homes.rows.filter(pc.invert(pc.is_in(homes.rows["name"], pa.array(lots.told, pa.string()))))
    documents = in_order(new, out / "_work" / "read")
    for lot, written in crew.done(partial(tell_lot, stages=stages, out=out), lots_of(documents)):
        counts = written if written is not None else _tell_without_killers(lot, stages, out)
        rows.update(counts)
        through(progress, Stage.TELL, sum(len(documents) for *_, documents in lot.stories), counts["documents"])
    return rows


def _read_without_killers(chunk: Chunk, stages: Stages, work: Folder) -> int:
    """Do what `read_chunk` does without the documents that kill the process in which they are read."""
    single = [replace(chunk, name=f"{chunk.name}-{at}", items=(item,)) for at, item in enumerate(chunk.items)]
    with TemporaryDirectory() as probe, Crew(1) as crew:
        read = crew.done(partial(read_chunk, stages=stages, work=Folder(probe)), single)
        killers = {one.items[0].path for one, count in read if count is None}
    items = tuple(Refusal(item.path, Stage.READ, KILLED) if item.path in killers else item for item in chunk.items)
    return read_chunk(replace(chunk, items=items), stages, work)


def _tell_without_killers(lot: Lot, stages: Stages, out: Folder) -> Mapping[str, int]:
    """Tell the stories of *lot* but for those that kill the process in which they are told."""
    single = [Lot(f"{lot.name}-{at}", (story,)) for at, story in enumerate(lot.stories)]
    with TemporaryDirectory() as probe, Crew(1) as crew:
        told = crew.done(partial(tell_lot, stages=stages, out=Folder(probe)), single)
        killers = {one.stories[0][0]: KILLED for one, counts in told if counts is None}
    return tell_lot(replace(lot, broken=killers), stages, out)


def _items(inputs: Sequence[str], stages: Stages, progress: BatchProgress) -> Iterator[Item | UnreadableError]:
    files = stages.files(inputs)
    for number, file in enumerate(files):
        for item, part in stages.open(file):
            progress.at((number + part) / len(files), file)
            yield item


@contextmanager
def _database() -> Iterator[duckdb.DuckDBPyConnection]:
    with (
        TemporaryDirectory() as scratch,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": scratch, "threads": 1}) as database,
    ):
        yield database


def _rows(database: duckdb.DuckDBPyConnection, read: ds.Dataset, statement: Statement) -> Iterator[dict[str, object]]:
    # What a dataset knows of its files it keeps where it is not told otherwise: 190 MB of 2,600 files.
    scanner = ds.Scanner.from_dataset(
        read,
        columns=list(statement.columns),
        batch_readahead=1,
        fragment_readahead=1,
        use_threads=False,
        cache_metadata=False,
    )
    database.register("read", scanner)
    for batch in database.sql(statement.sql).to_arrow_reader(AT_ONCE):
        yield from batch.to_pylist()
