"""Which documents of a case can speak of the same event: kept, and gone on with as reports come."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from stemma.model import Reading, make_id
from stemma.model.archive import Stocked
from stemma.part import NOTHING, KeyTable, Parted, go_on, keys_of, stories_of
from stemma.part.written import read_parted, read_table, write_parted, write_table
from stemma.ports import Store

__all__ = ["parts_of"]

NAME = "parted "
"""Begins the names of all that is kept; then comes the edition of the rules, and for keys the number of their lot."""
IN_LOT = 256
"""Documents whose keys are kept together: one more writes no more than these, and who is stopped loses no more."""
LENGTH = 16
Readings = Callable[[Sequence[Stocked]], Iterable[tuple[Stocked, Reading]]]
"""Loads the readings of some documents."""


def parts_of(
    store: Store,
    edition: str,
    stock: Sequence[Stocked],
    readings: Readings,
    judged: Sequence[Reading],
    bound: Iterable[tuple[str, str]],
) -> tuple[tuple[Stocked, ...], ...]:
    """
    Return the stories of *stock*.

    What a document is found by is computed when it is met first, and kept; so is where each belongs.

    Args:
        store: Where that is kept.
        edition: Of the rules that read a document and put it to its story.
        stock: All documents.
        readings: Loads what they say.
        judged: Those of whom analysts said something, their dates as judged.
        bound: Ids of documents that are of one story whatever is in them.
    """
    by_id = {make_id("d", one.sha256): one for one in stock}
    kept = _recalled(store, edition)
    known = {document for lot in kept.lots for document in lot.documents}
    missing = [one for id, one in by_id.items() if id not in known]
    for start in range(0, len(missing), IN_LOT):
        found = KeyTable.of(keys_of(reading.document) for _, reading in readings(missing[start : start + IN_LOT]))
        kept = _with_more(store, kept, found)
    table = KeyTable.together([*kept.lots, KeyTable.of(keys_of(reading.document) for reading in judged)])
    parted = go_on(kept.parted, table, by_id)
    if parted != kept.parted:
        _remember(store, replace(kept, parted=parted))
    return tuple(tuple(by_id[id] for id in ids) for ids in stories_of(parted, bound))


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """What was kept by one edition of the rules."""

    name: str
    parted: Parted = NOTHING
    lots: tuple[KeyTable, ...] = ()
    """What documents are found by, also some that are in the case no more."""


def _recalled(store: Store, edition: str) -> _Kept:
    name = NAME + hashlib.sha256(edition.encode()).hexdigest()[:LENGTH]
    written = store.recall([name]).get(name)
    if written is None:
        if store.is_writable:
            store.forget(NAME, ())
        return _Kept(name)
    lots, parted = json.loads(zlib.decompress(written))
    values = store.recall([_lot(name, number) for number in range(lots)])
    # A lot may be missing where two programs wrote at a time: what was in it is computed again.
    tables = (values.get(_lot(name, number)) for number in range(lots))
    return _Kept(name, read_parted(parted), tuple(read_table(one) if one else KeyTable.of(()) for one in tables))


def _with_more(store: Store, kept: _Kept, found: KeyTable) -> _Kept:
    """Keep *found* beside what was found before, in the last lot where there is room."""
    *lots, last = kept.lots or (KeyTable.of(()),)
    if len(last.documents) + len(found.documents) <= IN_LOT:
        found = KeyTable.together([last, found])
    else:
        lots.append(last)
    more = replace(kept, lots=(*lots, found))
    if store.is_writable:
        store.remember({_lot(kept.name, len(lots)): write_table(found)})
        _remember(store, more)
    return more


def _remember(store: Store, kept: _Kept) -> None:
    if store.is_writable:
        record = json.dumps([len(kept.lots), write_parted(kept.parted)], separators=(",", ":"))
        store.remember({kept.name: zlib.compress(record.encode("ascii"))})


def _lot(name: str, number: int) -> str:
    return f"{name} {number}"
