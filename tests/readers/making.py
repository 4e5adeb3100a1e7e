"""Files of each format, made of a few lines."""

import io
import zipfile
from collections.abc import Sequence

__all__ = ["make_docx", "make_letter", "make_pdf", "make_zip"]

LINES = (
    "The mayor of Orvane said on Friday that the old dam above the town would be",
    "watched day and night, after inspectors found cracks in two of its pil-",
    "lars.",
    "About 12,000 people live below the dam, according to the roads department,",
    "which has asked drivers to keep away.",
)


def make_pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with one line of text below the other."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -14 Td " if line else "0 -14 Td " for line in lines)
        drawn = f"BT /F1 11 Tf 60 760 Td {shown} ET".encode("cp1252")
        page = f"/Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 800]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    data, offsets = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(data))
    )


def make_docx(title: str | None, *paragraphs: str, cells: Sequence[str] = ()) -> bytes:
    """A DOCX with a title, paragraphs, and a table of one row."""
    import docx

    document = docx.Document()
    if title:
        document.add_heading(title, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        table = document.add_table(rows=1, cols=len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def make_zip(**files: bytes) -> bytes:
    """A ZIP archive; a name's double underscore is a slash, a single one before its end a stop."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()


def make_letter(*lines: str) -> bytes:
    """A message from its lines, as mail writes them."""
    return "\r\n".join(lines).encode()
