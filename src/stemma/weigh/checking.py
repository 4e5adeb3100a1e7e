"""Arithmetic that holds figures against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from stemma.model import Attribution, Check, Document, Figure
from stemma.weigh.agreement import check_agreement
from stemma.weigh.conversions import check_conversions
from stemma.weigh.parts import check_parts
from stemma.weigh.quantities import read_quantities
from stemma.weigh.rates import check_rates
from stemma.weigh.thresholds import check_thresholds

__all__ = ["check"]


def check(
    documents: Sequence[Document], attributions: Sequence[Attribution], figures: Sequence[Figure]
) -> tuple[Check, ...]:
    """Return the sums that tie *figures* together, those that work out and those that do not."""
    quantities = read_quantities(documents, attributions, figures)
    by_document = [tuple(own) for _, own in groupby(quantities, key=lambda q: q.document.id)]
    found = [
        *check_agreement(quantities),
        *check_conversions(quantities),
        *(found for own in by_document for found in check_parts(own)),
        *check_rates(quantities),
        *check_thresholds(quantities),
    ]
    values = {q.figure.id: (q.figure.text.casefold(), q.figure.counts or "") for q in quantities}
    return tuple(sorted(_once(found, values), key=lambda c: (c.kind, c.figures)))


def _once(checks: Sequence[Check], values: Mapping[str, tuple[str, str]]) -> list[Check]:
    """Fold a sum that several reports copy word for word into one check over all their figures."""
    folded: dict[tuple[str, bool, tuple[tuple[str, str], ...]], Check] = {}
    for check in checks:
        key = (check.kind, check.holds, tuple(sorted({values[i] for i in check.figures})))
        first = folded.get(key)
        if first is None:
            folded[key] = check
        else:
            folded[key] = replace(first, figures=tuple(sorted({*first.figures, *check.figures})))
    return list(folded.values())
