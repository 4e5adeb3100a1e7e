"""Whether two figures cannot count one thing, whatever else is alike."""

from stemma.lexicon import words_of
from stemma.model import Interval
from stemma.weigh.counts.quantities import Quantity, same_name
from stemma.weigh.counts.rivalry import are_one_and_rest, can_rival, is_given
from stemma.weigh.counts.things import are_people, state_named
from stemma.weigh.counts.tolls import are_of_two_events

__all__ = [
    "DAY_SLIP",
    "WEIGHTY",
    "are_apart",
    "are_at_odds",
    "are_kin",
    "are_of_other_days",
    "days_apart",
    "is_telling",
    "is_telling_value",
    "is_weighty",
    "ratio",
]

# From here on a number is so large that two things of one event seldom have it.
WEIGHTY = 10
# Digits, without the noughts behind them, from which on two equal counts may be of one thing under two names.
TELLING = 3
# Numbers further apart than this count different things, however alike their words are.
LARGEST_RATIO = 4.0
# Ends that exclude each other; those who were abducted may well be those who were released.
_ENDS = frozenset({"killed", "injured", "killed or wounded", "missing", "infected"})
# Reporters slip by a day or stand in another time zone.
DAY_SLIP = 3


def are_apart(a: Quantity, b: Quantity, *, over_time: bool = False) -> bool:
    """
    Tell whether *a* and *b* cannot count one thing.

    Args:
        over_time: Numbers for days that lie apart may count one thing; one report may give two, where it dates
            both so, or says that one is what is left.
    """
    return not _same_counts(a, b) or are_at_odds(a, b, over_time=over_time)


def are_at_odds(a: Quantity, b: Quantity, *, over_time: bool = False) -> bool:
    """
    Tell whether *a* and *b* cannot count one thing, by whatever noun they go.

    Files and documents may be one thing where the same number of both is told: then a third number for the
    documents goes with both.
    """
    left, right = a.figure, b.figure
    if left.unit != right.unit or left.per != right.per or _are_of_others(a, b):
        return True
    if (left.unit or not _may_be_called_both(a, b)) and not _same_counts(a, b):
        return True
    if a.value == b.value:
        return False
    is_told_twice = over_time and ((are_of_other_days(a, b) and _are_alike(a, b)) or are_one_and_rest(a, b))
    if a.document.id == b.document.id and not (is_told_twice or _are_rivals(a, b)):
        return True
    is_kind_told = a.head == b.head
    is_else = not can_rival(a, b, over_time=over_time, is_kind_told=is_kind_told) or ratio(a, b) > LARGEST_RATIO
    if is_else or _are_elsewhere(a, b):
        return True
    return not over_time and (are_of_other_days(a, b) or are_of_two_events(a, b))


def are_of_other_days(a: Quantity, b: Quantity) -> bool:
    """Tell whether they count for days that lie apart by more than reporters slip."""
    return days_apart(a.when, b.when) > DAY_SLIP


def are_kin(a: Quantity, b: Quantity) -> bool:
    """Tell whether what *a* and *b* count may be one thing under two names: both people, or in a word alike."""
    if are_people(a.thing) and are_people(b.thing):
        return True
    return bool(a.things & b.things)


def is_weighty(quantity: Quantity) -> bool:
    """Tell whether it is a number, and so large that two things of one event seldom have it; "hundreds" is none."""
    low, high = quantity.value
    return low is not None and high is not None and low >= WEIGHTY


def is_telling(quantity: Quantity) -> bool:
    """Tell whether the number is so exact that two things seldom have it at all."""
    low, high = quantity.value
    return low is not None and low == high and is_telling_value(low)


def is_telling_value(value: float) -> bool:
    """Tell whether *value* has so many digits, without the noughts behind them."""
    return len(f"{value:.0f}".rstrip("0")) >= TELLING


def ratio(a: Quantity, b: Quantity) -> float:
    """Return how many times the larger is the smaller."""
    ends = [abs(q.figure.low if q.figure.low is not None else q.figure.high or 0.0) for q in (a, b)]
    return max(ends) / min(ends) if min(ends) else 1.0


def days_apart(a: Interval | None, b: Interval | None) -> int:
    """Return how many days lie between *a* and *b*; 0 where they meet or one is not known."""
    if a is None or b is None:
        return 0
    return max((b.earliest - a.latest).days, (a.earliest - b.latest).days, 0)


def _may_be_called_both(a: Quantity, b: Quantity) -> bool:
    """Tell whether one thing may go by both nouns: "killed" and "victims", "files" and "documents"."""
    states = words_of("people_states")
    if a.thing in states and b.thing in states:
        return False
    return (a.thing in states or b.thing in states) <= (are_people(a.thing) and are_people(b.thing))


def _are_alike(a: Quantity, b: Quantity) -> bool:
    """Tell whether the same is counted, of the same ones or at the same place as far as the two sentences say."""
    return a.thing == b.thing and same_name(a.whereabouts, b.whereabouts)


def _are_elsewhere(a: Quantity, b: Quantity) -> bool:
    is_event = a.figure.unit is None and " of " not in a.thing
    return is_event and bool(a.places and b.places) and not same_name(a.whereabouts, b.whereabouts)


def _are_of_others(a: Quantity, b: Quantity) -> bool:
    """
    Tell whether they speak of different ones.

    The subject of a clause is often not whom a figure speaks of: where the number itself is weighty,
    only two peoples keep equal numbers apart.
    """
    left, right = a.figure.who, b.figure.who
    if not left or not right or same_name([left], [right]):
        return False
    are_peoples = state_named(left) is not None and state_named(right) is not None
    return are_peoples or a.value != b.value or not is_weighty(a)


def _are_rivals(a: Quantity, b: Quantity) -> bool:
    """Tell whether one report gives both as what two sources say: any other two numbers in it count two things."""
    given = (a.figure.attribution, b.figure.attribution)
    by_two = None not in given and given[0] != given[1] and a.speaker != b.speaker and is_given(a) and is_given(b)
    return by_two and a.thing == b.thing and a.thing in words_of("people_states")


def _same_counts(a: Quantity, b: Quantity) -> bool:
    left, right = a.thing, b.thing
    if a.figure.unit is not None:  # the verb beside a unit is a hint, no more
        objects = [counts.partition(" of ")[2] for counts in (left, right)]
        is_exact = a.value == b.value and (is_telling(a) or not all(objects) or bool(a.things & b.things))
        return is_exact or objects[0] == objects[1]
    states = words_of("people_states")
    if left == right:
        return True
    is_same_number = a.value == b.value and is_weighty(a)
    if not left or not right:
        return is_same_number  # "51 were taken to hospital", "a total of 51 people"
    if left in states and right in states:
        return is_same_number and not _ENDS & {left, right}
    is_stateless = " " not in left or " " not in right
    if a.head == b.head and a.head:
        return is_stateless or is_same_number  # "80 diggers sent", "80 diggers deployed"
    return a.value == b.value and (are_kin(a, b) or (is_telling(a) and is_stateless))
