"""What the archive holds of one document: its versions, where their bytes came from, and what was changed in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.case.holding import distinct_versions
from stemma.errors import UnknownError
from stemma.measure import measure
from stemma.model import Document, Drift
from stemma.model.archive import Capture, Held
from stemma.ports import Store
from stemma.read import read_document
from stemma.weigh import find_edits

__all__ = ["Archived", "Revised", "archived", "compare_texts_of"]

LONGEST_COMPARED = 200_000
"""Characters of a version in which sentences are held against those of another: some fifty pages of print."""


@dataclass(frozen=True, slots=True)
class Archived:
    """One article as it came, again and again."""

    versions: tuple[Held, ...]
    """Oldest first; a text drawn anew from the same bytes is no other version."""
    captures: tuple[Capture, ...]
    """Each coming of the bytes of any of them, in their order."""


@dataclass(frozen=True, slots=True)
class Revised:
    """Two versions of one article, and what was changed from one to the other."""

    older: Document
    newer: Document
    edits: tuple[Drift, ...]
    """Each place in the newer version, its counterpart in the older."""


def archived(store: Store, sha256: str) -> Archived:
    """
    Return what *store* holds of the article whose bytes, in any version, have the hash *sha256*.

    Raises:
        UnknownError: It holds no such bytes.
        CaseError: It cannot be read.
    """
    versions = _versions(store, sha256)
    captures = [c for held in {v.sha256: v for v in versions}.values() for c in store.captures_of(held.sha256)]
    return Archived(tuple(versions), tuple(sorted(captures, key=lambda capture: capture.at)))


def compare_texts_of(store: Store, sha256: str, older: int, newer: int) -> Revised:
    """
    Return versions *older* and *newer* of an article, counted from 1, and what was changed from one to the other.

    Raises:
        UnknownError: *store* holds no such bytes, or not so many versions of them.
        CaseError: It cannot be read.
    """
    versions = _versions(store, sha256)
    for number in (older, newer):
        if not 1 <= number <= len(versions):
            raise UnknownError("version", str(number))
    was, now = (_read(versions[number - 1]) for number in (older, newer))
    if max(len(was.text), len(now.text)) > LONGEST_COMPARED:
        return Revised(was, now, ())
    return Revised(was, now, find_edits(was, now, measure(was, ()), measure(now, ())))


def _versions(store: Store, sha256: str) -> Sequence[Held]:
    held = store.held(sha256)
    if held is None:
        raise UnknownError("document", sha256)
    return distinct_versions(store, store.layers(held.document)[-1])


def _read(held: Held) -> Document:
    return read_document(held.layer, held.path, held.sha256)
