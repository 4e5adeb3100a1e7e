"""One question to a server and its answer, however the server behaves."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

import urllib3.exceptions as faults
from urllib3 import BaseHTTPResponse, Timeout
from urllib3.util import Url, parse_url

from stemma.errors import FetchError
from stemma.intake.fetching.guarding import Guard, GuardedPool, GuardedTlsPool, PrivateAddressError
from stemma.intake.fetching.limits import Limits

__all__ = ["Answer", "BrokenError", "ask", "origin_of"]

PIECE = 65_536
_POOLS: Mapping[str, type[GuardedPool] | type[GuardedTlsPool]] = {"http": GuardedPool, "https": GuardedTlsPool}
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said, unpacked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order in which they came."""
    data: bytes

    def header(self, name: str) -> str | None:
        """Return the first header called *name*."""
        return next((value for key, value in self.headers if key == name), None)


class BrokenError(Exception):
    """There was no whole answer, and there may be one next time."""


def ask(url: str, headers: Mapping[str, str], limits: Limits) -> Answer:
    """
    Return the answer to a GET of *url*; redirects are not followed.

    A connection is made for this question alone and goes straight to the server, by no proxy, so that what
    is known of its address is true of where the question goes.

    Raises:
        FetchError: It is no address of the web, or a private one, or its answer is too large.
        BrokenError: The server cannot be reached, breaks off, or takes too long.
    """
    place = _place(url)
    deadline = time.monotonic() + limits.seconds
    with Guard(limits.seconds, private=limits.private) as guard, _pool(place) as pool:
        try:
            response = pool.urlopen(
                "GET", place.request_uri, headers={**headers, "Connection": "close"}, retries=False, redirect=False,
                timeout=Timeout(connect=limits.connect, read=limits.silence), preload_content=False,
            )  # fmt: skip
            with response:
                data = _drain(response, url, limits, deadline)
                told = tuple((name.lower(), value) for name, value in response.headers.items())
                return Answer(response.status, told, data)
        except PrivateAddressError as error:
            where = f"leads to {error.address}, an address of this machine or its network"
            raise FetchError(url, f"{where}; --allow-private asks it") from error
        except (faults.HTTPError, OSError, ValueError) as error:
            raise BrokenError(_late(limits) if guard.is_over else _explained(error, limits)) from error


def _place(url: str) -> Url:
    try:
        place = parse_url(url)
    except faults.LocationParseError as error:
        raise FetchError(url, "is no address of a page") from error
    if place.scheme not in _POOLS or not place.host:
        raise FetchError(url, "is no address of the web; it begins with http:// or https://")
    if place.auth is not None:
        raise FetchError(url, "has a name or a password in it, which would stand in the case; save the page by hand")
    return place


def origin_of(url: str) -> str:
    """
    Return scheme, host and port of *url*.

    Raises:
        FetchError: It is no address of the web.
    """
    place = _place(url)
    return f"{place.scheme}://{place.netloc}"


def _pool(place: Url) -> GuardedPool | GuardedTlsPool:
    scheme = place.scheme or ""
    return _POOLS[scheme](place.host or "", place.port or _PORTS[scheme])


def _drain(response: BaseHTTPResponse, url: str, limits: Limits, deadline: float) -> bytes:
    """Read the body as it comes; one that drips gets no more time than one that is silent."""
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > limits.size:
            raise FetchError(url, f"its answer is larger than {limits.size / 1e6:g} MB, which no report is")
        if time.monotonic() > deadline:
            raise BrokenError(_late(limits))
    return b"".join(pieces)


def _late(limits: Limits) -> str:
    return f"no whole answer came within {limits.seconds:g} s"


def _explained(error: Exception, limits: Limits) -> str:
    match error:
        case faults.NameResolutionError() | OSError() if "getaddrinfo" in repr(error) or "Name" in repr(error):
            return "no server of this name is known; look at the address, and whether this machine is online"
        case faults.ConnectTimeoutError() | faults.NewConnectionError():
            return "the server cannot be reached"
        case faults.ReadTimeoutError() | TimeoutError():
            return f"the server was silent for {limits.silence:g} s"
        case faults.DecodeError():
            return "its answer is not packed as it says"
        case faults.SSLError():
            return "the connection cannot be made safe (TLS)"
    return f"the connection ended before the answer did ({type(error).__name__})"
