"""The end of the brief in the terminal: which documents were read, and what was not understood in them."""

import re
from collections.abc import Iterator

from stemma.model import Basis, Document
from stemma.tell.days import days
from stemma.tell.front import GAPS, Front
from stemma.tell.judged import notes_of
from stemma.tell.layout import Ink, Run, clean, shorten
from stemma.tell.sheet import QUOTATION, SHORT, Sheet, faint
from stemma.tell.wording import joined, several

__all__ = ["tell_documents", "tell_gaps"]

_REF = re.compile(r"\[(\d+)\]")


def tell_documents(sheet: Sheet, front: Front) -> None:
    """Write what was read and how it was dated; of a long brief what *sheet* quotes so far."""
    shown = _quoted_from(sheet) if front.is_long else None
    head = "Documents that this is quoted from" if front.is_long else "Documents read"
    sheet.head(5, f"{head}, and how they were dated")
    notes, desk = notes_of(front.desk.brief), front.desk
    count = 0
    for number, document in front.documents:
        if shown is not None and number not in shown:
            continue
        count += 1
        title = f": {shorten(clean(document.title), QUOTATION)}" if document.title else ""
        by = f" ({joined(document.authors)})" if document.authors else ""
        sheet.write(
            Run(f"[{number}] ", Ink.STRONG), Run(desk.outlet(document.id), Ink.STRONG), f"{title}{by}", rest="    "
        )
        sheet.write(_dated(document, number), first="    ")
        sheet.write(faint(document.path), first="    ")
        for note in notes.get(document.id, ()):
            sheet.write(f"note: {note}", first="    ")
    rest = front.numbers.documents - count
    if rest:
        sheet.skip()
        sheet.write(faint(f"Not shown: {several(rest, 'more document')}; {front.more}."))


def _quoted_from(sheet: Sheet) -> set[int]:
    """Return the numbers of the documents that *sheet* names so far."""
    return {int(number) for line in sheet.lines for run in line for number in _REF.findall(run.text)}


def _dated(document: Document, number: int) -> str:
    published = document.published
    if published.basis is Basis.NONE or published.interval is None:
        return f"no date found{f': {published.evidence}' if published.evidence else ''}"
    ref = f" [{number}]:{published.span.start}" if published.span else ""
    evidence = f": {clean(published.evidence)}" if published.evidence else ""
    return f"{days(published.interval)}, {published.basis}{evidence}{ref}"


def tell_gaps(sheet: Sheet, front: Front) -> None:
    """Write what nobody was found for, and what the documents lack."""
    sheet.head(6, "Not understood")
    lines = [*_unclear(front), *_lacking(front)]
    for line in lines:
        sheet.write(line, first="· ", rest="  ")
    if not lines:
        sheet.write("Nothing that was noticed.")


def _unclear(front: Front) -> Iterator[str]:
    gaps, numbers = front.shown.gaps, front.numbers
    if gaps.unresolved:
        shown = [f"“{shorten(clean(q.text), SHORT)}” {q.ref}" for q in gaps.unresolved[:GAPS]]
        more = numbers.unresolved - GAPS
        yield f"Who is meant by: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}"
    if gaps.unnamed:
        count, first = several(numbers.unnamed, "statement"), gaps.unnamed[0].ref
        yield f"Who says it: {count} without a speaker in the text, the first {first}"


def _lacking(front: Front) -> Iterator[str]:
    """Yield a line for each document that lacks something; of many documents the first of each kind."""
    gaps, numbers = front.shown.gaps, front.numbers
    titles = {number: front.desk.outlet(document.id) for number, document in front.documents}
    undated = [f"When it was published: [{number}] {titles[number]}" for number in gaps.undated]
    foreign = [
        f"[{number}] is in another language ({language}); only English is read well"
        for number, language in gaps.foreign
    ]
    empty = [f"[{number}]: no statement was found in it" for number in gaps.empty]
    notices = [clean(notice) for notice in gaps.notices]
    counts = (numbers.undated, numbers.foreign, numbers.empty, numbers.notices)
    for lines, count in zip((undated, foreign, empty, notices), counts, strict=True):
        shown = lines[:GAPS] if front.is_long else lines
        yield from shown
        if count > len(shown):
            yield f"and {count - len(shown):,} more such; {front.more}"
