"""A document's text cut into pieces at every boundary, so that marks may nest and overlap."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from stemma.model import Attribution, Span
from stemma.tell.accounts import Account
from stemma.tell.desk import Desk, bare

__all__ = ["Piece", "pieces_by_number"]

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
    """What begins, ends and covers where, in one text."""

    opens: dict[int, list[str]] = field(default_factory=dict)
    closes: dict[int, list[str]] = field(default_factory=dict)
    cuts: set[int] = field(default_factory=set)
    starts: set[int] = field(default_factory=set)
    claims: dict[int, set[int]] = field(default_factory=dict)

    def mark(self, span: Span | None, name: str) -> None:
        """Lay the mark *name* over *span*."""
        if span is None or not len(span):
            return
        self.opens.setdefault(span.start, []).append(name)
        self.closes.setdefault(span.end, []).append(name)
        self.pin(span)
        self.cuts.add(span.end)

    def pin(self, span: Span | None) -> None:
        """Let a link lead to the beginning of *span*."""
        if span is not None:
            self.cuts.add(span.start)
            self.starts.add(span.start)


def pieces_by_number(desk: Desk, accounts: Iterable[Account]) -> dict[int, list[Piece]]:
    """Return the pieces of each document; their texts joined are the text layer, but for what is elided."""
    marks = _marks_of(desk, {account.claim.id: account for account in accounts})
    numbered = enumerate(desk.documents, 1)
    return {number: list(_pieces(number, document.text, marks[document.id])) for number, document in numbered}


def _pieces(number: int, text: str, marks: _Marks) -> Iterator[Piece]:
    marks.cuts = {cut for cut in marks.cuts | {0, len(text)} if cut <= len(text)}
    cuts = sorted(marks.cuts)
    active: list[str] = []
    for start, end in pairwise(cuts):
        for name in marks.closes.get(start, []):
            active.remove(name)
        active += marks.opens.get(start, [])
        shown = text[start:end]
        if len(text) > LONG and not active and len(shown) > 2 * AROUND:
            shown = f"{shown[:AROUND]}\n[… {len(shown) - 2 * AROUND:,} characters …]\n{shown[-AROUND:]}"
        yield Piece(
            shown,
            f"d{number}-{start}" if start in marks.starts else "",
            " ".join(sorted(_classes(active))),
            tuple(sorted(marks.claims.get(end, ()))),
        )


def _classes(active: list[str]) -> set[str]:
    """Return the CSS classes: a content inside a content is a nested one."""
    classes = set(active)
    if active.count("content") > 1:
        classes.add("nested")
    return classes


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
