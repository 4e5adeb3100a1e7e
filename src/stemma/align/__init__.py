"""Attributions to claims: which say the same, and which only seem to."""

from stemma.align.aligning import Alignment, align
from stemma.align.wording import wording

__all__ = ["Alignment", "align", "wording"]
