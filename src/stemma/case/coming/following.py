"""The feeds that a case follows, and how far each has been read."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from getpass import getuser

from stemma.model.journal import JournalLine
from stemma.ports import Store

__all__ = ["FeedState", "feeds_of", "follow", "state_of", "unfollow"]

KIND = "feed"
"""Of lines of the journal."""
MOST_SEEN = 5_000
"""Items of a feed that are remembered; a feed lists some hundred at a time."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How far a feed has been read."""

    etag: str | None = None
    modified: str | None = None
    seen: tuple[str, ...] = ()
    """Where its items lead that were taken, oldest first."""

    def with_seen(self, items: Iterable[str]) -> "FeedState":
        """Return the state once *items* are taken too."""
        return replace(self, seen=tuple(dict.fromkeys((*self.seen, *items)))[-MOST_SEEN:])

    def keep(self, store: Store, url: str) -> None:
        """Write it down as the state of the feed at *url*."""
        store.set_mark(_mark(url), json.dumps([self.etag, self.modified, self.seen]))


def state_of(store: Store, url: str) -> FeedState:
    """Return how far the feed at *url* has been read."""
    written = store.mark(_mark(url))
    if written is None:
        return FeedState()
    etag, modified, seen = json.loads(written)
    return FeedState(etag, modified, tuple(seen))


def feeds_of(store: Store) -> Sequence[str]:
    """Return the addresses of the feeds that are followed, sorted."""
    followed: dict[str, bool] = {}
    for line in sorted((line for line in store.lines() if line.kind == KIND), key=lambda line: line.at):
        url, is_followed = json.loads(line.value)
        followed[url] = is_followed
    return sorted(url for url, is_followed in followed.items() if is_followed)


def follow(store: Store, url: str) -> None:
    """Follow the feed at *url* from now on."""
    if url not in feeds_of(store):
        _write(store, url, is_followed=True)


def unfollow(store: Store, url: str) -> bool:
    """Follow the feed at *url* no longer, and tell whether it was followed."""
    is_followed = url in feeds_of(store)
    if is_followed:
        _write(store, url, is_followed=False)
    return is_followed


def _write(store: Store, url: str, *, is_followed: bool) -> None:
    value = json.dumps([url, is_followed])
    store.write([JournalLine.of(datetime.now(UTC), _user(), KIND, value)])


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a container may know its user by a number alone
        return "somebody"


def _mark(url: str) -> str:
    return f"feed {url}"
