"""Intake: the documents inside files that hold many, and on the network."""

from stemma.intake.choosing import items_of

__all__ = ["items_of"]
