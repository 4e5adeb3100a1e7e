"""Bytes to documents: body, title, outlet, authors, dates."""

from stemma.read.document import read_document
from stemma.read.editions import are_editions, place_key
from stemma.read.impossible import impossible_dates
from stemma.read.redate import redate

__all__ = ["are_editions", "impossible_dates", "place_key", "read_document", "redate"]
