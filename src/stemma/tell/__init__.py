"""The same facts for a terminal, Markdown, one HTML page and JSON; quotes also as JSON Lines and CSV."""

from stemma.tell.contract import as_json
from stemma.tell.markdown import as_markdown
from stemma.tell.page import as_html
from stemma.tell.pins import ArchivedDocument, Pin, read_pins
from stemma.tell.quotes import quotes_as_csv, quotes_as_json_lines, quotes_as_terminal
from stemma.tell.quotes.pins import is_quotes, read_quote_pins
from stemma.tell.terminal import as_terminal

__all__ = [
    "ArchivedDocument",
    "Pin",
    "as_html",
    "as_json",
    "as_markdown",
    "as_terminal",
    "is_quotes",
    "quotes_as_csv",
    "quotes_as_json_lines",
    "quotes_as_terminal",
    "read_pins",
    "read_quote_pins",
]
