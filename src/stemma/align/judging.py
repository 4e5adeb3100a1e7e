"""Do two statements say the same? A score, and the signs that make it up."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from stemma.align.contrary import is_doubled_as_possible, is_negation_of
from stemma.align.days import are_apart
from stemma.align.likeness import Doubles
from stemma.align.numbers import compared, is_attribute, is_given, may_agree
from stemma.align.scenes import are_of_other_events
from stemma.align.sense import are_opposite
from stemma.align.traits import Traits
from stemma.model import Figure, Stance, overlap

__all__ = ["NEVER", "Sign", "judge", "likeness_of", "same_run", "signs"]

# The weights are in one scale, where 0 is the border between the same claim and another. Those of meaning and words
# are near what a logistic regression on these two alone gives them on pairs of ECB+ (3.5, 7.1: benchmarks/pairs.py);
# the others are chosen by what the sign is worth beside them. A soft likeness of single words adds nothing to these two
# there, and a sentence model five times as large next to nothing on the pairs of the gold cases.
MEANING = 3.2
"""Times the cosine of the two vectors, each less the mean vector of the case."""
WORDS = 6.0
"""Times the share of the words in common, the rare ones counting more."""
BORDER = -2.3
"""What meaning and words have to outweigh."""
RUN = 4.0
"""The same six words in a row are copied words."""
RUN_LENGTH = 6
STATEMENTS = 1 << 14
"""Statements whose runs are kept: those of a large story."""
SAME_SPEAKER = 2.8
"""Two outlets that give similar words to one speaker mostly heard the same saying,"""
TALKATIVE = 0.9
"""the less surely the more they have from that speaker: off for each e-fold of it."""
SAME_BREATH = -2.0
"""One source seldom says a thing twice in one document: what stands side by side is two things."""
NEVER = -10_000.0
"""No average over the pairs of two clusters outweighs it: what contradicts is not joined over what lies between."""
SAME_SENTENCE = NEVER
"""A sentence does not say one thing twice, however alike the words are that complete its parts."""
QUESTION = -12.0
"""Who asks does not say."""
CONTRARY = NEVER
"""The very same thing with and without a "not", or with and without a "may"."""
WITHHELD = -7.0
"""What someone does not own to is a claim about him, not about the thing."""
NEGATION = -3.0
"""A "not" somewhere in the main clause of one: of something else, it may be, or the same in other words."""
FORWARD = -1.5
"""Seldom more than a choice of tense: "intends to", "is preparing", "would"."""
DENIALS = 2.0
"""A party that denies mostly denies one thing, in many words."""
OTHER_DAY = -7.0
"""Two occasions of one kind; only copied words may have a slip in the day."""
OTHER_EVENT = -9.0
"""Reports of two events say alike things of different people; what is copied is of one all the same."""
OTHER_NUMBER = NEVER
"""A claim is its number."""
SAME_NUMBER = 0.5
LONE_NUMBER = -0.7
"""Where one counts and the other does not, the one's point is the number."""
FEW = 3
"""Up to so many people are as well told by name as by number."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason for or against, in words."""

    reason: str
    weight: float


def judge(left: Traits, right: Traits, alike: float) -> float:
    """Return how much speaks for the same claim: above 0 the same, below it another."""
    return sum((sign.weight for sign in _signs_beside(left, right, alike)), alike)


def likeness_of(meaning: Doubles, words: Doubles) -> Doubles:
    """Return what meaning and words alone speak for, pair by pair."""
    return MEANING * meaning + WORDS * words + BORDER


def signs(left: Traits, right: Traits, alike: float) -> Iterator[Sign]:
    """Yield what speaks for and against *left* and *right* saying the same, *alike* as they are."""
    yield Sign("likeness in meaning and words", alike)
    yield from _signs_beside(left, right, alike)


