"""
Denials and silences: which claim do they answer?

What a denier says is worded as its own ("we respect the law", "the claims are baseless") and seldom like the
claim that is denied. It belongs to that claim all the same: there the positions on it are read off.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stemma.align.judging import MEANING, WORDS
from stemma.align.likeness import Likeness
from stemma.align.reaching import Names, Reach
from stemma.align.sense import is_negated
from stemma.align.traits import MUTE, Traits
from stemma.align.words import content_keys, plain_words
from stemma.lexicon import words_of
from stemma.model import Source, Stance
from stemma.prose import is_accusation

__all__ = ["answer"]

NAMED = 1.0
"""A claim that names the denier is one that the denier would answer."""
NEAR = 1.3
"""An answer mostly stands beside what it answers."""
ACCUSED = 1.0
"""An accusation asks for a denial."""
OTHER_TIME = -1.0
"""Who denies what was done does not deny a demand or a fear, and the reverse."""
WIDE = 0.1
"""For each further document that tells a claim: it is the one that people are asked about."""
NEAR_BY = 3
"""Attributions of a document between a claim and its answer at most."""
ENOUGH = 2.4
"""An answer in words of its own: named or near is not enough, some likeness must be there too."""
ENOUGH_FOR_EMPTY = 0.8
"""An answer without words of its own ("denied the claims") can only be about what stands there."""
OWN_WORDS = 2.5
"""Who denies in full what was said ("denied that the girls were sold") denies those words, and no others near them."""
_CAPITAL = re.compile(r"(?<!\w)[A-Z][\w'’]+")


def answer(
    groups: Sequence[Sequence[int]], traits: Sequence[Traits], likeness: Likeness, sources: Mapping[str, Source]
) -> list[list[int]]:
    """Return *groups* with each group of nothing but answers joined to the claim that it answers."""
    claims = {n: list(group) for n, group in enumerate(groups) if not all(traits[i].answers for i in group)}
    answers = _runs([group for number, group in enumerate(groups) if number not in claims], traits)
    reach = Reach(claims, traits)
    found = {number: list(group) for number, group in claims.items()}
    alone: list[list[int]] = []
    for group in answers:
        best = max(_ranked(group, reach, traits, likeness, sources), default=None)
        enough = ENOUGH_FOR_EMPTY if all(traits[i].bare for i in group) else ENOUGH
        if best and best[0] >= enough:
            found[-best[1]] += group
        else:
            alone.append(group)
    return sorted(sorted(group) for group in [*found.values(), *alone])


def _runs(groups: Sequence[Sequence[int]], traits: Sequence[Traits]) -> list[list[int]]:
    """Join groups of answers of which one runs on in the other: the same source, the next statement."""
    joined: dict[int, list[int]] = {}
    at: dict[tuple[str, str | None, int], int] = {}
    for number, group in enumerate(groups):
        spoken = [traits[i] for i in group if traits[i].attribution.source]
        beside = [(t.attribution.document, t.attribution.source, t.order + step) for t in spoken for step in (-1, 1)]
        near = sorted({at[place] for place in beside if place in at})
        joined[number] = [*group, *(index for other in near for index in joined.pop(other))]
        for one in (traits[i] for i in joined[number]):
            at[one.attribution.document, one.attribution.source, one.order] = number
    return list(joined.values())


def _ranked(
    group: Sequence[int],
    reach: Reach,
    traits: Sequence[Traits],
    likeness: Likeness,
    sources: Mapping[str, Source],
) -> Iterator[tuple[float, int]]:
    """Yield how well each claim fits, with its negated number: of equals the first."""
    answers = [_Answer.of(index, traits[index], sources) for index in group]
    reached = reach.of(group, {one.index: one.names for one in answers})
    alike = [_alike(one, reached, reach, likeness) for one in answers]
    documents = {one.traits.attribution.document for one in answers}
    is_bare = all(one.traits.bare for one in answers)
    for number in reached:
        asserted = [m for m in reach.asserted[number] if not any(_is_own(traits[m], one.traits) for one in answers)]
        if is_bare:
            asserted = [m for m in asserted if traits[m].attribution.document in documents]
        if not asserted:
            continue
        fits = [max(_fits(one, asserted, traits, near)) for one, near in zip(answers, alike, strict=True)]
        yield sum(fits) / len(fits) + WIDE * (reach.documents[number] - 1), -number


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer, with what is asked of it for each claim."""

    index: int
    traits: Traits
    names: Names
    """By which its source goes."""
    named: frozenset[str]
    """All words of them."""
    repeats: bool

    @classmethod
    def of(cls, index: int, traits: Traits, sources: Mapping[str, Source]) -> "_Answer":
        names = _names(traits, sources)
        return cls(index, traits, names, frozenset[str]().union(*names), _repeats(traits))


