"""The stories of a case that were asked for last, kept in memory."""

import os
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from stemma.case.shelf.telling import as_case_tells, load_story
from stemma.errors import UnknownError
from stemma.model import Brief
from stemma.ports import Shelf

__all__ = ["Loaded"]

LEAST_ROOM = 400_000_000
MOST_ROOM = 2_000_000_000
"""Bytes that stories take together: ten thousand reports of the press, all of them."""
PART = 8
"""Of this machine's memory stories may take one part in so many, within these bounds."""
SPREAD = 4
"""Bytes that the values of a story take in memory for each character that it is written down with."""


@dataclass(slots=True)
class _Kept:
    alone: Brief
    """As the story by itself would tell it: the same until its documents, our rules or its judgements change."""
    size: int
    state: str
    """Of the case, in which it is told as follows."""
    told: Brief


class Loaded:
    """
    The stories that were asked for last, as many as there is room for; several threads may ask at once.

    A story is loaded by one thread, whoever else asks for it, and no two at a time: both would be done no sooner.
    """

    def __init__(self, shelf: Shelf, most: int | None = None) -> None:
        self._shelf, self._most = shelf, most or _room()
        self._stories: OrderedDict[str, _Kept] = OrderedDict()
        self._size = 0
        self._keys: tuple[str, dict[str, str]] = "", {}
        """Of a state of the case, keys of stories by their ids."""
        self._lock, self._loading = Lock(), Lock()

    @property
    def has_room(self) -> bool:
        """Whether another story of usual size fits in beside those that are there."""
        return self._size < self._most * 9 // 10

    def story(self, id: str, state: str | None = None) -> Brief:
        """
        Return a story as the case tells it now.

        Args:
            id: Of the story.
            state: Of the case, where it was asked for just now.

        Raises:
            UnknownError: There is none with this id.
        """
        state = self._shelf.state() if state is None else state
        key = self._key(id, state)
        kept = self._find(key)
        if kept is None or kept.state != state:
            with self._loading:
                kept = self._find(key)
                if kept is None or kept.state != state:
                    kept = self._told(id, state, kept)
                    self._put(key, kept)
        return kept.told

    def _key(self, id: str, state: str) -> str:
        """Return by what the story is known in this *state* of the case."""
        known, keys = self._keys
        if known != state or not state or id not in keys:
            key = self._shelf.key(id)
            if key is None:
                raise UnknownError("story", id)
            if known != state:
                self._keys = known, keys = state, {}
            keys[id] = key
        return keys[id]

    def _told(self, id: str, state: str, kept: _Kept | None) -> _Kept:
        alone, size = (kept.alone, kept.size) if kept else load_story(self._shelf, id)
        told = as_case_tells(alone, self._shelf)
        if kept and (told.sources, told.rulings) == (kept.told.sources, kept.told.rulings):
            told = kept.told  # so that what was laid out of it stays
        return _Kept(alone, size, state, told)

    def _find(self, key: str) -> _Kept | None:
        with self._lock:
            if key in self._stories:
                self._stories.move_to_end(key)
            return self._stories.get(key)

    def _put(self, key: str, kept: _Kept) -> None:
        with self._lock:
            before = self._stories.pop(key, None)
            self._stories[key] = kept
            self._size += kept.size * SPREAD - (before.size * SPREAD if before else 0)
            while self._size > self._most and self._stories:
                _, gone = self._stories.popitem(last=False)
                self._size -= gone.size * SPREAD


def _room() -> int:
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # a system that does not tell
        return LEAST_ROOM
    return min(max(LEAST_ROOM, memory // PART), MOST_ROOM)
