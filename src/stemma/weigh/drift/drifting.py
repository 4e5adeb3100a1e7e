"""What a document changed in what it passed on."""

from collections.abc import Sequence

from stemma.model import Brief, Drift
from stemma.weigh.drift.amounts import changed_amounts
from stemma.weigh.drift.blurring import blurred_sources
from stemma.weigh.drift.contradicting import contradicted_headlines
from stemma.weigh.drift.crediting import uncredited_numbers
from stemma.weigh.drift.denying import omitted_denials, widened_denials
from stemma.weigh.drift.describing import described_sources
from stemma.weigh.drift.dropping import dropped_attributions
from stemma.weigh.drift.headlines import overstating_headlines
from stemma.weigh.drift.hedging import changed_hedges
from stemma.weigh.drift.leading import cut_reserves, hardened_leads
from stemma.weigh.drift.quoting import altered_quotes
from stemma.weigh.drift.ranking import unreserved_firsts
from stemma.weigh.drift.reserving import unreserved_numbers
from stemma.weigh.drift.scoping import changed_places, changed_scopes
from stemma.weigh.drift.sourcing import exchanged_sources
from stemma.weigh.drift.superlatives import widened_superlatives
from stemma.weigh.drift.witnesses import Witnesses

__all__ = ["find_drift"]

# A reader looks at a few: of one kind, so many a document, those that stand first in it.
MOST_OF_A_KIND = 3

_DETECTORS = (
    overstating_headlines,
    dropped_attributions,
    uncredited_numbers,
    blurred_sources,
    described_sources,
    exchanged_sources,
    changed_hedges,
    hardened_leads,
    cut_reserves,
    unreserved_numbers,
    unreserved_firsts,
    changed_amounts,
    changed_places,
    changed_scopes,
    altered_quotes,
    omitted_denials,
    widened_denials,
    widened_superlatives,
    contradicted_headlines,
)


def find_drift(brief: Brief) -> Sequence[Drift]:
    """
    Return what was changed on the way, from a brief with documents, attributions, claims and figures.

    Each is measured against the best witness that the case holds: named, near the origin, not itself copied.
    """
    witnesses = Witnesses(brief)
    once = {(d.kind, d.place): d for detect in _DETECTORS for d in detect(witnesses)}
    kept: list[Drift] = []
    for found in sorted(once.values(), key=lambda d: (d.place, d.kind, d.against)):
        of_kind = [d for d in kept if d.kind == found.kind and d.place.document == found.place.document]
        if len(of_kind) < MOST_OF_A_KIND:
            kept.append(found)
    return tuple(kept)
