"""How long to wait for a server, and when to try again."""

from __future__ import annotations

import email.utils
from dataclasses import dataclass
from datetime import UTC, datetime

__all__ = ["BUSY", "Patience", "asked_wait"]

BUSY = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))
"""Statuses that may be gone a little later."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds and counts for one question."""

    total: float = 600.0
    """From the first try to the end of the answer, waits included: a small machine writes a page in minutes."""
    connect: float = 10.0
    tries: int = 5
    first_wait: float = 1.0
    """Doubled after each try."""

    def wait(self, tried: int, asked: float | None) -> float:
        """Return how long to wait after try number *tried* (from 1): what the server asked for, else our own."""
        return self.first_wait * 2 ** (tried - 1) if asked is None else asked


def asked_wait(header: str | None, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header, a number or a date (RFC 9110, 10.2.3), or None."""
    if header is None:
        return None
    try:
        seconds = float(header)
    except ValueError:
        try:
            until = email.utils.parsedate_to_datetime(header)
        except ValueError:
            return None
        zoned = until if until.tzinfo else until.replace(tzinfo=UTC)
        seconds = (zoned - now).total_seconds()
    return max(0.0, seconds) if seconds == seconds else None  # NaN is unequal to itself
