"""Which of two documents could have taken from the other."""

from stemma.model import Document

__all__ = ["is_earlier", "later_of"]

# Below this difference in length a copy is no shorter than what it was copied from.
CLEARLY_SHORTER = 0.9


def is_earlier(document: Document, other: Document) -> bool:
    """Tell whether *document* was out before *other*, on every reading of their dates."""
    mine, theirs = document.published.interval, other.published.interval
    return bool(mine and theirs and mine.latest < theirs.earliest)


def later_of(
    left: Document, right: Document, *, left_words: int, right_words: int
) -> tuple[Document, Document, str] | None:
    """
    Return the one that took, the one that it took from, and why, or None where nothing tells.

    Dates decide where they are apart; else the shorter text is the copy, since a rewrite drops.
    """
    if is_earlier(left, right):
        return right, left, "it came out later"
    if is_earlier(right, left):
        return left, right, "it came out later"
    if left_words < CLEARLY_SHORTER * right_words:
        return left, right, "it is the shorter"
    if right_words < CLEARLY_SHORTER * left_words:
        return right, left, "it is the shorter"
    return None
