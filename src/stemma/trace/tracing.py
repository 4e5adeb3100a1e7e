"""From claims to derivations and origins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Attribution, Circle, Cluster, Derivation, Document, Origins, Source
from stemma.trace.circling import find_circles
from stemma.trace.deriving import derive
from stemma.trace.edge import Material
from stemma.trace.relaying import find_relays
from stemma.trace.rooting import find_origins

__all__ = ["Trace", "trace"]


@dataclass(frozen=True, slots=True)
class Trace:
    """The derivations of a case, and the origins of each claim by its id."""

    derivations: tuple[Derivation, ...]
    origins: Mapping[str, Origins]
    sources: tuple[Source, ...] = ()
    """Outlets that a document is derived from and that no attribution names: credits, datelines."""
    circles: tuple[Circle, ...] = ()


def trace(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    clusters: Sequence[Cluster],
) -> Trace:
    """Return who took what from whom; every relay is folded into whom it relays."""
    material = Material(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(sorted(attributions, key=lambda a: (a.document, a.content_spans, a.id))),
        tuple(sorted(sources, key=lambda s: s.id)),
    )
    derived = derive(material)
    relays = find_relays(material.attributions, material.sources)
    leading: dict[str, list[Derivation]] = {}
    for derivation in derived.derivations:
        leading.setdefault(derivation.document, []).append(derivation)
    origins: dict[str, Origins] = {}
    for cluster in clusters:
        own = [d for document in material.carriers.get(cluster.id, ()) for d in leading.get(document, ())]
        origins[cluster.id] = find_origins(cluster, material, relays, own)
    known = replace(material, sources=(*material.sources, *derived.sources))
    return Trace(derived.derivations, origins, derived.sources, find_circles(known, derived.derivations))
