"""Tables that are told of a case story by story, as text for a terminal, as JSON Lines and as CSV."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from stemma.tell.portion import REST, ROWS, Piece, Portion
from stemma.tell.sheet import Sheet, write_document, write_key_below
from stemma.tell.spreadsheet import as_rows
from stemma.tell.tables.table import (
    WIDTH,
    RowTable,
    each_as_csv,
    each_as_json_lines,
    each_as_terminal,
    painted,
)
from stemma.tell.wording import several

__all__ = ["Form", "Manner", "Roll"]


class Form(StrEnum):
    """How a table is told."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"
    """Of events alone."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are told to who asks for them."""

    form: Form
    noun: str
    """What a row tells of, for who finds none."""
    color: bool = False

    def columns(self, names: Sequence[str]) -> str:
        """Return the row of the *names* of columns where there is one."""
        return as_rows(names, (), has_header=True) if self.form is Form.CSV else ""

    def nothing(self, documents: int) -> str:
        """Return what is said where no row is in so many documents."""
        return f"no {self.noun} was found in {several(documents, 'document')}"

    def texts(self, tables: Iterable[tuple[str, RowTable]], portion: Portion) -> Iterator[tuple[str, str]]:
        """Yield those of *tables* of one story that have rows as text, each with its id."""
        match self.form:
            case Form.TABLE:
                return each_as_terminal(tables, color=self.color)
            case Form.JSONL:
                return each_as_json_lines(tables, portion.desk)
            case _:
                return each_as_csv(tables, portion.desk)

    def written(self, write: Callable[[Sheet], None]) -> str:
        """Return for a terminal what is written on a sheet."""
        sheet = Sheet(WIDTH)
        write(sheet)
        return painted(sheet, color=self.color)

    def documents_below(self, portion: Portion) -> Iterator[Piece]:
        """Yield which document each number of a story stands for, after how to read a place; on a terminal alone."""
        if self.form is not Form.TABLE:
            return
        yield Piece((REST, 1), self.written(write_key_below))
        for id in portion.desk.by_id:
            text = self.written(partial(write_document, desk=portion.desk, id=id))
            yield Piece((REST, 1, portion.desk.numbers[id]), text)


@dataclass(frozen=True, slots=True)
class Roll:
    """A table whose rows are in the order of a list of the case; fulfils `stemma.tell.portion.ByStory`."""

    empty: RowTable
    each: Callable[[Portion, Collection[str]], Iterator[tuple[str, RowTable]]]
    """Yields the rows of some ids of that list, as a table for each of them."""
    manner: Manner
    of: str = "claim"
    parts: Sequence[str] | None = None
    note: Callable[[Portion], None] | None = None
    """Is shown all stories before the first row is told, where that has to be."""

    @property
    def is_surveying(self) -> bool:
        """Whether all stories have to be seen first."""
        return self.note is not None

    @property
    def has_rest(self) -> bool:
        """Whether the documents stand below the rows."""
        return self.manner.form is Form.TABLE

    def survey(self, portion: Portion) -> None:
        """Take note of what has to be known of all stories."""
        if self.note:
            self.note(portion)

    def head(self) -> str:
        """Return what stands above the first row."""
        if self.manner.form is not Form.TABLE:
            return self.manner.columns(self.empty.columns)
        return self.manner.written(self.empty.write_head)

    def without(self, documents: int) -> tuple[str, str]:
        """Return what is written where there is no row, and what is said of it."""
        return self.manner.columns(self.empty.columns), self.manner.nothing(documents)

    def pieces(self, portion: Portion, ids: Collection[str]) -> Iterator[Piece]:
        """Yield the rows of *ids*."""
        numbers = portion.numbers if self.of == "claim" else portion.desk.numbers
        gap = self.empty.gap if self.manner.form is Form.TABLE else ""
        for id, text in self.manner.texts(self.each(portion, ids), portion):
            yield Piece((ROWS, numbers[id]), text, gap)

    def rest(self, portion: Portion) -> Iterator[Piece]:
        """Yield which documents the numbers stand for."""
        return self.manner.documents_below(portion)

    def last(self) -> Iterator[Piece]:
        """Yield nothing: the rows tell themselves."""
        return iter(())
