"""How much speaks for two figures counting the same thing."""

from collections.abc import Hashable, Iterator
from math import inf

from stemma.weigh.counts.apartness import WEIGHTY, is_telling, is_weighty, ratio
from stemma.weigh.counts.quantities import Quantity, same_name
from stemma.weigh.counts.things import are_people
from stemma.weigh.counts.tolls import are_tolls

__all__ = ["enough", "marks", "shared", "strength_of"]

# What speaks for two figures counting one thing, added up; each alone falls short of ENOUGH but for a
# number so exact that two reporters do not hit it by chance.
SAME_SMALL_VALUE = 1.0
SAME_LARGE_VALUE = 1.5
SAME_TELLING_VALUE = 2.0
SMALL = 12
NEAR_LARGE_VALUE = 0.4  # two counts in the thousands that differ by less than half
NEAR_TELLING_VALUE = 0.6  # "143 million", "145.5 million": a number that was brought up to date
CLOSE_RATIO = 1.1
ROUNDED_RATIO = 1.25  # two missiles fly 2,700 and 3,700 km
LARGE = 100
NEAR_RATIO = 1.5
COUNTS_OF = 1.5  # "pages of indictment" names its object
MEASURES_OF = 1.0  # "years of sentence" does too, but there are many
COUNTS_NOUN = 0.5  # "refugees", "killed"
BOTH_PEOPLE = 0.3
BOTH_TOLLS = 0.7  # one event has one toll, in as many words as there are reports
SAME_ACT = 1.4  # "fell about 12 feet", "fell 15ft": one deed is measured once, and reports round it
SAME_PLACE = 0.6
SAME_WHO = 0.4
SAME_THINGS = 0.5  # "media groups", "media partners"
SAME_BESIDE = 0.6  # "10 passengers and two pilots", "ten tourists and two crew"
OTHER_THINGS = -0.4  # "two first-class passengers", "two standing passengers"
SHARED_WORDS = 2.0  # times the share of common words
ENOUGH = 1.5
ENOUGH_IN_ONE_DOCUMENT = 2.0
ENOUGH_OF_FEW_UNITS = 2.0  # "two years" ago, and "two years" in prison
ENOUGH_UNDER_TWO_NAMES = 2.0
ENOUGH_OF_ROUND_UNDER_TWO_NAMES = 2.5  # "100 guests", "100 residents": these meet by chance
# "30 percent" and "14 percent" are two things unless much says that they are one, and so are "20 people" and "50
# people" of whom no more is said: of 19 sums that did not work out in 67 events, six wrong ones were of such.
ENOUGH_FOR_OTHER_AMOUNT = 2.2
ENOUGH_FOR_OTHER_BARE_AMOUNT = 3.2
ANYBODY = "people"


def enough(a: Quantity, b: Quantity) -> float:
    """Return how much must speak for *a* and *b* before they are held together."""
    if a.document.id == b.document.id:
        return inf if _are_two_groups(a, b) else ENOUGH_IN_ONE_DOCUMENT
    if a.value != b.value:
        return _enough_for_rivals(a)
    if a.figure.unit:
        return ENOUGH if is_weighty(a) or " " in a.thing else ENOUGH_OF_FEW_UNITS
    if a.head and a.head == b.head:
        return ENOUGH
    if not is_weighty(a):
        return ENOUGH_UNDER_TWO_NAMES if _are_in_one_company(a, b) else inf
    return ENOUGH_OF_ROUND_UNDER_TWO_NAMES if _is_round(a) else ENOUGH_UNDER_TWO_NAMES


def _are_two_groups(a: Quantity, b: Quantity) -> bool:
    """Tell the "two players" and "two passengers" of one report: small and equal, in no word alike, they are others."""
    is_named = bool(a.head and b.head) and a.figure.unit is None
    return is_named and a.head != b.head and a.value == b.value and not is_weighty(a) and not a.things & b.things


