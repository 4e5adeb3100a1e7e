"""Passwords, checked against what cannot be turned back into them."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from stemma.errors import AccountError

__all__ = ["SHORTEST", "fits", "hash_password"]

SHORTEST = 12
"""Characters, as OWASP ASVS 5.0 asks; rules of form (a digit, a sign) are asked by neither it nor NIST SP 800-63B."""
LONGEST = 1000
"""Characters: what is hashed is bounded, since anybody may send it."""
_HASHER = PasswordHasher()
_AT_ONCE = BoundedSemaphore(2)
"""Each check takes 64 MiB for some 50 ms; many at once must not take the whole memory."""


def hash_password(password: str) -> str:
    """
    Return what *password* can be checked against.

    Raises:
        AccountError: It is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise AccountError(f"a password has {SHORTEST} to {LONGEST:,} characters; some words that you know will do")
    with _AT_ONCE:
        return _HASHER.hash(password.encode("utf-8", "surrogatepass"))


def fits(password: str, secret: str | None) -> bool:
    """
    Tell whether *password* is the one of *secret*.

    For nobody's (None) it takes as long as for somebody's, so that time does not tell who has an account.
    """
    if len(password) > LONGEST:
        return False
    with _AT_ONCE:
        try:
            _HASHER.verify(secret or _nobody(), password.encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
    return secret is not None


@cache
def _nobody() -> str:
    return _HASHER.hash(b"nobody's password")
