"""Stories told, and written down as rows of the tables."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from stemma.engines.faults import damaged
from stemma.engines.folders import Folder
from stemma.engines.reading import reading_of, refused_table, why
from stemma.engines.schemas import TABLES, as_table
from stemma.model.batch import Refusal, Stage
from stemma.ports import Stages
from stemma.tell.rows import rows_of

__all__ = ["Lot", "counts_of", "folder_of", "lots_of", "tell_lot"]

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Lot:
    """Stories that are told and written down together."""

    name: str
    stories: tuple[tuple[str, date | None, tuple[Row, ...]], ...]
    """Each with its id, the day on which it begins, and its documents as rows of `READ`."""
    broken: Mapping[str, str] = field(default_factory=dict)
    """Why some of them cannot be told, by their ids."""


def lots_of(rows: Iterable[Row]) -> Iterator[Lot]:
    """Yield the lots in *rows*, which are sorted by lot, story and document, each document with its home."""
    for name, lot in groupby(rows, key=lambda row: str(row["name"])):
        yield Lot(name, tuple(_story(list(group)) for _, group in groupby(lot, key=lambda row: row["story"])))


def _story(rows: Sequence[Row]) -> tuple[str, date | None, tuple[Row, ...]]:
    begins = rows[0]["begins"]
    assert begins is None or isinstance(begins, date)
    return str(rows[0]["story"]), begins, tuple(rows)


def tell_lot(lot: Lot, stages: Stages, out: Folder) -> Mapping[str, int]:
    """Tell the stories of *lot*, write their rows under *out*, and return how many there are of each table."""
    written: dict[tuple[str, date | None], list[Mapping[str, object]]] = {}
    refusals: list[Refusal] = []
    for story, begins, rows in lot.stories:
        if story in lot.broken:
            refusals += [Refusal(str(row["path"]), Stage.TELL, lot.broken[story]) for row in rows]
            continue
        try:
            tables = rows_of(stages.tell([reading_of(row) for row in rows]), story)
        except Exception as error:  # one story of millions must not stop the rest, and is not lost: it is set aside
            refusals += [Refusal(str(row["path"]), Stage.TELL, why(error)) for row in rows]
            continue
        tables = {**tables, "originals": [_original(row, story) for row in rows]}
        for table, told in tables.items():
            written.setdefault((table, begins), []).extend(told)
    for (table, begins), told in sorted(written.items(), key=lambda one: (one[0][0], str(one[0][1]))):
        if told:
            of_day = as_table(({**row, "day": begins} for row in told), TABLES[table])
            (out / table / folder_of(begins)).write_rows(f"{lot.name}.parquet", of_day)
    if refusals:
        (out / "_work" / "refused").write_rows(f"{lot.name}.parquet", refused_table(refusals))
    counts = {table: sum(len(told) for (name, _), told in written.items() if name == table) for table in TABLES}
    # Last: where it is, all of the lot is.
    (out / "_work" / "told").write(f"{lot.name}.json", json.dumps(counts).encode())
    return counts


def counts_of(work: Folder, lot: str) -> Mapping[str, int]:
    """Return how many rows a lot has that was told before."""
    try:
        counts: dict[str, int] = json.loads((work / "told").read(f"{lot}.json"))
    except ValueError as error:
        raise damaged((work / "told" / f"{lot}.json").url) from error
    return counts


def folder_of(begins: date | None) -> str:
    """
    Return the name of the folder of the stories that begin on a day.

    Programs make a column of text of it, and all of them the same one: what a program takes for a date, a number or
    nothing differs, and with the names that happen to be there. The date proper is the column ``day``.
    """
    return f"began={begins or 'unknown'}"


def _original(row: Row, story: str) -> Mapping[str, object]:
    data = row["data"]
    assert isinstance(data, bytes)
    kept = {name: row[name] for name in ("id", "sha256", "path", "url", "fetched")}
    return {"story": story, **kept, "data": zlib.decompress(data)}
