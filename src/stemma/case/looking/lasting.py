"""What was found out of a case, kept for as long as nothing in it changes."""

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Lasting"]

Key = TypeVar("Key")
Found = TypeVar("Found")


class Lasting(Generic[Key, Found]):
    """What is found out once in a state of a case; several threads may ask at once, and may then both find it out."""

    def __init__(self, state: Callable[[], str], find: Callable[[Key], Found]) -> None:
        """
        Keep what *find* finds.

        Args:
            state: Tells what all that is told follows from; empty where that is not known.
            find: Finds it; None is not kept.
        """
        self._state, self._find = state, find
        self._known: tuple[str, dict[Key, Found]] = "", {}

    def get(self, key: Key) -> Found:
        """Return what is found."""
        state = self._state()
        known, found = self._known
        if known != state or not state:
            self._known = state, found = state, {}
        if key in found:
            return found[key]
        made = self._find(key)
        if made is not None:
            found[key] = made
        return made

    def known(self, key: Key) -> Found | None:
        """Return what was found out in the state of now; None where nobody has asked for it yet."""
        state = self._state()
        known, found = self._known
        return found.get(key) if state and known == state else None
