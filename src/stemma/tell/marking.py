"""A document's text cut into pieces at every boundary, so that marks may nest and overlap."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from stemma.model import Attribution, Span
from stemma.tell.accounts import Account
from stemma.tell.cutting import Cut, Mark, cut_text
from stemma.tell.desk import Desk, bare

__all__ = ["Piece", "classes_of", "pieces_by_number"]

LONG = 200_000
"""Characters of a text that a page shows whole: some fifty pages of print. Of a longer one, what is marked."""
AROUND = 400
"""Characters that a long text keeps on each side of a mark."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that share their marks."""

    text: str
    anchor: str = ""
    """Set where a marked span begins."""
    marks: str = ""
    """CSS classes, sorted."""
    claims: tuple[int, ...] = ()
    """Numbers of the claims whose wording ends here."""


@dataclass(slots=True)
class _Marks:
    """What lies and begins where, in one text."""

    laid: list[Mark] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    claims: dict[int, set[int]] = field(default_factory=dict)

    def mark(self, span: Span | None, name: str) -> None:
        """Lay the mark *name* over *span*."""
        if span is None or not len(span):
            return
        self.laid.append(Mark(span, name))
        self.pin(span)

    def pin(self, span: Span | None) -> None:
        """Let a link lead to the beginning of *span*."""
        if span is not None:
            self.starts.add(span.start)


def pieces_by_number(desk: Desk, accounts: Iterable[Account]) -> dict[int, list[Piece]]:
    """Return the pieces of each document; their texts joined are the text layer, but for what is elided."""
    marks = _marks_of(desk, {account.claim.id: account for account in accounts})
    numbered = enumerate(desk.documents, 1)
    return {number: list(_pieces(number, document.text, marks[document.id])) for number, document in numbered}


def _pieces(number: int, text: str, marks: _Marks) -> Iterator[Piece]:
    for cut in cut_text(len(text), marks.laid, marks.starts):
        shown = cut.span.cut(text)
        if len(text) > LONG and not cut.marks and len(shown) > 2 * AROUND:
            shown = f"{shown[:AROUND]}\n[… {len(shown) - 2 * AROUND:,} characters …]\n{shown[-AROUND:]}"
        yield Piece(
            shown,
            f"d{number}-{cut.span.start}" if cut.span.start in marks.starts else "",
            " ".join(sorted(classes_of(cut))),
            tuple(sorted(marks.claims.get(cut.span.end, ()))),
        )


def classes_of(cut: Cut) -> set[str]:
    """Return the CSS classes of *cut*: a content inside a content is a nested one."""
    names = [mark.name for mark in cut.marks]
    return {*names, "nested"} if names.count("content") > 1 else set(names)


def _marks_of(desk: Desk, accounts: Mapping[str, Account]) -> dict[str, _Marks]:
    """Return what is to be marked in each document, by id."""
    brief, marks = desk.brief, {document.id: _Marks() for document in desk.documents}
    for document in desk.documents:
        mine = marks[document.id]
        mine.mark(document.title_span, "title")
        mine.mark(document.published.span, "date")
        for span in document.furniture:
            mine.mark(span, "furniture")
    for a in brief.attributions:
        text = desk.document(a.document).text
        _mark_attribution(a, text, accounts.get(a.claim or ""), marks[a.document])
    for figure in brief.figures:
        marks[figure.document].mark(figure.span, "figure")
    pinned = [place for derivation in brief.derivations for place in derivation.places]
    pinned += [place for event in brief.events for place in event.places]
    for place in pinned:
        marks[place.document].pin(place.span)
    for place in (place for drift in brief.drift for place in (drift.place, drift.against)):
        marks[place.document].mark(place.span, "drift")
    return marks


def _mark_attribution(a: Attribution, text: str, account: Account | None, marks: _Marks) -> None:
    is_told = not a.narrated or (account is not None and account.is_shared)
    name = "content"
    if a.narrated:
        name = "voice" if is_told else "text"
    for span in a.content_spans:
        marks.mark(span, name)
        marks.pin(bare(span, text))
    if account and is_told:
        marks.claims.setdefault(a.content_spans[-1].end, set()).add(account.number)
    marks.mark(a.cue_span, "cue")
    for words in (a.source_span, *a.via_spans):
        marks.mark(words, "source")
