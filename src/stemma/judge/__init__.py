"""Analysts' judgements, replayed over new readings: found again, held against each other, followed."""

from stemma.judge.anchoring import (
    anchor_attribution,
    anchor_claim,
    anchor_document,
    anchor_figure,
    anchor_source,
    anchor_words,
)
from stemma.judge.constraining import constrain
from stemma.judge.docket import Docket, open_docket, speaking_of
from stemma.judge.history import history_of
from stemma.judge.marking import Pen
from stemma.judge.questioning import questions_of
from stemma.judge.settling import standing, subject_of, withdrawals

__all__ = [
    "Docket",
    "Pen",
    "anchor_attribution",
    "anchor_claim",
    "anchor_document",
    "anchor_figure",
    "anchor_source",
    "anchor_words",
    "constrain",
    "history_of",
    "open_docket",
    "questions_of",
    "speaking_of",
    "standing",
    "subject_of",
    "withdrawals",
]
