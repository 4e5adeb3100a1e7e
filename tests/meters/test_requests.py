"""How pages are asked for, for programs that watch."""

import asyncio

import pytest

pytest.importorskip("prometheus_client", reason="pip install 'stemma-news[metrics]'")

from stemma.meters.requests import Asgi, measuring
from tests.meters.metering import free_port, told_at


def ask(app: Asgi, path: str = "/", type: str = "http", method: str = "GET") -> list[object]:
    """Ask *app* for a page, and return what it sends."""
    sent: list[object] = []

    async def send(message) -> None:
        sent.append(message["type"])

    async def receive():
        return {"type": "http.request"}

    asyncio.run(app({"type": type, "method": method, "path": path}, receive, send))
    return sent


async def pages(scope, receive, send) -> None:
    if scope["path"] == "/broken":
        raise ValueError("a fault of ours")
    status = 200 if scope["path"] == "/" else 404
    await send({"type": "http.response.start", "status": status})
    await send({"type": "http.response.body", "body": b""})


def test_answers_are_counted_by_what_became_of_them_and_no_address_is_kept():
    port = free_port()
    app = measuring(port)(pages)
    assert ask(app) == ["http.response.start", "http.response.body"]
    ask(app, "/claims/secret")
    with pytest.raises(ValueError, match="a fault of ours"):
        ask(app, "/broken")
    told = told_at(port)
    for status in (200, 404, 500):
        assert f'stemma_request_seconds_count{{method="GET",status="{status}"}} 1.0' in told
    assert "secret" not in told


def test_what_is_no_request_is_left_alone():
    port = free_port()
    ask(measuring(port)(pages), type="lifespan")
    assert "stemma_request_seconds_count" not in told_at(port)


def test_methods_that_somebody_thinks_up_are_counted_as_one():
    port = free_port()
    app = measuring(port)(pages)
    for number in range(3):
        ask(app, method=f"ODD{number}")
    assert 'stemma_request_seconds_count{method="_OTHER",status="200"} 3.0' in told_at(port)
    assert "ODD" not in told_at(port)
