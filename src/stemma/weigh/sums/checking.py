"""Arithmetic that holds figures against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from stemma.model import Attribution, Check, Document, Figure
from stemma.model.ruling import UNBOUND, Bonds
from stemma.weigh.counts.agreement import check_agreement
from stemma.weigh.counts.lining import line_up
from stemma.weigh.counts.parts import check_parts
from stemma.weigh.counts.quantities import Quantity, read_quantities
from stemma.weigh.sums.breakdowns import check_breakdowns
from stemma.weigh.sums.changes import check_changes
from stemma.weigh.sums.conversions import check_conversions
from stemma.weigh.sums.placed import check_placed
from stemma.weigh.sums.rates import check_rates
from stemma.weigh.sums.remainders import check_remainders
from stemma.weigh.sums.spells import check_spells
from stemma.weigh.sums.thresholds import check_thresholds
from stemma.weigh.sums.totals import check_totals

__all__ = ["check"]


def check(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    bonds: Bonds = UNBOUND,
) -> tuple[Check, ...]:
    """
    Return the sums that tie *figures* together, those that work out and those that do not.

    By an analyst's word, *bonds*, some of them are one quantity and some are not.
    """
    quantities = read_quantities(documents, attributions, figures)
    lines = line_up(quantities, bonds)
    by_document = [tuple(own) for _, own in groupby(quantities, key=lambda q: q.document.id)]
    found = [
        *check_agreement(lines),
        *check_conversions(quantities),
        *(found for own in by_document for found in (*check_parts(own), *check_remainders(own))),
        *check_breakdowns(quantities),
        *check_placed(quantities),
        *check_totals(quantities),
        *check_changes(quantities),
        *check_rates(quantities),
        *check_spells(sorted(documents, key=lambda d: d.id), quantities),
        *check_thresholds(quantities),
    ]
    return tuple(sorted(_once(found, _names(quantities, lines)), key=lambda c: (c.kind, c.figures)))


def _names(quantities: Sequence[Quantity], lines: Sequence[Sequence[Quantity]]) -> Mapping[str, str]:
    """Return for each figure what is the same for all that tell one number of one thing."""
    line_of = {quantity.figure.id: number for number, line in enumerate(lines) for quantity in line}
    found: dict[str, str] = {}
    for quantity in quantities:
        figure = quantity.figure
        line = line_of.get(figure.id)
        what = f"{figure.text.casefold()} {figure.counts}" if line is None else f"{figure.low} {figure.high} {line}"
        found[figure.id] = what
    return found


def _once(checks: Sequence[Check], names: Mapping[str, str]) -> list[Check]:
    """Fold a sum that several reports make into one check over all their figures; the first spells it out."""
    folded: dict[tuple[str, bool, tuple[str, ...]], Check] = {}
    for check in checks:
        key = (check.kind, check.holds, tuple(sorted({names[i] for i in check.figures})))
        first = folded.get(key)
        if first is None:
            folded[key] = check
        else:
            folded[key] = replace(first, figures=tuple(sorted({*first.figures, *check.figures})))
    return list(folded.values())
