"""The log of a case: each judgement with who gave it, when, and what has become of it."""

from collections.abc import Collection, Mapping, Sequence

from stemma.model.anchor import anchor_record
from stemma.model.ruling import Fate, Told
from stemma.tell.judged import judged_in_words
from stemma.tell.layout import Ink, Run, clean, paint
from stemma.tell.records import JSON, as_lines
from stemma.tell.sheet import Sheet, faint
from stemma.tell.spreadsheet import Cell, as_rows

__all__ = ["COLUMNS", "log_as_csv", "log_as_json_lines", "log_as_terminal"]

VERSION = "log/1"
COLUMNS = ("number", "id", "at", "by", "verb", "says", "value", "fate", "reason", "withdrawn_by", "against")
_INKS = {Fate.CONFLICT: Ink.BAD, Fate.LOST: Ink.LOUD, Fate.WITHDRAWN: Ink.FAINT, Fate.REPLACED: Ink.FAINT}


def log_as_terminal(
    log: Sequence[Told], width: int = 80, *, only: Collection[str] | None = None, color: bool = False
) -> str:
    """Return *log*, or the judgements with the ids *only*, as text of at most *width* columns, the first one first."""
    sheet = Sheet(width)
    numbers = {told.judgement.id: str(told.number) for told in log}
    for told in log if only is None else [told for told in log if told.judgement.id in only]:
        one = told.judgement
        says = judged_in_words(one).replace(one.value, numbers.get(one.value, one.value) if one.value else "")
        when = f"{one.at:%Y-%m-%d %H:%M}"
        sheet.write(
            Run(f"{clean(one.by)} ", Ink.SOURCE), f"{says} ", *_fate(told, numbers), faint(f" {when}"),
            first=Run(f"{told.number:>4}  ", Ink.FAINT), rest=" " * 6,
        )  # fmt: skip
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)


def log_as_json_lines(log: Sequence[Told]) -> str:
    """Return each judgement of *log* as one line, with all that it speaks of."""
    return as_lines(map(_record, log))


def log_as_csv(log: Sequence[Told]) -> str:
    """Return *log* as CSV, after a row with the names of its columns."""
    return as_rows(COLUMNS, map(_cells, log), has_header=True)


def _fate(told: Told, numbers: Mapping[str, str]) -> list[Run]:
    if told.fate is Fate.STANDS:
        return []
    more = f" by {clean(told.withdrawn_by)}" if told.withdrawn_by else ""
    if told.ruling and told.ruling.against:
        more = f" with {', '.join(numbers.get(id, id) for id in told.ruling.against)}"
    elif told.ruling and told.ruling.reason:
        more = f": {told.ruling.reason}"
    return [Run(f"[{told.fate}{more}]", _INKS[told.fate])]


def _record(told: Told) -> Mapping[str, JSON]:
    one, ruling = told.judgement, told.ruling
    about: JSON = [_json(anchor_record(anchor)) for anchor in one.about]
    return {
        "stemma": VERSION,
        "number": told.number,
        "id": one.id,
        "at": one.at.isoformat(),
        "by": one.by,
        "verb": one.verb,
        "value": one.value,
        "says": judged_in_words(one, is_short=False),
        "about": about,
        "fate": told.fate,
        "reason": ruling.reason if ruling else "",
        "found": [*ruling.found] if ruling else [],
        "against": [*ruling.against] if ruling else [],
        "withdrawn_by": told.withdrawn_by,
    }


def _json(value: object) -> JSON:
    """Return *value*, which the model wrote, as the JSON that it is."""
    if isinstance(value, Mapping):
        return {str(key): _json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    return value if isinstance(value, str | int | None) else str(value)


def _cells(told: Told) -> Mapping[str, Cell]:
    one, ruling = told.judgement, told.ruling
    return {
        "number": told.number,
        "id": one.id,
        "at": one.at.isoformat(),
        "by": one.by,
        "verb": one.verb,
        "says": judged_in_words(one, is_short=False),
        "value": one.value,
        "fate": told.fate,
        "reason": ruling.reason if ruling else "",
        "withdrawn_by": told.withdrawn_by,
        "against": "; ".join(ruling.against) if ruling else "",
    }
