"""Who says what, document by document: as marked sentences, JSON Lines and CSV."""

from stemma.tell.quotes.lines import quotes_as_json_lines
from stemma.tell.quotes.rows import quotes_as_csv
from stemma.tell.quotes.terminal import quotes_as_terminal

__all__ = ["quotes_as_csv", "quotes_as_json_lines", "quotes_as_terminal"]
