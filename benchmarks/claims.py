"""
Measure *align* alone: B-cubed over the claims of gold cases, told the gold spans, sources and stances.

    python -m benchmarks.claims ../shared/gold/*.yaml
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.gold import GoldCase, b_cubed, read_case
from stemma.align import Alignment, align, wording
from stemma.measure import measure
from stemma.ports import Embedder
from stemma.taggers import OnnxTagger

__all__ = ["align_gold", "score_claims", "vectors_of"]


def align_gold(case: GoldCase, embedder: Embedder) -> Alignment:
    """Return what *align* makes of the gold attributions of *case*."""
    figures = [
        figure
        for document in case.documents
        for figure in measure(document, [a for a in case.attributions if a.document == document.id])
    ]
    return align(case.documents, case.attributions, figures, case.sources, vectors_of(case, embedder))


def vectors_of(case: GoldCase, embedder: Embedder) -> dict[str, NDArray[np.float32]]:
    """Return the vectors of the wordings of *case*, by the ids of its attributions."""
    by_id = {document.id: document for document in case.documents}
    rows = embedder.embed([wording(a, by_id[a.document]) for a in case.attributions])
    return {a.id: row for a, row in zip(case.attributions, rows, strict=True)}


def score_claims(case: GoldCase, embedder: Embedder) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1; what was left out stands alone."""
    found = {a.id: a.claim or a.id for a in align_gold(case, embedder).attributions}
    return b_cubed(found, case.claim_of)


def main(paths: Sequence[str]) -> None:
    if not paths:
        sys.exit("give gold files: python -m benchmarks.claims ../shared/gold/*.yaml")
    embedder = OnnxTagger()
    scores = []
    for path in paths:
        case = read_case(Path(path))
        precision, recall, f1 = score_claims(case, embedder)
        scores.append(f1)
        print(f"{case.name:16} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"{'mean':16} F1 {sum(scores) / len(scores):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
