"""Circular reporting in words: who has a claim from whom, and back."""

from collections.abc import Sequence

from stemma.model import Attribution, Circle, Claim, Derivation
from stemma.tell.desk import Desk
from stemma.tell.wording import EVIDENCE

__all__ = ["circle_in_words", "circles_of"]


def circles_of(claim: Claim, desk: Desk) -> tuple[Circle, ...]:
    """Return the circles that *claim* goes in."""
    return tuple(circle for circle in desk.brief.circles if circle.claim == claim.id)


def circle_in_words(circle: Circle, desk: Desk) -> str:
    """Return *circle* as a sentence without its stop: who names whom as its source, and where."""
    said = [desk.attributions[id] for id in desk.claims[circle.claim].attributions]
    steps = [desk.derivations[id] for id in circle.derivations]
    told = (f"{desk.name(d.document)} {EVIDENCE[d.evidence]} {_called(d, said, desk)}" for d in steps)
    return f"{'; '.join(told)}: none of them is an origin of the others"


def _called(derivation: Derivation, said: Sequence[Attribution], desk: Desk) -> str:
    """Return whom it was taken from, with the place that says so nearest to the claim."""
    starts = [a.content_spans[0].start for a in said if a.document == derivation.document]
    places = [p for p in derivation.places if p.document == derivation.document]
    if not places:
        return desk.name(derivation.to)
    nearest = min(places, key=lambda p: (min((abs(p.span.start - start) for start in starts), default=0), p.span))
    return f"{desk.name(derivation.to)} {desk.quote_place(nearest).ref}"
