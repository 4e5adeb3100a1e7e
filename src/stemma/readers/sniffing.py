"""What kind of file some bytes are, by the bytes themselves."""

import re

__all__ = ["binary_kind", "declared_encoding", "is_garbled", "is_html"]

HEAD = 4096
"""Bytes in which a page shows that it is one."""
CONTROL_SHARE = 0.02
"""Share of control characters that no text has."""

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM\x00", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"RIFF", "a sound, film or picture (RIFF)"),
    (b"OggS", "a sound or film (Ogg)"),
    (b"ID3", "a sound (MP3)"),
    (b"fLaC", "a sound (FLAC)"),
    (b"\x1aE\xdf\xa3", "a film (Matroska)"),
    (b"PK\x03\x04", "a ZIP archive, or an office document other than DOCX: unpack it, or save it as text"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "compressed (gzip): unpack it first"),
    (b"BZh", "compressed (bzip2): unpack it first"),
    (b"\xfd7zXZ", "compressed (xz): unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstandard): unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text"),
    (b"{\\rtf", "a rich text document (RTF): save it as plain text"),
    (b"\x7fELF", "a program (ELF)"),
    (b"MZ\x90", "a program (Windows)"),
    (b"\xca\xfe\xba\xbe", "a program (Java or macOS)"),
    (b"\xcf\xfa\xed\xfe", "a program (macOS)"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"PAR1", "a table (Parquet)"),
    (b"wOF", "a font"),
)
_HTML = re.compile(
    rb"^\s*+(?:<\?xml[^>]*>\s*+)?(?><!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|meta)\b",
    re.I | re.S,
)
_HTML_INSIDE = re.compile(rb"<(?:html|head|body|article|meta)\b[^>]*>", re.I)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
# Control characters that text does not hold; tab, line breaks, form feed and escape are left out.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def binary_kind(data: bytes) -> str | None:
    """Return what *data* is where it is no text, with what to do about it; None for text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[4:8] == b"ftyp":
        return "a film or picture (MP4, HEIC)"
    if data and not data.strip(b"\x00"):
        return "nothing but NUL bytes: the file is damaged or was never written"
    return None


def is_garbled(text: str) -> bool:
    """Tell whether decoded *text* is no text after all: control characters throughout."""
    sample = text[:20_000].encode("utf-8", errors="replace")
    return bool(sample) and len(_CONTROL.findall(sample)) > CONTROL_SHARE * len(sample)


def is_html(data: bytes) -> bool:
    """Tell whether *data* is a web page, whatever its name."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\xfe\xff").replace(b"\x00", b"")
    if _HTML.match(head):
        return b"<" in head and (b"</" in data[:200_000] or b"/>" in head or b"\x00" in data[:HEAD])
    return len(_HTML_INSIDE.findall(head)) >= 2


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page says it is in."""
    found = _CHARSET.search(data[:HEAD])
    return (found[1] or found[2]).decode("ascii", errors="ignore") if found else None
