"""What stories are made of, written down and read again."""

import json
from io import BytesIO

import numpy as np

from stemma.part.parting import Parted
from stemma.part.table import KeyTable

__all__ = ["read_parted", "read_table", "write_parted", "write_table"]


def write_table(table: KeyTable) -> bytes:
    """Return *table* as an archive of arrays in NumPy's own form."""
    written = BytesIO()
    documents = np.array(table.documents, dtype=np.str_)
    np.savez(written, documents=documents, days=table.days, words=table.words, weights=table.weights)
    return written.getvalue()


def read_table(written: bytes) -> KeyTable:
    """Return the table that `write_table` wrote."""
    with np.load(BytesIO(written), allow_pickle=False) as arrays:
        documents: list[str] = arrays["documents"].tolist()
        return KeyTable(tuple(documents), arrays["days"], arrays["words"], arrays["weights"])


def write_parted(parted: Parted) -> str:
    """Return *parted* as JSON."""
    return json.dumps([parted.documents, parted.days, parted.homes], separators=(",", ":"))


def read_parted(written: str) -> Parted:
    """Return what `write_parted` wrote."""
    documents, days, homes = json.loads(written)
    return Parted(tuple(documents), tuple(days), tuple(map(tuple, homes)))
