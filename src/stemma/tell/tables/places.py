"""The places that a row of a table leads back to, in JSON and in one cell."""

import json
from collections.abc import Iterable

from stemma.model import Attribution, Interval, Place
from stemma.tell.desk import Desk
from stemma.tell.records import JSON, attribution_record, segment

__all__ = ["days_in_cells", "paths_in_cell", "place_record", "places_in_cell", "places_of", "telling_record"]


def place_record(place: Place, desk: Desk) -> dict[str, JSON]:
    """Return the words at *place* with the way back to them."""
    return {"document": place.document, **segment(place.span, desk.document(place.document).text)}


def telling_record(a: Attribution, desk: Desk) -> dict[str, JSON]:
    """Return one document's way of telling it, in the keys of ``stemma quotes``."""
    relays = {span: relay for relay, span in a.relays}
    return {"document": a.document, **attribution_record(a, desk.document(a.document).text, desk.sources, relays)}


def places_of(attributions: Iterable[Attribution]) -> tuple[Place, ...]:
    """Return where the contents of *attributions* stand."""
    return tuple(Place(a.document, span) for a in attributions for span in a.content_spans)


def places_in_cell(places: Iterable[Place]) -> str:
    """Return *places* as a JSON array of document, first character and the one after the last."""
    found = [[place.document, place.span.start, place.span.end] for place in places]
    return json.dumps(found) if found else ""


def paths_in_cell(said: Iterable[Attribution], desk: Desk) -> str:
    """Return the files of the documents in which *said* stands, each once."""
    return "; ".join(dict.fromkeys(desk.document(a.document).path for a in said))


def days_in_cells(interval: Interval | None) -> tuple[str | None, str | None]:
    """Return the first and the last day of *interval*."""
    return (str(interval.earliest), str(interval.latest)) if interval else (None, None)