def _enough_for_rivals(quantity: Quantity) -> float:
    """Return how much must speak for two numbers, one of them *quantity*, being two answers to one question."""
    is_bare = " " not in quantity.thing
    if quantity.figure.unit:
        return ENOUGH_FOR_OTHER_BARE_AMOUNT if is_bare else ENOUGH_FOR_OTHER_AMOUNT
    return ENOUGH_FOR_OTHER_AMOUNT if quantity.thing == ANYBODY else ENOUGH


def strength_of(a: Quantity, b: Quantity) -> float:
    """Return how much speaks for *a* and *b* counting one thing."""
    strength = SHARED_WORDS * shared(a.stems, b.stems)
    if a.value == b.value:
        strength += _worth_of_value(a)
        strength += SAME_BESIDE if _are_in_one_company(a, b) else 0.0
    elif min(a.figure.low or 0, b.figure.low or 0) > LARGE and ratio(a, b) <= NEAR_RATIO:
        strength += NEAR_LARGE_VALUE
        strength += NEAR_TELLING_VALUE if is_telling(a) and is_telling(b) and ratio(a, b) <= CLOSE_RATIO else 0.0
    if a.thing and a.thing == b.thing:
        strength += _worth(a)
        strength += OTHER_THINGS if _are_of_other_kinds(a, b) else 0.0
    elif a.figure.unit is None:
        strength += SAME_THINGS if a.things & b.things else 0.0
        strength += BOTH_PEOPLE if are_people(a.thing) and are_people(b.thing) else 0.0
    if _is_one_act(a, b):
        strength += SAME_ACT
    if are_tolls(a, b):
        strength += BOTH_TOLLS
    if same_name(a.whereabouts, b.whereabouts):
        strength += SAME_PLACE
    if a.figure.who and b.figure.who and same_name([a.figure.who], [b.figure.who]):
        strength += SAME_WHO
    return strength


def _is_one_act(a: Quantity, b: Quantity) -> bool:
    """Tell whether both say how far, how long or how heavy one deed was, in numbers that lie near each other."""
    is_deed = " " in a.thing and " of " not in a.thing and a.thing == b.thing
    return bool(a.figure.unit) and is_deed and a.value != b.value and ratio(a, b) <= ROUNDED_RATIO


def marks(quantity: Quantity) -> Iterator[Hashable]:
    """Yield what speaks for two quantities counting one thing where both have it."""
    yield quantity.value
    yield from quantity.stems
    yield from quantity.whereabouts
    if " " in quantity.thing:
        yield quantity.thing


def _worth_of_value(quantity: Quantity) -> float:
    """Return how much an equal number says, by how seldom two things have it."""
    if is_telling(quantity):
        return SAME_TELLING_VALUE
    return SAME_LARGE_VALUE if (quantity.figure.low or 0) > SMALL else SAME_SMALL_VALUE


def _is_round(quantity: Quantity) -> bool:
    return len(f"{quantity.figure.low or 0:.0f}".rstrip("0")) <= 1


def _are_in_one_company(a: Quantity, b: Quantity) -> bool:
    """Tell whether the same number stands beside both; of two small ones a sentence may hold any."""
    beside = a.beside & b.beside
    if is_weighty(a):
        return bool(beside)
    return any(low is not None and low >= WEIGHTY for low, _ in beside)


def _are_of_other_kinds(a: Quantity, b: Quantity) -> bool:
    """Tell whether the phrases of two small numbers under one noun say nothing else alike."""
    both = a.things & b.things
    return not is_weighty(a) and len(both) <= 1 and bool(a.things - both) and bool(b.things - both)


def _worth(quantity: Quantity) -> float:
    """Return how much equal counts say, by how closely they name the thing."""
    if " of " not in quantity.thing:
        return COUNTS_NOUN
    return MEASURES_OF if quantity.figure.unit else COUNTS_OF


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return which share of the smaller set of words is in both."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
