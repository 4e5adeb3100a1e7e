"""Who stands before the door, by the cookie that the browser brings."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlencode

from fastapi import Request

from stemma.model.account import Account, Role
from stemma.web.door.sessions import Session, new_cookie
from stemma.web.door.visitor import Visitor, token_of
from stemma.web.site import Door, Site

__all__ = ["Entrance", "address_of", "cookie_line", "enter", "sign_in_address"]

LONGEST_COOKIE = 100
BY_ITSELF = "/news"
"""What each page asks for every half minute, whether anybody looks at it or not."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """What is known of whoever asks."""

    visitor: Visitor
    asker: str
    """By what their requests are counted."""
    fresh: str = ""
    """The cookie that the browser is given with the answer."""
    is_bare: bool = False
    """No cookie came."""
    has_ended: bool = False
    """A cookie came whose session has ended."""


def enter(site: Site, request: Request) -> Entrance:
    """
    Return who asks.

    Raises:
        CaseError: The case cannot be asked who has an account.
    """
    came = request.cookies.get(site.door.cookie, "")[:LONGEST_COOKIE]
    address = f"address {address_of(request)}"
    session = site.sessions.find(came, is_by_hand=request.url.path != BY_ITSELF) if came else None
    account = _account(site, session)
    if session and account is None:
        site.sessions.end(came)
    if account is not None:
        visitor = Visitor(account.name, account.role, token_of(site.secret, came), is_signed_in=True)
        return Entrance(visitor, f"session {account.name}")
    fresh = "" if came else new_cookie()
    token = token_of(site.secret, came or fresh)
    has_ended = bool(came) and site.door.needs_sign_in
    role, name = (Role.READER, "") if site.door.needs_sign_in else (Role.OWNER, site.by)
    return Entrance(Visitor(name, role, token), address, fresh, is_bare=not came, has_ended=has_ended)


def address_of(request: Request) -> str:
    """Return by which address somebody's requests are counted; of IPv6 the first 64 bits, since one person has all."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return f"{int(address) >> 64:x}::/64"
    return host


def _account(site: Site, session: Session | None) -> Account | None:
    """Return whose *session* it is, unless they were let out of the case or their password was changed since."""
    account = site.register.find(session.name) if session else None
    return account if account and session and account.at == session.account_at else None


def sign_in_address(request: Request, *, has_ended: bool) -> str:
    """Return where to sign in, with the way back."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return "/sign-in?" + urlencode({"next": back} | ({"ended": "1"} if has_ended else {}))


def cookie_line(door: Door, cookie: str) -> str:
    """Return the header that gives a browser *cookie*, which no script and no page of another site can use."""
    return f"{door.cookie}={cookie}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if door.is_secure else ''}"
