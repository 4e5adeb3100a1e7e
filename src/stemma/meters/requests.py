"""How pages are asked for, as metrics of Prometheus and of OpenTelemetry."""

import time
from collections.abc import Awaitable, Callable, MutableMapping

from opentelemetry import metrics
from prometheus_client import Histogram

from stemma.meters.answering import answering

__all__ = ["Asgi", "measuring"]

Message = MutableMapping[str, object]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]
"""An application, in the interface that servers of Python share."""

METHODS = frozenset(("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"))
OTHER = "_OTHER"
"""Any other method, as OpenTelemetry's conventions call it: each label is kept, and anybody may think up methods."""
BROKEN = 500
"""What a server answers where the application has not."""


def measuring(port: int) -> Callable[[Asgi], Asgi]:
    """
    Return what has how long each answer takes told on a *port* of this machine; no address is counted or kept.

    Raises:
        ServeError: Another program has the port.
    """
    labels, registry = ["method", "status"], answering(port)
    spent = Histogram("stemma_request_seconds", "Until the last byte of a page", labels, registry=registry)
    # The name that OpenTelemetry's conventions give it.
    spent_too = metrics.get_meter("stemma").create_histogram("http.server.request.duration", unit="s")

    def over(app: Asgi) -> Asgi:
        async def asked(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            begun, status = time.perf_counter(), BROKEN

            async def note(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = int(str(message["status"]))
                await send(message)

            try:
                await app(scope, receive, note)
            finally:
                method = str(scope["method"]) if scope["method"] in METHODS else OTHER
                seconds = time.perf_counter() - begun
                spent.labels(method, status).observe(seconds)
                spent_too.record(seconds, {"http.request.method": method, "http.response.status_code": status})

        return asked

    return over
