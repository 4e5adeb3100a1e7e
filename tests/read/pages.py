"""A small language for pages: lines marked ``+`` must be in the body, ``-`` must not, ``#`` is the title."""

from hashlib import sha256

from stemma.model import Document, Layer
from stemma.read import read_document


def read(text: str, **layer: object) -> Document:
    """Return the document that plain *text* is read as."""
    return read_document(Layer(text, "plain/1", **layer), "page.txt", sha256(text.encode()).hexdigest())  # type: ignore[arg-type]


def check_page(page: str) -> Document:
    """
    Read *page* without the marks at its lines' heads and hold its body and title against them.

    A line without a mark may be kept or not.
    """
    rows = [(row[:1], row[2:]) if row[:2] in {"+ ", "- ", "# "} else ("", row) for row in page.strip("\n").split("\n")]
    document = read("\n".join(text for _, text in rows))
    body = {document.text[span.start : span.end] for span in document.body}
    for mark, text in rows:
        line = text.strip()
        if mark == "+":
            assert any(block in line and len(block) > 0.8 * len(line) for block in body), f"lost: {line}"
        if mark == "-":
            assert not any(line in block or block in line for block in body), f"kept: {line}"
        if mark == "#":
            assert document.title == line
    return document
