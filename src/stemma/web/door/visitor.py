"""Who asks for a page, and what they may do."""

import hmac
from dataclasses import dataclass

from fastapi import Request

from stemma.model.account import Role
from stemma.web.problems import ProblemError

__all__ = ["Visitor", "analyst_of", "guard", "owner_of", "token_of", "visitor_of"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
TOKEN = "x-stemma-token"
STALE = (
    "this was not sent by a page of this desk, or the page is older than the server; "
    "nothing was kept: load the page again, and send it once more"
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks for pages."""

    name: str
    role: Role
    token: str
    """What a form sends back as ``token``, or a script as ``X-Stemma-Token``: no other site knows it."""
    is_signed_in: bool = False

    @property
    def may_judge(self) -> bool:
        """Whether a judgement of theirs is taken."""
        return self.role in (Role.ANALYST, Role.OWNER)

    @property
    def may_appoint(self) -> bool:
        """Whether they say who has which role."""
        return self.role is Role.OWNER and self.is_signed_in


def visitor_of(request: Request) -> Visitor:
    """Return who asks."""
    visitor: Visitor = request.state.visitor
    return visitor


def analyst_of(request: Request) -> Visitor:
    """
    Return who asks, for what analysts alone may do.

    Raises:
        ProblemError: They may not.
    """
    visitor = visitor_of(request)
    if not visitor.may_judge:
        raise ProblemError(403, f"{visitor.name} may read here, not judge; ask an owner of the case for that role")
    return visitor


def owner_of(request: Request) -> Visitor:
    """
    Return who asks, for what owners alone may do.

    Raises:
        ProblemError: They may not.
    """
    visitor = visitor_of(request)
    if not visitor.may_appoint:
        raise ProblemError(403, "only an owner who has signed in says who may do what")
    return visitor


def token_of(secret: bytes, cookie: str) -> str:
    """Return the token of the forms that are sent to the holder of *cookie*."""
    return hmac.digest(secret, cookie.encode("utf-8", "replace"), "sha256").hex()


async def guard(request: Request) -> None:
    """
    Let no request change anything that another site had a browser send.

    Raises:
        ProblemError: The token is missing, or not that of this browser.
    """
    if request.method in SAFE:
        return
    sent = request.headers.get(TOKEN)
    if sent is None and "form" in request.headers.get("content-type", ""):
        sent = (await request.form()).get("token")  # type: ignore[assignment]
    right = visitor_of(request).token
    if (
        not isinstance(sent, str)
        or not right
        or not hmac.compare_digest(sent.encode("utf-8", "replace"), right.encode())
    ):
        raise ProblemError(403, STALE)
