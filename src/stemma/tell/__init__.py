"""The same facts for a terminal, Markdown, one HTML page and JSON."""

from stemma.tell.contract import as_json
from stemma.tell.pins import ArchivedDocument, Pin, read_pins

__all__ = ["ArchivedDocument", "Pin", "as_json", "read_pins"]
