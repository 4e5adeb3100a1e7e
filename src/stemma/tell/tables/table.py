"""What all tables have in common: three ways to be told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Protocol

from stemma.tell.desk import Desk
from stemma.tell.layout import paint
from stemma.tell.records import JSON, as_lines, document_record
from stemma.tell.sheet import Sheet, write_documents
from stemma.tell.spreadsheet import Cell, as_rows

__all__ = [
    "VERSION",
    "WIDTH",
    "RowTable",
    "Table",
    "each_as_csv",
    "each_as_json_lines",
    "each_as_terminal",
    "line_record",
    "painted",
    "table_as_csv",
    "table_as_json_lines",
    "table_as_terminal",
]

VERSION = "1"
"""Of the keys in the lines; ``claims/1`` stands in each line."""
WIDTH = 80
"""Columns of a terminal."""


class Table(Protocol):
    """Rows of one kind, each of which leads back to the documents."""

    name: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    """Of the CSV."""

    @property
    def desk(self) -> Desk:
        """What the rows were read off."""

    def __len__(self) -> int:
        """Return how many rows there are."""

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield what each line of JSON says."""

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield the cells of the CSV, by column."""

    def write(self, sheet: Sheet) -> None:
        """Write the table for a terminal."""


class RowTable(Table, Protocol):
    """A table whose rows are told by themselves also to the eye."""

    gap: ClassVar[str]
    """Between its rows on a terminal: an empty line or nothing."""

    def write_head(self, sheet: Sheet) -> None:
        """Write for a terminal what stands above the first row."""

    def write_rows(self, sheet: Sheet) -> None:
        """Write the rows for a terminal."""


def table_as_json_lines(table: Table) -> str:
    """Return each row as one line that stands by itself: with all documents that it points into."""
    return "".join(text for _, text in each_as_json_lines([("", table)], table.desk))


def table_as_csv(table: Table) -> str:
    """Return the rows of *table* as CSV, after a row with the names of its columns."""
    return as_rows(table.columns, table.rows(), has_header=True)


def each_as_json_lines(tables: Iterable[tuple[str, Table]], desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield those of *tables* of one *desk* that have rows, each with its id, as `table_as_json_lines` does."""
    documents = {one.id: {**document_record(one), "number": desk.numbers[one.id]} for one in desk.documents}
    for id, table in tables:
        if len(table):
            yield id, as_lines(line_record(table, record, documents) for record in table.records())


def each_as_csv(tables: Iterable[tuple[str, Table]], desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield those of *tables* of one *desk* that have rows, each with its id, as CSV without the names of columns."""
    for id, table in tables:
        if len(table):
            yield id, as_rows(table.columns, table.rows(), has_header=False)


def each_as_terminal(tables: Iterable[tuple[str, RowTable]], *, color: bool) -> Iterator[tuple[str, str]]:
    """Yield those of *tables* that have rows, each with its id, as text for a terminal without what stands around."""
    for id, table in tables:
        if len(table):
            sheet = Sheet(WIDTH)
            table.write_rows(sheet)
            yield id, painted(sheet, color=color)


def table_as_terminal(table: Table, width: int = WIDTH, *, color: bool = False) -> str:
    """Return *table* as text of at most *width* columns, with the documents that its places lie in."""
    if not len(table):
        return ""
    sheet = Sheet(width)
    table.write(sheet)
    sheet.skip()
    write_documents(sheet, table.desk, [document.id for document in table.desk.documents])
    return painted(sheet, color=color)


def painted(sheet: Sheet, *, color: bool) -> str:
    """Return the lines of *sheet* as text, with ANSI colours where *color*."""
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)


def line_record(table: Table, record: Mapping[str, JSON], documents: Mapping[str, JSON]) -> Mapping[str, JSON]:
    """Return *record* with what makes its line stand by itself; *documents* are those that it may point into, by id."""
    cited: JSON = [documents[id] for id in sorted(_documents_in(record))]
    models: JSON = [*table.desk.brief.models]
    return {"stemma": f"{table.name}/{VERSION}", **record, "documents": cited, "models": models}


def _documents_in(value: JSON) -> set[str]:
    """Return the documents that the places in *value* lie in."""
    if isinstance(value, list):
        return {id for item in value for id in _documents_in(item)}
    if not isinstance(value, Mapping):
        return set()
    document = value.get("document")
    found = {id for item in value.values() for id in _documents_in(item)}
    return found | {document} if isinstance(document, str) else found
