"""
A whole case written as one file: a Zip of JSON Lines and raw bytes, which anybody can read without Stemma.

    stemma.json          {"stemma": "case/1"}
    documents.jsonl      an article a line, in all its layers, with what was read in them
    captures.jsonl       each coming of bytes: from where, when, with which headers
    journal.jsonl        what people said of the case
    bytes/SHA256         the bytes as they came
    texts/SHA256         the texts drawn from them, in UTF-8

The same case gives the same file, in whichever order it was put together.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from stemma.model import hash_layer
from stemma.model.archive import Capture, Held
from stemma.model.copy import Article
from stemma.model.journal import JournalLine
from stemma.ports import Store
from stemma.stores.packing import layer_facts

__all__ = ["BYTES", "CAPTURES", "DOCUMENTS", "FORM", "HEAD", "JOURNAL", "TEXTS", "send"]

FORM = "case/1"
HEAD, DOCUMENTS, CAPTURES, JOURNAL = "stemma.json", "documents.jsonl", "captures.jsonl", "journal.jsonl"
BYTES, TEXTS = "bytes/", "texts/"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every entry, so that the same case gives the same bytes."""


def send(store: Store, file: IO[bytes], progress: Callable[[int, int, str], None]) -> int:
    """
    Write all that *store* holds to *file*, and return how many documents that is.

    Raises:
        CaseError: The archive is damaged.
    """
    total = len(store.newest())
    written: set[str] = set()
    lines: list[str] = []
    with ZipFile(file, "w", ZIP_DEFLATED) as copy:
        _put(copy, HEAD, json.dumps({"stemma": FORM}).encode())
        for done, article in enumerate(store.articles()):
            progress(done, total, article.layers[-1].path)
            lines.append(_line(_article_record(article)))
            for held in article.layers:
                _put_layer(copy, held, store, written)
        _put(copy, DOCUMENTS, "".join(lines).encode())
        captures = sorted(_line(_capture_record(capture)) for capture in store.captures())
        _put(copy, CAPTURES, "".join(dict.fromkeys(captures)).encode())
        _put(copy, JOURNAL, "".join(_journal(store.lines())).encode())
    progress(total, total, "")
    return len(lines)


def _put(copy: ZipFile, name: str, data: bytes) -> None:
    info = ZipInfo(name, LONG_AGO)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
    copy.writestr(info, data)


def _put_layer(copy: ZipFile, held: Held, store: Store, written: set[str]) -> None:
    text = TEXTS + hash_layer(held.layer.text)
    if text not in written:
        _put(copy, text, held.layer.text.encode("utf-8", "surrogatepass"))
    if BYTES + held.sha256 not in written:
        _put(copy, BYTES + held.sha256, store.data(held.sha256))
    written |= {text, BYTES + held.sha256}


def _line(record: object) -> str:
    return json.dumps(record, ensure_ascii=True, sort_keys=True) + "\n"


def _article_record(article: Article) -> dict[str, object]:
    number = {held.id: held.number for held in article.layers}
    readings = sorted((number[one.layer], one.version, one.value) for one in article.readings)
    return {
        "document": article.document,
        "keys": [*article.keys],
        "layers": [_layer_record(held) for held in article.layers],
        "readings": [{"layer": layer, "version": version, "reading": value} for layer, version, value in readings],
    }


def _layer_record(held: Held) -> dict[str, object]:
    return {
        "number": held.number,
        "sha256": held.sha256,
        "text_sha256": hash_layer(held.layer.text),
        "path": held.path,
        "at": held.at.isoformat(),
        "reader": held.layer.reader,
        "facts": json.loads(layer_facts(held.layer)),
    }


def _capture_record(capture: Capture) -> dict[str, object]:
    return {
        "sha256": capture.sha256,
        "address": capture.address,
        "at": capture.at.isoformat(),
        "headers": [*map(list, capture.headers)],
    }


def _journal(lines: Iterable[JournalLine]) -> Iterator[str]:
    for line in sorted(lines, key=lambda line: (line.at, line.id)):
        record = {"id": line.id, "at": line.at.isoformat(), "who": line.who, "kind": line.kind, "value": line.value}
        yield _line(record)
