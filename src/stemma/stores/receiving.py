"""A case that was written as one file, read with care: it may come from anybody."""

import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from stemma.errors import CopyError, SpanError
from stemma.model import Layer, hash_layer, make_id
from stemma.model.archive import Capture, Held
from stemma.model.copy import Article, WrittenReading
from stemma.model.journal import JournalLine
from stemma.model.written import read_reading
from stemma.stores.packing import layer_of
from stemma.stores.sending import BYTES, CAPTURES, DOCUMENTS, FORM, HEAD, JOURNAL, TEXTS

__all__ = ["Received", "receiving"]

Made = TypeVar("Made")
OURS = re.compile(rf"{HEAD}|{DOCUMENTS}|{CAPTURES}|{JOURNAL}|(?:{BYTES}|{TEXTS})[0-9a-f]{{64}}")
RATIO = 100
"""A text shrinks to a tenth, a page of markup to a thirtieth; what grows more was made to fill the memory."""
FREE = 10_000_000
"""Bytes that nobody is asked about: a small file of one long page may shrink well."""
LONGEST = 400_000_000
"""Bytes of one entry: the largest document with its readings."""
MALFORMED = (KeyError, TypeError, ValueError, AttributeError, RecursionError, SpanError)


@contextmanager
def receiving(path: Path) -> Iterator["Received"]:
    """
    Yield the case in the file at *path*.

    Raises:
        CopyError: It cannot be opened, is no export of a case, is damaged or of a newer Stemma, or is made to do harm.
    """
    try:
        with ZipFile(path) as file:
            received = Received(file, path)
            received.check()
            yield received
    except OSError as error:
        raise CopyError(str(path), f"cannot be opened: {error.strerror}") from error
    except (BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
        raise CopyError(str(path), "is no export of a case, or a damaged one; make it with `stemma export`") from error


class Received:
    """What is in an export; each part is read when it is asked for."""

    def __init__(self, file: ZipFile, path: Path) -> None:
        self._file = file
        self._path = path

    def check(self) -> None:
        """
        Look at the list of entries before any of them is unpacked.

        Raises:
            CopyError: A name is none of ours, or the entries are larger than such a file can hold.
        """
        entries = self._file.infolist()
        names = [entry.filename for entry in entries]
        strange = next((name for name in names if not OURS.fullmatch(name)), None)
        if strange is not None or len({*names}) < len(names):
            raise self._error(f"holds {strange!r}, which no export of a case does" if strange else "holds a name twice")
        size = self._path.stat().st_size
        packed, whole = sum(e.compress_size for e in entries), sum(e.file_size for e in entries)
        if packed > size or whole > size * RATIO + FREE or any(e.file_size > LONGEST for e in entries):
            raise self._error("would unpack to far more than a case does; it was made to do harm, or is damaged")
        self._check_head(names)

    def articles(self) -> Iterator[Article]:
        """Yield the articles, each checked against its texts."""
        yield from self._made(DOCUMENTS, self._article)

    def captures(self) -> Iterator[Capture]:
        """Yield the comings of bytes."""
        yield from self._made(CAPTURES, _capture)

    def lines(self) -> Iterator[JournalLine]:
        """Yield the lines of the journal, each with the id that follows from what it says."""
        yield from self._made(JOURNAL, _journal_line)

    def data(self, sha256: str) -> bytes:
        """
        Return the bytes with this hash.

        Raises:
            CopyError: They are not there, or others are.
        """
        data = self._entry(BYTES + sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise self._error(f"the bytes {sha256[:12]}… are not what their name says; ask for another copy")
        return data

    def _check_head(self, names: list[str]) -> None:
        missing = [name for name in (HEAD, DOCUMENTS, CAPTURES, JOURNAL) if name not in names]
        if missing:
            raise self._error(f"holds no {missing[0]}, so it is no export of a case; make it with `stemma export`")
        try:
            form = json.loads(self._entry(HEAD))["stemma"]
        except MALFORMED as error:
            raise self._error("is no export of a case; make it with `stemma export`") from error
        if form != FORM:
            raise self._error(f"was written by a newer Stemma ({form!r}, this one knows {FORM!r}); update Stemma")

    def _entry(self, name: str) -> bytes:
        try:
            with self._file.open(name) as entry:
                data = entry.read(LONGEST + 1)
        except KeyError as error:
            raise self._error(f"holds no {name}; ask for another copy") from error
        if len(data) > LONGEST:
            raise self._error(f"{name} is larger than anything in a case; it was made to do harm")
        return data

    def _made(self, name: str, make: Callable[[object], Made]) -> Iterator[Made]:
        with self._file.open(name) as entry:
            number = 0
            while line := entry.readline(LONGEST):
                number += 1
                try:
                    made = make(json.loads(line))
                except MALFORMED as error:
                    raise self._error(f"line {number} of {name} is none of ours; ask for another copy") from error
                yield made

    def _article(self, record: object) -> Article:
        match record:
            case {"document": str(id), "keys": list(keys), "layers": list(layers), "readings": list(readings)} if (
                layers
            ):
                held = tuple(self._held(id, layer) for layer in layers)
                by_number = {one.number: one for one in held}
                read = (_reading(reading, by_number) for reading in readings)
                return Article(id, held, tuple(map(_hash, keys)), tuple(one for one in read if one))
        raise ValueError("no article")

    def _held(self, document: str, record: object) -> Held:
        match record:
            case {
                "number": int(number), "sha256": str(sha256), "text_sha256": str(text_sha256), "path": str(path),
                "at": str(at), "reader": str(reader), "facts": dict(facts),
            }:  # fmt: skip
                text = self._entry(TEXTS + _hash(text_sha256)).decode("utf-8", "surrogatepass")
                layer = layer_of(text, reader, json.dumps(facts))
                _check_layer(layer, text_sha256)
                return Held(number, document, number, path, _hash(sha256), _time(at), layer)
        raise ValueError("no layer")

    def _error(self, reason: str) -> CopyError:
        return CopyError(str(self._path), reason)


def _check_layer(layer: Layer, text_sha256: str) -> None:
    if hash_layer(layer.text) != text_sha256:
        raise ValueError("another text")
    for block in layer.blocks or ():
        block.cut(layer.text)


def _reading(record: object, layers: dict[int, Held]) -> WrittenReading | None:
    """Return what was read, as it is kept; None for what another version wrote in a form that is not known here."""
    match record:
        case {"layer": int(number), "version": str(version), "reading": str(value)}:
            held = layers[number]
    try:
        reading = read_reading(value, held.layer.text, held.path)
        for attribution in reading.attributions:
            for span in (*attribution.content_spans, *filter(None, (attribution.source_span, attribution.cue_span))):
                span.cut(held.layer.text)
        for figure in reading.figures:
            figure.span.cut(held.layer.text)
    except (*MALFORMED, AssertionError, IndexError):
        return None
    is_of_it = reading.document.sha256 == held.sha256 and reading.document.id == make_id("d", held.sha256)
    return WrittenReading(number, version, value) if is_of_it else None


def _capture(record: object) -> Capture:
    match record:
        case {"sha256": str(sha256), "address": str(address), "at": str(at), "headers": list(headers)}:
            return Capture(_hash(sha256), address, _time(at), tuple((str(name), str(value)) for name, value in headers))
    raise ValueError("no capture")


def _journal_line(record: object) -> JournalLine:
    match record:
        case {"id": str(id), "at": str(at), "who": str(who), "kind": str(kind), "value": str(value)}:
            line = JournalLine.of(_time(at), who, kind, value)
            if line.id == id:
                return line
    raise ValueError("no line of a journal, or one that was changed")


def _hash(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{64}", value):
        raise ValueError("no hash")
    return value


def _time(value: str) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError("no time zone")
    return at
