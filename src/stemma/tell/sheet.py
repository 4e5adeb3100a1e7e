"""The sheet that the terminal's brief is written on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.layout import Ink, Run, clean, paragraph, shorten

__all__ = [
    "QUOTATION",
    "SHORT",
    "Sheet",
    "described",
    "faint",
    "quoted",
    "refs",
    "write_document",
    "write_documents",
    "write_key_below",
]

QUOTATION = 240
"""Columns of a quotation before it is cut: three lines; its place leads to the rest."""
SHORT = 100
"""Columns of a quotation among others in a line before it is cut."""
_KEY = "[2]:345 is document 2, character 345"


@dataclass(slots=True)
class Sheet:
    """Lines as they are written."""

    width: int
    lines: list[list[Run]] = field(default_factory=list)

    def write(self, *runs: Run | str, first: Run | str = "", rest: str | None = None) -> None:
        """Add a paragraph; *first* leads its first line, *rest* the others (as *first* where not given)."""
        made = [run if isinstance(run, Run) else Run(run) for run in runs]
        lead = first if isinstance(first, Run) else Run(first)
        self.lines += paragraph(made, self.width, lead, lead.text if rest is None else rest)

    def skip(self) -> None:
        """Add an empty line."""
        self.lines.append([])

    def head(self, number: int, title: str) -> None:
        """Begin a section."""
        self.skip()
        rule = "─" * max(0, self.width - len(title) - 5)
        self.lines.append([Run(f"{number}  {title} ", Ink.HEAD), Run(rule, Ink.FAINT)])


def faint(text: str) -> Run:
    """Return *text* as what a reader may pass over."""
    return Run(text, Ink.FAINT)


def quoted(quotation: Quotation, limit: int = QUOTATION) -> tuple[Run, Run]:
    """Return the words of *quotation*, cut at *limit* columns, and its place."""
    return Run(f"“{shorten(clean(quotation.text), limit)}”"), faint(f" {quotation.ref}")


def refs(quotations: Iterable[Quotation]) -> Run:
    """Return each place of *quotations* once."""
    return faint("".join(f" {ref}" for ref in dict.fromkeys(q.ref for q in quotations)))


def described(id: str, desk: Desk) -> Iterator[Run]:
    """Yield the office of a source, or for whom it speaks."""
    source = desk.sources.get(id)
    if source and source.role:
        yield Run(f", {clean(source.role)}")
    if source and source.party and source.party != id:
        yield Run(f", for {clean(desk.name(source.party))}")


def write_documents(sheet: Sheet, desk: Desk, documents: Iterable[str]) -> None:
    """Write which document each number stands for."""
    sheet.write(faint(_KEY))
    for id in documents:
        write_document(sheet, desk, id)


def write_key_below(sheet: Sheet) -> None:
    """Write, below something else, how to read a place."""
    sheet.skip()
    sheet.write(faint(_KEY))


def write_document(sheet: Sheet, desk: Desk, id: str) -> None:
    """Write which document a number stands for."""
    document, number = desk.document(id), f"[{desk.numbers[id]}]"
    facts = [desk.known_as(id), days(document.published.interval), document.path]
    told = " · ".join(clean(fact) for fact in facts if fact)
    sheet.write(faint(told), first=Run(f"{number:>5} ", Ink.FAINT), rest=" " * 6)
