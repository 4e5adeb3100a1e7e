"""Documents read by themselves, as rows that wait until their story is told."""

import traceback
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pyarrow as pa

from stemma.engines.folders import Folder
from stemma.engines.schemas import READ, REFUSED
from stemma.errors import UnreadableError
from stemma.model import Reading
from stemma.model.batch import Refusal, Stage
from stemma.model.item import Item
from stemma.model.written import read_reading, write_reading
from stemma.part import keys_of
from stemma.ports import Stages
from stemma.read import place_key

__all__ = ["Chunk", "as_chunks", "read_chunk", "reading_of", "refused_table", "unpacked", "why"]

MOST_ITEMS = 32
"""Documents in a chunk: some seconds of work, which is what a stop costs."""
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
    """Yield *items* in chunks, in their order."""
    taken: list[Item | Refusal] = []
    size = 0
    for item in items:
        # No error goes from one process to another: most cannot.
        taken.append(Refusal(item.path, Stage.OPEN, item.reason) if isinstance(item, UnreadableError) else item)
        size += len(item.data) if isinstance(item, Item) else 0
        if len(taken) == MOST_ITEMS or size >= MOST_BYTES:
            yield _chunk(taken, edition)
            taken, size = [], 0
    if taken:
        yield _chunk(taken, edition)


def _chunk(items: Sequence[Item | Refusal], edition: str) -> Chunk:
    digest = sha256(edition.encode())
    for item in items:
        kept = item.data if isinstance(item, Item) else item.reason.encode()
        digest.update(f"\0{item.path}\0{len(kept)}\0".encode("utf-8", "surrogatepass"))
        digest.update(kept)
    return Chunk(digest.hexdigest()[:32], tuple(items))


def read_chunk(chunk: Chunk, stages: Stages, work: Folder) -> int:
    """Read what is in *chunk*, write it down under *work*, and return how many documents it gave."""
    found = [_row_or_refusal(item, stages) for item in chunk.items]
    refusals = [one for one in found if isinstance(one, Refusal)]
    rows = [one for one in found if not isinstance(one, Refusal)]
    if refusals:
        (work / "refused").write_rows(f"{chunk.name}.parquet", refused_table(refusals))
    # Last: where it is, all of the chunk is.
    (work / "read").write_rows(f"{chunk.name}.parquet", pa.Table.from_pylist(rows, READ))
    return len(rows)


def refused_table(refusals: Iterable[Refusal]) -> pa.Table:
    """Return *refusals* as rows."""
    rows = [{"path": one.path, "stage": one.stage.value, "reason": one.reason} for one in refusals]
    return pa.Table.from_pylist(rows, REFUSED)


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
