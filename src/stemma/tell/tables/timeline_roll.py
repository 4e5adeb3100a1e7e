"""The timeline of a case told story by story: what happened on one day stands together whichever stories tell it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import partial

from stemma.model import Brief, Interval
from stemma.tell.portion import REST, ROWS, Piece, Portion
from stemma.tell.tables.calendar import calendar_ends, entry_of
from stemma.tell.tables.rolls import Form, Manner
from stemma.tell.tables.table import each_as_csv, each_as_json_lines
from stemma.tell.tables.timeline import TimelineTable, undated_in, write_day, write_undated

__all__ = ["TimelineRoll"]


@dataclass
class TimelineRoll:
    """The timeline; fulfils `stemma.tell.portion.ByStory`."""

    manner: Manner
    kind: str = ""
    within: Interval | None = None
    of: str = ""
    parts: Collection[str] = ("attributions", "events")
    is_surveying: bool = False
    has_rest: bool = True
    _sayings: int = 0
    """That have no day."""
    _undated: list[tuple[int, str]] = field(default_factory=list)
    """The documents that have none, each with its number."""

    def survey(self, portion: Portion) -> None:
        """Do nothing: an event has its day from its story."""

    def head(self) -> str:
        """Return what stands above the first day."""
        match self.manner.form:
            case Form.TABLE:
                return self.manner.written(TimelineTable.of(Brief(())).write_head)
            case Form.ICS:
                return calendar_ends()[0]
        return self.manner.columns(TimelineTable.columns)

    def without(self, documents: int) -> tuple[str, str]:
        """Return what is written where there is no event, and what is said of it."""
        text = "".join(calendar_ends()) if self.manner.form is Form.ICS else self.manner.columns(TimelineTable.columns)
        return text, self.manner.nothing(documents)

    def pieces(self, portion: Portion, ids: Collection[str]) -> Iterator[Piece]:
        """Yield the events of a story, and the days that they are of."""
        table = TimelineTable.of_desk(portion.desk, self.kind, self.within)
        story = portion.desk.brief.documents[0].id
        places = [(ROWS, one.on, one.is_running, story, at) for at, one in enumerate(table.events)]
        if self.manner.form is Form.TABLE:
            for place, event in zip(places, table.events, strict=True):
                day = partial(write_day, on=event.on, is_running=event.is_running)
                yield Piece(place[:3], self.manner.written(day))
                yield Piece(place, self.manner.written(partial(table.write_event, event=event)))
        else:
            for at, text in self._texts(table, portion):
                yield Piece(places[at], text)

    def rest(self, portion: Portion) -> Iterator[Piece]:
        """Yield which documents the numbers stand for."""
        if self.manner.form is Form.TABLE:
            sayings, documents = undated_in(portion.desk)
            numbers = [portion.desk.numbers[d.id] for d in portion.desk.documents if d.published.interval is None]
            self._sayings += sayings
            self._undated += zip(numbers, documents, strict=True)
        return self.manner.documents_below(portion)

    def last(self) -> Iterator[Piece]:
        """Yield what has no day, and the end of a calendar."""
        if self.manner.form is Form.TABLE and not self.kind and self.within is None:
            documents = [label for _, label in sorted(self._undated)]
            write = partial(write_undated, sayings=self._sayings, documents=documents)
            yield Piece((REST, 0), self.manner.written(write))
        if self.manner.form is Form.ICS:
            yield Piece((REST,), calendar_ends()[1])

    def _texts(self, table: TimelineTable, portion: Portion) -> Iterator[tuple[int, str]]:
        if self.manner.form is Form.ICS:
            yield from ((at, entry_of(event, table, portion.until)) for at, event in enumerate(table.events))
            return
        tables = ((str(at), table.only(event)) for at, event in enumerate(table.events))
        each = each_as_csv if self.manner.form is Form.CSV else each_as_json_lines
        yield from ((int(at), text) for at, text in each(tables, portion.desk))