def _alike(answer: _Answer, numbers: Iterable[int], reach: Reach, likeness: Likeness) -> Mapping[int, float]:
    """Return how alike *answer* is to each statement of the claims *numbers*; a bare one is like nothing."""
    statements = [member for number in numbers for member in reach.claims[number]]
    if answer.traits.bare or not statements:
        return {}
    others = np.array(statements, dtype=np.int64)
    alike = MEANING * likeness.meaning(answer.index, others) + WORDS * likeness.words(answer.index, others)
    return dict(zip(statements, alike.tolist(), strict=True))


def _fits(
    answer: _Answer, statements: Sequence[int], traits: Sequence[Traits], alike: Mapping[int, float]
) -> Iterator[float]:
    """Yield how well *answer* answers each of *statements*."""
    for statement in statements:
        claim = traits[statement]
        fit, is_whole = _stands(answer, claim)
        yield fit if is_whole else _worded(answer, claim, fit, alike[statement])


def _stands(answer: _Answer, claim: Traits) -> tuple[float, bool]:
    """Return how well *answer* answers *claim* by who gives it and where it stands, and whether that is all of it."""
    one = answer.traits
    mute = one.attribution.stance in MUTE
    named = not answer.named.isdisjoint(claim.keys | claim.voices if mute else claim.keys)
    if not named and mute:  # who could not be reached was asked about what concerns them
        return 0.0, True
    gap = one.order - claim.order
    if mute and gap < 0:
        return 0.0, True
    near = one.attribution.document == claim.attribution.document and 0 < gap <= NEAR_BY
    fit = NAMED * named + (NEAR * (1 - (gap - 1) / (2 * NEAR_BY)) if near else 0.0)
    if named and not mute and is_accusation(claim.attribution.content):
        fit += ACCUSED
    return fit, one.bare


def _worded(answer: _Answer, claim: Traits, fit: float, alike: float) -> float:
    """Return how well *answer*, which so far has *fit*, answers *claim* by its own words, *alike* as they are, too."""
    one = answer.traits
    if one.forward != claim.forward:
        fit += OTHER_TIME
    if answer.repeats:
        is_accused = any(name <= claim.keys for name in answer.names) and is_accusation(claim.attribution.content)
        if claim.negated or (alike < OWN_WORDS and not is_accused):
            return 0.0
    return fit + alike


def _repeats(one: Traits) -> bool:
    """Tell whether a denial repeats what it denies, and neither says "not" itself nor calls something false."""
    if one.attribution.stance is not Stance.DENY:
        return False
    content = one.attribution.content
    return words_of("falsity_words").isdisjoint(plain_words(content)) and not is_negated(content)


def _is_own(claim: Traits, answer: Traits) -> bool:
    """Tell whether *claim* is of the side that answers; who cannot be reached again is silent on their own as well."""
    a, b = claim.attribution, answer.attribution
    is_one = bool(a.source and a.source == b.source) or bool(claim.party and claim.party == answer.party)
    return is_one and not (b.narrated and b.stance in MUTE)


def _names(one: Traits, sources: Mapping[str, Source]) -> Names:
    """Return the words of each name of the source of *one*, and of whom it speaks for."""
    if one.attribution.source is None:
        return frozenset(frozenset([key]) for key in _capitals(one.attribution.content))
    known = [sources[key] for key in (one.attribution.source, one.party) if key and key in sources]
    names = [name for source in known for name in (source.name, *source.aliases) if name[:1].isupper()]
    return frozenset(keys for name in names if (keys := frozenset(content_keys(name))))


def _capitals(text: str) -> frozenset[str]:
    """Return the names in *text*: its capitalised words but the days."""
    words = (word for word in _CAPITAL.findall(text) if word.casefold() not in words_of("weekday_and_month_words"))
    return frozenset(key for word in words for key in content_keys(word))
