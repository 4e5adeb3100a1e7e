"""What happened, was said and was published on which days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from stemma.model import (
    Attribution,
    Brief,
    Document,
    Event,
    EventKind,
    Interval,
    Place,
    Span,
    Stance,
    by_date,
    make_id,
)
from stemma.weigh.days import TimeTold, times_told

__all__ = ["gather_events"]

Value = TypeVar("Value")

KINDS = tuple(EventKind)
"""In this order they are told of one day."""
AGAINST = frozenset({Stance.DENY, Stance.QUESTION, Stance.DECLINE, Stance.NOT_OBSERVED, Stance.SILENCE})
"""On the word of who stands so to it, nothing has happened."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One document's telling of an event, with what makes two tellings one event."""

    event: Event
    sameness: tuple[object, ...]


def gather_events(brief: Brief) -> tuple[Event, ...]:
    """
    Return what *brief* dates, in the order of the days; what several documents tell of one claim and day is one event.

    What has no day is left out. A silence is no saying, whatever day it is told of.
    """
    documents = by_date(brief.documents)
    said: dict[str, list[Attribution]] = {document.id: [] for document in documents}
    for attribution in brief.attributions:
        said[attribution.document].append(attribution)
    tellings = [telling for document in documents for telling in _told_in(document, said[document.id])]
    numbers = {document.id: at for at, document in enumerate(documents)}
    return tuple(sorted(_merged(tellings), key=lambda event: _rank(event, numbers)))


def _rank(event: Event, numbers: Mapping[str, int]) -> tuple[Interval, bool, int, int, int, str]:
    start = event.places[0].span.start if event.places else 0
    return event.on, event.is_running, KINDS.index(event.kind), numbers[event.documents[0]], start, event.id


def _told_in(document: Document, said: Sequence[Attribution]) -> Iterator[_Telling]:
    if document.published.interval:
        yield _published(document, document.published.interval)
    for attribution in said:
        if attribution.on and not attribution.narrated and attribution.stance is not Stance.SILENCE:
            yield _said(attribution, attribution.on)
    by_id = {attribution.id: attribution for attribution in said}
    for time in times_told(document, said):
        tellers = [by_id[id] for id in time.told_by]
        if not time.said_then and not any(teller.stance in AGAINST for teller in tellers):
            yield _told(time, tellers)


def _published(document: Document, on: Interval) -> _Telling:
    id = make_id("e", EventKind.PUBLISHED, document.id)
    titles, dates = (_places(document.id, span) for span in (document.title_span, document.published.span))
    return _Telling(Event(id, EventKind.PUBLISHED, on, False, (document.id,), titles, dates, ()), (id,))


def _said(attribution: Attribution, on: Interval) -> _Telling:
    event = Event(
        make_id("e", EventKind.SAID, attribution.id),
        EventKind.SAID,
        on,
        False,
        (attribution.document,),
        _places(attribution.document, *attribution.content_spans),
        _places(attribution.document, attribution.time_span),
        (attribution.id,),
        attribution.source,
        attribution.claim,
    )
    return _Telling(event, (*_words(attribution), attribution.source or attribution.id, attribution.stance, on))


def _told(time: TimeTold, tellers: Sequence[Attribution]) -> _Telling:
    """Return what is told of the days of *time*, on the word of the innermost of *tellers*."""
    kind = EventKind.EXPECTED if time.is_ahead else EventKind.HAPPENED
    teller = min(tellers, key=lambda a: (len(a.content), a.id), default=None)
    spans = teller.content_spans if teller else (time.sentence,)
    event = Event(
        make_id("e", kind, time.document, time.span.start),
        kind,
        time.days,
        time.is_running,
        (time.document,),
        _places(time.document, *spans),
        _places(time.document, time.span),
        (teller.id,) if teller and not teller.narrated else (),
        teller.source if teller else None,
        teller.claim if teller else None,
    )
    words = _words(teller) if teller else (time.document, time.sentence)
    return _Telling(event, (kind, *words, event.source, time.days, time.is_running))


def _words(attribution: Attribution) -> tuple[object, ...]:
    """Return what two tellings share that tell the same: the claim, else nothing but themselves."""
    return (attribution.claim,) if attribution.claim else (attribution.id,)


def _places(document: str, *spans: Span | None) -> tuple[Place, ...]:
    return tuple(Place(document, span) for span in spans if span)


def _merged(tellings: Iterable[_Telling]) -> Iterator[Event]:
    """Yield the tellings of one thing as one event, which keeps the name of the first."""
    same: dict[tuple[object, ...], list[Event]] = {}
    for telling in tellings:
        same.setdefault(telling.sameness, []).append(telling.event)
    for events in same.values():
        yield replace(
            events[0],
            documents=_each_once(event.documents for event in events),
            places=_each_once(event.places for event in events),
            times=_each_once(event.times for event in events),
            attributions=_each_once(event.attributions for event in events),
        )


def _each_once(several: Iterable[tuple[Value, ...]]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(value for values in several for value in values))
