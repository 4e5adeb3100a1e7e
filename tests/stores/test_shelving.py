"""Told stories on a shelf, whatever database it is in."""

from collections.abc import Callable, Collection, Iterator, Sequence

import pytest

from stemma.model import Source, SourceKind, Span
from stemma.model.shelf import Counts, Found, Kept, Named, Row, RowKind, Settled, Sought, Voice, write_kept
from stemma.ports import Shelf
from stemma.stores import create_store, open_store

SETTLED = Settled("settled", "", {})
WORDS = ("Éclair", "apple", "Zebra", "zebra crossing", "a\u200bb", "10 % of a_b")


@pytest.fixture
def shelf(address: str) -> Iterator[Shelf]:
    create_store(address)
    store = open_store(address)
    yield store.shelf
    store.close()


def kept(name: str, *rows: Row, said: int = 1) -> Kept:
    voice = Voice(Source("s1", f"Ana {name}", SourceKind.PERSON), said, 1, said)
    found = Found(f"d{name}", f"{name}" * 64, 7, {f"a{name}": None}, {f"f{name}": "t1"}, {Span(0, 3): "s1"})
    return Kept(name * 64, f"d{name}", Counts(documents=1), f'["{name}"]', f'["{name}"]', rows, (voice,), (found,))


def claim(id: str, *place: int | str) -> Row:
    return Row(RowKind.CLAIM, id, place, words=str(place[-1]), value=f'"{id}"')


def name(heard: Sequence[tuple[str, Voice]]) -> Named:
    said = sum(voice.attributions for _, voice in heard)
    names = sorted(voice.source.name for _, voice in heard)
    return Named((-said, names[0]), said, names[0], f'["{", ".join(names)}", {said}]')


def put(shelf: Shelf, *stories: Kept, settle: Callable[[Shelf], Settled] = lambda shelf: SETTLED) -> set[str]:
    """Let there be *stories*, and return the ids of those that are new."""
    known, new = shelf.keys(), set[str]()

    def settling(inner: Shelf, told: Collection[str]) -> Settled:
        new.update(told)
        return settle(inner)

    shelf.wait({one.key: write_kept(one) for one in stories if one.key not in known})
    assert shelf.put({one.key for one in stories}, name, settling)
    return new


def test_a_list_is_in_the_order_of_its_places_whatever_the_database_sorts_by(shelf: Shelf):
    put(shelf, kept("1", *(claim(f"c{at}", -at % 2, word) for at, word in enumerate(WORDS))))
    expected = sorted((-at % 2, word, f"c{at}") for at, word in enumerate(WORDS))
    assert list(shelf.rows(Sought(RowKind.CLAIM))) == [f'"{id}"' for *_, id in expected]
    assert list(shelf.numbers(RowKind.CLAIM, [f"c{at}" for at in range(6)])) == [id for *_, id in expected]
    assert list(shelf.rows(Sought(RowKind.CLAIM, start=2, count=2))) == [f'"{id}"' for *_, id in expected[2:4]]


def test_what_is_sought_is_found_in_any_case_and_as_it_stands(shelf: Shelf):
    put(shelf, kept("1", *(claim(f"c{at}", word) for at, word in enumerate(WORDS))))
    for words, ids in ((("éCLAIR",), ["c0"]), (("ZEBRA", "cross"), ["c3"]), (("10 %", "a_b"), ["c5"]), (("%p",), [])):
        assert [id for id, _, _ in shelf.places(Sought(RowKind.CLAIM, words=words))] == ids
        assert shelf.count(Sought(RowKind.CLAIM, words=words)) == len(ids)


def test_stories_that_are_gone_take_with_them_all_that_was_theirs(shelf: Shelf):
    assert put(shelf, kept("1", claim("c1", 1)), kept("2", claim("c2", 2), said=3)) == {"d1", "d2"}
    assert shelf.home("c1") == shelf.home("a1") == shelf.home("f1") == "d1"
    assert list(shelf.heard_in("s1")) == ["d2", "d1"]
    assert list(shelf.sources()) == ['["Ana 1, Ana 2", 4]']
    assert put(shelf, kept("2", claim("c2", 2), said=3)) == set()
    assert shelf.home("c1") is shelf.home("a1") is None
    assert list(shelf.sources()) == ['["Ana 2", 3]']
    assert list(shelf.stories()) == ["d2"]
    assert shelf.found(["1" * 64]) == []
    (found,) = shelf.found(["2" * 64])
    assert found == kept("2").found[0]


def test_a_story_that_is_neither_there_nor_waits_changes_nothing(shelf: Shelf):
    put(shelf, kept("1"))
    assert not shelf.put({"1" * 64, "3" * 64}, name, lambda shelf, told: SETTLED)
    assert list(shelf.stories()) == ["d1"]


def test_what_follows_from_all_stories_is_there_with_them(shelf: Shelf):
    assert shelf.state() == ""
    question = Row(RowKind.QUESTION, "q1", (0, "q1"), value='"q1"')
    put(shelf, kept("1"), settle=lambda inner: Settled("now", "said", {"d1": [question]}))
    assert (shelf.state(), shelf.about()) == ("now", "said")
    assert list(shelf.rows(Sought(RowKind.QUESTION, story="d1"))) == ['"q1"']


def test_whoever_reads_while_stories_are_put_has_all_as_it_was(shelf: Shelf):
    put(shelf, kept("1"), settle=lambda inner: Settled("first", "", {}))
    seen: list[tuple[Sequence[str], str]] = []

    def settle(inner: Shelf) -> Settled:
        seen.extend((list(one.stories()), one.state()) for one in (inner, shelf))
        return Settled("second", "", {})

    put(shelf, kept("2"), settle=settle)
    assert seen == [(["d2"], "first"), (["d1"], "first")]
    assert (list(shelf.stories()), shelf.state()) == (["d2"], "second")


def test_stories_are_as_they_were_where_it_is_not_found_out_what_follows(shelf: Shelf):
    put(shelf, kept("1"))

    def stopping(inner: Shelf) -> Settled:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(shelf, kept("2"), settle=stopping)
    assert (list(shelf.stories()), shelf.state()) == (["d1"], SETTLED.state)
    assert put(shelf, kept("2")) == {"d2"}
