"""Who has an account, asked of the case now and then."""

import time
from collections.abc import Callable, Mapping, Sequence
from threading import Lock

from stemma.model.account import Account

__all__ = ["Register"]

FRESH = 5.0
"""Seconds for which an answer counts: whoever is let out of the case is out after so long."""


class Register:
    """The accounts of a case; several threads may ask at once."""

    def __init__(self, ask: Callable[[], Sequence[Account]], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._lock = Lock()
        self._known: Mapping[str, Account] = {}
        self._until = float("-inf")

    def find(self, name: str) -> Account | None:
        """
        Return the account with this name.

        Raises:
            CaseError: The case cannot be asked.
        """
        with self._lock:
            if self._clock() > self._until:
                self._known = {account.name: account for account in self._ask()}
                self._until = self._clock() + FRESH
            return self._known.get(name)

    def forget(self) -> None:
        """Ask anew the next time."""
        with self._lock:
            self._until = float("-inf")
