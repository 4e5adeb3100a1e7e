"""Words that two texts share in a row."""

from collections.abc import Sequence

__all__ = ["longest_run"]


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words in a row *left* and *right* share at most."""
    longest, row = 0, [0] * (len(right) + 1)
    for word in left:
        previous = 0
        for at, other in enumerate(right, 1):
            previous, row[at] = row[at], previous + 1 if word == other else 0
            longest = max(longest, row[at])
    return longest
