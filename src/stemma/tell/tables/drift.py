"""The table of drift: what a document changed in what it passed on, with the words on both sides."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from stemma.model import Brief, Place
from stemma.tell.changes import Change, changes_of
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean
from stemma.tell.portion import ByStory, Portion
from stemma.tell.records import JSON
from stemma.tell.sheet import Sheet, quoted
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.places import place_record
from stemma.tell.tables.rolls import Manner, Roll

__all__ = ["DriftTable", "write_change"]


@dataclass(frozen=True, slots=True)
class DriftTable:
    """A change a row, in the order of the documents that it stands in."""

    desk: Desk
    changes: tuple[Change, ...]

    name: ClassVar[str] = "drift"
    gap: ClassVar[str] = "\n"
    columns: ClassVar[tuple[str, ...]] = (
        "kind", "explanation", "outlet", "words", "against_outlet", "against_words", "claims",
        "document", "start", "end", "against_document", "against_start", "against_end", "path", "against_path",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, *, kind: str = "") -> "DriftTable":
        """Return the drift in *brief*, of one *kind* where it is given."""
        return cls.of_desk(Desk.of(brief), kind)

    @classmethod
    def by_story(cls, manner: Manner, *, kind: str = "") -> ByStory:
        """Return the same of a case, story by story."""
        return Roll(cls.of(Brief(())), partial(cls.each, kind=kind), manner, "numbered", ("attributions", "drift"))

    @classmethod
    def each(cls, portion: Portion, ids: Collection[str], *, kind: str = "") -> "Iterator[tuple[str, DriftTable]]":
        """Yield what `of` says of each document with one of *ids*, by itself."""
        whole = cls.of_desk(portion.desk, kind)
        for id in ids:
            changes = tuple(change for change in whole.changes if change.drift.place.document == id)
            yield id, cls(portion.desk, changes)

    @classmethod
    def of_desk(cls, desk: Desk, kind: str) -> "DriftTable":
        """Return the same of what is laid out."""
        return cls(desk, tuple(change for change in changes_of(desk) if kind in ("", change.drift.kind)))

    def __len__(self) -> int:
        return len(self.changes)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each change with both of its places."""
        for change in self.changes:
            drift = change.drift
            yield {
                "kind": drift.kind,
                "explanation": drift.explanation,
                "claims": [*change.claims],
                "place": place_record(drift.place, self.desk),
                "against": place_record(drift.against, self.desk),
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each change."""
        for change in self.changes:
            here, there = change.drift.place, change.drift.against
            yield {
                "kind": change.drift.kind,
                "explanation": change.explanation,
                "outlet": change.outlet,
                "words": self._words(here),
                "against_outlet": change.against_outlet,
                "against_words": self._words(there),
                "claims": "; ".join(change.claims),
                "document": here.document,
                "start": here.span.start,
                "end": here.span.end,
                "against_document": there.document,
                "against_start": there.span.start,
                "against_end": there.span.end,
                "path": self.desk.document(here.document).path,
                "against_path": self.desk.document(there.document).path,
            }

    def write(self, sheet: Sheet) -> None:
        """Write the table for a terminal."""
        self.write_head(sheet)
        self.write_rows(sheet)

    def write_head(self, sheet: Sheet) -> None:
        """Write nothing: the rows tell themselves."""

    def write_rows(self, sheet: Sheet) -> None:
        """Write each change with the words on both sides."""
        for at, change in enumerate(self.changes):
            if at:
                sheet.skip()
            write_change(sheet, change)

    def _words(self, place: Place) -> str:
        return place.span.cut(self.desk.document(place.document).text)


def write_change(sheet: Sheet, change: Change) -> None:
    """Write what was changed, and the words on both sides."""
    sheet.write(Run(change.kind, Ink.STRONG), f": {clean(change.explanation)}")
    sheet.write(f"{change.outlet}: ", *quoted(change.words), first="    ", rest="      ")
    sheet.write(f"against {change.against_outlet}: ", *quoted(change.against), first="    ", rest="      ")
