"""One question to a server and its answer, however the server behaves; the only importer of urllib3."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from stemma.errors import EndpointError, MissingExtraError
from stemma.taggers.llm.endpoint import Endpoint
from stemma.taggers.llm.patience import BUSY, Patience, asked_wait
from stemma.taggers.llm.refusals import explain

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

__all__ = ["Client", "Refusal"]

LARGEST = 4_000_000
"""Bytes of an answer at most: a part of a text is kilobytes, and so is what can be said of it."""
PIECE = 65_536
OK = 200
FORMAL = frozenset((400, 422))
"""Statuses that speak of the question's form: OpenAI's own, and that of servers built on FastAPI."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """The server does not take the question as it was put."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    kind: str
    """Content type."""
    retry_after: str | None
    body: bytes


class _Broken(Exception):
    """A connection that ended before the answer did."""


class Client:
    """
    Asks one endpoint.

    Redirects are not followed, so that texts and key go nowhere but where the user sends them;
    a proxy of the environment is used, but never for this machine itself.
    """

    def __init__(self, endpoint: Endpoint, patience: Patience, at_once: int) -> None:
        """
        Keep up to *at_once* connections; none is opened before it is needed.

        Raises:
            MissingExtraError: The extra ``llm`` is not installed.
        """
        self._endpoint = endpoint
        self._patience = patience
        self._pool = _open_pool(endpoint, at_once)

    def post(self, question: Mapping[str, object]) -> Mapping[str, object] | Refusal:
        """
        Return the JSON object that answers *question*, or why the server does not take its form.

        Raises:
            EndpointError: There is no answer: unreachable, forbidden, busy or silent for too long, or not JSON.
        """
        data = json.dumps(question).encode("ascii")
        deadline = time.monotonic() + self._patience.total
        reason = ""
        for tried in range(1, self._patience.tries + 1):
            asked = None
            try:
                reply = self._send(data, deadline)
                if reply.status not in BUSY:
                    return self._judge(reply)
                asked = asked_wait(reply.retry_after, datetime.now(UTC))
                reason = explain(self._endpoint, reply.status, reply.body)
            except _Broken as error:
                reason = f"the connection ended before the answer did ({error})"
            if tried < self._patience.tries:
                self._sleep(self._patience.wait(tried, asked), deadline, reason)
        raise self._error(f"{reason}; tried {self._patience.tries} times, so try again later")

    def _sleep(self, seconds: float, deadline: float, reason: str) -> None:
        if time.monotonic() + seconds >= deadline:
            raise self._error(f"{reason}; the next try would be in {seconds:.0f} s, so try again later")
        time.sleep(seconds)

    def _judge(self, reply: _Reply) -> Mapping[str, object] | Refusal:
        said = explain(self._endpoint, reply.status, reply.body)
        if reply.status in FORMAL:
            return Refusal(said)
        if reply.status != OK:
            raise self._error(said)
        try:
            answer: object = json.loads(reply.body)
        except (ValueError, RecursionError) as error:
            if reply.kind == "application/json":
                raise _Broken("half a JSON text") from error
            answer = None
        if isinstance(answer, dict) and answer.get("error"):  # some relays fail with status 200
            raise self._error(said)
        if not isinstance(answer, dict) or "choices" not in answer:
            raise self._error(
                f"what answers ({reply.kind or 'of no stated type'}) is no chat completion;"
                " give the base address of the API, which often ends in /v1"
            )
        return answer

    def _send(self, data: bytes, deadline: float) -> _Reply:
        import urllib3.exceptions as faults
        from urllib3 import Timeout

        left = max(0.001, deadline - time.monotonic())
        timeout = Timeout(connect=min(self._patience.connect, left), read=left)
        try:
            response = self._pool.request(
                "POST", self._endpoint.call, body=data, headers=self._headers(), timeout=timeout,
                retries=False, redirect=False, preload_content=False,
            )  # fmt: skip
            with response:
                body = self._drain(response, deadline)
                headers = response.headers
                kind = headers.get("content-type", "").partition(";")[0].strip().lower()
                return _Reply(response.status, kind, headers.get("retry-after"), body)
        except (faults.NewConnectionError, faults.ConnectTimeoutError, faults.NameResolutionError) as error:
            raise self._error("nothing answers there; is the server started, and the address right?") from error
        except faults.ReadTimeoutError as error:
            raise self._late() from error
        except faults.SSLError as error:
            raise self._error(
                "the connection cannot be made safe (TLS); look at the address and certificate"
            ) from error
        except faults.ProxyError as error:
            raise self._error("the proxy of the environment does not answer; look at HTTPS_PROXY") from error
        except faults.LocationParseError as error:
            raise self._error("not an address of a server") from error
        except faults.HTTPError as error:
            raise _Broken(type(error).__name__) from error

    def _drain(self, response: BaseHTTPResponse, deadline: float) -> bytes:
        """Read the body as it comes; one that drips gets no more time than one that is silent."""
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST:
                raise self._error(f"the answer is larger than {LARGEST // 1_000_000} MB; is this the right address?")
            if time.monotonic() > deadline:
                raise self._late()
        return b"".join(pieces)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "stemma"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        return headers

    def _late(self) -> EndpointError:
        return self._error(f"no whole answer within {self._patience.total:g} s; use a smaller model or a faster server")

    def _error(self, reason: str) -> EndpointError:
        return EndpointError(self._endpoint.url, reason)


def _open_pool(endpoint: Endpoint, at_once: int) -> PoolManager:
    try:
        import urllib3
    except ImportError as error:
        raise MissingExtraError("reading by a language model (--llm)", "llm") from error
    proxy = None if endpoint.is_loopback else _find_proxy(endpoint)
    if proxy is None:
        return urllib3.PoolManager(maxsize=at_once)
    return urllib3.ProxyManager(proxy, maxsize=at_once)


def _find_proxy(endpoint: Endpoint) -> str | None:
    if proxy_bypass(endpoint.host):
        return None
    return getproxies().get("https" if endpoint.is_encrypted else "http")
