"""The table of what a search found: the words with what stands around them, and the way back to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from stemma.model import Brief, Place, Span
from stemma.model.hit import Hit, HitKind
from stemma.tell.days import days
from stemma.tell.desk import Desk, bare
from stemma.tell.layout import Ink, Run, clean, paint
from stemma.tell.records import JSON, who
from stemma.tell.sheet import Sheet, faint, write_documents
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.places import place_record
from stemma.tell.wording import STANCES

__all__ = ["HitsTable", "hits_as_terminal"]

AROUND = 90
"""Characters around the first word that was searched for: with it they fill two lines."""


@dataclass(frozen=True, slots=True)
class HitsTable:
    """A place a row, in the order of the documents."""

    desk: Desk
    hits: tuple[Hit, ...]

    name: ClassVar[str] = "search"
    columns: ClassVar[tuple[str, ...]] = (
        "kind", "words", "source", "stance", "outlet", "published", "document", "start", "end", "path", "attribution",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, hits: tuple[Hit, ...], numbers: Mapping[str, int] | None = None) -> "HitsTable":
        """Return the table of *hits*, which were found in *brief*; *numbers* are those of its documents in a case."""
        return cls(Desk.of(brief, numbers), hits)

    def __len__(self) -> int:
        return len(self.hits)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each place with the words that were searched for."""
        for hit in self.hits:
            yield {
                "kind": hit.kind,
                "place": place_record(Place(hit.document, hit.span), self.desk),
                "marks": [place_record(Place(hit.document, mark), self.desk) for mark in hit.marks],
                "attribution": hit.attribution,
                "source": {"id": hit.source, **who(hit.source, self.desk.sources)},
                "stance": self._stance(hit),
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each place."""
        for hit in self.hits:
            document = self.desk.document(hit.document)
            yield {
                "kind": hit.kind,
                "words": hit.span.cut(document.text),
                "source": self.desk.name(hit.source) if hit.source else "",
                "stance": self._stance(hit) or "",
                "outlet": self.desk.outlet(hit.document),
                "published": str(document.published.interval or ""),
                "document": hit.document,
                "start": hit.span.start,
                "end": hit.span.end,
                "path": document.path,
                "attribution": hit.attribution or "",
            }

    def write(self, sheet: Sheet) -> None:
        """Write each place with the words in it that were searched for."""
        for hit in self.hits:
            document = self.desk.document(hit.document)
            first = (hit.marks or (hit.span,))[0]
            place = f"[{self.desk.numbers[hit.document]}]:{first.start}"
            on = days(document.published.interval)
            sheet.write(*self._speaking(hit), *self._words(hit, first), faint(f" {place}{f', {on}' if on else ''}"))

    def _speaking(self, hit: Hit) -> list[Run]:
        if hit.source is None and hit.kind is not HitKind.CONTENT:
            return [Run(f"{clean(self.desk.outlet(hit.document))}: ", Ink.STRONG)]
        said = self.desk.attributions[hit.attribution or ""]
        speaker = Run(clean(self.desk.speaker(said)), Ink.SOURCE)
        if hit.kind is HitKind.SOURCE:
            return [speaker, Run(" speaks first as ")]
        return [speaker, Run(f" {STANCES[said.stance]}: ")]

    def _words(self, hit: Hit, first: Span) -> Iterator[Run]:
        """Yield the words around *first*, with all that was searched for in them marked."""
        text = self.desk.document(hit.document).text
        whole = hit.span if hit.kind is HitKind.BODY else bare(hit.span, text)
        start, end = max(whole.start, first.start - AROUND), min(whole.end, first.end + AROUND)
        start = text.find(" ", start, first.start) + 1 or first.start if start > whole.start else start
        end = max(text.rfind(" ", first.end, end), first.end) if end < whole.end else end
        yield Run("“" if start == whole.start else "“… ")
        at = start
        for mark in (mark for mark in hit.marks if start <= mark.start and mark.end <= end and mark.start >= at):
            yield Run(text[at : mark.start])
            yield Run(mark.cut(text), Ink.LOUD)
            at = mark.end
        yield Run(text[at:end])
        yield Run("”" if end == whole.end else " …”")

    def _stance(self, hit: Hit) -> str | None:
        return self.desk.attributions[hit.attribution].stance if hit.attribution else None


def hits_as_terminal(table: HitsTable, width: int = 80, *, color: bool = False) -> str:
    """Return *table* as text of at most *width* columns, with those documents alone that something was found in."""
    if not len(table):
        return ""
    sheet = Sheet(width)
    table.write(sheet)
    sheet.skip()
    write_documents(sheet, table.desk, sorted({h.document for h in table.hits}, key=table.desk.numbers.__getitem__))
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)
