"""The same sentence in two documents: what it speaks of is the same, whatever the rest of each calls it."""

from stemma.model import Span
from stemma.prose import sentence_at, word_keys, written
from stemma.resolve.mentions import Text

__all__ = ["printed_at"]

SHORTEST = 8
"""Words that a sentence needs so that two writers do not hit on it by chance ("Officials did not say more.")."""


def printed_at(text: Text, span: Span) -> str | None:
    """Return the sentence around *span* and the place of *span* in it, as one key; None for one too short to tell."""
    sentence = sentence_at(span.start, text.sentences)
    if sentence is None:
        return None
    keys = word_keys(sentence.cut(text.text))
    before = written(text.text, Span(sentence.start, span.start))
    return f"{len(before)} {' '.join(keys)}" if len(keys) >= SHORTEST else None
