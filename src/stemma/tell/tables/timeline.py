"""The timeline: what happened, is expected, was said and was published, day by day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from stemma.model import Brief, Event, EventKind, Interval, Stance
from stemma.tell.chronicle import head_of, quotations_of, said_of, teller_of, whose_of
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean
from stemma.tell.records import JSON, ends, segment, who
from stemma.tell.sheet import Sheet, faint, quoted, refs
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.places import days_in_cells, place_record, places_in_cell, telling_record
from stemma.tell.wording import STANCES, joined, several

__all__ = ["TimelineTable", "dated_by"]

_LEAD = 13
"""Columns for the kind of an event."""
_INKS = {EventKind.HAPPENED: Ink.STRONG, EventKind.EXPECTED: Ink.CUE, EventKind.PUBLISHED: Ink.FAINT}


@dataclass(frozen=True, slots=True)
class TimelineTable:
    """An event a row, in the order of the days."""

    desk: Desk
    events: tuple[Event, ...]
    is_whole: bool
    """No event was left out by the user's wish."""

    name: ClassVar[str] = "timeline"
    columns: ClassVar[tuple[str, ...]] = (
        "kind", "on_earliest", "on_latest", "is_running", "source", "source_kind", "source_party", "stance", "words",
        "time_words", "dated_by", "outlets", "paths", "spans", "time_spans", "claim", "source_id", "attributions", "id",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, *, kind: str = "", within: Interval | None = None) -> "TimelineTable":
        """Return the events in *brief*: of one *kind* and with a day *within* these, where they are given."""
        wanted = tuple(
            event
            for event in brief.events
            if kind in ("", event.kind) and (within is None or within.meet(event.on) is not None)
        )
        return cls(Desk.of(brief), wanted, not kind and within is None)

    def __len__(self) -> int:
        return len(self.events)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each event with its words and those that give its day."""
        for event in self.events:
            yield {
                "id": event.id,
                "kind": event.kind,
                "on": ends(event.on),
                "is_running": event.is_running,
                "dated_by": dated_by(event, self.desk),
                "source": {"id": event.source, **who(event.source, self.desk.sources)} if event.source else None,
                "claim": event.claim,
                "places": [place_record(place, self.desk) for place in event.places] or self._somewhere(event),
                "times": [place_record(place, self.desk) for place in event.times],
                "tellings": [telling_record(a, self.desk) for a in said_of(event, self.desk)],
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each event."""
        for event in self.events:
            earliest, latest = days_in_cells(event.on)
            source, said = self.desk.sources.get(event.source or ""), said_of(event, self.desk)
            yield {
                "kind": event.kind,
                "on_earliest": earliest,
                "on_latest": latest,
                "is_running": "yes" if event.is_running else "no",
                "source": whose_of(event, self.desk) or None,
                "source_kind": source.kind if source else None,
                "source_party": self.desk.name(source.party) if source and source.party else None,
                "stance": said[0].stance if said else None,
                "words": " | ".join(quotation.text for quotation in quotations_of(event, self.desk)),
                "time_words": " | ".join(self.desk.quote_place(place).text for place in event.times),
                "dated_by": dated_by(event, self.desk),
                "outlets": "; ".join(dict.fromkeys(self.desk.outlet(id) for id in event.documents)),
                "paths": "; ".join(self.desk.document(id).path for id in event.documents),
                "spans": places_in_cell(event.places),
                "time_spans": places_in_cell(event.times),
                "claim": event.claim,
                "source_id": event.source,
                "attributions": "; ".join(event.attributions),
                "id": event.id,
            }

    def write(self, sheet: Sheet) -> None:
        """Write each day, or each stretch of days, with what is told of it."""
        sheet.write(
            faint(
                "What happened stands on the word of whom the brackets name. Where several days stand together, the "
                "words leave open which of them it was."
            )
        )
        for (on, _), events in groupby(self.events, key=lambda event: (event.on, event.is_running)):
            sheet.skip()
            told = list(events)
            sheet.lines.append([Run(head_of(on, is_running=told[0].is_running), Ink.HEAD)])
            for event in told:
                lead = Run(f"  {event.kind:<{_LEAD - 2}}", _INKS.get(event.kind, Ink.PLAIN))
                sheet.write(*self._told(event), first=lead, rest=" " * _LEAD)
        if self.is_whole and (without := _undated(self.desk)):
            sheet.skip()
            sheet.write(faint(f"Without a day: {without}."))

    def _told(self, event: Event) -> Iterator[Run]:
        quotations = quotations_of(event, self.desk)
        whose = clean(whose_of(event, self.desk))
        if event.kind is EventKind.SAID:
            stance = said_of(event, self.desk)[0].stance
            yield Run(f"{whose}{'' if stance is Stance.ASSERT else f' ({STANCES[stance]})'}: ")
        if event.kind is EventKind.PUBLISHED:
            yield Run(f"{clean(self.desk.label(event.documents[0]))}{': ' if quotations else ''}")
        if quotations:
            text, ref = quoted(quotations[0])
            yield from (text, ref, refs(q for q in quotations[1:] if q.ref != quotations[0].ref))
        if event.kind in (EventKind.HAPPENED, EventKind.EXPECTED):
            yield faint(f" ({clean(teller_of(event, self.desk))})")
        if event.kind is EventKind.PUBLISHED and dated_by(event, self.desk) == "inferred":
            yield faint(" (inferred)")

    def _somewhere(self, event: Event) -> list[JSON]:
        """Return the documents of *event* as places without words."""
        return [{"document": id, **segment(None, "")} for id in event.documents]


def dated_by(event: Event, desk: Desk) -> str:
    """Return what gives the day: ``words``, ``context``; of a publication ``stated`` or ``inferred``."""
    if event.kind is EventKind.PUBLISHED:
        return desk.document(event.documents[0]).published.basis
    return "words" if event.times else "context"


def _undated(desk: Desk) -> str:
    """Return what has no day: how many sayings, and which documents."""
    sayings = sum(not (a.on or a.narrated or a.stance is Stance.SILENCE) for a in desk.brief.attributions)
    documents = [clean(desk.label(d.id)) for d in desk.documents if d.published.interval is None]
    parts = [several(sayings, "saying")] if sayings else []
    return joined([*parts, *([f"the publication of {joined(documents)}"] if documents else [])])
