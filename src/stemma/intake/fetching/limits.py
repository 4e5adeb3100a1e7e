"""How long, how much and how often something is asked of the network."""

from dataclasses import dataclass

__all__ = ["USUAL", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may cost us, and what we cost a server."""

    size: int = 10_000_000
    """Bytes of an answer, unpacked; the heaviest news pages hold some millions."""
    seconds: float = 60.0
    """For one answer from first to last, however many bytes come meanwhile."""
    connect: float = 10.0
    silence: float = 20.0
    """Seconds without a byte."""
    redirects: int = 5
    tries: int = 3
    longest_wait: float = 120.0
    """Seconds that a server may ask us to wait before we rather give up for now."""
    pause: float = 1.0
    """Seconds between two questions to one host, where it does not ask for more."""
    private: bool = False
    """Whether addresses of this machine and of its own network may be asked."""


USUAL = Limits()
