"""What was changed on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Drift
from stemma.tell.desk import Desk, Quotation
from stemma.tell.wording import DRIFT, plain_kind

__all__ = ["Change", "changes_of", "drift_in_order"]


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
    claims: tuple[str, ...]
    """What is claimed where it stands."""


def changes_of(desk: Desk) -> tuple[Change, ...]:
    """Return the drift in the order of the documents that it stands in."""
    told: dict[str, list[Attribution]] = {}
    for a in desk.brief.attributions:
        told.setdefault(a.document, []).append(a)
    return tuple(
        Change(
            d,
            plain_kind(DRIFT, d.kind),
            d.explanation,
            desk.outlet(d.place.document),
            desk.quote_place(d.place),
            desk.outlet(d.against.document),
            desk.quote_place(d.against),
            _claims(d, told),
        )
        for d in drift_in_order(desk)
    )


def drift_in_order(desk: Desk) -> list[Drift]:
    """Return the drift as it is told."""
    return sorted(desk.brief.drift, key=lambda d: (desk.numbers[d.place.document], d.place.span, d.kind, d.against))


def _claims(drift: Drift, told: Mapping[str, Sequence[Attribution]]) -> tuple[str, ...]:
    found: set[str] = set()
    for place in (drift.place, drift.against):
        for a in told.get(place.document, ()):
            if a.claim and any(place.span.meets(span) for span in a.content_spans):
                found.add(a.claim)
    return tuple(sorted(found))
