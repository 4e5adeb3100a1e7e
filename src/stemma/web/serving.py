"""The desk opened at an address of this machine or its network."""

import gc
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import uvicorn

from stemma.case import CaseView, accounts_of, measured_pages
from stemma.errors import ServeError, StemmaError
from stemma.model.account import Role
from stemma.web.app import create_app
from stemma.web.rendering import make_ready
from stemma.web.site import Door, Site, is_loopback

__all__ = ["Address", "Served", "serve_desk"]

HELD = 500
"""Connections at once, of which a browser keeps up to six open; whoever comes then is told to try again (503)."""
WAITING = 100
"""Connections that the system keeps until they are taken."""
KEPT = 30
"""Seconds that a connection is held for the next page of somebody who reads."""
YOUNG = 50_000
"""Values that may be made until the young ones are looked through for garbage: a page makes some thousands, and among
the millions of a large case the 700 of Python's own default cost a fifth of the time."""
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
    metrics: int = 0
    """The port on which Prometheus is answered, if any."""


def serve_desk(served: Served, address: Address, look: Callable[[], CaseView], opened: Callable[[str], None]) -> None:
    """
    Serve the desk until the program is stopped.

    Args:
        served: The case.
        address: Where it is to be found.
        look: Looks into the case, which may take long; it is called when all else is known to be in order.
        opened: Is called with the URL to open, as soon as it can be.

    Raises:
        ServeError: The address or the port for metrics is taken or is none, the certificate cannot be used, or others
            could reach it and nobody has to sign in.
        CaseError: The case cannot be asked who has an account.
    """
    owners = [account for account in accounts_of(served.case) if account.role is Role.OWNER]
    _require_safe(address, has_owner=bool(owners))
    listener = _listen(address)
    port = listener.getsockname()[1]
    try:
        door = Door(bool(owners), _names(address), address.is_secure, port)
        _require_certificate(address)
        watched = measured_pages(served.metrics) if served.metrics else None
        view = look()
        app = create_app(Site(view, served.name, served.by, door))
        server = _server(watched(app) if watched else app, address)
        gc.set_threshold(YOUNG)
        Thread(target=_make_ready, args=(view,), name="stemma making ready", daemon=True).start()
        opened(address.url or _url(address, port))
        server.run(sockets=[listener])
    finally:
        listener.close()


def _make_ready(view: CaseView) -> None:
    """Load what pages will ask for, while the first of them are read already."""
    make_ready()
    with suppress(StemmaError):  # the page that asks for it says why
        view.load_ahead()
    gc.freeze()  # what was loaded stays: to look through it for garbage again and again holds up every page


def _server(app: Callable[..., object], address: Address) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        proxy_headers=bool(address.url),
        limit_concurrency=HELD,
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
    if address.url and not _is_whole(address.url):
        raise ServeError(
            f"{address.url}: is no address of a desk; give one without a path, such as https://desk.example.org"
        )
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


def _is_whole(url: str) -> bool:
    """Tell whether *url* leads to all of a server: the desk's links begin at its root."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname) and f"{parts.path}{parts.query}" in ("", "/")


def _require_certificate(address: Address) -> None:
    """
    Make sure that certificate and key can be used, before anything long begins.

    Raises:
        ServeError: They cannot.
    """
    if address.certificate is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(address.certificate, address.key)
    except OSError as error:  # ssl.SSLError is one
        reason = f"{address.certificate}: cannot be used: {error.strerror or error}"
        raise ServeError(f"{reason}; give a certificate and its key in PEM") from error


def _listen(address: Address) -> socket.socket:
    host = address.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, address.port))
        listener.listen(WAITING)  # whoever opens the address from here on waits, and is not refused
    except (OSError, UnicodeError) as error:
        listener.close()
        why = error.strerror if isinstance(error, OSError) else "that is no name"
        reason = f"{host}:{address.port}: cannot be opened: {why or error}"
        raise ServeError(f"{reason}; choose another --port or --host") from error
    return listener


def _names(address: Address) -> frozenset[str]:
    """Return by which names browsers may ask for the desk, beside those of loopback."""
    if address.is_local:
        return frozenset()
    known = {address.host.strip("[]"), socket.gethostname(), socket.getfqdn(), urlsplit(address.url).hostname or ""}
    return frozenset(name.lower() for name in known if name)


def _url(address: Address, port: int) -> str:
    host = address.host.strip("[]")
    host = socket.gethostname() if host in ("0.0.0.0", "::") else host
    return f"http{'s' if address.is_secure else ''}://{f'[{host}]' if ':' in host else host}:{port}/"
