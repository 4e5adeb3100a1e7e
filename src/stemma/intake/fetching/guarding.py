"""Connections that lead to public addresses alone, and end in time."""

import ipaddress
import socket
import threading
from contextvars import ContextVar
from typing import Self

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

__all__ = ["Guard", "GuardedPool", "GuardedTlsPool", "PrivateAddressError", "is_public"]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


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
        self._watched: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self.is_over = False

    def look_up(self, host: str, port: int) -> None:
        """
        Pass over names that lead to public addresses alone, before anything is sent there.

        Raises:
            PrivateAddressError: One of its addresses is not public.
        """
        if self._private:
            return
        for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            self._refuse_private(str(address[0]))

    def take(self, connection: socket.socket) -> None:
        """
        Watch *connection*, which has just been made: a name may lead elsewhere than a moment ago.

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
        if inner is not None and not is_public(str(inner)):
            return False
    return ip.is_global and not ip.is_multicast


_watching: ContextVar[Guard] = ContextVar("watching")


class _Guarded(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        guard = _watching.get()
        guard.look_up(self._dns_host, self.port or self.default_port)
        made = super()._new_conn()
        try:
            guard.take(made)
        except PrivateAddressError:
            made.close()
            raise
        return made


class _GuardedTls(_Guarded, HTTPSConnection):
    pass


class GuardedPool(HTTPConnectionPool):
    """Connections to one host, each made under the guard that is entered."""

    ConnectionCls = _Guarded


class GuardedTlsPool(HTTPSConnectionPool):
    """The same, encrypted."""

    ConnectionCls = _GuardedTls
