"""All that was read off a set of documents."""

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.model.attribution import Attribution
from stemma.model.claim import Circle, Claim, ClaimLink, Derivation, Drift, Position
from stemma.model.document import Document
from stemma.model.event import Event
from stemma.model.figure import Check, Figure
from stemma.model.ledger import Tally
from stemma.model.question import Doubt
from stemma.model.ruling import Ruling
from stemma.model.source import Source
from stemma.model.span import Span

__all__ = ["Brief", "Notice", "Quotes", "Reading"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know: a file set aside, a page not understood."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, before it is held against others."""

    document: Document
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    """What the user should know of how it was read."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Who says what in one document, with the names that this document itself gives them."""

    document: Document
    attributions: tuple[Attribution, ...]
    """In reading order."""
    sources: Mapping[str, Source]
    """By id."""
    mentions: Mapping[Span, str]
    """Ids of the sources by the words that stand for them; words that may mean several are left out."""
    model: str
    """Name of the tagger, for provenance."""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole result. Every tuple is sorted, so that the same input gives the same bytes."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[ClaimLink, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    circles: tuple[Circle, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    ledger: tuple[Tally, ...] = ()
    """Each figure that counts something is in one of them."""
    events: tuple[Event, ...] = ()
    """In the order of their days."""
    drift: tuple[Drift, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Decisions that could as well have gone the other way."""
    rulings: tuple[Ruling, ...] = ()
    """What became of the judgements that stand, in the order of the journal."""
    notices: tuple[Notice, ...] = ()
    models: tuple[str, ...] = ()
    """Names of the tagger and readers, for provenance."""
