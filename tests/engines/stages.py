"""Stages without a model: documents of one line, which some words make break, kill or wait."""

import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from stemma.errors import UnreadableError
from stemma.model import Basis, Brief, Document, Interval, Published, Reading, Span, make_id
from stemma.model.item import Item


@dataclass(frozen=True)
class LineStages:
    """Reads JSON Lines with ``text``, ``day`` and ``url``, and counts what it does in the folder *notes*."""

    notes: str

    def files(self, inputs: Sequence[str]) -> Sequence[str]:
        return sorted(inputs)

    def open(self, file: str) -> Iterator[tuple[Item | UnreadableError, float]]:
        lines = Path(file).read_bytes().splitlines()
        for number, line in enumerate(lines, 1):
            place = f"{file}#{number}"
            record = json.loads(line)
            is_lost = record["text"] == "LOST"
            yield (
                (UnreadableError(place, "is lost") if is_lost else Item(place, line, record.get("url"))),
                number / len(lines),
            )

    def read(self, item: Item) -> Reading:
        record = json.loads(item.data)
        self._note("read", item.path)
        self._meet(record["text"], "READ")
        day = record.get("day")
        digest = sha256(item.data).hexdigest()
        text = record["text"]
        return Reading(
            Document(
                id=make_id("d", digest),
                path=item.path,
                sha256=digest,
                text=text,
                reader="line/1",
                body=(Span(0, len(text)),),
                url=record.get("url"),
                published=_published(day),
            ),
            (),
            (),
        )

    def tell(self, readings: Sequence[Reading]) -> Brief:
        for reading in readings:
            self._note("tell", reading.document.path)
            self._meet(reading.document.text, "TELL")
        return Brief(tuple(reading.document for reading in readings))

    def count(self, what: str) -> int:
        """Return how many documents were read, or told."""
        return sum(1 for _ in Path(self.notes).glob(f"{what}-*"))

    def _note(self, what: str, path: str) -> None:
        name = sha256(path.encode()).hexdigest()[:16]
        Path(self.notes, f"{what}-{name}-{os.getpid()}-{os.urandom(4).hex()}").touch()

    def _meet(self, text: str, stage: str) -> None:
        if "SLOW" in text:
            time.sleep(0.01)
        if "LONG" in text:
            time.sleep(3600)
        if f"BREAK {stage}" in text:
            raise ValueError("a fault of ours")
        if f"KILL {stage}" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if f"STUMBLE {stage}" in text:
            once = Path(self.notes, f"stumbled-{stage}")
            if not once.exists():
                once.touch()
                os.kill(os.getpid(), signal.SIGKILL)


def _published(day: str | None) -> Published:
    if day is None:
        return Published()
    first = date.fromisoformat(day)
    return Published(Interval(first, first), Basis.STATED)
