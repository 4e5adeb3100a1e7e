"""What is claimed now: the entries of a tally that nobody has brought up to date or corrected since."""

from collections.abc import Sequence

from stemma.model import Bound, Relation, Standing
from stemma.weigh.ledger.claimants import Given
from stemma.weigh.ledger.relating import Tie, fits

__all__ = ["stand"]

_OPEN = (Bound.AT_LEAST, Bound.MORE_THAN)


def stand(told: Sequence[tuple[Given, Tie | None]]) -> Standing | None:
    """Return the range of what still stands of *told*, in its order; None where no number does."""
    standing: list[Given] = []
    for given, tie in told:
        relation = tie and tie.relation
        if relation is Relation.COUNTS_ELSE:
            continue
        if relation is Relation.UPDATES:
            standing = [g for g in standing if fits(given, g)]
        elif relation is Relation.CORRECTS:
            standing = [g for g in standing if g.party != given.party or fits(given, g)]
        if _ends(given) is not None:
            standing.append(given)
    if not standing:
        return None
    low = min(standing, key=lambda g: _ends(g) or (0.0, 0.0, False))
    high = max(standing, key=lambda g: (_ends(g) or (0.0, 0.0, False))[1:])
    ids = tuple(given.quantity.figure.id for given in standing)
    return Standing(low.quantity.figure.id, high.quantity.figure.id, ids)


def _ends(given: Given) -> tuple[float, float, bool] | None:
    """Return the least and the most that it is told as, and whether it may be more; None where it tells no number."""
    figure = given.quantity.figure
    told = [value for value in (figure.low, figure.high) if value is not None]
    return (told[0], told[-1], figure.high is None or figure.bound in _OPEN) if told else None
