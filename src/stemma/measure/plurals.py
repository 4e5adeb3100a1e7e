"""Whether a word looks like a plural noun."""

from stemma.lexicon import words_of

__all__ = ["is_plural"]

_NOT_PLURAL_ENDINGS = ("ss", "us", "is", "’s")


def is_plural(word: str) -> bool:
    """Tell whether *word*, case-folded, looks like a plural noun."""
    if word in words_of("irregular_plurals"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL_ENDINGS)
