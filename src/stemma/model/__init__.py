"""The nouns of Stemma: frozen values, no I/O, standard library only."""

from stemma.model.attribution import Attribution, Quote, Stance
from stemma.model.brief import Brief, Notice, Quotes, Reading
from stemma.model.claim import (
    Circle,
    Claim,
    ClaimLink,
    Cluster,
    Derivation,
    Drift,
    Evidence,
    Fold,
    Grade,
    LinkKind,
    Origins,
    Place,
    Position,
    Reason,
    Side,
)
from stemma.model.document import Basis, Document, Layer, Published, by_date, titles_of
from stemma.model.event import Event, EventKind
from stemma.model.figure import Bound, Check, Figure
from stemma.model.ids import hash_layer, make_id
from stemma.model.interval import Interval
from stemma.model.ledger import Entry, Relation, Standing, Tally
from stemma.model.source import Source, SourceKind
from stemma.model.span import Span, cut_all, overlap
from stemma.model.tags import Role, TaggedSpan, TagLink, Tags

__all__ = [
    "Attribution", "Basis", "Bound", "Brief", "Check", "Circle", "Claim", "ClaimLink", "Cluster", "Derivation",
    "Document", "Drift", "Entry", "Event", "EventKind", "Evidence", "Figure", "Fold", "Grade", "Interval", "Layer",
    "LinkKind", "Notice", "Origins", "Place", "Position", "Published", "Quote", "Quotes", "Reading", "Reason",
    "Relation", "Role", "Side", "Source", "SourceKind", "Span", "Stance", "Standing", "TagLink", "TaggedSpan", "Tags",
    "Tally", "by_date", "cut_all", "hash_layer", "make_id", "overlap", "titles_of",
]  # fmt: skip
