"""How near two statements are in meaning and in words, before any other sign."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.align.traits import Traits, rarity

__all__ = ["Doubles", "Floats", "Likeness", "Numbers", "centred", "find_likeness"]

Floats = NDArray[np.float32]
FEW = 12
"""Below a dozen statements their mean is more each one's own than the case's."""
SHORTER = 0.6
"""Weight of the shorter statement: a long content may hold what a short one says, and more. At .5 both weigh the
same; above .7 short contents are like everything (claims .75 → .73)."""
LENT = 0.5
"""
Weight of a word that a sentence lends to too few words of its own, a quarter where both have it only so: in full they
make all scraps of one sentence alike.
"""
Doubles = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The vectors and the rare words of all statements of a case, by their places."""

    vectors: Floats
    """Centred, of length 1."""
    _keys: Numbers
    """The words of each statement by their numbers, one statement after the other, each in the order of the words."""
    _shares: Doubles
    """How much each of them counts: 1, or `LENT`."""
    _starts: Numbers
    """Where in `_keys` those of each statement begin, and where the last ends."""
    _rare: Doubles
    """How much each word tells, by its number."""
    _sums: Doubles
    """How much the words of each statement tell together."""
    _as_shorter: Doubles
    _as_longer: Doubles

    @classmethod
    def of(cls, keys: Sequence[frozenset[str]], vectors: Floats, lent: Sequence[frozenset[str]] = ()) -> "Likeness":
        """
        Return the likeness of statements by their words that carry matter and their *vectors*, centred.

        Args:
            keys: The words of each.
            vectors: A row for each.
            lent: Which of its words are not its own, for each; none where left out.
        """
        rare = rarity(keys)
        number = {key: place for place, key in enumerate(sorted(rare))}
        listed = [sorted(one) for one in keys]
        lent = lent or [frozenset()] * len(listed)
        shares = [[LENT if key in borrowed else 1.0 for key in one] for one, borrowed in zip(listed, lent, strict=True)]
        counted = (zip(one, own, strict=True) for one, own in zip(listed, shares, strict=True))
        sums = [sum(rare[key] * share for key, share in one) or 1.0 for one in counted]
        return cls(
            vectors,
            np.array([number[key] for one in listed for key in one], dtype=np.int64),
            np.array([share for one in shares for share in one], dtype=np.float64),
            np.cumsum([0, *map(len, listed)]),
            np.array([rare[key] for key in number]),
            np.array(sums),
            np.array([one**SHORTER for one in sums]),
            np.array([one ** (1 - SHORTER) for one in sums]),
        )

    def meaning(self, one: int, others: Numbers) -> Doubles:
        """Return the cosine of *one* and each of *others*."""
        return np.asarray(np.einsum("j,ij->i", self.vectors[one], self.vectors[others]), dtype=np.float64)

    def words(self, one: int, others: Numbers) -> Doubles:
        """Return how much of what *one* and each of *others* say is in the same words, the rare ones counting more."""
        weights = np.zeros(len(self._rare))
        its = slice(self._starts[one], self._starts[one + 1])
        own = self._keys[its]
        weights[own] = self._rare[own] * self._shares[its]
        sizes = self._starts[others + 1] - self._starts[others]
        whose = np.repeat(np.arange(len(others)), sizes)
        at = np.arange(len(whose)) + np.repeat(self._starts[others] - np.cumsum(sizes) + sizes, sizes)
        each = weights[self._keys[at]] * self._shares[at]
        common = np.bincount(whose, each, len(others))  # adds in order: the same sum everywhere
        is_shorter = self._sums[one] <= self._sums[others]
        ours = np.where(is_shorter, self._as_shorter[one], self._as_longer[one])
        shared: Doubles = common / (ours * np.where(is_shorter, self._as_longer[others], self._as_shorter[others]))
        return shared


def find_likeness(traits: Sequence[Traits], vectors: Floats) -> Likeness:
    """Return the likeness of *traits* with their centred *vectors*."""
    return Likeness.of([one.matter for one in traits], vectors, [one.lent for one in traits])


def centred(vectors: Floats, spoken: NDArray[np.bool_]) -> Floats:
    """
    Return *vectors* less the mean of the *spoken* ones, of length 1.

    What all statements of a case share, its subject, says nothing of which of them say the same.
    """
    if spoken.sum() < FEW:
        return vectors
    rest = vectors - vectors[spoken].mean(axis=0, keepdims=True)
    unit: Floats = np.asarray(rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-6), dtype=np.float32)
    return unit
