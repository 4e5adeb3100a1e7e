"""Stories looked up in the tables of a batch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from stemma.engines.faults import blaming
from stemma.engines.folders import Folder
from stemma.engines.schemas import TABLES
from stemma.errors import BatchError
from stemma.model.batch import Original, StoryFound

__all__ = ["find_stories", "originals_of"]

AT_ONCE = 1000
"""Rows that are in memory at a time."""


@dataclass(slots=True)
class _Story:
    documents: int = 0
    title: str = ""
    matches: int = 0


def find_stories(out: str, words: str) -> list[StoryFound]:
    """
    Return the stories in whose claims or titles all of *words* stand, or the one whose id they are.

    Those with the most such places come first.

    Raises:
        BatchError: *out* holds no tables of a batch.
    """
    sought = words.casefold().split()
    stories: dict[str, _Story] = {}
    for row in _rows(out, "documents", ["story", "title"]):
        story = stories.setdefault(row["story"], _Story())
        story.documents += 1
        story.title = story.title or row["title"] or ""
        story.matches += _holds(row["title"] or "", sought) or row["story"] == words
    for row in _rows(out, "claims", ["story", "text"]):
        stories.setdefault(row["story"], _Story()).matches += _holds(row["text"], sought)
    if words in stories:
        stories = {words: stories[words]}
    found = [StoryFound(id, s.title, s.documents, s.matches) for id, s in stories.items() if s.matches]
    return sorted(found, key=lambda one: (-one.matches, -one.documents, one.id))


def originals_of(out: str, story: str) -> Iterator[Original]:
    """
    Yield the bytes of the documents of *story*, with where they came from.

    Raises:
        BatchError: *out* holds no tables of a batch.
    """
    for row in _rows(out, "originals", ["path", "url", "fetched", "data"], pc.field("story") == story):
        yield Original(row["path"], row["url"], row["fetched"], row["data"])


def _rows(out: str, table: str, columns: list[str], wanted: "pc.Expression | None" = None) -> Iterator[dict[str, Any]]:
    folder = Folder(out) / table
    if not folder.folders():
        raise BatchError(out, "holds no tables of a batch; make them with `stemma batch PATH… --out DIR`")
    files = {f"{table}/{began}": TABLES[table] for began in folder.folders()}
    with blaming(Folder(out), files):
        for batch in _dataset(folder, TABLES[table]).to_batches(columns=columns, filter=wanted, batch_size=AT_ONCE):
            yield from batch.to_pylist()


def _dataset(folder: Folder, schema: pa.Schema) -> ds.Dataset:
    return ds.dataset([(folder / day).dataset(schema) for day in folder.folders()])


def _holds(text: str, sought: list[str]) -> bool:
    folded = text.casefold()
    return bool(sought) and all(word in folded for word in sought)
