"""What every store does, whatever database it is in."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from stemma.errors import AccountError, CaseError
from stemma.model import Layer, Reading, Span
from stemma.model.account import Account, Role
from stemma.model.archive import Arrival, Capture, Deposit
from stemma.model.journal import JournalLine
from stemma.stores import create_store, depositing, open_store, schema
from stemma.stores.packing import pack
from stemma.stores.sql import SqlStore
from tests.factories import make_document

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(address: str) -> Iterator[SqlStore]:
    create_store(address)
    store = open_store(address)
    assert isinstance(store, SqlStore)
    yield store
    store.close()


def deposit(words: str, path: str = "a.txt", **fields: object) -> Deposit:
    arrival = Arrival(path, words.encode("utf-8", "surrogatepass"), NOON)
    bare = Deposit(arrival, Layer(words, "plain/1"), keys=(), seen=())
    return replace(bare, **fields)  # type: ignore[arg-type]


def test_what_was_kept_is_there_when_the_case_is_opened_again(address: str):
    text, blocks = "The dam holds.", (Span(0, 14),)
    layer = Layer(
        text, "html/1", blocks, "Dam", "Herald", authors=("Ana",), published="2024-05-01", url="u", note="odd"
    )
    reading = Reading(make_document("d1", layer.text), (), (), ("a note",))
    create_store(address)
    store = open_store(address)
    held = store.keep(deposit(layer.text, layer=layer, reading=reading, version="v1"))
    assert held is not None
    store.close()
    store = open_store(address)
    assert store.newest() == [held]
    assert store.held(held.sha256) == held
    assert held.layer == layer
    assert store.data(held.sha256) == b"The dam holds."
    kept = store.readings("v1")[held.document]
    assert kept == replace(reading, document=replace(reading.document, path="a.txt"))
    assert store.readings("v2") == {}
    store.close()


def test_the_same_bytes_are_kept_once(store: SqlStore):
    assert store.keep(deposit("The dam holds."))
    assert store.keep(deposit("The dam holds.", "b.txt")) is None
    assert len(store.newest()) == 1


def test_a_newer_layer_takes_the_place_of_the_older_which_stays(store: SqlStore):
    first = store.keep(deposit("Three are missing.", keys=("k",), seen=(None,)))
    assert first
    second = store.keep(deposit("Four are missing.", keys=("k",), seen=(first.id,), into=first.document))
    assert second
    assert (first.number, second.number) == (1, 2)
    assert store.newest() == [second]
    assert store.layers(first.document) == [first, second]
    assert store.find(["k", "other"]) == [second, None]


def test_what_was_decided_on_an_older_state_is_not_kept(store: SqlStore):
    first = store.keep(deposit("Three are missing.", keys=("k",), seen=(None,)))
    assert first
    late = deposit("Four are missing.", keys=("k",), seen=(None,))
    assert store.keep(late) is None
    assert store.held(late.arrival.sha256) is None
    assert store.find(["k"]) == [first]


def test_a_text_that_is_drawn_anew_takes_the_place_of_no_newer_version(store: SqlStore):
    first = store.keep(deposit("Three are missing."))
    assert first
    second = store.keep(deposit("Four are missing.", into=first.document))
    late = deposit("Three are missing.", layer=Layer("3 are missing.", "plain/2"), into=first.document)
    assert store.keep(replace(late, redrawn=first.id)) is None
    assert store.newest() == [second]


def test_documents_come_sorted_by_path(store: SqlStore):
    for path in ("c.txt", "a.txt", "b.txt"):
        store.keep(deposit(path, path))
    assert [held.path for held in store.newest()] == ["a.txt", "b.txt", "c.txt"]


def test_nothing_is_left_of_what_fails_on_the_way(store: SqlStore, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(depositing, "put_reading", fail)
    reading = Reading(make_document("d1", "The dam holds."), (), ())
    with pytest.raises(RuntimeError):
        store.keep(deposit("The dam holds.", reading=reading))
    monkeypatch.undo()
    assert store.newest() == []
    assert list(store.captures()) == []
    assert store.keep(deposit("The dam holds.", reading=reading))


def test_text_that_is_no_valid_unicode_and_holds_zeros_comes_back(store: SqlStore):
    words = "a\x00b\ud800c\U0001f600"
    held = store.keep(deposit(words, layer=Layer(words, "plain/1", title=words)))
    assert held
    assert store.newest() == [held]
    assert store.newest()[0].layer.title == words


def test_each_coming_is_noted_with_its_headers(store: SqlStore):
    headers = (("etag", '"1"'), ("date", "today"))
    held = store.keep(deposit("The dam holds."))
    assert held
    assert store.knows("a.txt", held.sha256)
    assert not store.knows("http://a.example/x", held.sha256)
    store.note(Capture(held.sha256, "http://a.example/x", NOON, headers))
    assert store.knows("http://a.example/x", held.sha256)
    assert [(capture.address, capture.headers) for capture in store.captures()] == [
        ("a.txt", ()),
        ("http://a.example/x", headers),
    ]


def test_a_long_address_is_an_address(store: SqlStore):
    address = "http://a.example/" + "x" * 20_000
    held = store.keep(deposit("The dam holds.", address, keys=(address,), seen=(None,)))
    assert held
    assert store.knows(address, held.sha256)
    store.set_mark(address, "1")
    assert store.mark(address) == "1"


def test_the_journal_takes_each_line_once_and_in_order(store: SqlStore):
    lines = [JournalLine.of(NOON, "ana", "note", f'{{"n": {n}}}') for n in (3, 1, 2)]
    assert store.write(lines[:2]) == 2
    assert store.write(lines) == 1
    assert list(store.lines()) == lines


@pytest.mark.parametrize("change", [delete(schema.journal), update(schema.journal).values(who="eve")])
def test_the_journal_is_never_changed(store: SqlStore, change):
    store.write([JournalLine.of(NOON, "ana", "note", "{}")])
    with pytest.raises(DBAPIError, match="the journal is never changed"), store._writing_engine.begin() as connection:
        connection.execute(change)
    assert [line.who for line in store.lines()] == ["ana"]


def test_what_can_be_computed_again_is_remembered(store: SqlStore):
    names = [f"v{n}" for n in range(1200)]
    store.remember({name: name.encode() for name in names})
    store.remember({"v1": b"other", "w": b"w"})
    assert store.recall([*names, "w", "none"]) == {**{n: n.encode() for n in names}, "v1": b"other", "w": b"w"}


def test_what_is_stale_is_forgotten(store: SqlStore):
    store.remember({"story 1": b"1", "story 2": b"2", "brief": b"b"})
    store.forget("story ", {"story 2"})
    assert store.recall(["story 1", "story 2", "brief"]) == {"story 2": b"2", "brief": b"b"}


def test_a_mark_is_what_was_set_last(store: SqlStore):
    assert store.mark("feed") is None
    store.set_mark("feed", "1")
    store.set_mark("feed", "2")
    assert store.mark("feed") == "2"


def test_a_newer_reading_by_the_same_rules_takes_the_place_of_the_older(store: SqlStore):
    held = store.keep(deposit("The dam holds."))
    assert held
    for note in ("one", "two"):
        store.keep_reading(held, "v1", Reading(make_document("d1", "The dam holds."), (), (), (note,)))
    assert store.readings("v1")[held.document].notes == ("two",)


@pytest.mark.parametrize("packed", [b"x", pack(b"The dam broke.")])
def test_bytes_that_were_changed_are_not_given_out(store: SqlStore, packed: bytes):
    held = store.keep(deposit("The dam holds."))
    assert held
    with store._writing_engine.begin() as connection:
        connection.execute(update(schema.blob).values(packed=packed))
    with pytest.raises(CaseError, match="damaged; take it from your backup"):
        store.data(held.sha256)


def test_a_text_that_was_changed_is_told(store: SqlStore):
    assert store.keep(deposit("The dam holds."))
    with store._writing_engine.begin() as connection:
        connection.execute(update(schema.layer).values(text=b"x"))
    with pytest.raises(CaseError, match="is damaged; take it from your backup"):
        store.newest()


def test_bytes_that_never_came_are_not_given_out(store: SqlStore):
    with pytest.raises(CaseError, match="does not hold the bytes 000000000000…"):
        store.data("0" * 64)


def anyhow(accounts: Sequence[Account]) -> None:
    """Require nothing of who has an account."""


def test_of_two_owners_who_remove_each_other_at_one_moment_one_is_left(store: SqlStore):
    for name in ("ana", "ben"):
        store.keep_account(Account(name, Role.OWNER, "", NOON), said(f"{name} came"), anyhow)
    together = Barrier(2)

    def remove(name: str) -> bool:
        def require(accounts: Sequence[Account]) -> None:
            if [one.name for one in accounts] == [name]:
                raise AccountError("the only owner")

        together.wait(60)
        try:
            return store.drop_account(name, said(f"{name} was removed"), require)
        except AccountError:
            return False

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(remove, ("ana", "ben"))) == [False, True]
    assert len(store.accounts()) == 1


def test_an_account_takes_the_place_of_one_with_its_name_and_the_journal_says_so(store: SqlStore):
    first = Account("Zoë", Role.READER, "$secret$", NOON)
    later = replace(first, role=Role.OWNER)
    store.keep_account(first, said("added"), anyhow)
    store.keep_account(Account("ana", Role.ANALYST, "", NOON), said("added too"), anyhow)
    store.keep_account(later, said("made owner"), anyhow)
    assert [one.name for one in store.accounts()] == ["Zoë", "ana"]
    assert store.accounts()[0] == later
    assert not store.drop_account("nobody", said("taken out"), anyhow)
    assert store.drop_account("Zoë", said("taken out"), anyhow)
    assert [one.name for one in store.accounts()] == ["ana"]
    assert [line.value for line in store.lines()] == ['"added"', '"added too"', '"made owner"', '"taken out"']


def said(words: str) -> JournalLine:
    return JournalLine.of(NOON, "owner", "account", f'"{words}"')
