"""A document from a text layer."""

from stemma.model import Document, Layer, Span, make_id
from stemma.prose import sentences

__all__ = ["read_document"]


def read_document(layer: Layer, path: str, sha256: str) -> Document:
    """Return the document in *layer*: its body, title, outlet, authors and date."""
    body = layer.blocks or tuple(sentences(layer.text, Span(0, len(layer.text))))
    return Document(id=make_id("d", sha256), path=path, sha256=sha256, text=layer.text, reader=layer.reader, body=body)
