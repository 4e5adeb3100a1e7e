"""The columns of the tables that a batch writes."""

import re
from collections.abc import Iterable, Mapping

import pyarrow as pa

__all__ = ["HOMES", "READ", "REFUSED", "TABLES", "WAITING", "as_table"]

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can spell and no table can hold."""

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_PLACE = pa.struct([("document", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
_TEXTS = pa.list_(pa.string())


def _days(name: str) -> list[tuple[str, pa.DataType]]:
    return [(f"{name}_earliest", pa.date32()), (f"{name}_latest", pa.date32())]


_TABLES = {
    "documents": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("path", pa.string()), ("url", pa.string())),
            *(("sha256", pa.string()), ("title", pa.string()), ("outlet", pa.string()), ("authors", _TEXTS)),
            *(("language", pa.string()), *_days("published"), ("published_basis", pa.string())),
            *(("reader", pa.string()), ("text", pa.string()), ("body", pa.list_(_SPAN))),
        ]
    ),
    "attributions": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("document", pa.string()), ("source", pa.string())),
            *(("source_name", pa.string()), ("source_span", _SPAN), ("cue_span", _SPAN)),
            *(("content_spans", pa.list_(_SPAN)), ("content", pa.string()), ("quote", pa.string())),
            *(("narrated", pa.bool_()), ("stance", pa.string()), ("hedges", _TEXTS), *_days("said")),
            *(("via", _TEXTS), ("claim", pa.string())),
        ]
    ),
    "sources": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("name", pa.string()), ("kind", pa.string())),
            *(("role", pa.string()), ("party", pa.string()), ("aliases", _TEXTS)),
        ]
    ),
    "claims": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("text", pa.string()), ("attributions", _TEXTS)),
            *(("outlets", pa.int32()), ("origins_low", pa.int32()), ("origins_high", pa.int32())),
            *(("origins", _TEXTS), ("parties", pa.int32()), ("settle", pa.string())),
            *(("digit", pa.int32()), ("reasons", _TEXTS)),
        ]
    ),
    "derivations": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("document", pa.string()), ("taken_from", pa.string())),
            *(("evidence", pa.string()), ("score", pa.float64()), ("claims", _TEXTS), ("places", pa.list_(_PLACE))),
        ]
    ),
    "figures": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("document", pa.string()), ("span", _SPAN)),
            *(("text", pa.string()), ("low", pa.float64()), ("high", pa.float64()), ("bound", pa.string())),
            *(("unit", pa.string()), ("counts", pa.string()), ("who", pa.string()), ("place", pa.string())),
            *(*_days("counted"), ("per", pa.string()), ("attribution", pa.string()), ("part_of", pa.string())),
        ]
    ),
    "positions": pa.schema(
        [
            *(("story", pa.string()), ("claim", pa.string()), ("actor", pa.string()), ("position", pa.string())),
            *(*_days("taken"), ("evidence", _TEXTS)),
        ]
    ),
    "drift": pa.schema(
        [
            *(("story", pa.string()), ("kind", pa.string()), ("document", pa.string()), ("span", _SPAN)),
            *(("against", _PLACE), ("explanation", pa.string())),
        ]
    ),
    "originals": pa.schema(
        [
            *(("story", pa.string()), ("id", pa.string()), ("sha256", pa.string()), ("path", pa.string())),
            *(("url", pa.string()), ("fetched", pa.string()), ("data", pa.binary())),
        ]
    ),
}
TABLES = {table: columns.insert(1, pa.field("day", pa.date32())) for table, columns in _TABLES.items()}
"""What is written of each story, by table; ``day`` is the one on which the story began."""

REFUSED = pa.schema([("path", pa.string()), ("stage", pa.string()), ("reason", pa.string())])
"""The table of what was set aside."""

READ = pa.schema(
    [
        *(("id", pa.string()), ("sha256", pa.string()), ("path", pa.string()), ("url", pa.string())),
        *(("article", pa.string()), ("fetched", pa.string()), ("day", pa.date32())),
        *(("words", _TEXTS), ("weights", pa.list_(pa.float64()))),
        *(("text", pa.binary()), ("reading", pa.binary()), ("data", pa.binary())),
    ]
)
"""What was read of each document, until its story is told; ``article`` is what its other versions share with it."""

WAITING = {"_work/read": READ, "_work/refused": REFUSED}
"""The folders in which tables wait for the next run."""

HOMES = pa.schema(
    [
        *(("id", pa.string()), ("path", pa.string()), ("story", pa.string()), ("begins", pa.date32())),
        *(("lot", pa.int32()), ("name", pa.string())),
    ]
)
"""Which story each document belongs to, and in which lot of stories that is told."""


def as_table(rows: Iterable[Mapping[str, object]], schema: pa.Schema) -> pa.Table:
    """Return *rows* as a table, with a mark in the place of half a character; offsets stay."""
    given = list(rows)
    try:
        return pa.Table.from_pylist(given, schema)
    except UnicodeEncodeError:  # half a character
        return pa.Table.from_pylist([{name: _whole(value) for name, value in row.items()} for row in given], schema)


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value if value.isascii() else _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return value
