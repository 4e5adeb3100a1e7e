"""What happened day by day, for a page: the timeline without what was said and published, which stand elsewhere."""

from dataclasses import dataclass
from itertools import groupby

from stemma.model import Attribution, Event, EventKind, Interval
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.wording import joined

__all__ = ["Day", "Told", "days_of", "head_of", "quotations_of", "said_of", "teller_of", "whose_of"]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened or is expected."""

    quotation: Quotation
    others: tuple[Quotation, ...]
    """Further places that tell it."""
    whose: str
    """On whose word it is."""
    is_ahead: bool
    """It was still to come when it was told."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or several of which it was one."""

    head: str
    told: tuple[Told, ...]


def days_of(desk: Desk) -> tuple[Day, ...]:
    """Return the days on which something happened or is expected, in their order."""
    kinds = (EventKind.HAPPENED, EventKind.EXPECTED)
    events = [event for event in desk.brief.events if event.kind in kinds and event.places]
    grouped = groupby(events, key=lambda event: (event.on, event.is_running))
    return tuple(
        Day(head_of(on, is_running=is_running), tuple(_told(event, desk) for event in same))
        for (on, is_running), same in grouped
    )


def head_of(on: Interval, *, is_running: bool) -> str:
    """Return the days of an event for a reader: ``4–6 Mar 2024``, ``since 1 Jan 2024``."""
    return f"since {days(Interval.day(on.earliest))}" if is_running else days(on)


def said_of(event: Event, desk: Desk) -> list[Attribution]:
    """Return the attributions behind *event*."""
    return [desk.attributions[id] for id in event.attributions if id in desk.attributions]


def quotations_of(event: Event, desk: Desk) -> list[Quotation]:
    """Return the words for *event*, one quotation a telling; of a publication its title."""
    said = said_of(event, desk)
    if said:
        return [desk.quote_content(a) for a in said]
    return [desk.quote_place(place) for place in event.places]


def whose_of(event: Event, desk: Desk) -> str:
    """Return who said it or on whose word it is; of a publication its outlet; nothing where a document tells it."""
    if event.kind is EventKind.PUBLISHED:
        return desk.outlet(event.documents[0])
    said = said_of(event, desk)
    return desk.speaker(said[0]) if said else ""


def teller_of(event: Event, desk: Desk) -> str:
    """Return the same, and where documents tell it themselves, which of them."""
    tellers = list(dict.fromkeys(map(desk.outlet, event.documents)))
    return whose_of(event, desk) or f"{joined(tellers)} {'itself' if len(tellers) == 1 else 'themselves'}"


def _told(event: Event, desk: Desk) -> Told:
    first, *others = quotations_of(event, desk)
    further = {quotation.ref: quotation for quotation in others if quotation.ref != first.ref}
    return Told(first, tuple(further.values()), teller_of(event, desk), event.kind is EventKind.EXPECTED)
