"""The dated text that a speaker was introduced with: "a letter from Lind on Aug. 6 … Lind contended …"."""

import re
from collections.abc import Sequence
from functools import cache

from stemma.attribute.timed import TimedSentence
from stemma.lexicon import words_of
from stemma.model import Attribution, Span
from stemma.when import CalendarDate, TimeExpression, Weekday

__all__ = ["time_of_paper"]

NEAR_BLOCKS = 1
"""Paragraphs before a saying in which the text that it is taken from is told of."""


CLAUSE = 150
"""Characters before a day in which the paper stands that it is the day of."""

_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}")


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words_of('spoken_texts')))})s?\b", re.IGNORECASE)


def time_of_paper(
    text: str, attribution: Attribution, told: Sequence[TimedSentence], place: int, contents: Sequence[Span]
) -> TimeExpression | None:
    """
    Return the day of the letter, interview or speech by which the sentences just before tell of the speaker.

    A day that stands in *contents*, in what somebody said, is none of the paper's.
    """
    names = _NAME.findall(attribution.source_span.cut(text)) if attribution.source_span else []
    if not names or told[place].times:
        return None
    for sentence in reversed(told[:place]):
        if told[place].block - sentence.block > NEAR_BLOCKS:
            return None
        if sentence.times:
            days = [e for e in sentence.times if _is_day(e) and not any(c.holds(e.span) for c in contents)]
            is_speaker_s = names[-1] in _NAME.findall(sentence.span.cut(text))
            return days[0] if is_speaker_s and len(days) == 1 and _is_paper_s(text, sentence.span, days[0]) else None
    return None


def _is_day(expression: TimeExpression) -> bool:
    value = expression.value
    is_day = isinstance(value, Weekday) or (isinstance(value, CalendarDate) and value.day is not None)
    return is_day and not expression.is_future


def _is_paper_s(text: str, sentence: Span, expression: TimeExpression) -> bool:
    """Whether the clause that the day ends tells of a paper."""
    return (
        _papers().search(text, max(sentence.start, expression.span.start - CLAUSE), expression.span.start) is not None
    )
