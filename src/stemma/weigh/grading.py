"""The digit of the Admiralty code, computed, with its reasons."""

from stemma.model import Brief, Claim, Grade

__all__ = ["grade"]


def grade(claim: Claim, brief: Brief) -> Grade:
    """Return the credibility digit of *claim*: 1 only with two or more independent origins."""
    return Grade(6, "truth cannot be judged")
