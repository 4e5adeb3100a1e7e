"""Documents laid on the disk in the order in which they are told."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq

from stemma.engines.folders import Folder, open_file
from stemma.errors import BatchError

__all__ = ["in_order"]

READ = ("sha256", "url", "fetched", "text", "reading", "data")
"""The columns of what was read that are told."""
AT_ONCE = 64
"""Rows that are in memory at a time."""

_LAY = f"INSERT OR REPLACE INTO laid VALUES ({', '.join('?' * (1 + len(READ)))})"


def in_order(homes: pa.Table, read: Folder) -> Iterator[dict[str, object]]:
    """
    Yield each row of *homes* with what was read of its document, by lot, story and document.

    What was read may be larger than all memory. DuckDB, which sorts ids and days well, held what it sorted by blocks
    from everywhere at once and gave up at 35,000 documents. Here each document is written and read once; the
    file lies in the folder for temporary files, and has no name, so that a kill leaves none.

    Args:
        homes: As `HOMES`.
        read: Files as `READ` of the schemas, with a row for each of *homes*.

    Raises:
        BatchError: There is no room for it, or one of *homes* has not been read.
    """
    homes = homes.sort_by([("lot", "ascending"), ("story", "ascending"), ("id", "ascending")])
    keys = zip(homes["id"].to_pylist(), homes["path"].to_pylist(), strict=True)
    places = {key: place for place, key in enumerate(keys)}
    try:
        with closing(sqlite3.connect("", isolation_level=None)) as laid:
            laid.execute("PRAGMA journal_mode = OFF")  # nobody goes on from it
            laid.execute(f"CREATE TABLE laid (place INTEGER PRIMARY KEY, {', '.join(READ)})")
            laid.execute("BEGIN")
            laid.executemany(_LAY, _placed(read, places))
            ((count,),) = laid.execute("SELECT count(*) FROM laid")
            if count < len(places):  # each behind a gap would be told with the text of another
                raise BatchError(
                    read.url, f"{len(places) - count:,} of {len(places):,} documents read are gone; run this again"
                )
            for home, (_, *values) in zip(_rows(homes), laid.execute("SELECT * FROM laid ORDER BY place"), strict=True):
                yield {**home, **dict(zip(READ, values, strict=True))}
    except sqlite3.Error as error:
        raise BatchError(
            "the folder for temporary files",
            f"cannot be written to: {error}; make room or set TMPDIR, and run this again",
        ) from error


def _placed(read: Folder, places: Mapping[tuple[str, str], int]) -> Iterator[tuple[object, ...]]:
    # A dataset of all files holds what it has read of each: 400 MB for 35,000 documents, one by one they took 100.
    for name in read.names() if places else ():
        with open_file((read / name).url) as file:
            rows = pq.ParquetFile(file).read(["id", "path", *READ], use_threads=False)
        for row in rows.to_pylist():
            place = places.get((row["id"], row["path"]))
            if place is not None:
                yield place, *(row[column] for column in READ)


def _rows(homes: pa.Table) -> Iterator[dict[str, object]]:
    for batch in homes.to_batches(AT_ONCE):
        yield from batch.to_pylist()
