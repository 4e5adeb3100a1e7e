"""Those whom the event itself killed, hurt or left missing, however many they are by now."""

from datetime import timedelta

from stemma.model import Interval
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.rivalry import kind_of

__all__ = ["are_of_two_events", "are_tolls", "is_toll"]

HARMS = frozenset({"killed", "injured", "killed or wounded", "missing"})
VICTIMS = "victims"
"""Who has not said what befell them."""
NEWS_DAYS = 7
"""A report tells its event within a week; "last November" is another event."""


def are_tolls(a: Quantity, b: Quantity) -> bool:
    """Tell whether *a* and *b* are both such tolls, of one harm: each report gives the one that it knows."""
    is_one_harm = a.thing == b.thing or VICTIMS in (a.thing, b.thing)
    return is_one_harm and is_toll(a) and is_toll(b)


def are_of_two_events(a: Quantity, b: Quantity) -> bool:
    """Tell whether one of two tolls is dated to long before its report, and the other is not."""
    return bool(HARMS & {a.thing, b.thing}) and _is_of_the_news(a) != _is_of_the_news(b)


def is_toll(quantity: Quantity) -> bool:
    """Tell "84 people were killed" from a part ("two children"), and from an earlier event's dead, dated as such."""
    if quantity.thing not in HARMS and quantity.thing != VICTIMS:
        return False
    is_all = quantity.aside is None and quantity.figure.part_of is None and not kind_of(quantity.figure.text)
    return is_all and not quantity.figure.per and _is_of_the_news(quantity)


def _is_of_the_news(quantity: Quantity) -> bool:
    if quantity.when is None:
        return True
    told = quantity.document.published.interval
    if told is None:
        return False
    reach = timedelta(days=NEWS_DAYS)
    return quantity.when.meet(Interval(told.earliest - reach, told.latest + reach)) is not None
