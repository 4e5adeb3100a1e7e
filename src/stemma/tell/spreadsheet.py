"""CSV (RFC 4180) that no spreadsheet runs."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Cell", "as_rows", "guarded", "unguarded"]

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet may take for a formula, https://owasp.org/www-community/attacks/CSV_Injection, with and without
the guard, so that a guard can be told from an apostrophe of the text."""

Cell = str | int | None


def as_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], *, has_header: bool) -> str:
    """Return *rows* as CSV, after a row with the names of the *columns* where *has_header*."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    if has_header:
        writer.writerow(columns)
    for cells in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in map(cells.__getitem__, columns)])
    return sheet.getvalue()


def guarded(cell: str) -> str:
    """Return *cell* so that no spreadsheet runs it: an apostrophe goes before what begins like a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what *cell* held before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
