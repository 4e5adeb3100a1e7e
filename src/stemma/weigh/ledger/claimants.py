"""Who gives a figure, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Interval, Source
from stemma.weigh.counts.quantities import Quantity

__all__ = ["Given", "give"]


@dataclass(frozen=True, slots=True)
class Given:
    """A figure in somebody's name."""

    quantity: Quantity
    claimant: str | None
    """Id of the source; None where the document says it itself or its speaker is not known."""
    voice: str
    """The same for the same claimant: a source, an outlet that speaks itself, or one unknown speaker."""
    party: str
    """Whom the claimant speaks for, else the voice."""
    told: Interval | None

    @property
    def counted(self) -> Interval | None:
        """The days that it counts for."""
        return self.quantity.figure.when


def give(brief: Brief, quantities: Sequence[Quantity]) -> Mapping[str, Given]:
    """Return each of *quantities* with who gives it, by the id of its figure."""
    said = {attribution.id: attribution for attribution in brief.attributions}
    sources = {source.id: source for source in brief.sources}
    return {q.figure.id: _given(q, said.get(q.figure.attribution or ""), sources) for q in quantities}


def _given(quantity: Quantity, said: Attribution | None, sources: Mapping[str, Source]) -> Given:
    document = quantity.document
    claimant = said.source if said else None
    if claimant:
        voice = claimant
    elif said is None or said.narrated:
        voice = document.outlet or document.id
    else:
        voice = said.id
    speaker = sources.get(claimant or "")
    party = speaker.party or voice if speaker else voice
    told = said.on if said and said.on else document.published.interval
    return Given(quantity, claimant, voice, party, told)
