"""Plain text."""

from stemma.errors import UnreadableError
from stemma.model import Layer

__all__ = ["PlainReader"]


class PlainReader:
    """Plain text as it came: the text layer is the decoded file, nothing removed."""

    def read(self, data: bytes, path: str) -> Layer:
        """Return *data* decoded."""
        try:
            return Layer(data.decode("utf-8"), "plain/1")
        except UnicodeDecodeError as error:
            raise UnreadableError(path, "not UTF-8") from error
