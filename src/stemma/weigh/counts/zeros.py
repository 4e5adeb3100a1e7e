"""Nobody hurt, held against those whom others count."""

from collections.abc import Iterator, Sequence

from stemma.weigh.counts.blocking import Blocks
from stemma.weigh.counts.quantities import Quantity, same_name
from stemma.weigh.counts.rivalry import is_zero
from stemma.weigh.counts.sameness import shared

__all__ = ["with_zeros"]

RECORD_REACH = 60
"""Characters behind "no deaths" in which "since 1959" makes it a record."""
ONE_EVENT = 30
"""Groups of harm that one event may give; a case with more tells of several."""
HARM = ("killed", "injured", "killed or wounded")


def with_zeros(groups: Sequence[Sequence[Quantity]]) -> list[list[Quantity]]:
    """Return *groups* with each "no casualties" in the group of the harm that most reports give for the same event."""
    zeros = [q for group in groups if is_zero(group[0]) for q in group]
    others = [list(group) for group in groups if not is_zero(group[0])]
    placed: set[str] = set()
    for state in HARM:
        denied = [q for q in zeros if q.thing in (state, "killed or wounded") and not _is_record(q)]
        harmed = [group for group in others if any(q.thing == state for q in group)]
        if not denied or not harmed:
            continue
        for together, near in _events(denied, harmed):
            best = max(near, key=lambda group: (_likeness(group, together), len(group), group[0].figure.id))
            best.extend(q for q in together if not any(q.figure.id == p.figure.id for p in best))
            placed |= {q.figure.id for q in together}
    left = ([q for q in group if q.figure.id not in placed] for group in groups if is_zero(group[0]))
    return [*others, *(group for group in left if group)]


def _events(
    denied: Sequence[Quantity], harmed: Sequence[list[Quantity]]
) -> Iterator[tuple[Sequence[Quantity], Sequence[list[Quantity]]]]:
    """Yield all at once where one event is told; else each denial with the harm that rare words of it are told of."""
    if len(harmed) <= ONE_EVENT:
        yield denied, harmed
        return
    blocks = Blocks([{stem for q in group for stem in q.stems} for group in harmed], few=ONE_EVENT, common=ONE_EVENT)
    for zero in denied:
        near = [harmed[at] for at in blocks.near(zero.stems)]
        if near:
            yield [zero], near


def _is_record(zero: Quantity) -> bool:
    """Tell "no deaths since 1959" from a count of this event."""
    return zero.after(RECORD_REACH).find(" since ") >= 0


def _likeness(group: Sequence[Quantity], zeros: Sequence[Quantity]) -> float:
    """Return how alike the words around *group* and *zeros* are; another place takes it all away."""
    pairs = [(a, b) for a in group for b in zeros]
    return sum(shared(a.stems, b.stems) + same_name(a.places, b.places) for a, b in pairs) / len(pairs)
