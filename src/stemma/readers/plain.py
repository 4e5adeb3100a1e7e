"""Plain text."""

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.encodings import Decoded, decode
from stemma.readers.sniffing import binary_kind, is_garbled

__all__ = ["MOST_CHARACTERS", "PlainReader", "decode_report", "refuse_empty"]

MOST_CHARACTERS = 2_000_000
"""Two thirds of War and Peace; no report is longer. A dump of many articles belongs in many files, for a file is one
document, and reading it whole would take minutes for a result that means nothing."""


class PlainReader:
    """Plain text as it came: the text layer is the decoded file, nothing removed, no line break changed."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return *data* decoded.

        Raises:
            UnreadableError: The file is empty, blank, binary, or too long to be one document.
        """
        refuse_empty(data, path)
        kind = binary_kind(data)
        if kind:
            raise UnreadableError(path, f"is no text but {kind}")
        decoded = decode_report(data, path)
        return Layer(decoded.text, "plain/1", note=decoded.note)


def decode_report(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """
    Return *data* decoded, where it is a text as long as a report may be.

    Raises:
        UnreadableError: It is blank, binary, or too long to be one document.
    """
    decoded = decode(data, declared)
    if is_garbled(decoded.text):
        raise UnreadableError(path, "is no text but a binary file of a kind that is not read; save its text")
    if not decoded.text.strip("\ufeff\u200b \t\r\n\v\f\x00\x85\xa0\u2028\u2029\u3000"):
        raise UnreadableError(path, "holds nothing but white space; save the article's text in it")
    if len(decoded.text) > MOST_CHARACTERS:
        size = f"{len(decoded.text) / 1e6:.1f} million characters"
        raise UnreadableError(path, f"holds {size}, too many for one document; give one article a file")
    return decoded


def refuse_empty(data: bytes, path: str) -> None:
    """
    Pass over files that hold something.

    Raises:
        UnreadableError: The file has no bytes.
    """
    if not data:
        raise UnreadableError(path, "is empty; save the article's text in it")
