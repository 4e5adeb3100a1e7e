"""Documents put into a case, each whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stemma.case.edition import reading_edition
from stemma.case.files.ahead import count_workers, work_ahead
from stemma.case.files.drawing import draw, is_url
from stemma.case.files.finding import STDIN
from stemma.errors import CaseError, UnreadableError
from stemma.model import Layer, Reading
from stemma.model.archive import Arrival, Capture, Deposit, Held
from stemma.pipeline import read_alone
from stemma.ports import Store, Tagger
from stemma.read import are_editions, place_key

__all__ = ["Outcome", "Settled", "add_arrivals"]

TRIES = 20
"""Times that a document is settled anew because another program was quicker; each time that one has kept something."""


class Outcome(StrEnum):
    """What became of bytes that came."""

    ADDED = "added"
    CHANGED = "a newer version"
    THERE = "already there"
    UNREADABLE = "not readable"


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one arrival; it is on the disk."""

    address: str
    outcome: Outcome
    reason: str = ""
    """More of it where the user should know: why it is not readable, of what it is a newer version."""
    document: str | None = None
    """Id of its document in the case."""
    is_given: bool = False
    """It is what the user gave, not one of the documents that a folder, a file or a feed led to."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """What one arrival would be kept as."""

    arrival: Arrival
    layer: Layer
    reading: Reading


def add_arrivals(store: Store, arrivals: Iterable[Arrival | UnreadableError], tagger: Tagger) -> Iterator[Settled]:
    """
    Read each arrival and keep it in *store*; yield what became of it as soon as it is kept.

    A newer version of an article that is held becomes its newest layer: told by its URL, or by its path
    where the words are mostly the same.

    Raises:
        CaseError: The case cannot be written to; what was yielded before is in it.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    edition = reading_edition(tagger.name)

    def draft(found: Arrival | Settled) -> _Draft | Settled:
        return found if isinstance(found, Settled) else _draft(found, tagger)

    for drafted in work_ahead(_unknown(store, arrivals), draft, count_workers(tagger)):
        yield drafted if isinstance(drafted, Settled) else _settle(store, drafted, edition)


def _unknown(store: Store, arrivals: Iterable[Arrival | UnreadableError]) -> Iterator[Arrival | Settled]:
    """Settle at once what needs no reading: what could not be opened, and what came from there before."""
    for arrival in arrivals:
        if isinstance(arrival, UnreadableError):
            yield _unreadable(arrival)
        elif store.knows(arrival.address, arrival.sha256):
            held = store.held(arrival.sha256)
            yield Settled(arrival.address, Outcome.THERE, document=held.document if held else None)
        else:
            yield arrival


def _draft(arrival: Arrival, tagger: Tagger) -> _Draft | Settled:
    try:
        layer = draw(arrival.data, arrival.address)
    except UnreadableError as error:
        return _unreadable(error)
    return _Draft(arrival, layer, read_alone(layer, arrival.address, arrival.sha256, tagger))


def _unreadable(error: UnreadableError) -> Settled:
    return Settled(error.path, Outcome.UNREADABLE, error.reason)


def _settle(store: Store, draft: _Draft, edition: str) -> Settled:
    """Keep *draft* where it belongs; where another program was quicker, look again where that is."""
    for _ in range(TRIES):
        settled = _settle_once(store, draft, edition)
        if settled is not None:
            return settled
    raise CaseError(draft.arrival.address, "others write to the case all the time; run it again")


def _settle_once(store: Store, draft: _Draft, edition: str) -> Settled | None:
    arrival, keys = draft.arrival, _keys(draft)
    found = store.find(keys)
    home = _home(draft, keys, found)
    known = store.held(arrival.sha256)
    if known is not None and not _is_back(store, arrival, home):
        store.note(Capture(arrival.sha256, arrival.address, arrival.at, arrival.headers))
        reason = "" if known.path == arrival.address else f"the same bytes as {known.path}"
        return Settled(arrival.address, Outcome.THERE, reason, known.document)
    into = home.document if home else known.document if known else None
    seen = tuple(held.id if held else None for held in found)
    kept = store.keep(Deposit(arrival, draft.layer, keys, seen, into, draft.reading, edition))
    if kept is None:
        return None
    if home is None:
        return Settled(arrival.address, Outcome.ADDED, document=kept.document)
    return Settled(arrival.address, Outcome.CHANGED, f"number {kept.number} of {home.path}", kept.document)


def _is_back(store: Store, arrival: Arrival, home: Held | None) -> bool:
    """Tell whether an article has gone back to an earlier version of itself, where the later one came from."""
    return home is not None and home.sha256 != arrival.sha256 and store.knows(arrival.address, home.sha256)


def _keys(draft: _Draft) -> tuple[str, ...]:
    """Return by what a newer version will be known, the surest first."""
    address, own = draft.arrival.address, place_key(draft.reading.document.url or "")
    if not is_url(address):
        told = [f"url {own}"] if own else []
        return (*told, *(() if address == STDIN else (f"path {address}",)))
    place = place_key(address) or address
    # A page that names another site as its own place is a copy of what stands there.
    is_at_home = own is not None and own.split("/")[0] == place.split("/")[0]
    return tuple(dict.fromkeys([f"url {place}", *([f"url {own}"] if is_at_home else [])]))


def _home(draft: _Draft, keys: Sequence[str], found: Sequence[Held | None]) -> Held | None:
    """
    Return the newest layer of the article that *draft* is a version of, if there is one.

    What was fetched from one URL is one article. A path, or a URL that the page states itself, may be
    that of another by mistake: there the words must be mostly the same.
    """
    for key, held in zip(keys, found, strict=True):
        is_fetched = is_url(draft.arrival.address) and key == keys[0]
        if held is not None and (is_fetched or are_editions(held.layer.text, draft.layer.text)):
            return held
    return None
