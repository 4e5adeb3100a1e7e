"""Bytes to documents: body, title, outlet, authors, dates."""

from stemma.read.document import read_document
from stemma.read.redate import redate

__all__ = ["read_document", "redate"]
