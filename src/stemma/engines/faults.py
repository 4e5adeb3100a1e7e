"""What DuckDB, Arrow and Spark complain of, in one line that names the file at fault."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from stemma.engines.folders import Folder, open_file, reason_of
from stemma.errors import BatchError

__all__ = ["blaming", "damaged", "explained"]

_AGAIN = "delete the files of this name below `_work`, and run the batch again"
"""What mends a file, one of a table too: what does not wait there is read or told anew."""

_OF_THE_PLACE = (OSError, duckdb.IOException, duckdb.OutOfMemoryException)
"""What is raised where there is no room, no right, no way."""
_COMPLAINTS = (*_OF_THE_PLACE, duckdb.InvalidInputException, pa.ArrowException)
"""What may be raised where a file is damaged, too."""


@contextmanager
def blaming(out: Folder, schemas: Mapping[str, pa.Schema]) -> Iterator[None]:
    """Say which file below *out* is at fault where reading fails; *schemas* as in `explained`."""
    try:
        yield
    except _COMPLAINTS as error:
        fault = _first_fault(out, schemas)
        if fault is None and not isinstance(error, _OF_THE_PLACE):
            raise  # no file is to blame: it is us
        raise fault or _to_mend(out, reason_of(error)) from error


def explained(out: Folder, schemas: Mapping[str, pa.Schema], reason: str) -> BatchError:
    """
    Return what to tell of *reason*: the first file that is damaged or not ours, or it as it is where all are whole.

    Args:
        out: Where the tables are.
        schemas: The folders below it that were read, with the columns that their files have.
        reason: What a library says.
    """
    return _first_fault(out, schemas) or _to_mend(out, reason)


def _to_mend(out: Folder, reason: str) -> BatchError:
    return BatchError(out.url, f"{reason}; mend it and run this again")


def _first_fault(out: Folder, schemas: Mapping[str, pa.Schema]) -> BatchError | None:
    for name, schema in schemas.items():
        for file in (out / name).names():
            fault = _fault((out / name / file).url, schema)
            if fault:
                return damaged((out / name / file).url, fault)
    return None


def damaged(url: str, fault: str = "is damaged") -> BatchError:
    """Return what to tell of a file of a batch that cannot be used, and how it is mended."""
    return BatchError(url, f"{fault}; {_AGAIN}")


def _fault(url: str, schema: pa.Schema) -> str:
    try:
        with open_file(url) as file:
            rows = pq.read_table(file)
    except (pa.ArrowException, OSError):
        return "is damaged"
    return "" if rows.schema.equals(schema) else "is no file of a batch"
