"""Who may look into a case that a team shares, and what they may do there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Account", "Role"]


class Role(StrEnum):
    """What somebody may do; each may do what those before it may."""

    READER = "reader"
    ANALYST = "analyst"
    """Judges."""
    OWNER = "owner"
    """Says who has which role."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in."""

    name: str
    role: Role
    secret: str
    """What their password is checked against; the password itself is kept nowhere."""
    at: datetime
    """When role or password were set last."""