def _signs_beside(left: Traits, right: Traits, alike: float) -> Iterator[Sign]:
    apart = left.attribution.document != right.attribution.document
    if apart and same_run(left.plain, right.plain):  # an outlet uses its own phrases again
        yield Sign(f"the same {RUN_LENGTH} words in a row", RUN)
    if apart and are_of_other_events(left.scene, right.scene):
        yield Sign("reports of different events", OTHER_EVENT)
    yield from _speakers(left, right)
    yield from _sense(left, right, alike)
    if are_apart(left.days, right.days):
        yield Sign("on another day", OTHER_DAY)
    yield from _numbers(left.figures, right.figures)


def _speakers(left: Traits, right: Traits) -> Iterator[Sign]:
    a, b = left.attribution, right.attribution
    same = bool(left.speakers & right.speakers)
    apart = a.document != b.document
    if same and apart:
        sayings = max(left.sayings, right.sayings)
        yield Sign("the same speaker in two documents", SAME_SPEAKER - TALKATIVE * math.log(sayings))
    denials = a.stance is Stance.DENY and b.stance is Stance.DENY
    if denials and left.party and left.party == right.party:
        yield Sign("two denials of one party", DENIALS)
    elif not apart and _is_one_sentence(left, right):
        yield Sign("two things said in one sentence", SAME_SENTENCE)
    elif a.source and a.source == b.source and not apart:
        yield Sign("two things said in one breath", SAME_BREATH)


def _is_one_sentence(left: Traits, right: Traits) -> bool:
    """Tell whether both stand side by side in one sentence, and neither within the other."""
    a, b = left.attribution, right.attribution
    return left.sentence == right.sentence and not overlap(a.content_spans, b.content_spans)


def _sense(left: Traits, right: Traits, alike: float) -> Iterator[Sign]:
    if alike > 0 and (_is_contrary(left, right) or _is_contrary(right, left)):
        yield Sign("one says or doubts what the other says outright", CONTRARY)
    elif left.negated != right.negated and not (left.softened or right.softened):
        yield Sign("one of them negated", NEGATION)
    elif left.negated == right.negated and are_opposite(left.plain, right.plain):
        yield Sign("one says the opposite", CONTRARY)
    if left.forward != right.forward:
        yield Sign("one of what may come, one of what is", FORWARD)
    if left.withholds != right.withholds and not (left.against or right.against):
        yield Sign("one of what someone does not own to", WITHHELD)
    if (left.attribution.stance is Stance.QUESTION) != (right.attribution.stance is Stance.QUESTION):
        yield Sign("one of them asks", QUESTION)


def _is_contrary(left: Traits, right: Traits) -> bool:
    """Tell whether *left* says "not" or "may" of what *right* says outright, and neither is the other cut short."""
    if left.against or right.against or not (left.negated or left.forward or left.softened):
        return False
    one, other = left.attribution.content, right.attribution.content
    return (is_negation_of(one, other) or is_doubled_as_possible(one, other)) and not same_run(left.plain, right.plain)


def _numbers(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> Iterator[Sign]:
    if not (left or right):
        return
    pairs = list(compared(left, right))
    agreeing = [pair for pair in pairs if may_agree(*pair)]
    if agreeing:
        if not all(is_attribute(a) != is_attribute(b) for a, b in agreeing):
            yield Sign("the same number", SAME_NUMBER)
    elif any(map(_is_telling, left)) != any(map(_is_telling, right)):
        yield Sign("a number in one of them", LONE_NUMBER)
    elif any(not (is_given(a, right) or is_given(b, left)) for a, b in pairs):
        yield Sign("another number of the same thing", OTHER_NUMBER)


def _is_telling(figure: Figure) -> bool:
    """Tell a number that a retelling would keep as a number."""
    return figure.unit is not None or figure.low is None or figure.low > FEW


def same_run(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether *left* and *right* share `RUN_LENGTH` words in a row."""
    return not _runs(left).isdisjoint(_runs(right))


@lru_cache(maxsize=STATEMENTS)
def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[i : i + RUN_LENGTH] for i in range(len(words) - RUN_LENGTH + 1))
