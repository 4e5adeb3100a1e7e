"""What documents say in their own voice and others gave a source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.align.judging import NEVER, judge
from stemma.align.numbers import disagreement
from stemma.align.traits import MUTE, Traits, is_told
from stemma.align.words import content_keys, near_keys
from stemma.model import overlap

__all__ = ["adopt"]

Pairs = Mapping[tuple[int, int], float]

# A narrated sentence has no speaker to bear its likeness out: it must share words of matter with what was said, beyond
# names, which all statements of a case share. The weights are about those of a logistic regression on the narrated
# sentences of 34 events that readers put to claims, 409 of them to one that somebody is given for, and held on events
# that they were not fitted on (five folds); the number's is of the gold cases, there it told next to nothing. In those
# events 33 in a hundred of what is adopted is right, and 43 of what is to be adopted is found; with a border of 1.5 37
# and 42, with 1.2 31 and 43.
EACH = 0.36
"""For each word in common, beside the likeness in meaning and words in the scale of the judge of pairs,"""
ENOUGH = 3
"""up to three."""
NUMBER = 1.0
"""Where both have the same number in the same unit, no small one."""
FROM = 10
"""The numbers that count so."""
BORDER = 1.3
"""What these have to outweigh."""
HERE = 0.5
"""Off where the document itself tells it: what stands beside what somebody says mostly goes on from it."""
AGAINST = 0.5
"""Off where other signs of the judge weigh less than"""
CONTRARY = -2.0
"""this: a "not" of something else, a number in one alone of what may come."""
FEWEST = 3
"""Words of matter in what was said; "the attack" stands in many sentences that do not tell of it."""


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
    joined, placed = [list(group) for group in groups], set[int]()
    for _, one, number in sorted(_offers(groups, traits, alike), key=lambda offer: (-offer[0], offer[1:])):
        if one not in placed and not _is_barred(one, joined[number], traits):
            joined[number].append(one)
            placed.add(one)
    return joined


def _offers(
    groups: Sequence[Sequence[int]], traits: Sequence[Traits], alike: Pairs
) -> Iterator[tuple[float, int, int]]:
    """Yield how well a narrated statement fits, the statement, and the number of the group that it fits."""
    words = {
        index: _Words.of(traits[index].attribution.content) for index in {index for pair in alike for index in pair}
    }
    home = {index: number for number, group in enumerate(groups) for index in group}
    for (left, right), likeness in alike.items():
        if (left in home) == (right in home):
            continue
        one, other = (right, left) if left in home else (left, right)
        if is_told(traits[one].attribution) or traits[other].attribution.stance in MUTE:
            continue
        said = words[other].without(words[one].names)
        if len(said) < FEWEST:
            continue
        both = len(words[one].without(words[other].names) & said)
        fit = likeness + EACH * min(ENOUGH, both) - BORDER + NUMBER * _count_alike(traits[one], traits[other])
        fit -= HERE * (traits[one].attribution.document == traits[other].attribution.document)
        if fit <= 0:  # signs cost time
            continue
        beside = judge(traits[left], traits[right], likeness) - likeness
        if beside < CONTRARY:
            fit -= AGAINST
        if fit > 0 and beside > NEVER / 2:
            yield fit, one, home[other]


def _count_alike(one: Traits, other: Traits) -> bool:
    """Tell whether both give a number of the same size, other than a small one."""
    given = {(figure.low, figure.unit) for figure in one.figures if figure.low is not None and figure.low >= FROM}
    return any((figure.low, figure.unit) in given for figure in other.figures)


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
