"""The readings of a case: those that are kept, and those that newer rules make of its documents."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from stemma.case.edition import reading_edition
from stemma.case.files.ahead import count_workers, work_ahead
from stemma.case.files.drawing import draw
from stemma.case.files.opening import Progress
from stemma.errors import CaseError
from stemma.model import Layer, Notice, Reading
from stemma.model.archive import Arrival, Deposit, Held
from stemma.pipeline import read_alone
from stemma.ports import Store, Tagger
from stemma.stores import is_case, open_copy, open_store

__all__ = [
    "LOADED",
    "distinct_versions",
    "each_reading",
    "notices_of",
    "opened_case",
    "read_anew",
    "readable_case",
    "readings_of",
    "the_case",
]

LOADED = 200
"""Readings that are in memory at once where all are asked for."""


def the_case(paths: Sequence[str]) -> str | None:
    """
    Return the case that *paths* mean; None where they are files and folders.

    Raises:
        CaseError: A case is named beside something else.
    """
    case = next((path for path in paths if is_case(path)), None)
    if case is not None and len(paths) > 1:
        raise CaseError(case, "is a case, which is told alone; first add the others to it with `stemma add`")
    return case


@contextmanager
def opened_case(address: str) -> Iterator[Store]:
    """
    Yield the case at *address*, and let go of it at the end.

    Raises:
        CaseError: There is none, or it cannot be opened.
    """
    store = open_store(address)
    try:
        yield store
    finally:
        store.close()


def readable_case(address: str, is_enough: Callable[[Store], bool]) -> Store:
    """
    Return the case at *address* to be looked into; where it cannot be written to and is not *enough*, a copy of it.

    Raises:
        CaseError: There is none, or it cannot be opened.
    """
    store = open_store(address)
    if store.is_writable or is_enough(store):
        return store
    store.close()
    return open_copy(address)


def readings_of(
    store: Store, tagger: Tagger, notify: Callable[[Notice], None], progress: Progress = lambda done, total, path: None
) -> list[Reading]:
    """
    Return what the documents of *store* say, sorted by path.

    What was not read yet by these rules and *tagger* is read now, and kept.

    Raises:
        CaseError: The archive is damaged.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    edition = reading_edition(tagger.name)
    newest = store.newest()
    readings = dict(store.readings(edition))
    stale = [held for held in newest if held.document not in readings]
    keep = _keeper(store, edition, notify)
    for held, layer, reading in _read_ahead(store, stale, tagger, progress):
        keep(held, layer, reading)
        readings[held.document] = reading
    for notice in notices_of(store, newest):
        notify(notice)
    return [readings[held.document] for held in newest]


def each_reading(
    store: Store, tagger: Tagger, notify: Callable[[Notice], None], progress: Progress = lambda done, total, path: None
) -> Iterator[Reading]:
    """
    Yield what `readings_of` returns, a few of them loaded at a time where they can be kept.

    Raises:
        CaseError: The archive is damaged.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    edition = reading_edition(tagger.name)
    try:
        read_anew(store, tagger, progress)
    except CaseError:  # what cannot be kept is read all the same
        yield from readings_of(store, tagger, notify, progress)
        return
    layers = [one.layer for one in store.stock()]
    for start in range(0, len(layers), LOADED):
        found = {held.id: (held, reading) for held, reading in store.read(layers[start : start + LOADED], edition)}
        for layer in layers[start : start + LOADED]:
            if layer in found:  # another program may have put a newer one in its place
                held, reading = found[layer]
                for notice in notices_of(store, [held]):
                    notify(notice)
                yield reading


def notices_of(store: Store, layers: Iterable[Held]) -> Iterator[Notice]:
    """Yield what in *layers* of *store* is not to be trusted."""
    for held in layers:
        if held.layer.note:
            yield Notice(held.path, f"{held.path}: {held.layer.note}")
        versions = len(distinct_versions(store, held))
        if versions > 1:
            yield Notice(held.path, f"{held.path}: came in {versions} versions, of which the newest is read")


def read_anew(store: Store, tagger: Tagger, progress: Progress = lambda done, total, path: None) -> None:
    """
    Read and keep what was not read yet by our rules of today and *tagger*.

    Raises:
        CaseError: The case cannot be written to, or the archive is damaged.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    edition = reading_edition(tagger.name)
    for held, layer, reading in _read_ahead(store, store.unread(edition), tagger, progress):
        _keep(store, held, layer, reading, edition)


def _read_ahead(
    store: Store, stale: Sequence[Held], tagger: Tagger, progress: Progress
) -> Iterator[tuple[Held, Layer, Reading]]:
    def read(work: tuple[Held, bytes]) -> tuple[Held, Layer, Reading]:
        held, data = work
        layer = draw(data, held.path)
        return held, layer, read_alone(layer, held.path, held.sha256, tagger)

    return work_ahead(_bytes(store, stale, progress), read, count_workers(tagger))


def _keep(store: Store, held: Held, layer: Layer, reading: Reading, edition: str) -> None:
    if layer.text == held.layer.text:
        store.keep_reading(held, edition, reading)
    else:
        store.keep(_redrawn(store, held, layer, reading, edition))


def _bytes(store: Store, stale: Sequence[Held], progress: Progress) -> Iterator[tuple[Held, bytes]]:
    for done, held in enumerate(stale):
        progress(done, len(stale), held.path)
        yield held, store.data(held.sha256)


def _keeper(store: Store, edition: str, notify: Callable[[Notice], None]) -> Callable[[Held, Layer, Reading], None]:
    """Return what keeps a new reading; where that fails it says so once, and the reading is used all the same."""
    is_able = store.is_writable

    def keep(held: Held, layer: Layer, reading: Reading) -> None:
        nonlocal is_able
        if not is_able:
            return
        try:
            _keep(store, held, layer, reading, edition)
        except CaseError as error:
            is_able = False
            notify(Notice(held.path, f"what was read anew is not kept: {error}"))

    return keep


def distinct_versions(store: Store, newest: Held) -> Sequence[Held]:
    """Return the versions of an article, oldest first; a text drawn anew from the same bytes is no other version."""
    if newest.number == 1:
        return [newest]
    last: dict[int, Held] = {}
    number, before = 0, ""
    for held in store.layers(newest.document):
        number += held.sha256 != before
        before = held.sha256
        last[number] = held
    return list(last.values())


def _redrawn(store: Store, held: Held, layer: Layer, reading: Reading, edition: str) -> Deposit:
    """Return another text drawn from the same bytes, as a newer layer."""
    arrival = Arrival(held.path, store.data(held.sha256), held.at)
    return Deposit(arrival, layer, (), (), held.document, reading, edition, redrawn=held.id)
