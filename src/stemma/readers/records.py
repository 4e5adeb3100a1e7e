"""Records of JSON with a document each, under the names that we give its parts."""

from collections.abc import Mapping

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.clocks import iso_time
from stemma.readers.fragments import paragraphs_of_fragment
from stemma.readers.layout import lay_out, single_spaced
from stemma.readers.objects import object_in

__all__ = ["RecordReader", "is_record"]

HEAD = 65_536


class RecordReader:
    """One record: the text layer is its ``title`` and the lines of its ``text``, or of its ``html``."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the record.

        Raises:
            UnreadableError: It is no JSON object, or has no text.
        """
        record = object_in(data, path)
        if "stemma" in record:
            raise UnreadableError(path, "is a brief that Stemma wrote; give the documents that it was made from")
        if not (_words(record, "text") or _words(record, "html")):
            raise UnreadableError(path, 'is JSON without a "text"; say which key holds it (--map text=KEY)')
        return _layer(record, path)


def is_record(data: bytes) -> bool:
    """Tell whether *data* is one JSON object."""
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and head[1:].lstrip()[:1] in (b'"', b"}") and data.rstrip().endswith(b"}")


def _layer(record: Mapping[str, object], path: str) -> Layer:
    html = _words(record, "html")
    text = _words(record, "text")
    lines = paragraphs_of_fragment(html) if html and not text else (text or "").splitlines()
    paragraphs = [line for line in map(single_spaced, lines) if line]
    if not any(character.isalpha() for line in paragraphs for character in line):
        raise UnreadableError(path, "is a record without words")
    title = single_spaced(_words(record, "title")) or None
    laid_out, blocks = lay_out(title, paragraphs[1:] if paragraphs[0] == title else paragraphs)
    return Layer(
        text=laid_out,
        reader="record/1",
        blocks=blocks or None,
        title=title,
        outlet=single_spaced(_words(record, "outlet")) or None,
        authors=_names(record.get("authors")),
        published=iso_time(record.get("published")),
        url=_words(record, "url"),
    )


def _words(record: Mapping[str, object], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else str(value or "").split(";")
    return tuple(single_spaced(name) for name in names if isinstance(name, str) and name.strip())
