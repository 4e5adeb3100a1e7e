"""From attributions to claims."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stemma.align.answering import answer
from stemma.align.choosing import clearest
from stemma.align.clustering import UNJUDGED, cluster
from stemma.align.doubting import find_doubts
from stemma.align.judging import judge
from stemma.align.likeness import Floats, Likeness, centred, find_likeness
from stemma.align.linking import link
from stemma.align.narrating import adopt
from stemma.align.pairing import candidates
from stemma.align.scoring import Alike, find_alike, score_pairs
from stemma.align.traits import Traits, find_traits, is_told
from stemma.judge import constrain
from stemma.model import Attribution, ClaimLink, Cluster, Document, Figure, Source, Stance, make_id
from stemma.model.families import families_of
from stemma.model.question import Doubt
from stemma.model.ruling import UNBOUND, Bonds

__all__ = ["Alignment", "align"]

FIRM = 1.5
"""The score from which on voices are counted as apart by what two statements say alike. Of 148 claims read by hand in
nine cases 19 were shown to have two voices where all pairs that were joined counted, 9 of them rightly; 11 where those
from 1 on counted, 5 of them rightly; 4 from 1.5 on, all rightly."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    The attributions with their ``claim`` filled, the claims, and how claims belong together.

    Narrated statements that share no claim with an attribution are left out.
    """

    attributions: tuple[Attribution, ...]
    clusters: tuple[Cluster, ...]
    links: tuple[ClaimLink, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def align(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    sources: Sequence[Source],
    vectors: Mapping[str, NDArray[np.float32]],
    bonds: Bonds = UNBOUND,
) -> Alignment:
    """
    Return which *attributions* say the same.

    Args:
        documents: What they stand in.
        attributions: All of the case, with their sources.
        figures: All of the case.
        sources: Who speaks.
        vectors: The embeddings of the attributions' wordings by id, of length 1.
        bonds: Which attributions say the same and which do not by an analyst's word.
    """
    ordered = sorted(attributions, key=lambda a: (a.document, a.content_spans, a.id))
    if not ordered:
        return Alignment((), ())
    by_id = {document.id: document for document in documents}
    traits = find_traits(by_id, ordered, figures, sources)
    rows = centred(np.stack([vectors[a.id] for a in ordered]), np.array([not a.narrated for a in ordered]))
    likeness = find_likeness(traits, rows)
    pairs = find_alike(candidates(traits, likeness.vectors), traits, likeness)
    scores = score_pairs(traits, pairs)
    groups = adopt(_groups(traits, scores, likeness, {source.id: source for source in sources}), traits, pairs)
    same, different = bonds.placed([one.id for one in ordered])
    if bonds:
        groups = constrain(groups, same, different, lambda left, right: _score((left, right), traits, pairs))
    family = families_of(len(ordered), [*_firm(scores, groups), *same])
    clusters = {found.id: (found, group) for group in groups for found in [_cluster(group, traits, rows, family)]}
    claim = {a: found.id for found, _ in clusters.values() for a in found.attributions}
    kept = tuple(replace(a, claim=claim[a.id]) for a in ordered if a.id in claim)
    links = link({key: group for key, (_, group) in clusters.items()}, traits, pairs, by_id)
    doubts = find_doubts(traits, pairs, scores, groups)
    return Alignment(kept, tuple(found for _, (found, _) in sorted(clusters.items())), links, doubts)


def _groups(
    traits: Sequence[Traits], scores: Alike, likeness: Likeness, sources: Mapping[str, Source]
) -> list[list[int]]:
    """Cluster what is claimed and what is denied, and give each denial its claim."""
    told = [index for index, one in enumerate(traits) if is_told(one.attribution)]
    groups = [[index] for index in told if traits[index].bare]
    for denied in (False, True):
        side = [i for i in told if not traits[i].bare and (traits[i].attribution.stance is Stance.DENY) == denied]
        groups += _clustered(side, scores, traits)
    return answer(groups, traits, likeness, sources)


def _firm(scores: Alike, groups: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs within the *groups* for which much speaks."""
    home = {member: number for number, group in enumerate(groups) for member in group}
    for (left, right), score in scores.items():
        if score >= FIRM and left in home and home[left] == home.get(right):
            yield left, right


def _score(pair: tuple[int, int], traits: Sequence[Traits], pairs: Alike) -> float:
    return judge(traits[pair[0]], traits[pair[1]], pairs[pair]) if pair in pairs else UNJUDGED


def _clustered(indices: Sequence[int], scores: Alike, traits: Sequence[Traits]) -> list[list[int]]:
    place = {index: row for row, index in enumerate(indices)}
    among = {(place[a], place[b]): score for (a, b), score in scores.items() if a in place and b in place}
    told = [traits[index].attribution for index in indices]
    homes = [None if one.stance is Stance.CONFIRM else one.document for one in told]  # it says again what stands there
    return [[indices[row] for row in rows] for rows in cluster(len(indices), among, homes)]


def _cluster(members: Sequence[int], traits: Sequence[Traits], vectors: Floats, family: Sequence[int]) -> Cluster:
    ids = tuple(sorted(traits[index].attribution.id for index in members))
    parts: dict[int, list[str]] = {}
    for index in members:
        parts.setdefault(family[index], []).append(traits[index].attribution.id)
    tied = tuple(sorted(tuple(sorted(part)) for part in parts.values()))
    return Cluster(make_id("c", *ids), clearest(members, traits, vectors), ids, tied)
