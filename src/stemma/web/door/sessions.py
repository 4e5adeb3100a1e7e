"""Who is signed in: kept in the memory of the server, so that a stolen file opens no session."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

__all__ = ["Session", "Sessions", "new_cookie"]

IDLE = 4 * 3600.0
"""Seconds without a request after which a session ends: half a working day."""
LONGEST = 12 * 3600.0
"""Seconds after which it ends in any case: a working day."""
KEPT = 10_000
"""Sessions; the oldest ends first."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who signed in."""

    name: str
    account_at: datetime
    """When the account was set last that the password was held against: one of another time is no longer theirs."""
    begun: float
    """By the clock of the sessions, as the next."""
    seen: float


def new_cookie() -> str:
    """Return what nobody guesses."""
    return secrets.token_urlsafe(32)


class Sessions:
    """All sessions of one server; several threads may ask at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._held: OrderedDict[str, Session] = OrderedDict()
        """By the hash of the cookie, so that none can be read out of a dump of the memory's tables."""

    def begin(self, name: str, account_at: datetime) -> str:
        """Begin a session of *name*, whose account was set last at *account_at*, and return its cookie."""
        cookie, now = new_cookie(), self._clock()
        with self._lock:
            self._held[_key(cookie)] = Session(name, account_at, now, now)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        return cookie

    def find(self, cookie: str, *, is_by_hand: bool = True) -> Session | None:
        """
        Return the session of *cookie*; None where there is none, or it has ended.

        What a page asks for by itself, not *by hand*, does not keep a session alive.
        """
        now, key = self._clock(), _key(cookie)
        with self._lock:
            session = self._held.get(key)
            if session is None:
                return None
            if now - session.seen > IDLE or now - session.begun > LONGEST:
                del self._held[key]
                return None
            if is_by_hand:
                self._held[key] = replace(session, seen=now)
        return session

    def end(self, cookie: str) -> None:
        """End the session of *cookie*, if there is one."""
        with self._lock:
            self._held.pop(_key(cookie), None)


def _key(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).hexdigest()
