"""What all pages of one server share."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from stemma.case import CaseView, accounts_of
from stemma.model.account import Account
from stemma.web.arrivals import Arrivals
from stemma.web.door.limits import Limit
from stemma.web.door.register import Register
from stemma.web.door.sessions import Sessions
from stemma.web.repeats import Repeats
from stemma.web.retelling import Retelling

__all__ = ["Door", "Limits", "Site", "is_loopback"]

HERE = "localhost"


@dataclass(frozen=True, slots=True)
class Door:
    """How people come in."""

    needs_sign_in: bool = False
    hosts: frozenset[str] = frozenset()
    """Names of the server beside those of this machine's loopback, as browsers are told them."""
    is_secure: bool = False
    """Whether it is reached by HTTPS alone."""
    port: int = 0

    @property
    def cookie(self) -> str:
        """The name of its cookie: a browser does not tell two desks on one machine apart by their ports."""
        return f"{'__Host-' if self.is_secure else ''}stemma-{self.port}"

    def admits(self, host: str) -> bool:
        """
        Tell whether a browser that was told *host* means this server.

        Where another site's name leads here (DNS rebinding), its scripts would count as ours. A number is no such name.
        """
        name = _host_name(host)
        if is_loopback(name) or name in self.hosts:
            return True
        return self.needs_sign_in and _is_number(name)


@dataclass(frozen=True, slots=True)
class Limits:
    """How often somebody may ask: pages are quick to make, and a person turns one in a second or two."""

    visitor: Limit = field(default_factory=lambda: Limit(burst=300, rate=30))
    """By session, or by address where there is none."""
    stranger: Limit = field(default_factory=lambda: Limit(burst=20, rate=1 / 6))
    """Tries to sign in, by address."""
    name: Limit = field(default_factory=lambda: Limit(burst=5, rate=1 / 60))
    """Tries to sign in with one name from one address: nobody is kept out by a stranger who tries their name."""


@dataclass(frozen=True, slots=True)
class Site:
    """One case on one server."""

    view: CaseView
    name: str
    """What the case is called on each page."""
    by: str = "analyst"
    """Who judges where nobody signs in."""
    door: Door = field(default_factory=Door)
    limits: Limits = field(default_factory=Limits)
    sessions: Sessions = field(default_factory=Sessions)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """By which the tokens of forms are made."""
    register: Register = field(init=False)
    retelling: Retelling = field(init=False)
    arrivals: Arrivals = field(init=False)
    repeats: Repeats = field(default_factory=Repeats)

    def __post_init__(self) -> None:
        object.__setattr__(self, "register", Register(self._accounts))
        object.__setattr__(self, "retelling", Retelling(self.view.refresh))
        object.__setattr__(self, "arrivals", Arrivals(lambda: self.view.waiting))

    def _accounts(self) -> Sequence[Account]:
        return accounts_of(self.view.case)


def is_loopback(name: str) -> bool:
    """Tell whether *name*, a host without its port, is this machine for itself."""
    return name == HERE or (_is_number(name) and ip_address(name).is_loopback)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _host_name(host: str) -> str:
    """Return the name in a Host header, in lower case, without a port; empty where it is malformed."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
