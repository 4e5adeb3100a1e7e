"""What documents say in their own voice and others gave a source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.align.judging import judge
from stemma.align.numbers import disagreement
from stemma.align.traits import MUTE, Traits, is_told
from stemma.align.words import content_keys, near_keys
from stemma.model import overlap

__all__ = ["adopt"]

Pairs = Mapping[tuple[int, int], float]

# A narrated sentence has no speaker to bear its likeness out: it must share words of matter with what was said, beyond
# names, which all statements of a case share. The weights are what a logistic regression gives on the best pairs of 83
# narrated sentences of eight cases, read by hand: likeness alone orders them worse (mean precision .77, so .86).
# Of 60 sentences adopted so in news of other events 39 are right; by likeness alone 21 of 61 were. Of 22 more that came
# with NUMBER and with "would" beside "is" no longer being contrary, 12 are.
ALIKE = 0.23
"""Times the likeness in meaning and words, in the scale of the judge of pairs."""
COMMON = 4.1
"""Times the share of the words that both have, of the mean number of words."""
EACH = 0.96
"""For each word in common,"""
ENOUGH = 3
"""up to three."""
BORDER = -3.8
"""What these have to outweigh; the regression itself has -4.2, which is less of the right ones for few of the wrong."""
NUMBER = 0.6
"""Where both have the same number in the same unit, no small one."""
FROM = 10
"""The numbers that count so."""
HERE = 2.0
"""Off where the document itself tells it: what stands beside what somebody says mostly goes on from it."""
FEWEST = 3
"""Words of matter in what was said; "the attack" stands in many sentences that do not tell of it."""
CONTRARY = -2.0
"""Where other signs of the judge weigh less than this, the two speak against each other: a "not", not a "would"."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one content that carry matter."""

    near: Mapping[str, str]
    """Those that are no names, each with the group of near words that it is in."""
    names: frozenset[str]
    matter: frozenset[str]
    """The groups of those that are no names."""

    @classmethod
    def of(cls, content: str) -> "_Words":
        keys, names = content_keys(content), _names(content)
        near = {key: group for key, group in zip(keys, near_keys(keys), strict=True) if key not in names}
        return cls(near, names, frozenset(near.values()))

    def without(self, names: frozenset[str]) -> frozenset[str]:
        """Return the groups of those that are not in *names* either."""
        if names.isdisjoint(self.near):  # as of most pairs
            return self.matter
        return frozenset(group for key, group in self.near.items() if key not in names)


def adopt(groups: Sequence[Sequence[int]], traits: Sequence[Traits], alike: Pairs) -> list[list[int]]:
    """
    Return *groups*, clusters of what was told, each with the narrated statements that say the same.

    A narrated statement joins the cluster of what is likest to it among all that is told, and
    never brings two together; what is like nothing is left out.

    Args:
        groups: The clusters, by place in *traits*.
        traits: All statements of the case.
        alike: How alike two statements are in meaning and words.
    """
    words = [_Words.of(one.attribution.content) for one in traits]
    home = {index: number for number, group in enumerate(groups) for index in group}
    found: list[tuple[float, int, int]] = []
    told = [is_told(one.attribution) for one in traits]
    for (left, right), likeness in alike.items():
        if told[left] == told[right]:
            continue
        one, other = (right, left) if told[left] else (left, right)
        if other in home and traits[other].attribution.stance not in MUTE:
            fit = ALIKE * likeness + _in_common(words[one], words[other]) + BORDER
            fit += NUMBER * _count_alike(traits[one], traits[other])
            fit -= HERE * (traits[one].attribution.document == traits[other].attribution.document)
            if fit > 0 and judge(traits[left], traits[right], likeness) - likeness >= CONTRARY:
                found.append((fit, one, home[other]))
    adopted = [list(group) for group in groups]
    placed: set[int] = set()
    for _, one, number in sorted(found, key=lambda offer: (-offer[0], offer[1:])):
        if one not in placed and not _is_barred(one, adopted[number], traits):
            adopted[number].append(one)
            placed.add(one)
    return adopted


def _count_alike(one: Traits, other: Traits) -> bool:
    """Tell whether both give a number of the same size, other than a small one."""
    given = {(figure.low, figure.unit) for figure in one.figures if figure.low is not None and figure.low >= FROM}
    return any((figure.low, figure.unit) in given for figure in other.figures)


def _in_common(one: _Words, other: _Words) -> float:
    """Return what the words of both contents speak for; names, and what a sentence lends its content, aside."""
    if one.matter.isdisjoint(other.matter):
        return 0.0
    left, right = one.without(other.names), other.without(one.names)
    both = len(left & right)
    if len(right) < FEWEST:
        return 0.0
    return COMMON * 2 * both / max(1, len(left) + len(right)) + EACH * min(ENOUGH, both)


def _names(content: str) -> frozenset[str]:
    """Return the words that are written as names, the first aside, and all names of states."""
    inner = [word for word in content.split()[1:] if word[:1].isupper()]
    states = (key for key in content_keys(content) if key.startswith("="))
    return frozenset([*content_keys(" ".join(inner)), *states])


def _is_barred(one: int, group: Sequence[int], traits: Sequence[Traits]) -> bool:
    """Tell whether *group* holds another number, or a saying in the very sentence."""
    mine = traits[one]
    return any(
        disagreement(mine.figures, traits[other].figures)
        or (
            mine.attribution.document == traits[other].attribution.document
            and overlap(mine.attribution.content_spans, traits[other].attribution.content_spans)
        )
        for other in group
    )
