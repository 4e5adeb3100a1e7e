"""Stories kept in memory: loaded once, told anew where the case says something else of them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest

from stemma.case.shelf import loading
from stemma.case.shelf.loading import Loaded
from stemma.errors import UnknownError
from stemma.model import Brief
from tests.factories import ferry_fire

SIZE = 100


class FakeShelf:
    """A shelf of stories that are known by their ids."""

    def __init__(self, *stories: str) -> None:
        self.told, self.now = list(stories), "first"

    def state(self) -> str:
        return self.now

    def key(self, story: str) -> str | None:
        return f"key of {story}" if story in self.told else None


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the stories that were loaded, in order; each brief is told with its own name by the case."""
    loaded: list[str] = []

    def load(shelf: FakeShelf, id: str) -> tuple[Brief, int]:
        loaded.append(id)
        return replace(ferry_fire()), SIZE

    monkeypatch.setattr(loading, "load_story", load)
    monkeypatch.setattr(loading, "as_case_tells", lambda brief, shelf: replace(brief))
    return loaded


def test_a_story_is_loaded_once_whoever_asks(loads: list[str]):
    stories = Loaded(FakeShelf("a"))
    assert stories.story("a") is stories.story("a")
    assert loads == ["a"]


def test_those_who_ask_at_once_wait_for_one_loading(monkeypatch: pytest.MonkeyPatch, loads: list[str]):
    begun, goes_on, load = Event(), Event(), loading.load_story

    def slow(shelf: FakeShelf, id: str) -> tuple[Brief, int]:
        begun.set()
        assert goes_on.wait(60)
        return load(shelf, id)

    monkeypatch.setattr(loading, "load_story", slow)
    stories = Loaded(FakeShelf("a"))
    with ThreadPoolExecutor(5) as crowd:
        asked = [crowd.submit(stories.story, "a") for _ in range(5)]
        assert begun.wait(60)
        goes_on.set()
        assert len({id(one.result()) for one in asked}) == 1
    assert loads == ["a"]


def test_a_judgement_on_another_story_leaves_this_one_as_it_was(loads: list[str]):
    shelf = FakeShelf("a")
    stories = Loaded(shelf)
    before = stories.story("a")
    shelf.now = "second"
    assert stories.story("a") is before
    assert loads == ["a"]


def test_a_story_that_the_case_tells_otherwise_is_named_anew_without_loading_it(
    monkeypatch: pytest.MonkeyPatch, loads: list[str]
):
    shelf = FakeShelf("a")
    stories = Loaded(shelf)
    assert stories.story("a").sources
    shelf.now = "second"
    monkeypatch.setattr(loading, "as_case_tells", lambda brief, shelf: replace(brief, sources=()))
    assert stories.story("a").sources == ()
    assert loads == ["a"]


def test_where_there_is_no_more_room_the_story_that_nobody_asked_for_longest_goes(loads: list[str]):
    stories = Loaded(FakeShelf("a", "b", "c"), most=2 * SIZE * loading.SPREAD)
    for id in ("a", "b", "a", "c", "a", "b"):
        stories.story(id)
    assert loads == ["a", "b", "c", "b"]
    assert not stories.has_room


def test_a_story_that_is_not_there_is_said(loads: list[str]):
    shelf = FakeShelf("a")
    stories = Loaded(shelf)
    stories.story("a")
    shelf.told, shelf.now = [], "second"
    for id in ("a", "b"):
        with pytest.raises(UnknownError, match="story"):
            stories.story(id)
