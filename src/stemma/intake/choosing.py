"""Which files hold many documents, and what takes them out."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import IO

from stemma.errors import UnreadableError
from stemma.intake.crawls import pages_of_wacz, pages_of_warc
from stemma.intake.feeds import items_of_feed, items_of_json_feed
from stemma.intake.packed import is_at_break, is_broken, looked_into, unpacked
from stemma.intake.parquet import PARQUET, records_of_parquet
from stemma.intake.records import records_of_lines, records_of_list
from stemma.intake.telegram import posts_of_export, posts_of_page
from stemma.model.item import Item
from stemma.read.forms import Form, form_of

__all__ = ["MOST_ITEMS", "items_of"]

MOST_ITEMS = 1_000_000
"""Documents of one file; a feed that never ends has more."""

Items = Iterator[Item | UnreadableError]
Take = Callable[[IO[bytes], str], Items]
_OF_FORM: Mapping[Form, Take] = {
    Form.TELEGRAM: posts_of_export,
    Form.TELEGRAM_PAGE: posts_of_page,
    Form.FEED: items_of_feed,
    Form.JSON_FEED: items_of_json_feed,
}
_ZIP = b"PK\x03\x04"


def items_of(file: IO[bytes], path: str, names: Mapping[str, str] = {}) -> Items | None:
    """
    Return the documents in a file that holds many, to be taken while it is open; None where it is one document.

    The file is looked into, not at its name, and wound back. What cannot be read of it comes as an error
    among the documents, or is raised where nothing behind it can be read.

    Args:
        file: Can be wound back.
        path: What the user knows it as.
        names: Which key of a record holds which part of a document.

    Raises:
        UnreadableError: It holds addresses and no documents.
    """
    file = unpacked(file)
    take = _taker(looked_into(file), path, names)
    if take is None and is_broken(file):
        raise _cut_off(path, 0)
    return None if take is None else _counted(take, file, path)


def _taker(head: bytes, path: str, names: Mapping[str, str]) -> Take | None:
    if head.startswith((b"WARC/", b"filedesc://")):
        return pages_of_warc
    if head.startswith(_ZIP) and (path.casefold().endswith(".wacz") or b"datapackage.json" in head):
        return pages_of_wacz
    if head.startswith(PARQUET):
        return partial(records_of_parquet, names=names)
    form = form_of(head, path)
    if form is Form.SITEMAP:
        raise UnreadableError(path, "is a sitemap, with addresses and no texts; add its own address to a case")
    if form in (Form.RECORDS, Form.RECORD_LINES):
        return partial(records_of_list if form is Form.RECORDS else records_of_lines, names=names)
    return _OF_FORM[form] if form is not None else None


def _counted(take: Take, file: IO[bytes], path: str) -> Items:
    """Yield what *take* finds in *file*, within bounds."""
    done = 0
    for item in take(file, path):
        if isinstance(item, UnreadableError) and is_at_break(file):
            continue  # the half of a document before the break, of which we speak below
        done += 1
        if done > MOST_ITEMS:
            raise UnreadableError(path, f"has more than {MOST_ITEMS:,} documents; split it")
        yield item
    if is_broken(file):
        raise _cut_off(path, done)


def _cut_off(path: str, done: int) -> UnreadableError:
    return UnreadableError(path, f"is cut off or damaged behind {done:,} documents; get it again")
