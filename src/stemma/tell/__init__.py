"""The same facts for a terminal, Markdown, one HTML page and JSON."""

from stemma.tell.contract import as_json

__all__ = ["as_json"]
