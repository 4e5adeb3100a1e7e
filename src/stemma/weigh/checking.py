"""Arithmetic that holds figures against each other."""

from collections.abc import Sequence

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
    found = [
        *check_agreement(quantities),
        *check_conversions(quantities),
        *check_parts(quantities),
        *check_rates(quantities),
        *check_thresholds(quantities),
    ]
    once = {(c.kind, frozenset(c.figures)): c for c in found}
    return tuple(sorted(once.values(), key=lambda c: (c.kind, c.figures)))
