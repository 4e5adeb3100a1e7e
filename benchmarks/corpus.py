"""Articles of many outlets as documents, from the JSON files of a public corpus."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemma.model import Layer

__all__ = ["Piece", "read_corpus"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as the corpus gives it."""

    id: str
    outlet: str
    topic: str
    layer: Layer


def read_corpus(folder: Path, topic: str | None = None) -> Sequence[Piece]:
    """
    Return the articles under *folder*, of *topic* alone where one is given, the earliest first.

    Each file holds one article with ``ID``, ``content_original``, ``title``, ``source``, ``topic``, ``url`` and
    ``date``, as in ``ramybaly/Article-Bias-Prediction`` (``data/jsons``).
    """
    found = (piece for path in sorted(folder.glob("*.json")) for piece in _piece(path))
    wanted = (piece for piece in found if topic is None or piece.topic == topic)
    return sorted(wanted, key=lambda piece: (piece.layer.published or "", piece.id))


def _piece(path: Path) -> Iterator[Piece]:
    record = json.loads(path.read_text("utf-8"))
    text = record["content_original"]
    if text.strip():
        fields = {"title": record["title"] or None, "outlet": record["source"] or None, "url": record["url"] or None}
        layer = Layer(text, "corpus/1", published=_day(record["date"]), **fields)
        yield Piece(record["ID"], record["source"], record["topic"], layer)


def _day(written: str | None) -> str | None:
    """Return a date in the one form, from ISO 8601 or from month/day/year, in which a part of the corpus has it."""
    parts = (written or "").split("/")
    if len(parts) == len("mdy"):
        month, day, year = (int(part) for part in parts)
        return f"{year % 100 + 2000:04}-{month:02}-{day:02}"
    return written or None
