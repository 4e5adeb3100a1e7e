"""Analysts' judgements, replayed over new readings: found again, held against each other, followed."""

from stemma.judge.anchoring import (
    anchor_attribution,
    anchor_claim,
    anchor_document,
    anchor_figure,
    anchor_source,
)
from stemma.judge.docket import Docket, any_of_sources, open_docket
from stemma.judge.history import history_of
from stemma.judge.settling import standing, withdrawals

__all__ = [
    "Docket",
    "anchor_attribution",
    "anchor_claim",
    "anchor_document",
    "anchor_figure",
    "anchor_source",
    "any_of_sources",
    "history_of",
    "open_docket",
    "standing",
    "withdrawals",
]
