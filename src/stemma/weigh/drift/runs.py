"""Words that two texts share in a row."""

from collections.abc import Sequence
from difflib import SequenceMatcher

__all__ = ["longest_run"]


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words in a row *left* and *right* share at most."""
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
