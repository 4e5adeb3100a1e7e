"""Files of many documents, and what is taken out of them."""

import io
import json
from collections.abc import Iterator, Mapping

from stemma.errors import UnreadableError
from stemma.intake import items_of
from stemma.model import Layer
from stemma.model.item import Item
from stemma.readers import choose_reader

__all__ = ["endless", "lines", "message", "read_all", "take", "telegram"]


def take(data: bytes, path: str, names: Mapping[str, str] | None = None) -> list[Item | UnreadableError]:
    found = items_of(io.BytesIO(data), path, names or {})
    assert found is not None, "one document"
    taken: list[Item | UnreadableError] = []
    try:
        taken.extend(found)
    except UnreadableError as error:
        taken.append(error)
    return taken


def read_all(data: bytes, path: str, names: Mapping[str, str] | None = None) -> Iterator[Layer]:
    for item in take(data, path, names):
        assert isinstance(item, Item), item
        yield choose_reader(item.data, item.path).read(item.data, item.path)


def lines(*records: object) -> bytes:
    return b"\n".join(json.dumps(record).encode() for record in records) + b"\n"


def message(id: int, text: object, **more: object) -> dict[str, object]:
    return {"id": id, "type": "message", "date": "2023-03-03T16:00:00", "from": "Orvane Live", "text": text, **more}


def telegram(*messages: dict[str, object], **chat: object) -> bytes:
    return json.dumps(
        {"name": "Orvane Live", "type": "public_channel", "id": 12, **chat, "messages": messages}
    ).encode()


class endless(io.RawIOBase):
    """A file whose middle is repeated for ever."""

    def __init__(self, head: bytes, middle: bytes) -> None:
        self.head, self.middle, self.at = head, middle, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0) -> int:
        self.at = place
        return place

    def read(self, size: int = -1) -> bytes:
        found = (self.head + self.middle * (2 + (self.at + size) // len(self.middle)))[self.at : self.at + size]
        self.at = self.at + size if self.at < len(self.head) else len(self.head) + (self.at - len(self.head) + size) % (
            len(self.middle)
        )  # fmt: skip
        return found
