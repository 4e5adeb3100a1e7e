"""Intake: the documents inside files that hold many, and on the network."""

from stemma.intake.choosing import items_of
from stemma.intake.packed import looked_into, unpacked
from stemma.intake.records import PARTS

__all__ = ["PARTS", "items_of", "looked_into", "unpacked"]
