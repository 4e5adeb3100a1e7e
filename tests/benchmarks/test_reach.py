from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.gold import read_case
from benchmarks.reach import DOWN_TO, score_case
from tests.align.telling import bag_of_words

EXAMPLE = Path(__file__).parents[2] / "examples" / "gorna.gold.yaml"


class ByWords:
    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([bag_of_words(text) for text in texts])


def test_the_further_down_pairs_are_followed_the_more_a_perfect_clustering_reaches():
    case = read_case(EXAMPLE, EXAMPLE.parent)
    _, *perfect = score_case(case, ByWords())
    assert len(perfect) == len(DOWN_TO)
    assert perfect == sorted(perfect)
    assert perfect[0] < perfect[-1] <= 1.0
