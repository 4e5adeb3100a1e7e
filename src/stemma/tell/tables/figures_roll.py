"""The figures of a case told story by story: what is counted stands together whichever stories count it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from stemma.model import Brief
from stemma.tell.desk import Desk
from stemma.tell.ledger import (
    Page,
    loose_figures,
    loose_page,
    loose_place,
    outlets_of,
    page_of,
    page_weight,
    sum_place,
    sums_in_order,
    sums_of,
)
from stemma.tell.portion import REST, ROWS, Piece, Portion
from stemma.tell.records import JSON, as_line, as_lines, document_record
from stemma.tell.tables.figures import FiguresTable, is_about, sum_record
from stemma.tell.tables.figures_terminal import width_of, write_line, write_loose_head, write_sum, write_sums_head
from stemma.tell.tables.rolls import Form, Manner
from stemma.tell.tables.table import line_record
from stemma.tell.wording import amount

__all__ = ["FiguresRoll"]

Place = tuple[object, ...]


@dataclass
class FiguresRoll:
    """The table of figures; fulfils `stemma.tell.portion.ByStory`."""

    manner: Manner
    counts: str = ""
    min_outlets: int = 1
    of: str = ""
    parts: Collection[str] = ("attributions", "figures", "checks", "ledger")
    is_surveying: bool = True
    has_rest: bool = True
    _pages: list[tuple[Place, tuple[str, str | None], str, int]] = field(default_factory=list)
    """Of each page its weight, its topic, the id of its tally, and how many lines it has."""
    _loose: list[tuple[Place, str]] = field(default_factory=list)
    """Of the figures that are in no tally their places and ids."""
    _wide: int = 0
    """Columns that the amounts of these take."""
    _has_loose: bool = False
    """They are asked for."""

    def survey(self, portion: Portion) -> None:
        """Take note of the pages, and of how many lines each has: those of one name are numbered through."""
        desk = portion.desk
        for tally in desk.brief.ledger:
            page = page_of(tally, desk, 1)
            self._pages.append((page_weight(page), page.topic, tally.id, len(page.lines)))
        loose = loose_figures(desk)
        if loose and self.min_outlets <= 1:
            self._loose += [(loose_place(figure, desk), figure.id) for figure in loose]
            self._wide = max(self._wide, width_of(map(amount, loose)))
            page = loose_page(loose, {figure.id: 0 for figure in loose}, desk)
            self._has_loose = self._has_loose or is_about(page, self.counts)

    @cached_property
    def _firsts(self) -> Mapping[str, tuple[int, int]]:
        """Where each page comes, and the number of its first line, by its tally."""
        topics: dict[tuple[str, str | None], list[tuple[str, int]]] = {}
        for _, topic, id, length in sorted(self._pages):
            topics.setdefault(topic, []).append((id, length))
        firsts: dict[str, tuple[int, int]] = {}
        for same in topics.values():
            first = 1
            for id, length in same:
                firsts[id] = len(firsts), first
                first += length
        return firsts

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The numbers of the figures that are in no tally."""
        return {id: number for number, (_, id) in enumerate(sorted(self._loose), 1)} if self._has_loose else {}

    def head(self) -> str:
        """Return what stands above the first page."""
        empty = FiguresTable.of(Brief(()))
        if self.manner.form is not Form.TABLE:
            return self.manner.columns(empty.columns)
        return self.manner.written(empty.write_head)

    def without(self, documents: int) -> tuple[str, str]:
        """Return what is written where there is no figure, and what is said of it."""
        return self.manner.columns(FiguresTable.columns), self.manner.nothing(documents)

    def pieces(self, portion: Portion, ids: Collection[str]) -> Iterator[Piece]:
        """Yield the pages of a story, the numbers of which it is not clear what they count, and the sums."""
        table = FiguresTable.of_pages(portion.desk, [page for _, page in self.pages(portion.desk)])
        pages = {page.tally.id: page for page in table.pages if page.tally}
        each = ((id, table.only(page)) for id, page in pages.items())
        gap = table.gap if self.manner.form is Form.TABLE else ""
        for id, text in self.manner.texts(each, portion):
            yield Piece((ROWS, self._firsts[id][0]), text, gap)
        for page in table.pages:
            if page.tally is None:
                yield from self._loose_pieces(table, page, portion)
        if self.manner.form is Form.TABLE:
            yield from self._sums(table)

    def rest(self, portion: Portion) -> Iterator[Piece]:
        """Yield which documents the numbers stand for."""
        return self.manner.documents_below(portion)

    def last(self) -> Iterator[Piece]:
        """Yield nothing: the pages tell themselves."""
        return iter(())

    def pages(self, desk: Desk) -> Iterator[tuple[int, Page]]:
        """Yield the pages of a story that are asked for, each with its place among those of the case."""
        for tally in desk.brief.ledger:
            place, first = self._firsts[tally.id]
            page = page_of(tally, desk, first)
            if is_about(page, self.counts) and outlets_of(page, desk) >= self.min_outlets:
                yield place, page
        loose = [figure for figure in loose_figures(desk) if figure.id in self._numbers]
        if loose:
            yield len(self._firsts), loose_page(loose, self._numbers, desk)

    def _loose_pieces(self, table: FiguresTable, page: Page, portion: Portion) -> Iterator[Piece]:
        """Yield numbers in no tally: they are one page of all stories, a line of JSON that may be long."""
        place = (ROWS, len(self._firsts))
        match self.manner.form:
            case Form.CSV:
                each = ((str(line.number), table.only(Page(None, "", (line,), None))) for line in page.lines)
                for number, text in self.manner.texts(each, portion):
                    yield Piece((*place, int(number)), text)
            case Form.TABLE:
                yield Piece(place, self.manner.written(write_loose_head), table.gap)
                for line in page.lines:
                    text = self.manner.written(partial(write_line, line=line, wide=self._wide))
                    yield Piece((*place, line.number), text)
            case Form.JSONL:
                yield from _loose_json(place, table, page)

    def _sums(self, table: FiguresTable) -> Iterator[Piece]:
        shown = set(table.sums)
        for check, made in zip(sums_in_order(table.desk), sums_of(table.desk), strict=True):
            if made in shown:
                yield Piece((REST, 0), self.manner.written(write_sums_head))
                yield Piece((REST, 0, *sum_place(check)), self.manner.written(partial(write_sum, made=made)))


