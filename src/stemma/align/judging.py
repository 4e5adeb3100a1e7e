"""Do two statements say the same? A score, and the signs that make it up."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.align.numbers import compared, may_agree
from stemma.align.sense import are_opposite
from stemma.align.traits import Traits
from stemma.model import Figure, Stance

__all__ = ["Sign", "judge", "likeness_of", "same_run", "signs"]

# The weights are in one scale, where 0 is the border between the same claim and another. Those of meaning and
# words are near what a logistic regression on these two alone gives them on the pairs of the gold cases; the others
# are chosen by what the sign is worth beside them. None was fitted to a case: moving any one of them by a sixth
# moves the mean B-cubed of the gold cases by about .02 at most.
MEANING = 3.2
"""Times the cosine of the two vectors, each less the mean vector of the case."""
WORDS = 6.0
"""Times the share of the words in common, the rare ones counting more."""
BORDER = -2.5
"""What meaning and words have to outweigh."""
RUN = 4.0
"""The same six words in a row are copied words."""
RUN_LENGTH = 6
SAME_SPEAKER = 1.2
"""Two outlets that give similar words to one speaker mostly heard the same saying."""
SAME_PARTY = 0.4
SAME_BREATH = -2.0
"""One source seldom says a thing twice in one document: what stands side by side is two things."""
NEGATION = -7.0
"""These three undo any likeness but that of copied words, of which one outlet may have cut the clause that differs."""
FORWARD = -7.0
TELLING = -7.0
DENIALS = 1.5
"""A party that denies mostly denies one thing, in many words."""
OTHER_NUMBER = -100.0
"""Never: a claim is its number. No average outweighs it."""
SAME_NUMBER = 0.5
LONE_NUMBER = -0.7
"""Where one counts and the other does not, the one's point is the number."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason for or against, in words."""

    reason: str
    weight: float


def judge(left: Traits, right: Traits, alike: float) -> float:
    """Return how much speaks for the same claim: above 0 the same, below it another."""
    return sum(sign.weight for sign in signs(left, right, alike))


def likeness_of(meaning: float, words: float) -> float:
    """Return what meaning and words alone speak for."""
    return MEANING * meaning + WORDS * words + BORDER


def signs(left: Traits, right: Traits, alike: float) -> Iterator[Sign]:
    """Yield what speaks for and against *left* and *right* saying the same, *alike* as they are."""
    yield Sign("likeness in meaning and words", alike)
    apart = left.attribution.document != right.attribution.document
    if apart and same_run(left.plain, right.plain):  # an outlet uses its own phrases again
        yield Sign(f"the same {RUN_LENGTH} words in a row", RUN)
    yield from _speakers(left, right)
    yield from _sense(left, right)
    yield from _numbers(left.figures, right.figures)


def _speakers(left: Traits, right: Traits) -> Iterator[Sign]:
    a, b = left.attribution, right.attribution
    same = bool(left.speakers & right.speakers)
    apart = a.document != b.document
    if same and apart:
        yield Sign("the same speaker in two documents", SAME_SPEAKER)
    elif apart and left.party and left.party == right.party:
        yield Sign("two speakers of one party", SAME_PARTY)
    denials = a.stance is Stance.DENY and b.stance is Stance.DENY
    if denials and left.party and left.party == right.party:
        yield Sign("two denials of one party", DENIALS)
    elif a.source and a.source == b.source and not apart:
        yield Sign("two things said in one breath", SAME_BREATH)


def _sense(left: Traits, right: Traits) -> Iterator[Sign]:
    if left.negated != right.negated and not (left.softened or right.softened):
        yield Sign("one of them negated", NEGATION)
    elif left.negated == right.negated and are_opposite(left.plain, right.plain):
        yield Sign("one says the opposite", NEGATION)
    if left.forward != right.forward:
        yield Sign("one of what may come, one of what is", FORWARD)
    if left.telling != right.telling and not (left.against or right.against):
        yield Sign("one of what someone admits or withholds", TELLING)


def _numbers(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> Iterator[Sign]:
    pairs = list(compared(left, right))
    if any(may_agree(a, b) for a, b in pairs):
        yield Sign("the same number", SAME_NUMBER)
    elif bool(left) != bool(right):
        yield Sign("a number in one of them", LONE_NUMBER)
    elif pairs:
        yield Sign("another number of the same thing", OTHER_NUMBER)


def same_run(left: tuple[str, ...], right: tuple[str, ...], length: int = RUN_LENGTH) -> bool:
    """Tell whether *left* and *right* share *length* words in a row."""
    runs = {left[i : i + length] for i in range(len(left) - length + 1)}
    return any(right[i : i + length] in runs for i in range(len(right) - length + 1))
