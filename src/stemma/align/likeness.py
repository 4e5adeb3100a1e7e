"""How near two statements are in meaning and in words, before any other sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.align.traits import Traits, rarity

__all__ = ["Floats", "Likeness", "centred", "find_likeness"]

Floats = NDArray[np.float32]
FEW = 12
"""Below a dozen statements their mean is more each one's own than the case's."""
SHORTER = 0.6
"""Weight of the shorter statement: a long content may hold what a short one says, and more. At .5 both weigh the
same; above .7 short contents are like everything (claims .75 → .73)."""
CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Likeness:
    """The vectors and the rare words of all statements of a case."""

    keys: tuple[frozenset[str], ...]
    rare: Mapping[str, float]
    sums: tuple[float, ...]
    vectors: Floats
    """Centred, of length 1."""

    @classmethod
    def of(cls, keys: Sequence[frozenset[str]], vectors: Floats) -> "Likeness":
        """Return the likeness of statements by their words that carry matter and their *vectors*, centred."""
        rare = rarity(keys)
        sums = tuple(sum(rare[key] for key in sorted(one)) or 1.0 for one in keys)
        return cls(tuple(keys), rare, sums, vectors)

    def meaning(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return the cosine of each of *pairs*."""
        found: list[float] = []
        for start in range(0, len(pairs), CHUNK):
            left, right = np.array(pairs[start : start + CHUNK]).T
            found += np.einsum("ij,ij->i", self.vectors[left], self.vectors[right]).tolist()
        return found

    def words(self, left: int, right: int) -> float:
        """Return how much of what both say is said in the same words, the rare ones counting more."""
        common = self.keys[left] & self.keys[right]
        if not common:
            return 0.0
        less, more = sorted((self.sums[left], self.sums[right]))
        return sum(self.rare[key] for key in sorted(common)) / float(less**SHORTER * more ** (1 - SHORTER))


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
