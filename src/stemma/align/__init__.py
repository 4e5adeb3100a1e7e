"""Attributions to claims: which say the same, and which only seem to."""

from stemma.align.aligning import Alignment, align

__all__ = ["Alignment", "align"]
