"""What a part leaves of its whole, told on its own."""

from collections.abc import Iterator, Sequence

from stemma.model import Check
from stemma.weigh.counts.apartness import WEIGHTY
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.parts import parts_of, sum_check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.rivalry import kind_of
from stemma.weigh.counts.things import are_people
from stemma.weigh.sums.addends import are_addends

__all__ = ["check_remainders"]

# Characters behind a part within which the others of its whole are told of: some five sentences.
NEAR = 800


def check_remainders(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """
    Yield "10 of the 12 victims were guests … the two pilots": the first number behind a part that it leaves.

    Args:
        quantities: Those of one document.
    """
    for part, whole in parts_of(quantities):
        left = (whole.figure.low or 0.0) - (part.figure.low or 0.0)
        if left < 1 or not are_addends(part, whole) or not are_people(whole.thing):
            continue
        end = max(part.figure.span.end, whole.figure.span.end)
        behind = (q for q in quantities if 0 < q.figure.span.start - end <= NEAR)
        rest = next((q for q in behind if q.figure.low == left), None)
        if rest is not None and _are_others(rest, part, whole):
            yield sum_check([part, rest], whole)


def _are_others(rest: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Tell whether *rest* are others than *part*: said to be, or of a large whole and another kind of people."""
    if rest.figure.part_of is not None or not are_addends(rest, whole):
        return False
    if rest.aside in (Aside.TOP, Aside.LEFT):
        return True
    kinds = kind_of(rest.figure.text), kind_of(part.figure.text)
    return (
        (whole.figure.low or 0.0) >= WEIGHTY and are_people(rest.thing) and bool(kinds[0]) and not kinds[0] & kinds[1]
    )
