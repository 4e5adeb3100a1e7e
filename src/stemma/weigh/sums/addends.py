"""Which numbers can be added up."""

from stemma.lexicon import words_of
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.things import are_people

__all__ = ["are_addends", "go_together", "is_counted", "is_plain"]


def is_plain(quantity: Quantity) -> bool:
    """Tell whether it is one exact number of people, things or money, and no rate and no share."""
    low, high = quantity.value
    return low is not None and low == high and low > 0 and not quantity.figure.per and quantity.figure.unit != "share"


def are_addends(left: Quantity, right: Quantity) -> bool:
    """Tell whether the two can be added: both plain counts, of people or of one thing, in one state if in any."""
    return is_counted(left) and is_counted(right) and go_together(left, right)


def is_counted(quantity: Quantity) -> bool:
    """Tell whether it is a plain number that counts, and measures nothing."""
    low = quantity.figure.low or 0.0
    return is_plain(quantity) and not quantity.figure.unit and low == int(low)


def go_together(left: Quantity, right: Quantity) -> bool:
    """Tell whether both count people, in one state if in any, or one thing."""
    states = words_of("people_states")
    if left.thing in states and right.thing in states and left.thing != right.thing:
        return False
    both_people = are_people(left.thing) and are_people(right.thing)
    return both_people or bool(left.things & right.things) or (bool(left.head) and left.head == right.head)
