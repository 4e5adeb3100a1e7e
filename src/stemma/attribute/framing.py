"""The time that a paragraph's tale is set in: "Back in 2012, the club bought the mill. … Doing so, it said …"."""

from collections.abc import Sequence

from stemma.attribute.timed import TimedSentence
from stemma.attribute.verbs import is_past
from stemma.attribute.words import words_in
from stemma.model import Attribution
from stemma.when import Since, TimeExpression, Unanchored

__all__ = ["frame_of"]

OPENING = 2
"""Words before a time with which it still opens its sentence ("But on", "Back in")."""


def frame_of(text: str, attribution: Attribution, told: Sequence[TimedSentence], place: int) -> TimeExpression | None:
    """
    Return the time that opened a sentence before *place* in its paragraph, nothing newer being told since.

    A time at the head of a sentence sets those after it too; one inside it belongs to its own clause.
    """
    cue = words_in(text, attribution.cue_span) if attribution.cue_span else ()
    if told[place].times or not any(is_past(word.low) for word in cue):
        return None  # what is told in the present is not part of the tale
    for sentence in reversed(told[:place]):
        if sentence.block != told[place].block:
            return None
        if sentence.times:
            return _opening(text, sentence)
    return None


def _opening(text: str, sentence: TimedSentence) -> TimeExpression | None:
    first = sentence.times[0]
    if first.is_future or isinstance(first.value, Since | Unanchored):
        return None
    before = text[sentence.span.start : first.span.start].split()
    return first if len(before) <= OPENING and not any(word.endswith((",", ":")) for word in before) else None