def _loose_json(place: Place, table: FiguresTable, page: Page) -> Iterator[Piece]:
    """Yield the one line of numbers in no tally, taken apart into what each of them brings to it."""
    desk = table.desk
    empty = table.only(Page(None, "", (), None))
    line = "".join(as_lines([line_record(empty, record, {}) for record in empty.records()]))
    before, between, after, end = line.split("[]", 3)
    yield Piece((*place, 0), f"{before}[")
    for one in page.lines:
        yield _item((*place, 1, one.number), table.entry(one))
    yield Piece((*place, 2), f"]{between}[")
    numbers = {figure.id: one.number for one in page.lines for figure in one.figures}
    for check, made in zip(sums_in_order(desk), sums_of(desk), strict=True):
        if first := min((numbers[id] for id in made.figures if id in numbers), default=0):
            yield _item((*place, 3, first, *sum_place(check)), sum_record(made))
    yield Piece((*place, 4), f"]{after}[")
    for id in {figure.document for one in page.lines for figure in one.figures}:
        record = {**document_record(desk.document(id)), "number": desk.numbers[id]}
        yield _item((*place, 5, id), record)
    yield Piece((*place, 6), f"]{end}")


def _item(place: Place, value: Mapping[str, JSON]) -> Piece:
    return Piece(place, as_line(value), ", ")
