"""The timeline: what happened, is expected, was said and was published, day by day."""

from collections.abc import Iterator, Mapping, Sequence
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

__all__ = ["TimelineTable", "dated_by", "undated_in", "write_day", "write_undated"]

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
        return cls.of_desk(Desk.of(brief), kind, within)

    @classmethod
    def of_desk(cls, desk: Desk, kind: str, within: Interval | None) -> "TimelineTable":
        """Return the same of what is laid out."""
        wanted = tuple(
            event
            for event in desk.brief.events
            if kind in ("", event.kind) and (within is None or within.meet(event.on) is not None)
        )
        return cls(desk, wanted, not kind and within is None)

    def only(self, event: Event) -> "TimelineTable":
        """Return the table of one event."""
        return TimelineTable(self.desk, (event,), self.is_whole)

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
        self.write_head(sheet)
        for (on, is_running), events in groupby(self.events, key=lambda event: (event.on, event.is_running)):
            write_day(sheet, on, is_running=is_running)
            for event in events:
                self.write_event(sheet, event)
        if self.is_whole:
            write_undated(sheet, *undated_in(self.desk))

    def write_head(self, sheet: Sheet) -> None:
        """Write how to take the days."""
        sheet.write(
            faint(
                "What happened stands on the word of whom the brackets name. Where several days stand together, the "
                "words leave open which of them it was."
            )
        )

    def write_event(self, sheet: Sheet, event: Event) -> None:
        """Write what is told of a day."""
        lead = Run(f"  {event.kind:<{_LEAD - 2}}", _INKS.get(event.kind, Ink.PLAIN))
        sheet.write(*self._told(event), first=lead, rest=" " * _LEAD)

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


def write_day(sheet: Sheet, on: Interval, *, is_running: bool) -> None:
    """Write, below others, the day that is told of, or the stretch of days."""
    sheet.skip()
    sheet.lines.append([Run(head_of(on, is_running=is_running), Ink.HEAD)])


def undated_in(desk: Desk) -> tuple[int, list[str]]:
    """Return what has no day: how many sayings, and which documents."""
    sayings = sum(not (a.on or a.narrated or a.stance is Stance.SILENCE) for a in desk.brief.attributions)
    return sayings, [clean(desk.label(d.id)) for d in desk.documents if d.published.interval is None]


def write_undated(sheet: Sheet, sayings: int, documents: Sequence[str]) -> None:
    """Write how many *sayings* and which *documents* have no day, if there are any."""
    parts = [several(sayings, "saying")] if sayings else []
    parts += [f"the publication of {joined(documents)}"] if documents else []
    if parts:
        sheet.skip()
        sheet.write(faint(f"Without a day: {joined(parts)}."))
