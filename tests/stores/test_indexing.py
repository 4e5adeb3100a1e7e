"""The index of words finds the same in both databases."""

from collections.abc import Iterator

import pytest

from stemma.model.archive import Held
from stemma.ports import Store
from stemma.prose.tokens import read_terms
from stemma.stores import create_store, open_store
from tests.stores.test_store import deposit

TEXTS = {
    "a.txt": "The Zelenskyy’s office denied it: 3,000 troops, and café guests.",
    "b.txt": "Office hours are over. DENIAL, said the troops’ guests.",
    "c.txt": 'офис закрыт; \'); DROP TABLE layer; -- \x00 \ud800 "quoted" AND NOT *',
}


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    create_store(address)
    store = open_store(address)
    for path, words in TEXTS.items():
        store.keep(deposit(words, path))
    yield store
    store.close()


def paths(store: Store, query: str) -> list[str]:
    held: dict[str, Held] = {one.sha256: one for one in store.newest()}
    return sorted(held[sha256].path for sha256 in store.holding(read_terms(query)))


def silent(done: int, total: int, path: str) -> None:
    pass


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("office", ["a.txt", "b.txt"]),
        ("ZELENSKYY", ["a.txt"]),
        ("cafe", ["a.txt"]),
        ("den*", ["a.txt", "b.txt"]),
        ("denial", ["b.txt"]),
        ('"guests troops"', ["a.txt", "b.txt"]),
        ("office denied", ["a.txt"]),
        ("офис", ["c.txt"]),
        ("not", ["c.txt"]),
        ("drop' table", ["c.txt"]),
        ("000", ["a.txt"]),
        ("nowhere", []),
    ],
)
def test_a_document_is_found_by_all_its_words(query, found, store):
    assert store.index(silent)
    assert paths(store, query) == found


def test_a_newer_layer_takes_the_place_of_the_older_one(store):
    store.index(silent)
    document = next(one.document for one in store.newest() if one.path == "a.txt")
    store.keep(deposit("The office confirmed it.", "a.txt", into=document))
    assert paths(store, "office") == ["b.txt"]
    assert store.index(silent)
    assert paths(store, "office confirmed") == ["a.txt"]
    assert paths(store, "denied") == []


def test_indexing_twice_changes_nothing(store):
    assert store.index(silent)
    assert store.index(silent)
    assert paths(store, "office") == ["a.txt", "b.txt"]
