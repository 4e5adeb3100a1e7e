"""Which document is of which story, and which stories are told together."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import groupby
from zlib import crc32

import pyarrow as pa

from stemma.engines.reading import unpacked
from stemma.engines.schemas import HOMES
from stemma.model.batch import Refusal, Stage
from stemma.part import Keys, part
from stemma.ports import BatchProgress
from stemma.read import are_editions

__all__ = ["Homes", "part_documents", "part_rows", "refuse_copies", "refuse_versions"]

LOT = 32
"""
Documents in a lot, on average: some seconds of work.

With 128, 600 documents were four lots and two cores went at 1.3 times the pace of one; more makes files larger.
"""
MOST_IN_LOT = 4 * LOT
LOOKED_BACK = 16
"""Other articles under one address that a version is looked for among: what stands under more is a wrong address."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is asked of all that was read."""

    columns: tuple[str, ...]
    """Those of `READ` that it looks at: texts weigh the most by far, and only what is named is read from the disk."""
    sql: str
    """Of DuckDB and of Spark alike; what was read is ``read``."""


_FIRSTS = "SELECT id, min(path) AS path FROM read GROUP BY id"
COPIES = Statement(
    ("id", "path"),
    """
    SELECT path, first FROM (
        SELECT path, first_value(path) OVER same AS first, row_number() OVER same AS copy
        FROM read WINDOW same AS (PARTITION BY id ORDER BY path)
    ) WHERE copy > 1 ORDER BY path
    """,
)
"""What came several times, with the path under which the same bytes came first."""
VERSIONS = Statement(
    ("id", "path", "article", "fetched", "day", "text"),
    f"""
    WITH versions AS (
        SELECT * FROM (
            SELECT read.id, read.path, article, fetched, day, count(*) OVER (PARTITION BY article) AS several
            FROM read JOIN ({_FIRSTS}) AS firsts ON read.id = firsts.id AND read.path = firsts.path
            WHERE article IS NOT NULL
        ) WHERE several > 1
    )
    SELECT versions.article, versions.id, versions.path, text
    FROM versions JOIN read ON versions.id = read.id AND versions.path = read.path
    ORDER BY versions.article, versions.fetched DESC NULLS LAST, versions.day DESC NULLS LAST, versions.id
    """,
)
"""What came from one address in several forms, the newest first; the texts of all that came once stay on the disk."""
FOUND_BY = Statement(
    ("id", "path", "day", "words", "weights"),
    f"""
    SELECT read.id, read.path, day, words, weights
    FROM read JOIN ({_FIRSTS}) AS firsts
        ON read.id IS NOT DISTINCT FROM firsts.id AND read.path IS NOT DISTINCT FROM firsts.path
    """,
)
"""By what each document is found, in no order. A row without id or path, which is none of ours, is not lost."""

Row = Mapping[str, object]


@dataclass(slots=True)
class Homes:
    """What was parted."""

    rows: pa.Table
    """As `HOMES`."""
    stories: int
    refusals: list[Refusal] = field(default_factory=list)


def refuse_copies(rows: Iterable[Row]) -> Iterator[Refusal]:
    """Yield a word on each row of `COPIES`."""
    for row in rows:
        yield Refusal(str(row["path"]), Stage.PART, f"the same bytes as {row['first']}")


def refuse_versions(rows: Iterable[Row]) -> Iterator[tuple[str, Refusal]]:
    """
    Yield the id of each document that is an earlier version of another, with a word on it; *rows* are of `VERSIONS`.

    Other articles under one address are documents of their own.
    """
    for _, group in groupby(_once(rows), key=lambda row: row["article"]):
        newest: deque[tuple[str, str]] = deque(maxlen=LOOKED_BACK)
        for row in group:
            here = unpacked(row["text"])
            kept = next((path for path, other in newest if are_editions(other, here)), None)
            if kept is None:
                newest.append((str(row["path"]), here))
            else:
                yield str(row["id"]), Refusal(str(row["path"]), Stage.PART, f"an earlier version of {kept}")


