"""Messages of mail (EML) and web pages saved as one file (MHTML)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.encodings import Decoded, decode
from stemma.readers.fragments import paragraphs_of_fragment
from stemma.readers.html import draw_page
from stemma.readers.layout import lay_out, single_spaced
from stemma.readers.plain import decode_report
from stemma.readers.sniffing import declared_encoding

__all__ = ["MailReader", "is_mail"]

HEAD = 65_536
"""Bytes in which the head of a message ends; what relays add to it is kilobytes."""
LEAST_WORDS = 12
"""Words below which the plain half of a letter says no more than "see this in your browser"."""
MOST_PARTS = 20_000
"""Lines that may part one thing from the next; a saved page has hundreds of pictures, and each takes a while."""
MOST_OF_LONG_HEADS = 10_000
"""Bytes of the lines of a head that are longer than programs write them, together: the standard library takes seconds
for some that are five times as long."""
LONG = 500
SHOWN = 3
"""Attachments that are named in the note."""

_HEAD = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n")
_PARSED = re.compile(
    rb"^(?:from|date|mime-version|content-(?:type|disposition|transfer-encoding)):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*",
    re.I | re.M,
)
# What only programs write; "From:" and "Date:" also open texts that people copied.
_MACHINE = re.compile(rb"^(?:mime-version|message-id|received|return-path|dkim-signature)[ \t]*:", re.I | re.M)


class MailReader:
    """
    A message: the text layer is its subject and its text; of a page saved as MHTML, what is drawn from the page.

    A saved page is dated by what it says itself: the date in its head is the day that it was saved.
    """

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the message *data*.

        Raises:
            UnreadableError: It is cut off, or holds no text.
        """
        long = sum(size for found in _PARSED.finditer(data) if (size := len(found[0])) > LONG)
        if data.count(b"\n--") > MOST_PARTS or long > MOST_OF_LONG_HEADS:
            raise UnreadableError(
                path, "is a message with more parts, or longer lines in its head, than any has; save its text"
            )
        try:
            message = BytesParser(policy=default).parsebytes(data)
            parts = tuple(_leaves(message))
        except (RecursionError, ValueError, LookupError, AttributeError) as error:  # boxes in boxes, broken heads
            raise UnreadableError(path, "is a message that cannot be taken apart; save its text") from error
        plain = next((part for part in parts if part.kind == "text/plain" and not part.is_attached), None)
        page = next((part for part in parts if part.kind == "text/html" and not part.is_attached), None)
        chosen = plain if plain and (page is None or len(plain.data.split()) >= LEAST_WORDS) else page
        if chosen is None:
            raise UnreadableError(path, "is a message without text; save what is attached to it as files")
        if chosen.is_cut_off:
            raise UnreadableError(path, "is a message that is cut off before its end; get the whole file again")
        if page is not None and message.get_content_type() == "multipart/related" and _place(message, page):
            layer = draw_page(page.decoded, path)
            return replace(layer, reader=f"mhtml/1 {layer.reader}", url=layer.url or _place(message, page))
        return _layer_of_letter(message, chosen, _note(parts, chosen), path)


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    data: bytes
    charset: str | None
    location: str | None
    name: str | None
    is_attached: bool
    is_cut_off: bool

    @property
    def decoded(self) -> Decoded:
        return decode(self.data, self.charset or declared_encoding(self.data))


def is_mail(data: bytes) -> bool:
    """Tell whether *data* begins with the head of a message, written by a program."""
    head = data[:HEAD]
    found = _HEAD.match(head)
    return bool(found and _MACHINE.search(found.group()))


def _leaves(message: Message) -> Iterator[_Part]:
    """Yield what *message* is made of, in order; letters inside it are attachments."""
    cut_off = {id(_last(box)) for box in message.walk() if _is_open(box)}
    for part in message.walk():
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        name = part.get_filename()
        yield _Part(
            kind=part.get_content_type(),
            data=payload if isinstance(payload, bytes) else b"",
            charset=part.get_content_charset(),
            location=_header(part, "Content-Location"),
            name=single_spaced(name) or None,
            is_attached=part.get_content_disposition() == "attachment",
            is_cut_off=id(part) in cut_off,
        )


def _is_open(box: Message) -> bool:
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in box.defects)


def _last(box: Message) -> Message:
    """Return the part that stood at the end of *box*."""
    while box.is_multipart():
        inside = box.get_payload()
        if not isinstance(inside, list) or not inside or not isinstance(inside[-1], Message):
            break
        box = inside[-1]
    return box


def _header(message: Message, name: str) -> str | None:
    try:
        value = message.get(name)
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
        KeyError,
        RecursionError,
    ):  # the standard library's own, on odd heads
        return None
    return single_spaced(str(value)) or None if value is not None else None


def _place(message: Message, page: _Part) -> str | None:
    """Return the address that a page was saved from."""
    place = _header(message, "Snapshot-Content-Location") or page.location
    return place if place and place.startswith(("http://", "https://", "file://", "cid:")) else None


def _layer_of_letter(message: Message, part: _Part, note: str | None, path: str) -> Layer:
    name, address = parseaddr(_header(message, "From") or "")
    title = _header(message, "Subject")
    known = Layer(
        text="",
        reader="mail/1",
        title=title,
        outlet=single_spaced(name) or address.rpartition("@")[2] or None,
        published=_date(message),
        note=note,
    )
    if part.kind == "text/plain":
        decoded = decode_report(part.data, path, part.charset)
        return replace(known, text=f"{title}\n\n{decoded.text}" if title else decoded.text)
    paragraphs = paragraphs_of_fragment(part.decoded.text)
    if not paragraphs:
        raise UnreadableError(path, "is a message without text; save what is attached to it as files")
    text, _ = lay_out(title, paragraphs)
    return replace(known, text=text)


def _date(message: Message) -> str | None:
    try:
        sent: datetime = parsedate_to_datetime(_header(message, "Date") or "")
    except (ValueError, TypeError, IndexError):
        return None
    return sent.isoformat()


def _note(parts: Sequence[_Part], chosen: _Part) -> str | None:
    attached = [part.name or part.kind for part in parts if part is not chosen and (part.is_attached or part.name)]
    if not attached:
        return None
    more = f" and {len(attached) - SHOWN} more" if len(attached) > SHOWN else ""
    return f"what is attached was not read: {', '.join(attached[:SHOWN])}{more}; save it as files"
