"""All that was read off a set of documents."""

from dataclasses import dataclass

from stemma.model.attribution import Attribution
from stemma.model.claim import Claim, ClaimLink, Derivation, Drift, Position
from stemma.model.document import Document
from stemma.model.figure import Check, Figure
from stemma.model.source import Source

__all__ = ["Brief", "Notice", "Reading"]


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


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole result. Every tuple is sorted, so that the same input gives the same bytes."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[ClaimLink, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    drift: tuple[Drift, ...] = ()
    notices: tuple[Notice, ...] = ()
    models: tuple[str, ...] = ()
    """Names of the tagger and readers, for provenance."""
