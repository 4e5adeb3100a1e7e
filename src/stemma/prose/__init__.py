"""Sentences and quotations: what every stage needs to know of running text."""

from stemma.prose.accusations import is_accusation
from stemma.prose.datelines import DatelineCredit, dateline_credit, skip_dateline
from stemma.prose.outlets import bare_outlet, fold_outlet, is_body, is_own_outlet, key_of_outlet
from stemma.prose.quotations import is_continued, quotations
from stemma.prose.sentences import sentence_at, sentence_within, sentences
from stemma.prose.words import Word, bounds, word_keys, words, written

__all__ = [
    "DatelineCredit",
    "Word",
    "bare_outlet",
    "bounds",
    "dateline_credit",
    "fold_outlet",
    "is_accusation",
    "is_body",
    "is_continued",
    "is_own_outlet",
    "key_of_outlet",
    "quotations",
    "sentence_at",
    "sentence_within",
    "sentences",
    "skip_dateline",
    "word_keys",
    "words",
    "written",
]
