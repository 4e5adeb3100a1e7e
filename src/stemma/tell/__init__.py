"""The same facts for a terminal, Markdown, one HTML page and JSON."""

from stemma.tell.contract import as_json
from stemma.tell.markdown import as_markdown
from stemma.tell.page import as_html
from stemma.tell.pins import ArchivedDocument, Pin, read_pins
from stemma.tell.terminal import as_terminal

__all__ = ["ArchivedDocument", "Pin", "as_html", "as_json", "as_markdown", "as_terminal", "read_pins"]
