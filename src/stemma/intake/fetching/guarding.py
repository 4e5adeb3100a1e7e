"""Connections that lead to public addresses alone, and end in time."""

import ipaddress
import socket
import threading
import time
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Self

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

__all__ = ["Guard", "GuardedPool", "GuardedTlsPool", "PrivateAddressError", "is_public"]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that has been given out for public use; Python takes some of the rest for public too."""


class PrivateAddressError(Exception):
    """A name leads to this machine, or into its own network."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Guard:
    """Looks at the address that is connected to, and cuts the connection off when its time is over."""

    def __init__(self, seconds: float, *, private: bool) -> None:
        """Give each connection *seconds* from now; let it lead to *private* addresses or not."""
        self._seconds, self._private = seconds, private
        self._deadline = time.monotonic() + seconds
        self._watched: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self.is_over = False

    @property
    def is_late(self) -> bool:
        """Whether the time of this question is over: a name may have a hundred addresses that say nothing."""
        return time.monotonic() > self._deadline

    def look_up(self, host: str, port: int) -> Sequence[str]:
        """
        Return the addresses that a name leads to, before anything is sent there.

        Raises:
            PrivateAddressError: One of them is not public.
        """
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
        if not self._private:
            for address in addresses:
                self._refuse_private(address)
        return addresses

    def take(self, connection: socket.socket) -> None:
        """
        Watch *connection*, which has just been made, and look at where it has gone.

        Raises:
            PrivateAddressError: It leads to an address that is not public.
        """
        if not self._private:
            self._refuse_private(str(connection.getpeername()[0]))
        self._watched = connection.dup()  # the connection itself may be wrapped for TLS and be another object then
        self._timer = threading.Timer(self._seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def __enter__(self) -> Self:
        """Watch what is connected from now on."""
        self._token = _watching.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        """Watch no longer."""
        _watching.reset(self._token)
        if self._timer is not None:
            self._timer.cancel()
        if self._watched is not None:
            self._watched.close()

    def _cut(self) -> None:
        self.is_over = True
        if self._watched is not None:
            try:
                self._watched.shutdown(socket.SHUT_RDWR)
            except OSError:  # it has ended by itself
                return

    @staticmethod
    def _refuse_private(address: str) -> None:
        if not is_public(address):
            raise PrivateAddressError(address)


def is_public(address: str) -> bool:
    """Tell whether *address* is one of the public network, also where an old address is written inside a new one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip not in _GLOBAL_UNICAST:
            return False
    return ip.is_global and not ip.is_multicast


_watching: ContextVar[Guard] = ContextVar("watching")


class _Guarded(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        guard = _watching.get()
        made = self._connected(guard)
        try:
            guard.take(made)
        except PrivateAddressError:
            made.close()
            raise
        return made

    def _connected(self, guard: Guard) -> socket.socket:
        """Connect to the addresses that were looked at, and ask for no others: a name may lead elsewhere by then."""
        name = self._dns_host
        failed: Exception = OSError("no address")
        for address in guard.look_up(name, self.port or self.default_port):
            if guard.is_late:
                break
            self._dns_host = address
            try:
                return super()._new_conn()
            except (HTTPError, OSError) as error:
                failed = error
            finally:
                self._dns_host = name
        raise failed


class _GuardedTls(_Guarded, HTTPSConnection):
    pass


class GuardedPool(HTTPConnectionPool):
    """Connections to one host, each made under the guard that is entered."""

    ConnectionCls = _Guarded


class GuardedTlsPool(HTTPSConnectionPool):
    """The same, encrypted."""

    ConnectionCls = _GuardedTls
