"""Direct, indirect or mixed: told by the marks in the text alone, so that all systems are held to the same."""

from __future__ import annotations

from benchmarks.attribution.words import Words
from stemma.model import Quote
from stemma.prose import quotations
from training.tagger.corpus import Article

__all__ = ["kind_of", "quoted_words"]

DIRECT = 0.9
"""Share of a direct quote's words that stand between quotation marks: a stop or a bracketed word may not."""


def quoted_words(article: Article, words: Words) -> frozenset[int]:
    """Return the words of *article* between quotation marks, the marks included."""
    return words.cover([quote for block in article.paragraphs for quote in quotations(article.text, block)])


def kind_of(content: frozenset[int], quoted: frozenset[int]) -> Quote:
    """Return how *content* is given."""
    share = len(content & quoted) / max(1, len(content))
    return Quote.DIRECT if share >= DIRECT else Quote.MIXED if share else Quote.INDIRECT
