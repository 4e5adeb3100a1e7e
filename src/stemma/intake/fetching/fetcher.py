"""Pages, feeds and sitemaps from the network, politely."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from stemma import __version__
from stemma.errors import FetchError
from stemma.intake.fetching.asking import Answer, BrokenError, ask, origin_of
from stemma.intake.fetching.limits import USUAL, Limits
from stemma.intake.fetching.robots import AGENT, Robots

__all__ = ["Fetched", "Fetcher", "Known"]

_BUSY = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED, _FOUND, _GONE = 304, 200, frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 451})


@dataclass(frozen=True, slots=True)
class Known:
    """By what a server tells whether anything has changed since."""

    etag: str | None = None
    modified: str | None = None


_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found at an address."""

    asked: str
    url: str
    """Where it was found, behind all redirects."""
    data: bytes
    at: datetime
    headers: tuple[tuple[str, str], ...]
    is_unchanged: bool = False
    """Nothing came, for what is known is still true."""

    @property
    def known(self) -> Known:
        """What to say next time, so that the server need not send the same again."""
        told = dict(reversed(self.headers))
        return Known(told.get("etag"), told.get("last-modified"))


class Fetcher:
    """Asks one host one thing at a time, no more often than it likes, and nothing that its robots.txt forbids."""

    def __init__(self, limits: Limits = USUAL, sleep: Callable[[float], None] = time.sleep) -> None:
        """Keep within *limits*; wait by *sleep*."""
        self._limits, self._sleep = limits, sleep
        self._robots = Robots(self._robots_file)
        self._last: dict[str, float] = {}

    def fetch(self, url: str, known: Known = _NOTHING) -> Fetched:
        """
        Return what is at *url*, or that it is the same as what is *known*.

        Raises:
            FetchError: Nothing is found there, or it may not be fetched, or not now.
        """
        headers = _headers()
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.modified:
            headers["If-Modified-Since"] = known.modified
        try:
            found, answer = self._follow(url, headers, minds_robots=True)
        except BrokenError as error:
            reason = f"{error}; tried {self._limits.tries} times, so try again later"
            raise FetchError(url, reason, is_passing=True) from error
        except FetchError as error:
            if error.path == url:
                raise
            raise FetchError(url, f"leads to {error}", is_passing=error.is_passing) from error
        if known == _NOTHING or answer.status != _UNCHANGED:
            _refuse(url, answer)
        return Fetched(url, found, answer.data, datetime.now(UTC), answer.headers, answer.status == _UNCHANGED)

    def _robots_file(self, url: str) -> Answer:
        return self._follow(url, _headers(), minds_robots=False)[1]

    def _follow(self, url: str, headers: dict[str, str], *, minds_robots: bool) -> tuple[str, Answer]:
        """Return where the redirects from *url* end, and the answer there; each step minds the rules of its host."""
        place = url
        for _ in range(self._limits.redirects + 1):
            pause = self._robots.pause(origin_of(place), place) if minds_robots else 0.0
            answer = self._ask(place, headers, pause)
            moved = answer.header("location")
            if answer.status not in _MOVED or not moved:
                return place, answer
            place = _joined(place, moved)
        raise FetchError(url, f"leads on and on: {self._limits.redirects} redirects and no page")

    def _ask(self, url: str, headers: dict[str, str], pause: float) -> Answer:
        """Return the answer of *url*; ask again where the server is busy, after as long as it says."""
        limits = self._limits
        for tried in range(1, limits.tries + 1):
            self._keep_pace(url, max(pause, limits.pause))
            wait = 2.0 ** (tried - 1)
            try:
                answer = ask(url, headers, limits)
                if answer.status not in _BUSY or tried == limits.tries:
                    return answer
                wait = max(wait, _asked_wait(answer.header("retry-after")))
                if wait > limits.longest_wait:
                    return answer
            except BrokenError:
                if tried == limits.tries:
                    raise
            self._sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _keep_pace(self, url: str, pause: float) -> None:
        host = origin_of(url)
        wait = self._last.get(host, -pause) + pause - time.monotonic()
        if host in self._last and wait > 0:
            self._sleep(wait)
        self._last[host] = time.monotonic()


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{__version__} (reads news reports for analysts; obeys robots.txt)",
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json,"
        " application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "en, *;q=0.5",
    }


def _joined(place: str, moved: str) -> str:
    try:
        return urljoin(place, moved)
    except ValueError as error:
        raise FetchError(place, "leads to what is no address of a page") from error


def _asked_wait(written: str | None) -> float:
    try:
        return float(Retry().parse_retry_after(written or "0"))
    except (InvalidHeader, ValueError, OverflowError):
        return 0.0


def _refuse(url: str, answer: Answer) -> None:
    """Pass over answers that hold what was asked for."""
    status = answer.status
    if status == _FOUND:
        if not answer.data.strip():
            raise FetchError(url, "is empty")
        return
    if status in _GONE:
        raise FetchError(url, f"is not there (status {status}); look at the address")
    if status in _REFUSED:
        raise FetchError(url, f"is not shown to programs (status {status}); save the page by hand")
    if status in _BUSY:
        asked = _asked_wait(answer.header("retry-after"))
        later = f"in {asked:,.0f} s" if asked else "later"
        raise FetchError(url, f"its server is busy or broken (status {status}); try again {later}", is_passing=True)
    raise FetchError(url, f"no page came, but status {status}")
