"""
How far could any clustering come with the pairs as *align* judges them?

    python -m benchmarks.reach ../shared/gold/*.yaml

Told the gold spans, sources and stances. "Perfect down to t" joins just those statements that do say the same and are
held together by pairs scored above t: no clustering of what is judged above t does better. Where that is near
to what *align* reaches, it is the judging of pairs that must become better, not the clustering.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.claims import align_gold, vectors_of
from benchmarks.gold import GoldCase, b_cubed, read_case
from stemma.align.likeness import centred, find_likeness
from stemma.align.pairing import candidates
from stemma.align.scoring import find_alike, score_pairs
from stemma.align.traits import find_traits
from stemma.measure import measure
from stemma.model.families import families_of
from stemma.ports import Embedder
from stemma.taggers import OnnxTagger

__all__ = ["score_case"]

DOWN_TO = (1.0, 0.0, -1.0, -2.0)
"""In the scale of the judge of pairs; 0 is its border."""


def score_case(case: GoldCase, embedder: Embedder) -> list[float]:
    """Return B-cubed F1 of what *align* makes of *case*, then of what is perfect down to each of `DOWN_TO`."""
    scores = _scores(case, embedder)
    ours = {a.id: a.claim or a.id for a in align_gold(case, embedder).attributions}
    reached = [_joined(case, [pair for pair, score in scores.items() if score > down]) for down in DOWN_TO]
    return [b_cubed(found, case.claim_of)[2] for found in (ours, *reached)]


def _scores(case: GoldCase, embedder: Embedder) -> Mapping[tuple[str, str], float]:
    """Return the pairs that were judged, by the ids of the attributions."""
    ordered = sorted(case.attributions, key=lambda a: (a.document, a.content_spans, a.id))
    figures = [f for d in case.documents for f in measure(d, [a for a in ordered if a.document == d.id])]
    traits = find_traits({d.id: d for d in case.documents}, ordered, figures, case.sources)
    vectors = vectors_of(case, embedder)
    rows = centred(np.stack([vectors[a.id] for a in ordered]), np.array([not a.narrated for a in ordered]))
    likeness = find_likeness(traits, rows)
    judged = score_pairs(traits, find_alike(candidates(traits, likeness.vectors), traits, likeness))
    return {(ordered[a].id, ordered[b].id): score for (a, b), score in judged.items()}


def _joined(case: GoldCase, pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the claim of each attribution where those of *pairs* that are of one gold claim are joined."""
    ids = [a.id for a in case.attributions]
    place = {id: number for number, id in enumerate(ids)}
    claim = case.claim_of
    right = [(place[a], place[b]) for a, b in pairs if a in claim and claim[a] == claim.get(b)]
    return {id: str(family) for id, family in zip(ids, families_of(len(ids), right), strict=True)}


def main(paths: Sequence[str]) -> None:
    if not paths:
        sys.exit("give gold files: python -m benchmarks.reach ../shared/gold/*.yaml")
    embedder = OnnxTagger()
    print(f"{'':16}   ours  {'  '.join(f'perfect down to {down:+.0f}' for down in DOWN_TO)}")
    rows = []
    for path in paths:
        case = read_case(Path(path))
        rows.append(score_case(case, embedder))
        print(f"{case.name:16}  {_row(rows[-1])}")
    print(f"{'mean':16}  {_row(np.mean(rows, axis=0).tolist())}")


def _row(scores: Sequence[float]) -> str:
    return "  ".join(f"{score:{18 if number else 5}.3f}" for number, score in enumerate(scores))


if __name__ == "__main__":
    main(sys.argv[1:])
