"""Documents from the network: pages, and what feeds and sitemaps lead to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from stemma.case.coming.adding import Settled
from stemma.case.coming.following import FeedState, follow, state_of
from stemma.case.files.drawing import draw
from stemma.case.files.taking import NO_NAMES, arrival_of
from stemma.errors import FetchError, MissingExtraError, UnreadableError
from stemma.intake import items_of, looked_into, unpacked
from stemma.intake.feeds import feeds_named_by
from stemma.intake.sitemaps import Place, places_of_sitemap
from stemma.model.archive import Arrival
from stemma.model.item import Item
from stemma.ports import Store
from stemma.read.forms import Form, form_of

if TYPE_CHECKING:
    from stemma.intake.fetching import Fetched, Fetcher

__all__ = ["MOST_PAGES", "Gathering", "make_fetcher"]

MOST_PAGES = 200
"""New pages that one feed or sitemap may lead to at a time: a day of a large outlet."""
MOST_SITEMAPS = 30
"""Sitemaps that an index may lead to; large sites have one a day for years."""
MOST_PLACES = 50_000
"""Addresses in one sitemap: what the protocol allows."""
_FEEDS = (Form.FEED, Form.JSON_FEED)

Found = Iterator[Arrival | UnreadableError]


@dataclass(slots=True)
class Gathering:
    """
    What is at some addresses, fetched when it is asked for.

    A feed that is met is followed from then on. How far each has been read is written down as its items are
    settled, so that whoever is stopped goes on from there.
    """

    store: Store
    fetcher: "Fetcher"
    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    """Which key of a JSON record holds which part of a document."""
    most: int = MOST_PAGES
    _given: set[str] = field(default_factory=set)
    """The addresses that were asked for, where they led, and what is found there as a file."""
    _leading: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """By the address that a document comes under: its feed and the item that led there, of each that did."""
    _states: dict[str, FeedState] = field(default_factory=dict)
    _answers: "dict[str, Fetched]" = field(default_factory=dict)

    def arrivals(self, urls: Iterable[str]) -> Found:
        """Yield what is at *urls*, and why something cannot be had."""
        for url in urls:
            self._given.add(url)
            try:
                yield from self._at(url)
            except UnreadableError as error:
                yield error
            except MissingExtraError as error:
                yield UnreadableError(url, str(error).removeprefix(f"{_as_file(url)}: "))

    def is_given(self, settled: Settled) -> bool:
        """Tell whether a document is what was asked for itself, not one that a feed or a file led to."""
        return settled.address in self._given

    def note(self, settled: Settled) -> None:
        """Write down that a document has been settled."""
        for feed, item in self._leading.pop(settled.address, ()):
            self._states[feed] = self._states[feed].with_seen([item])
            self._states[feed].keep(self.store, feed)

    def finish(self) -> None:
        """Write down of each feed all of whose items are settled what its server need not send again."""
        waiting = {feed for led in self._leading.values() for feed, _ in led}
        for feed, answer in self._answers.items():
            if feed not in waiting:
                known = answer.known
                replace(self._states[feed], etag=known.etag, modified=known.modified).keep(self.store, feed)

    def _at(self, url: str) -> Found:
        from stemma.intake.fetching import Known

        state = state_of(self.store, url)
        found = self.fetcher.fetch(url, Known(state.etag, state.modified))
        self._given |= {found.url, _as_file(found.url), _as_file(url)}
        if found.is_unchanged:
            follow(self.store, url)  # it may have been followed no longer since
            return
        form = form_of(looked_into(unpacked(BytesIO(found.data))), url)
        if form in _FEEDS:
            follow(self.store, url)
            self._states[url] = state
            yield from self._of_feed(url, found, set(state.seen))
        elif form is Form.SITEMAP:
            yield from self._of_sitemap(found)
        else:
            yield from self._of_page(found)

    def _of_page(self, found: "Fetched") -> Found:
        # Not the address itself: that of one document would then be that of all in it.
        items = items_of(BytesIO(found.data), _as_file(found.url), self.names)
        if items is None:
            yield _article(found)
            return
        for item in items:
            yield item if isinstance(item, UnreadableError) else arrival_of(item)

    def _of_feed(self, url: str, found: "Fetched", seen: set[str]) -> Found:
        items = (_placed(item, found.url) for item in items_of(BytesIO(found.data), _as_file(url)) or ())
        fresh = (item for item in items if isinstance(item, UnreadableError) or _led_to(item) not in seen)
        is_whole = True
        for item in islice(fresh, self.most):
            arrival = item if isinstance(item, UnreadableError) else self._of_item(item)
            if isinstance(arrival, Arrival) and isinstance(item, Item):
                self._leading.setdefault(arrival.address, []).append((url, _led_to(item)))
            is_whole &= isinstance(arrival, Arrival)
            yield arrival
        if is_whole and next(fresh, None) is None:
            self._answers[url] = found

    def _of_item(self, item: Item) -> Arrival | UnreadableError:
        """Return the page that *item* leads to, or itself where that page is closed to us or has no article."""
        if item.url is None:
            return arrival_of(replace(item, path=_led_to(item)))
        itself = replace(arrival_of(item), address=item.url)
        try:
            page = _arrival(self.fetcher.fetch(item.url))
            draw(page.data, page.address)
        except FetchError as error:
            return error if error.is_passing else itself
        except UnreadableError:
            return itself
        return page

    def _of_sitemap(self, found: "Fetched") -> Found:
        pages: list[Place] = []
        waiting, asked = [found], 1
        while waiting:
            sitemap = waiting.pop(0)
            try:
                listed = places_of_sitemap(unpacked(BytesIO(sitemap.data)), sitemap.url)
                places = list(islice(listed, MOST_PLACES))
            except UnreadableError as error:
                yield error
                continue
            pages = _newest([*pages, *(place for place in places if not place.is_sitemap)], self.most)
            for place in _newest([place for place in places if place.is_sitemap], MOST_SITEMAPS - asked):
                asked += 1
                try:
                    waiting.append(self.fetcher.fetch(place.url))
                except UnreadableError as error:
                    yield error
        for place in pages:
            try:
                yield _arrival(self.fetcher.fetch(place.url))
            except UnreadableError as error:
                yield error


def make_fetcher(*, private: bool) -> "Fetcher":
    """
    Return what fetches from the network, from one's own too where *private* is true.

    Raises:
        MissingExtraError: The extra ``fetch`` is not installed.
    """
    try:
        from stemma.intake.fetching import Fetcher, Limits
    except ImportError as error:
        raise MissingExtraError("fetching from the network", "fetch") from error
    return Fetcher(Limits(private=private))


def _article(found: "Fetched") -> Arrival | UnreadableError:
    """Return the page *found*; of one without an article that names its feeds, where these are."""
    feeds = feeds_named_by(found.data, found.url)
    arrival = _arrival(found)
    if feeds:
        try:
            draw(arrival.data, arrival.address)
        except UnreadableError as error:
            return UnreadableError(found.asked, f"{error.reason}; it names a feed: {feeds[0]}")
    return arrival


def _arrival(found: "Fetched") -> Arrival:
    return Arrival(found.url, found.data, found.at, found.headers)


def _as_file(url: str) -> str:
    """Return as what a file of many documents is known that was found at *url*: each in it has no URL of its own."""
    return url.partition("://")[2]


def _placed(item: Item | UnreadableError, base: str) -> Item | UnreadableError:
    """Return *item* with its whole address, where the feed at *base* names it without the host."""
    if isinstance(item, UnreadableError) or item.url is None or "://" in item.url:
        return item
    try:
        return replace(item, url=urljoin(base, item.url))
    except ValueError:
        return replace(item, url=None)


def _led_to(item: Item) -> str:
    """Return by what an item of a feed is known again: where it leads, else its own bytes."""
    return item.url or f"{item.path.partition('#')[0]}#{arrival_of(item).sha256[:12]}"


def _newest(places: Sequence[Place], most: int) -> list[Place]:
    """Return the *most* of *places* that were changed last; those without a day in their order, behind."""
    ordered = sorted(places, key=lambda place: place.changed or "", reverse=True)
    return ordered[: max(0, most)]
