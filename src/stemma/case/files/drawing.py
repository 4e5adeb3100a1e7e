"""The text in some bytes, drawn alike whenever it is asked for."""

from dataclasses import replace

from stemma.model import Layer
from stemma.readers import choose_reader

__all__ = ["draw", "is_url"]


def draw(data: bytes, address: str) -> Layer:
    """
    Return the text layer of *data*, which came from *address*: a path, or the URL that it was fetched from.

    Raises:
        UnreadableError: The bytes hold no text that we can read.
    """
    layer = choose_reader(data, address).read(data, address)
    return replace(layer, url=layer.url or address) if is_url(address) else layer


def is_url(address: str) -> bool:
    """Tell whether *address* is one of the web, not a path."""
    return "://" in address
