"""``/sign-in`` and ``/sign-out``."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from stemma.case import Entry, note_entry
from stemma.web.answering import answer, change, page, site_of
from stemma.web.door.entering import address_of, cookie_line
from stemma.web.door.passwords import LONGEST, fits
from stemma.web.door.sessions import new_cookie
from stemma.web.door.visitor import visitor_of
from stemma.web.leading import own_way
from stemma.web.problems import ProblemError
from stemma.web.site import Site

__all__ = ["SignIn", "router"]

router = APIRouter()
LONGEST_NAME = 200
LONGEST_WAY = 2000
"""Characters of the address that one comes back to."""
WRONG = "name and password do not go together; look at both, or ask an owner of the case for a new password"
ENDED = "your session has ended; sign in, and you are where you were"


@dataclass(frozen=True, slots=True)
class SignIn:
    """The door."""

    needs_sign_in: bool
    name: str
    """Who is signed in; empty where nobody is."""
    said: str
    """What is to be told to whoever stands before it."""


@page(router, "/sign-in", SignIn)
def sign_in_form(
    request: Request,
    next: Annotated[str, Query(max_length=LONGEST_WAY, description="Where to go then.")] = "/",
    ended: Annotated[bool, Query(description="A session has ended.")] = False,
) -> Response:
    """Ask for name and password."""
    return _door(request, next, ENDED if ended else "")


@change(router, "/sign-in", fails=(401,))
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=LONGEST_NAME)],
    password: Annotated[str, Form(max_length=LONGEST)],
    next: Annotated[str, Form(max_length=LONGEST_WAY)] = "/",
) -> Response:
    """Begin a session; one that the browser had before ends."""
    site = site_of(request)
    _count_try(request, site, name)
    account = site.register.find(name) if site.door.needs_sign_in else None
    if not fits(password, account.secret if account else None) or account is None:
        note_entry(site.view.case, name if account else "", Entry.REFUSED)
        return _door(request, next, WRONG, status=401)
    site.sessions.end(request.cookies.get(site.door.cookie, ""))
    note_entry(site.view.case, account.name, Entry.IN)
    cookie = cookie_line(site.door, site.sessions.begin(account.name, account.at))
    return RedirectResponse(own_way(next), 303, {"Set-Cookie": cookie})


@change(router, "/sign-out")
def sign_out(request: Request) -> Response:
    """End the session."""
    site, visitor = site_of(request), visitor_of(request)
    site.sessions.end(request.cookies.get(site.door.cookie, ""))
    if visitor.is_signed_in:
        note_entry(site.view.case, visitor.name, Entry.OUT)
    return RedirectResponse("/sign-in", 303, {"Set-Cookie": cookie_line(site.door, new_cookie())})


def _door(request: Request, next: str, said: str, *, status: int = 200) -> Response:
    site, visitor = site_of(request), visitor_of(request)
    twin = SignIn(site.door.needs_sign_in, visitor.name if visitor.is_signed_in else "", said)
    return answer(request, "sign_in.html.j2", {"door": twin, "next": own_way(next)}, twin, status=status)


def _count_try(request: Request, site: Site, name: str) -> None:
    """
    Count a try to sign in, before anything costly is done for it.

    Raises:
        ProblemError: There were too many.
    """
    address = address_of(request)
    wait = max(site.limits.stranger.take(address), site.limits.name.take(f"{address} {name.casefold()}"))
    if wait:
        raise ProblemError(429, f"too many tries to sign in; wait {wait} s, then try again", {"Retry-After": str(wait)})
