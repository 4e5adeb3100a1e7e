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
Doubles = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The vectors and the rare words of all statements of a case, by their places."""

    vectors: Floats
    """Centred, of length 1."""
    _keys: Numbers
    """The words of each statement by their numbers, one statement after the other, each in the order of the words."""
    _starts: Numbers
    """Where in `_keys` those of each statement begin, and where the last ends."""
    _rare: Doubles
    """How much each word tells, by its number."""
    _sums: Doubles
    """How much the words of each statement tell together."""
    _as_shorter: Doubles
    _as_longer: Doubles

    @classmethod
    def of(cls, keys: Sequence[frozenset[str]], vectors: Floats) -> "Likeness":
        """Return the likeness of statements by their words that carry matter and their *vectors*, centred."""
        rare = rarity(keys)
        number = {key: place for place, key in enumerate(sorted(rare))}
        listed = [sorted(one) for one in keys]
        sums = [sum(rare[key] for key in one) or 1.0 for one in listed]
        return cls(
            vectors,
            np.array([number[key] for one in listed for key in one], dtype=np.int64),
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
        own = self._keys[self._starts[one] : self._starts[one + 1]]
        weights[own] = self._rare[own]
        sizes = self._starts[others + 1] - self._starts[others]
        whose = np.repeat(np.arange(len(others)), sizes)
        at = np.arange(len(whose)) + np.repeat(self._starts[others] - np.cumsum(sizes) + sizes, sizes)
        common = np.bincount(whose, weights[self._keys[at]], len(others))  # adds in order: the same sum everywhere
        is_shorter = self._sums[one] <= self._sums[others]
        ours = np.where(is_shorter, self._as_shorter[one], self._as_longer[one])
        shared: Doubles = common / (ours * np.where(is_shorter, self._as_longer[others], self._as_shorter[others]))
        return shared


def find_likeness(traits: Sequence[Traits], vectors: Floats) -> Likeness:
    """Return the likeness of *traits* with their centred *vectors*."""
    return Likeness.of([one.matter for one in traits], vectors)


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
