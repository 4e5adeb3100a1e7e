"""A document's text cut into pieces at every boundary, so that marks may nest and overlap."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from stemma.model import Attribution, Span
from stemma.tell.accounts import Account
from stemma.tell.desk import Desk, bare

__all__ = ["Piece", "pieces_of"]

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


def pieces_of(number: int, desk: Desk, accounts: Iterable[Account]) -> Iterator[Piece]:
    """Yield the pieces of document *number*; their texts joined are the text layer, but for what is elided."""
    document = desk.documents[number - 1]
    marks = _marks_of(number, desk, {account.claim.id: account for account in accounts})
    text = document.text
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


def _marks_of(number: int, desk: Desk, accounts: Mapping[str, Account]) -> _Marks:
    document, brief = desk.documents[number - 1], desk.brief
    marks = _Marks()
    marks.mark(document.title_span, "title")
    marks.mark(document.published.span, "date")
    for span in document.furniture:
        marks.mark(span, "furniture")
    for attribution in brief.attributions:
        if attribution.document == document.id:
            _mark_attribution(attribution, document.text, accounts.get(attribution.claim or ""), marks)
    for figure in brief.figures:
        if figure.document == document.id:
            marks.mark(figure.span, "figure")
    for place in (place for derivation in brief.derivations for place in derivation.places):
        if place.document == document.id:
            marks.pin(place.span)
    for place in (place for drift in brief.drift for place in (drift.place, drift.against)):
        if place.document == document.id:
            marks.mark(place.span, "drift")
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
