"""Pages in the archive of a crawl: WARC, ARC and WACZ."""

import logging
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import datetime
from io import StringIO
from typing import IO, TYPE_CHECKING

from stemma.errors import MissingExtraError, UnreadableError
from stemma.intake.bounded import MOST_OF_ITEM, Bounded
from stemma.intake.packed import is_broken, unpacked
from stemma.model.item import Item

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

__all__ = ["pages_of_wacz", "pages_of_warc"]

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_FOUND = "200"


def pages_of_warc(file: IO[bytes], path: str) -> Iterator[Item | UnreadableError]:
    """
    Yield each page that a server gave: what was found there, and is text.

    Raises:
        UnreadableError: The archive is cut off or damaged.
        MissingExtraError: warcio is not installed.
    """
    yield from _pages(file, path, path, 0)


def pages_of_wacz(file: IO[bytes], path: str) -> Iterator[Item | UnreadableError]:
    """
    Yield each page of the WARC files in a WACZ.

    Raises:
        UnreadableError: The archive is cut off or damaged.
        MissingExtraError: warcio is not installed.
    """
    done = 0
    try:
        with zipfile.ZipFile(file) as archive:
            names = sorted(n for n in archive.namelist() if n.startswith("archive/") and n.endswith((".warc", ".gz")))
            for name in names:
                with archive.open(name) as inside:
                    for item in _pages(unpacked(inside), path, f"{path}: {name}", done):
                        done += 1
                        yield item
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(path, f"is cut off or damaged behind {done:,} pages; get the whole file again") from error


def _pages(file: IO[bytes], path: str, shown: str, before: int) -> Iterator[Item | UnreadableError]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtraError(f"{path}: the archive of a crawl", "formats") from error
    done = before
    # warcio looks for the end of a line however far it is, and takes longer with each byte.
    bounded = Bounded(file, path)
    try:
        for record in _records(ArchiveIterator(bounded, arc2warc=True)):
            if _is_page(record):
                item = _item(record, f"{path}#{done + 1}")
                done += 1
                yield item
            bounded.restart(max(0, getattr(record.raw_stream, "limit", 0)))
        if is_broken(file):
            raise EOFError("a packed file that ends behind a whole record")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, _DamagedError) as error:
        read = f"behind {done - before:,} pages"
        raise UnreadableError(shown, f"is cut off or damaged {read}; get the whole file again") from error


class _DamagedError(Exception):
    """A record is not what it should be."""


def _records(archive: Iterator["ArcWarcRecord"]) -> Iterator["ArcWarcRecord"]:
    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # what matters of its remarks we say ourselves
    while True:
        try:
            with redirect_stderr(StringIO()):
                record = next(archive)
        except StopIteration:
            return
        except (AttributeError, TypeError, IndexError, KeyError) as error:  # warcio, on heads that lack what it expects
            raise _DamagedError from error
        yield record


def _is_page(record: "ArcWarcRecord") -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    if (record.rec_headers.get_header("WARC-Target-URI") or "").startswith("urn:"):
        return False  # what a crawler notes of a page, such as its text once more (urn:text:https://…)
    kind = record.content_type
    if record.http_headers is not None:
        if record.http_headers.get_statuscode() != _FOUND:
            return False
        kind = record.http_headers.get_header("content-type")
    return (kind or "").partition(";")[0].strip().lower() in _PAGES


def _item(record: "ArcWarcRecord", path: str) -> Item | UnreadableError:
    data = record.content_stream().read(MOST_OF_ITEM + 1)
    if len(data) > MOST_OF_ITEM:
        return UnreadableError(path, "is larger than a report")
    if getattr(record.raw_stream, "limit", 0) > 0 and not record.raw_stream.read(1):
        raise EOFError("a record that is shorter than it says")
    headers = record.http_headers.headers if record.http_headers is not None else ()
    return Item(
        path=path,
        data=data,
        url=record.rec_headers.get_header("WARC-Target-URI"),
        at=_time(record.rec_headers.get_header("WARC-Date")),
        headers=tuple((name.lower(), value) for name, value in headers),
    )


def _time(written: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(written or "")
    except ValueError:
        return None
