"""Documents read by themselves, as rows that wait until their story is told."""

import json
import traceback
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import pyarrow as pa

from stemma.engines.folders import Folder
from stemma.engines.schemas import READ, REFUSED, as_table
from stemma.errors import UnreadableError
from stemma.model import Reading
from stemma.model.batch import Refusal, Stage
from stemma.model.item import Item
from stemma.model.written import read_reading, write_reading
from stemma.part import keys_of
from stemma.ports import Stages
from stemma.read import place_key

__all__ = ["Chunk", "as_chunks", "read_chunk", "reading_of", "refused_table", "unpacked", "why"]

ITEMS = 16
"""Documents in a chunk, on average: some seconds of work, which is what a stop costs, and what waits for the last."""
MOST_ITEMS = 2 * ITEMS
MOST_BYTES = 4_000_000
LEVEL = 3
"""Of packing: what is packed here is read again once."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents that are read, written down and, after a stop, found again together."""

    name: str
    """The hash of what is in it: where the input has grown, what was read before stays read."""
    items: tuple[Item | Refusal, ...]


def as_chunks(items: Iterable[Item | UnreadableError], edition: str) -> Iterable[Chunk]:
    """
    Yield *items* in chunks, in their order.

    Where a chunk ends, its last item says, not the count: one item more leaves the chunks behind it as they were.
    """
    taken: list[Item | Refusal] = []
    digests: list[bytes] = []
    size = 0
    for item in items:
        one = _sendable(item)
        taken.append(one)
        digests.append(_digest(one))
        size += len(one.data) if isinstance(one, Item) else 0
        if digests[-1][0] % ITEMS == 0 or len(taken) == MOST_ITEMS or size >= MOST_BYTES:
            yield _chunk(taken, digests, edition)
            taken, digests, size = [], [], 0
    if taken:
        yield _chunk(taken, digests, edition)


def _sendable(item: Item | UnreadableError) -> Item | Refusal:
    path = item.path.encode("utf-8", "backslashreplace").decode()  # names of files need not be UTF-8
    # No error goes from one process to another: most cannot.
    return Refusal(path, Stage.OPEN, item.reason) if isinstance(item, UnreadableError) else replace(item, path=path)


def _chunk(items: Sequence[Item | Refusal], digests: Iterable[bytes], edition: str) -> Chunk:
    return Chunk(sha256(edition.encode() + b"".join(digests)).hexdigest()[:32], tuple(items))


def _digest(item: Item | Refusal) -> bytes:
    if isinstance(item, Refusal):
        return sha256(json.dumps([item.path, item.reason]).encode()).digest()
    at = item.at.isoformat() if item.at else None
    return sha256(json.dumps([item.path, item.url, at]).encode() + item.data).digest()


def read_chunk(chunk: Chunk, stages: Stages, work: Folder) -> int:
    """Read what is in *chunk*, write it down under *work*, and return how many documents it gave."""
    found = [_row_or_refusal(item, stages) for item in chunk.items]
    refusals = [one for one in found if isinstance(one, Refusal)]
    rows = [one for one in found if not isinstance(one, Refusal)]
    if refusals:
        (work / "refused").write_rows(f"{chunk.name}.parquet", refused_table(refusals))
    # Last: where it is, all of the chunk is.
    (work / "read").write_rows(f"{chunk.name}.parquet", as_table(rows, READ))
    return len(rows)


def refused_table(refusals: Iterable[Refusal]) -> pa.Table:
    """Return *refusals* as rows."""
    rows = [{"path": one.path, "stage": one.stage.value, "reason": one.reason} for one in refusals]
    return as_table(rows, REFUSED)


def reading_of(row: dict[str, object]) -> Reading:
    """Return what a row of `READ` says was read."""
    return read_reading(unpacked(row["reading"]), unpacked(row["text"]), str(row["path"]))


def why(error: Exception) -> str:
    """Return what broke and where, in one line: what is set aside so is a fault of ours, to be told to us."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({last.filename.rpartition('stemma/')[2]}:{last.lineno})"


def _row_or_refusal(item: Item | Refusal, stages: Stages) -> dict[str, object] | Refusal:
    if isinstance(item, Refusal):
        return item
    try:
        return _row(item, stages.read(item))
    except UnreadableError as error:
        return Refusal(item.path, Stage.READ, error.reason)
    except Exception as error:  # one document of millions must not stop the rest, and is not lost: it is set aside
        return Refusal(item.path, Stage.READ, why(error))


def _row(item: Item, reading: Reading) -> dict[str, object]:
    document = reading.document
    keys = keys_of(document)
    return {
        "id": document.id,
        "sha256": document.sha256,
        "path": document.path,
        "url": document.url,
        "article": place_key(document.url) if document.url else None,
        "fetched": item.at.isoformat() if item.at else None,
        "day": keys.day,
        "words": [word for word, _ in keys.words],
        "weights": [weight for _, weight in keys.words],
        "text": _packed(document.text),
        "reading": _packed(write_reading(reading)),
        "data": zlib.compress(item.data, LEVEL),
    }


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def unpacked(packed: object) -> str:
    """Return the text in a column of packed text."""
    assert isinstance(packed, bytes)
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