def part_rows(ask: Callable[[Statement], Iterable[Row]], edition: str, progress: BatchProgress) -> Homes:
    """
    Put all that was read to stories, copies and earlier versions left out.

    Args:
        ask: Gives the rows that a statement leads to.
        edition: Of the rules that stories are told by.
        progress: Is told of each document that is looked at.
    """
    copies = list(refuse_copies(ask(COPIES)))
    earlier = dict(refuse_versions(ask(VERSIONS)))
    homes = part_documents(_watched(_once(ask(FOUND_BY)), progress), earlier.keys(), edition)
    homes.refusals += [*copies, *earlier.values()]
    if homes.refusals:
        progress.done(Stage.ASIDE, len(homes.refusals))
    return homes


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the first row of each id: the same bytes may have come twice under one path, too."""
    seen = set[object]()
    for row in rows:
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def _watched(rows: Iterable[Row], progress: BatchProgress) -> Iterator[Row]:
    for row in rows:
        progress.done(Stage.PART, 1)
        yield row


def part_documents(rows: Iterable[Row], left_out: Collection[str], edition: str) -> Homes:
    """
    Put each document to its story, and the stories into lots.

    Args:
        rows: Of `FOUND_BY`, each document once.
        left_out: Ids of documents that have no part in it.
        edition: Of the rules that stories are told by.
    """
    known: dict[str, tuple[str, date | None]] = {}

    def found_by() -> Iterator[Keys]:
        for row in rows:
            keys = _keys(row)
            if keys.document not in left_out:
                known[keys.document] = (str(row["path"]), keys.day)
                yield keys

    stories: list[_Story] = sorted(
        ((_begins(story, known), story) for story in part(found_by())), key=lambda one: one[0][0]
    )
    largest_first = sorted(_lots(stories), key=_size, reverse=True)  # no worker begins a long one when all else is done
    lots = [_rows(number, lot, known, edition) for number, lot in enumerate(largest_first)]
    return Homes(pa.Table.from_batches(lots, HOMES), len(stories))


_Begun = tuple[tuple[bool, date, str], date | None, str]
_Story = tuple[_Begun, tuple[str, ...]]


def _keys(row: Row) -> Keys:
    words, weights, day = row["words"], row["weights"], row["day"]
    if not isinstance(words, Iterable) or not isinstance(weights, Iterable):
        raise pa.ArrowInvalid("a row of what was read has no words")
    assert day is None or isinstance(day, date)
    return Keys(str(row["id"]), day, tuple(zip(words, weights, strict=True)))


def _begins(story: Sequence[str], known: Mapping[str, tuple[str, date | None]]) -> _Begun:
    """Return by what stories are ordered, the day on which this one begins, and its first document, its name."""
    first = min(story, key=lambda id: (known[id][1] or date.max, id))
    day = known[first][1]
    return (day is None, day or date.max, first), day, first


def _lots(stories: Iterable[_Story]) -> Iterator[list[_Story]]:
    """Yield stories that are told together; where a lot ends, its last story says: one more moves no other lot."""
    lot: list[_Story] = []
    documents = 0
    for story in stories:
        if lot and len(story[1]) >= LOT:  # it is work enough by itself
            yield lot
            lot, documents = [], 0
        lot.append(story)
        documents += len(story[1])
        if documents >= MOST_IN_LOT or len(story[1]) >= LOT or any(crc32(id.encode()) % LOT == 0 for id in story[1]):
            yield lot
            lot, documents = [], 0
    if lot:
        yield lot


def _size(lot: Iterable[_Story]) -> int:
    return sum(len(documents) for _, documents in lot)


def _rows(
    number: int, lot: Iterable[_Story], known: Mapping[str, tuple[str, date | None]], edition: str
) -> pa.RecordBatch:
    """Return what is known of each document of *lot*, as `HOMES`."""
    told = {"lot": number, "name": _name(lot, known, edition)}
    rows = [
        {"id": id, "path": known[id][0], "story": first, "begins": begins, **told}
        for (_, begins, first), story in lot
        for id in story
    ]
    return pa.RecordBatch.from_pylist(rows, HOMES)


def _name(lot: Iterable[_Story], known: Mapping[str, tuple[str, date | None]], edition: str) -> str:
    digest = sha256(edition.encode())
    for _, story in lot:
        for id in story:
            digest.update(f"\0{id}\0{known[id][0]}".encode("utf-8", "surrogatepass"))
        digest.update(b"\1")
    return digest.hexdigest()[:32]
