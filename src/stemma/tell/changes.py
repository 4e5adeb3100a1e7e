"""What was changed on the way."""

from dataclasses import dataclass

from stemma.model import Drift
from stemma.tell.desk import Desk, Quotation
from stemma.tell.wording import DRIFT, plain_kind

__all__ = ["Change", "changes_of"]


@dataclass(frozen=True, slots=True)
class Change:
    """A drift with both of its quotations."""

    drift: Drift
    kind: str
    explanation: str
    outlet: str
    words: Quotation
    against_outlet: str
    against: Quotation


def changes_of(desk: Desk) -> tuple[Change, ...]:
    """Return the drift in the order of the documents that it stands in."""
    drift = sorted(desk.brief.drift, key=lambda d: (desk.numbers[d.place.document], d.place.span, d.kind, d.against))
    return tuple(
        Change(
            d,
            plain_kind(DRIFT, d.kind),
            d.explanation,
            desk.outlet(d.place.document),
            desk.quote_place(d.place),
            desk.outlet(d.against.document),
            desk.quote_place(d.against),
        )
        for d in drift
    )
