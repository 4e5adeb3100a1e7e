"""Records of Parquet files."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import IO, TYPE_CHECKING

from stemma.errors import MissingExtraError, UnreadableError
from stemma.intake.bounded import MOST_OF_ITEM
from stemma.intake.records import can_hold_text, item_of_record
from stemma.model.item import Item

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

__all__ = ["PARQUET", "records_of_parquet"]

PARQUET = b"PAR1"
"""How a Parquet file begins."""
AT_ONCE = 16
"""Rows that are in memory at a time, or fewer where they are large."""
MOST_SHOWN = 8
"""Columns of a file that are named where none of them holds text."""


def records_of_parquet(file: IO[bytes], path: str, names: Mapping[str, str]) -> Iterator[Item | UnreadableError]:
    """
    Yield each row; *names* as in `records_of_lines`.

    Raises:
        UnreadableError: The file is cut off or damaged, or none of its columns can hold text.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(f"{path}: a Parquet file", "batch") from error
    number = 0
    try:
        table = pq.ParquetFile(file)
        _look_for_text(table.schema_arrow.names, path, names)
        for batch in table.iter_batches(_rows_at_once(table.metadata)):
            columns = dict(zip(batch.schema.names, map(_exact, batch.columns), strict=True))
            for row in range(batch.num_rows):
                number += 1
                cells = {name: column[row] for name, column in columns.items()}
                yield _item(cells, f"{path}#{number}", names)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(
            path, f"is cut off or damaged behind {number:,} rows; get the whole file again"
        ) from error


def _look_for_text(columns: Sequence[str], path: str, names: Mapping[str, str]) -> None:
    if not can_hold_text(columns, names):
        shown = ", ".join(columns[:MOST_SHOWN]) + (", …" if len(columns) > MOST_SHOWN else "")
        raise UnreadableError(path, f"has no column with text ({shown}); say which one holds it (--map text=COLUMN)")


def _rows_at_once(told: "pq.FileMetaData") -> int:
    groups = [told.row_group(number) for number in range(told.num_row_groups)]
    row = max((group.total_byte_size // max(1, group.num_rows) for group in groups), default=0)
    return max(1, min(AT_ONCE, MOST_OF_ITEM // max(1, row)))


def _item(cells: Mapping[str, "pa.Scalar"], path: str, names: Mapping[str, str]) -> Item | UnreadableError:
    too_large = UnreadableError(path, "is larger than a report")
    if any(_size(cell) > MOST_OF_ITEM for cell in cells.values()):
        return too_large
    item = item_of_record({name: _plain(_value(cell)) for name, cell in cells.items()}, path, names)
    return item if len(item.data) <= MOST_OF_ITEM else too_large


def _size(cell: "pa.Scalar") -> int:
    """Return the bytes of text or of other bytes in *cell*, which are not copied for it."""
    held = cell.as_buffer() if hasattr(cell, "as_buffer") else None
    return 0 if held is None else int(held.size)


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
