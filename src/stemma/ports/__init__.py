"""What the pipeline needs from outside, as protocols that adapters fulfil."""

from stemma.ports.batching import BatchProgress, Engine, Stages
from stemma.ports.keeping import Accounts, Archive, Copies, Journal, Marks, Readings, Store, Words
from stemma.ports.reading import Embedder, Reader, Tagger
from stemma.ports.shelving import Shelf

__all__ = [
    "Accounts",
    "Archive",
    "BatchProgress",
    "Copies",
    "Embedder",
    "Engine",
    "Journal",
    "Marks",
    "Reader",
    "Readings",
    "Shelf",
    "Stages",
    "Store",
    "Tagger",
    "Words",
]
