"""
Which documents hold which words: FTS5 in SQLite, a tsvector with a GIN index in PostgreSQL.

Both are handed words that `stemma.prose.tokens` has folded, and are asked for one word at a time: what stands in a
row, and where, is looked up in the text itself, the same way on both.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select, text

from stemma.prose.tokens import Term, all_tokens
from stemma.stores import schema
from stemma.stores.fetching import newest_layers
from stemma.stores.packing import unpack_text

__all__ = ["holding", "index_layers", "unindexed"]

PART = 10_000
"""Words of a row: PostgreSQL takes a million bytes of them."""
PARTS = 1_000
"""Rows of a layer at most: a row's number in FTS5 is the layer's, times this, and the part's."""


def unindexed(connection: Connection) -> Sequence[int]:
    """Return the newest layers whose words are not in the index yet."""
    there = select(schema.indexed.c.layer)
    return sorted(set(newest_layers(connection)) - set(connection.execute(there).scalars()))


def index_layers(connection: Connection, layers: Sequence[int]) -> None:
    """Put the words of *layers* into the index."""
    table = schema.layer
    for row in connection.execute(select(table.c.id, table.c.text).where(table.c.id.in_(layers))).all():
        words = all_tokens(unpack_text(row.text))
        for part, start in enumerate(range(0, min(len(words), PART * PARTS), PART)):
            _put(connection, row.id, part, words[start : start + PART])
        connection.execute(schema.indexed.insert().values(layer=row.id))


def holding(connection: Connection, terms: Sequence[Term], newest: Mapping[int, str] | None = None) -> set[str]:
    """
    Return the hashes of the bytes of the newest layers that are in the index and hold every word of *terms*.

    Args:
        newest: These hashes by the ids of the layers, where they are known, and all of them in the index.
    """
    if newest is None:
        indexed = set(connection.execute(select(schema.indexed.c.layer)).scalars().all())
        newest = {layer: sha256 for layer, sha256 in newest_layers(connection).items() if layer in indexed}
    found = [_layers(connection, word, is_prefix=is_prefix) for word, is_prefix in _words(terms)]
    layers = set.intersection(*found) if found else newest
    return {newest[layer] for layer in layers if layer in newest}


def _words(terms: Sequence[Term]) -> Iterator[tuple[str, bool]]:
    for term in terms:
        for at, word in enumerate(term.words, 1):
            yield word, term.is_prefix and at == len(term.words)


def _put(connection: Connection, layer: int, part: int, words: Sequence[str]) -> None:
    joined = " ".join(words)
    if _is_server(connection):
        query = text(
            "INSERT INTO word_index (layer, words) VALUES (:layer, array_to_tsvector(string_to_array(:words, ' ')))"
        )
        connection.execute(query, {"layer": layer, "words": joined})
    else:
        query = text("INSERT INTO word_index (rowid, words) VALUES (:number, :words)")
        connection.execute(query, {"number": layer * PARTS + part, "words": joined})


def _layers(connection: Connection, word: str, *, is_prefix: bool) -> set[int]:
    if _is_server(connection):
        query = text("SELECT string_agg(layer::text, ',') FROM word_index WHERE words @@ (:asked)::tsquery")
        return {*_read(connection.execute(query, {"asked": f"'{word}'{':*' if is_prefix else ''}"}).scalar())}
    query = text("SELECT group_concat(rowid) FROM word_index WHERE word_index MATCH :asked")
    found = connection.execute(query, {"asked": f'"{word}"{" *" if is_prefix else ""}'}).scalar()
    return {number // PARTS for number in _read(found)}


def _read(numbers: str | None) -> Iterator[int]:
    """Yield *numbers*, which come as one value: thousands of rows take longer to fetch than to find."""
    return map(int, numbers.split(",")) if numbers else iter(())


def _is_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
