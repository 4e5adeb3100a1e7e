"""Which of the words that were taken for a source can name somebody."""

import re

from stemma.lexicon import words_of

__all__ = ["SAYS", "speaker_words"]

SAYS = r"(?:said|says?|told|tells|added|adds|announced|stated|reported|wrote|confirmed)\b"
"""The verbs that stand right behind whoever speaks; the rarer ones of the lexicon are nouns as often ("claims")."""
_DAY = (
    r"(?:today|yesterday|tonight|tomorrow|earlier|later|again|"
    r"(?:last|this|next|late|early|on)\s+(?:\w+day|week|month|year|night|morning|evening|spring|summer|autumn|fall|winter)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_LAST_DAY = re.compile(rf"[\s,]+{_DAY}$")
_ONLY_DAY = re.compile(_DAY, re.IGNORECASE)
_LAST_JOINT = re.compile(r"\s+(?:and|or|but|from|of|by|to|in|on|at|for|with|that|as|the|an?)$", re.IGNORECASE)
# "Mum Michelle can be heard": the speaker is the subject, what they are heard doing is the cue.
_PREDICATE = re.compile(r"\s+(?:is|are|was|were|can|could|may|might|will|would|has|have|had|also)\s+\w.*$", re.DOTALL)
_CITED = re.compile(
    r",?\s+(?:(?:who\s+)?(?:was|were|is|are)\s+)?(?:cited|quoted|interviewed|contacted|surveyed)(?:\s+by)?$"
)
"""What is said of how the words reached the paper is no part of whose words they are."""
_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that|where|when)\b|[,(]", re.IGNORECASE)


def speaker_words(words: str) -> str:
    """
    Return the part of *words* that can name a speaker, "" where none can.

    A day behind the name and a predicate that was taken along are cut off; what then is nothing but a conjunction,
    an article, a day, or breaks off in a preposition, names nobody.
    """
    kept = words.strip()
    if _ONLY_DAY.fullmatch(kept) or kept.casefold() in words_of("clause_joints"):
        return ""
    kept = _CITED.sub("", kept)
    if not _CLAUSE.search(kept):
        kept = _PREDICATE.sub("", kept)
    kept = _LAST_DAY.sub("", kept)
    return "" if _LAST_JOINT.search(kept) else kept
