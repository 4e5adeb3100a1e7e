"""From attributions to claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stemma.model import Attribution, ClaimLink, Cluster, Document, Figure, Source, make_id

__all__ = ["Alignment", "align"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    The attributions with their ``claim`` filled, the claims, and how claims belong together.

    Narrated statements that share no claim with an attribution are left out.
    """

    attributions: tuple[Attribution, ...]
    clusters: tuple[Cluster, ...]
    links: tuple[ClaimLink, ...] = ()


def align(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    sources: Sequence[Source],
    vectors: Mapping[str, NDArray[np.float32]],
) -> Alignment:
    """Return which *attributions* say the same; *vectors* are their contents' embeddings by id, of length 1."""
    clusters = [Cluster(make_id("c", a.id), a.content, (a.id,)) for a in attributions if not a.narrated]
    claim = {a: cluster.id for cluster in clusters for a in cluster.attributions}
    kept = tuple(replace(a, claim=claim[a.id]) for a in attributions if a.id in claim)
    return Alignment(kept, tuple(clusters))
