"""From claims to derivations and origins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Cluster, Derivation, Document, Figure, Origins, Source

__all__ = ["Trace", "trace"]


@dataclass(frozen=True, slots=True)
class Trace:
    """The derivations of a case, and the origins of each claim by its id."""

    derivations: tuple[Derivation, ...]
    origins: Mapping[str, Origins]


def trace(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    sources: Sequence[Source],
    clusters: Sequence[Cluster],
) -> Trace:
    """Return who took what from whom; every relay is folded into whom it relays."""
    of = {a.id: a for a in attributions}
    origins = {}
    for cluster in clusters:
        ids = sorted({s for a in cluster.attributions if (s := of[a].source)})
        origins[cluster.id] = Origins(len(ids), len(ids), tuple(ids), len(ids))
    return Trace((), origins)
