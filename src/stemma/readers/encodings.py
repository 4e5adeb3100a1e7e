"""How the bytes of a text stand for its characters: found, not assumed."""

import codecs
import re
from typing import NamedTuple

__all__ = ["Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 200_000
"""Bytes that an unknown encoding is guessed from."""
NUL_SHARE = 0.3
"""Share of NULs at every second byte from which text without a mark is UTF-16: Latin letters give .5 of all."""
GUESSABLE = 12
"""Letters that are not ASCII below which the guess between old encodings is no better than chance."""
MIXED_SHARE = 0.02
"""Share of bytes that may fail UTF-8 in a file that else is UTF-8: one pasted quotation, not another encoding."""

_TYPOGRAPHIC = "‘’‚“”„–—…•«»£€§°©®\xa0´·½"
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")


class Decoded(NamedTuple):
    """Text, the encoding it was in, and what the user should know of how it was read."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """
    Return *data* as text.

    A byte order mark is believed first, then UTF-8 where it fits, then what the page itself
    *declared*, then the likeliest of the old encodings. A file that mixes encodings is read as
    UTF-8 with each stray byte taken as Windows-1252, or, as the last resort, replaced; the note
    says so.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    wide = _wide(data)
    if wide:
        return _lenient(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _is_nearly_utf8(data):
        return _mixed(data)
    return _declared(data, declared) or _guessed(data)


def _lenient(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return Decoded(
            text, encoding, f"not all of it is {encoding} (byte {error.start}); what is not was replaced by “\ufffd”"
        )


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by where its NULs lie."""
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    lanes = [sample[lane::4].count(0) / max(1, len(sample[lane::4])) for lane in range(4)]
    if len(data) % 4 == 0 and min(lanes[1:]) > 1 - NUL_SHARE > lanes[0]:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(lanes[:3]) > 1 - NUL_SHARE > lanes[3]:
        return "utf-32-be"
    even, odd = (lanes[0] + lanes[2]) / 2, (lanes[1] + lanes[3]) / 2
    if odd > NUL_SHARE and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > NUL_SHARE and odd < 0.02 else None


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8, so that the file is UTF-8 with something pasted in."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good > bad and bad <= MIXED_SHARE * len(text)


def _mixed(data: bytes) -> Decoded:
    replaced = 0

    def read(error: UnicodeError) -> tuple[str, int]:
        nonlocal replaced
        assert isinstance(error, UnicodeDecodeError)
        stray = error.object[error.start : error.end]
        try:
            return stray.decode("cp1252"), error.end
        except UnicodeDecodeError:
            replaced += 1
            return "\ufffd" * len(stray), error.end

    codecs.register_error("stemma-mixed", read)
    text = data.decode("utf-8", errors="stemma-mixed")
    lost = f"; {replaced} bytes that fit neither were replaced by “\ufffd”" if replaced else ""
    return Decoded(text, "utf-8", f"mixed encodings: read as UTF-8, stray bytes as Windows-1252{lost}")


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        return Decoded(data.decode(declared), declared.casefold())
    except (LookupError, UnicodeDecodeError):  # the page is wrong about itself
        return None


def _guessed(data: bytes) -> Decoded:
    encoding = "cp1252" if _is_western(data) else _likeliest(data)
    note = f"no encoding is stated; read as {encoding}, the likeliest"
    try:
        return Decoded(data.decode(encoding), encoding, note)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, f"{note}; bytes that do not fit were replaced by “\ufffd”")


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_exclusion=["utf_7"]).best()
    return best.encoding if best else "cp1252"


def _is_western(data: bytes) -> bool:
    """Whether too little of *data* is not ASCII to guess by, and that little is letters in Windows-1252."""
    strange = b"".join(_NOT_ASCII.findall(data[:SAMPLE]))
    if not strange or len(strange) > GUESSABLE:
        return False
    try:
        letters = strange.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return len(strange) < 0.2 * len(data) and all(letter.isalpha() or letter in _TYPOGRAPHIC for letter in letters)
