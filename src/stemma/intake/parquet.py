"""Records of Parquet files."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import IO, TYPE_CHECKING

from stemma.errors import MissingExtraError, UnreadableError
from stemma.intake.bounded import MOST_OF_ITEM
from stemma.intake.records import item_of_record
from stemma.model.item import Item

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["PARQUET", "records_of_parquet"]

PARQUET = b"PAR1"
"""How a Parquet file begins."""
AT_ONCE = 16
"""Rows that are in memory at a time."""


def records_of_parquet(file: IO[bytes], path: str, names: Mapping[str, str]) -> Iterator[Item | UnreadableError]:
    """
    Yield each row; *names* as in `records_of_lines`.

    Raises:
        UnreadableError: The file is cut off or damaged.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(f"{path}: a Parquet file", "batch") from error
    number = 0
    try:
        for batch in pq.ParquetFile(file).iter_batches(AT_ONCE):
            columns = dict(zip(batch.schema.names, map(_exact, batch.columns), strict=True))
            for row in range(batch.num_rows):
                number += 1
                record = {name: _plain(_value(column[row])) for name, column in columns.items()}
                item = item_of_record(record, f"{path}#{number}", names)
                is_small = len(item.data) <= MOST_OF_ITEM
                yield item if is_small else UnreadableError(item.path, "is larger than a report")
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(
            path, f"is cut off or damaged behind {number:,} rows; get the whole file again"
        ) from error


def _exact(column: "pa.Array") -> "pa.Array":
    """Return *column* without the nanoseconds that Python has no word for."""
    import pyarrow as pa

    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return column


def _value(cell: "pa.Scalar") -> object:
    """Return what is in *cell*: the bytes of text that is not UTF-8, nothing for a moment that is none."""
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        return cell.as_buffer().to_pybytes() if hasattr(cell, "as_buffer") else None
    except (ValueError, OverflowError, LookupError):  # the year 292,000, a zone that nobody knows
        return None


def _plain(value: object) -> object:
    """Return *value* as JSON can say it."""
    if isinstance(value, date):  # a moment is one, too
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
