"""What stands before every page: which requests are let through, and what a browser may do with the answers."""

from typing import Final

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stemma.errors import StemmaError
from stemma.web.door.entering import Entrance, cookie_line, enter, sign_in_address
from stemma.web.door.headers import HEADERS
from stemma.web.door.visitor import SAFE
from stemma.web.problems import ProblemError, tell_error, wants_json
from stemma.web.site import Site

__all__ = ["Security"]

LARGEST: Final = 1_000_000
"""Bytes of a request: a judgement is some hundred, a passage that was marked some thousand."""
OPEN = ("/sign-in", "/static/", "/health")
"""What is shown to whoever has not signed in."""
BOUNCE = '<!doctype html><html lang="en"><title>Stemma</title><p><a href="">Go on</a>'


class Security:
    """Lets through what may pass, as who it is, and puts the headers on each answer."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        answer: Response | None = None
        fresh = ""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-cache, private")
                if fresh:
                    headers.append("Set-Cookie", cookie_line(self._site.door, fresh))
            await send(message)

        try:
            self._check(request)
            entrance = await run_in_threadpool(enter, self._site, request)
            request.state.visitor = entrance.visitor
            self._count(request, entrance)
            if entrance.is_bare and _is_led_here(request):
                answer = HTMLResponse(BOUNCE, headers={"Refresh": "0", "Cache-Control": "no-store"})
            else:
                answer, fresh = self._stop(request, entrance), entrance.fresh
        except (ProblemError, StemmaError) as error:
            answer = tell_error(request, error)
        await (answer or self._app)(scope, _bounded(receive), sending)

    def _check(self, request: Request) -> None:
        """
        Refuse what no page of ours has a browser send.

        Raises:
            ProblemError: It was sent to another name, by another site, is too large, or no id has its characters.
        """
        if not self._site.door.admits(request.headers.get("host", "")):
            raise ProblemError(
                421, "this desk is not known by that name; open the address that `stemma serve` has told"
            )
        if "\0" in request.url.path:  # PostgreSQL takes none in a text
            raise ProblemError(404, "there is nothing with such an id; the overview leads to all there is")
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > 12 or int(length) > LARGEST:
            raise ProblemError(413, f"more than {LARGEST:,} bytes are not taken; nothing was kept: send less")
        if request.method not in SAFE and request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise ProblemError(403, "another site has sent this; nothing was kept")

    def _count(self, request: Request, entrance: Entrance) -> None:
        wait = self._site.limits.visitor.take(entrance.asker)
        if wait:
            raise ProblemError(429, f"too many requests; wait {wait} s", {"Retry-After": str(wait)})

    def _stop(self, request: Request, entrance: Entrance) -> Response | None:
        """Return what is sent in place of a page, if anything is."""
        if not self._site.door.needs_sign_in or entrance.visitor.is_signed_in:
            return None
        if request.url.path.startswith(OPEN):
            return None
        if request.method in SAFE and not wants_json(request):
            return RedirectResponse(sign_in_address(request, has_ended=entrance.has_ended), 303)
        raise ProblemError(401, "your session has ended, or you have not signed in; sign in, then send it again")


def _is_led_here(request: Request) -> bool:
    """
    Tell whether a link on another site leads here.

    The browser brings no strict cookie along then; it does where a page of ours leads on to the same address.
    """
    return request.method in SAFE and request.headers.get("sec-fetch-site") == "cross-site"


def _bounded(receive: Receive) -> Receive:
    """Return what receives no more than may be sent, also where its length was not told before."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise HTTPException(413, f"more than {LARGEST:,} bytes are not taken; nothing was kept: send less")
        return message

    return receiving
