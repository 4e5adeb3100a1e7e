"""The brief laid out for telling: its parts by id, its documents numbered, its places as quotations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from stemma.lexicon import words_of
from stemma.model import (
    Attribution,
    Brief,
    Claim,
    Derivation,
    Document,
    Figure,
    Place,
    Source,
    Span,
    by_date,
    titles_of,
)
from stemma.tell.layout import shorten

__all__ = ["Desk", "Quotation", "bare"]

LEAD = re.compile(r"(?:that\s+)?[“”\"‘’'«»\s]*", re.IGNORECASE)
TAIL = re.compile(r"[“”\"«»\s,;:.]+$")
TITLE = 28
"""Columns of a title that stand for an outlet."""


def bare(span: Span, text: str) -> Span:
    """Return *span* without a leading "that", the marks around a quotation and the stop at its end."""
    words = span.cut(text)
    lead = LEAD.match(words)
    tail = TAIL.search(words)
    start = lead.end() if lead else 0
    end = tail.start() if tail else len(words)
    if start >= end:
        return span
    inner = words[start:end]
    if inner.count("“") > inner.count("”") and "”" in words[end:]:
        end = words.index("”", end) + 1
    if inner.count("”") > inner.count("“") and "“" in words[:start]:
        start = words.index("“")
    return Span(span.start + start, span.start + end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document with the way back to them."""

    text: str
    number: int
    """Of the document, as in ``[2]``."""
    span: Span
    of: str = field(default="", compare=False)
    """Anchor of the attribution or figure whose words they are; nothing for other words."""

    @property
    def ref(self) -> str:
        """The place for a reader: document and first character, ``[2]:1345``."""
        return f"[{self.number}]:{self.span.start}"

    @property
    def anchor(self) -> str:
        """The place for a link: ``d2-1345``."""
        return f"d{self.number}-{self.span.start}"


@dataclass(frozen=True, slots=True)
class Desk:
    """A brief with all that is looked up in it again and again."""

    brief: Brief
    documents: tuple[Document, ...]
    """In the order of their numbers: by date, then by path; those without a date last."""
    numbers: Mapping[str, int]
    titles: Mapping[str, str]
    """What a reader is told each document by: its outlet or its file, or its number where these say nothing."""
    sources: Mapping[str, Source]
    attributions: Mapping[str, Attribution]
    claims: Mapping[str, Claim]
    derivations: Mapping[str, Derivation]
    figures: Mapping[str, Figure]
    by_id: Mapping[str, Document]

    @classmethod
    def of(cls, brief: Brief, numbers: Mapping[str, int] | None = None) -> "Desk":
        """
        Lay out *brief*.

        Args:
            brief: All that is told, or a part of it.
            numbers: Of a part, what its documents are numbered in the whole, by id.
        """
        documents = by_date(brief.documents)
        numbers = numbers or {document.id: at for at, document in enumerate(documents, 1)}
        return cls(
            brief,
            documents,
            numbers,
            titles_of(documents, numbers),
            {source.id: source for source in brief.sources},
            {attribution.id: attribution for attribution in brief.attributions},
            {claim.id: claim for claim in brief.claims},
            {derivation.id: derivation for derivation in brief.derivations},
            {figure.id: figure for figure in brief.figures},
            {document.id: document for document in documents},
        )

    def document(self, id: str) -> Document:
        """Return the document with this id."""
        return self.by_id[id]

    def outlet(self, id: str) -> str:
        """Return who published a document; where that is not known, its file, or its number."""
        return self.titles[id]

    def known_as(self, id: str) -> str:
        """Return the outlet of a document beside its number; where that is not known, the head of its title."""
        document = self.document(id)
        return shorten(document.title or PurePath(document.path).name, TITLE) if document.is_mute else self.outlet(id)

    def label(self, id: str) -> str:
        """Return a document's number with what it is known as."""
        return f"[{self.numbers[id]}] {self.known_as(id)}"

    def quote(self, document: str, span: Span) -> Quotation:
        """Return the words that *span* covers, white space as one space."""
        text = " ".join(span.cut(self.document(document).text).split())
        return Quotation(text, self.numbers[document], span)

    def quote_place(self, place: Place) -> Quotation:
        """Return the words at *place*."""
        return self.quote(place.document, place.span)

    def quote_content(self, attribution: Attribution) -> Quotation:
        """Return the content of *attribution*; where it is in several pieces, with an ellipsis between."""
        whole = self.document(attribution.document).text
        spans = [bare(span, whole) for span in attribution.content_spans]
        pieces = [self.quote(attribution.document, span) for span in spans]
        text = " … ".join(piece.text for piece in pieces)
        return Quotation(text, pieces[0].number, Span(spans[0].start, spans[-1].end), f"a-{attribution.id}")

    def quote_figure(self, figure: Figure) -> Quotation:
        """Return the words of *figure*."""
        return replace(self.quote(figure.document, figure.span), of=f"f-{figure.id}")

    def name(self, id: str) -> str:
        """Return the name of a source, or of a document as its number and outlet."""
        if id in self.numbers:
            return self.label(id)
        return self.sources[id].name if id in self.sources else id

    def speaker(self, attribution: Attribution) -> str:
        """Return who says it, as far as that is known."""
        if attribution.source:
            return self.name(attribution.source)
        if attribution.narrated:
            return "in its own voice"
        if attribution.source_span:
            return self._unresolved(attribution.document, attribution.source_span)
        return "no source named"

    def relays(self, attribution: Attribution) -> Sequence[str]:
        """Return the names through which it came, from the document outward."""
        if attribution.via:
            return [self.name(id) for id in attribution.via]
        return [
            self._unresolved(attribution.document, span)
            if span.cut(self.document(attribution.document).text).casefold() in words_of("source_pronouns")
            else self.quote(attribution.document, span).text
            for span in attribution.via_spans
        ]

    def _unresolved(self, document: str, span: Span) -> str:
        """Return words that may mean somebody, and of which it is not known whom."""
        return f"“{self.quote(document, span).text}” (not resolved)"
