"""Sentences and quotations: what every stage needs to know of running text."""

from stemma.prose.quotations import quotations
from stemma.prose.sentences import sentence_at, sentences
from stemma.prose.words import Word, words

__all__ = ["Word", "quotations", "sentence_at", "sentences", "words"]
