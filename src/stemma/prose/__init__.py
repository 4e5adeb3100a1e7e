"""Sentences and quotations: what every stage needs to know of running text."""

from stemma.prose.accusations import is_accusation
from stemma.prose.datelines import DatelineCredit, dateline_credit, skip_dateline
from stemma.prose.quotations import is_continued, quotations
from stemma.prose.sentences import sentence_at, sentence_within, sentences
from stemma.prose.words import Word, bounds, word_keys, words, written

__all__ = [
    "DatelineCredit",
    "Word",
    "bounds",
    "dateline_credit",
    "is_accusation",
    "is_continued",
    "quotations",
    "sentence_at",
    "sentence_within",
    "sentences",
    "skip_dateline",
    "word_keys",
    "words",
    "written",
]
