"""The desk opened at an address of this machine or its network."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from fastapi import FastAPI

from stemma.case import CaseView, accounts_of
from stemma.errors import ServeError
from stemma.model.account import Role
from stemma.web.app import create_app
from stemma.web.site import Door, Site, is_loopback

__all__ = ["Address", "Served", "serve_desk"]

WAITING = 100
"""Requests that are answered at once; those that come then are told to try again (503)."""
KEPT = 30
"""Seconds that a connection is held for the next page of somebody who reads."""
PATIENCE = 3
"""Seconds that requests have to end when the server is stopped."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the desk is to be found."""

    host: str = "127.0.0.1"
    port: int = 0
    """0 for any that is free."""
    url: str = ""
    """What people open, where a server with TLS stands before this one."""
    certificate: Path | None = None
    key: Path | None = None

    @property
    def is_secure(self) -> bool:
        """Whether people reach it by HTTPS."""
        return self.certificate is not None or self.url.startswith("https://")

    @property
    def is_local(self) -> bool:
        """Whether nobody but this machine's own users can reach it."""
        return is_loopback(self.host.strip("[]")) and not self.url


@dataclass(frozen=True, slots=True)
class Served:
    """What is to be served."""

    case: str
    name: str
    """What it is called on each page."""
    by: str
    """Who judges where nobody signs in."""


def serve_desk(served: Served, address: Address, look: Callable[[], CaseView], opened: Callable[[str], None]) -> None:
    """
    Serve the desk until the program is stopped.

    Args:
        served: The case.
        address: Where it is to be found.
        look: Looks into the case, which may take long; it is called when all else is known to be in order.
        opened: Is called with the URL to open, as soon as it can be.

    Raises:
        ServeError: The address is taken or is none, or others could reach it and nobody has to sign in.
        CaseError: The case cannot be asked who has an account.
    """
    owners = [account for account in accounts_of(served.case) if account.role is Role.OWNER]
    _require_safe(address, has_owner=bool(owners))
    listener = _listen(address)
    port = listener.getsockname()[1]
    try:
        door = Door(bool(owners), _names(address), address.is_secure, port)
        server = _server(create_app(Site(look(), served.name, served.by, door)), address)
        listener.listen(WAITING)  # whoever opens the address from here on waits, and is not refused
        opened(address.url or _url(address, port))
        server.run(sockets=[listener])
    finally:
        listener.close()


def _server(app: FastAPI, address: Address) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        proxy_headers=bool(address.url),
        limit_concurrency=WAITING,
        timeout_keep_alive=KEPT,
        timeout_graceful_shutdown=PATIENCE,
        ssl_certfile=address.certificate,
        ssl_keyfile=address.key,
    )
    return uvicorn.Server(config)


def _require_safe(address: Address, *, has_owner: bool) -> None:
    """
    Make sure that nobody reads the case unasked.

    Raises:
        ServeError: Somebody could, or the address is none.
    """
    if address.url and not (urlsplit(address.url).hostname and address.url.startswith(("https://", "http://"))):
        raise ServeError(f"{address.url}: is no address to open; give one such as https://desk.example.org")
    if (address.certificate is None) != (address.key is None):
        raise ServeError("a certificate and its key go together; give both --tls-cert and --tls-key")
    for file in (address.certificate, address.key):
        if file is not None and not file.is_file():
            raise ServeError(f"{file}: no such file; give a certificate and its key in PEM")
    if not address.is_local and not has_owner:
        raise ServeError(
            f"{address.url or address.host}: others could read the case there, so that everybody has to sign in; "
            "first make an account with `stemma users CASE NAME --role owner`"
        )


def _listen(address: Address) -> socket.socket:
    host = address.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, address.port))
    except OSError as error:
        listener.close()
        reason = f"{host}:{address.port}: cannot be opened: {error.strerror or error}"
        raise ServeError(f"{reason}; choose another --port or --host") from error
    return listener


def _names(address: Address) -> frozenset[str]:
    """Return by which names browsers may ask for the desk, beside those of loopback."""
    if address.is_local:
        return frozenset()
    known = {address.host.strip("[]"), socket.gethostname(), socket.getfqdn(), urlsplit(address.url).hostname or ""}
    return frozenset(name.lower() for name in known if name)


def _url(address: Address, port: int) -> str:
    host = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(address.host, address.host)
    return f"http{'s' if address.is_secure else ''}://{f'[{host}]' if ':' in host else host}:{port}/"
