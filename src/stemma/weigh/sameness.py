"""Whether two figures count the same thing."""

from collections.abc import Hashable, Iterator

from stemma.lexicon import words_of
from stemma.model import Interval
from stemma.weigh.quantities import Quantity, same_name
from stemma.weigh.rivalry import can_rival, is_given

__all__ = ["are_apart", "days_apart", "enough", "is_telling", "marks", "shared", "strength_of"]

# What speaks for two figures counting one thing, added up; each alone falls short of ENOUGH but for a
# number so exact that two reporters do not hit it by chance.
SAME_SMALL_VALUE = 1.0
SAME_LARGE_VALUE = 1.5
SMALL = 12
NEAR_LARGE_VALUE = 0.4  # two counts in the thousands that differ by less than half
LARGE = 100
NEAR_RATIO = 1.5
COUNTS_OF = 1.5  # "pages of indictment" names its object
MEASURES_OF = 1.0  # "years of sentence" does too, but there are many
COUNTS_STATE = 1.0  # "bombs dropped"
COUNTS_NOUN = 0.5  # "refugees", "killed"
SAME_PLACE = 0.6
SAME_WHO = 0.4
SHARED_WORDS = 2.0  # times the share of common words
ENOUGH = 1.5
ENOUGH_IN_ONE_DOCUMENT = 2.0
ENOUGH_FOR_OTHER_AMOUNT = 2.2  # "30 percent" and "14 percent" are two things unless much says that they are one
# Digits, without the noughts behind them, from which on two equal counts may be of one thing under two names.
TELLING = 3
# Numbers further apart than this count different things, however alike their words are.
LARGEST_RATIO = 4.0
# Reporters slip by a day or stand in another time zone.
DAY_SLIP = 3


def enough(a: Quantity, b: Quantity) -> float:
    """Return how much must speak for *a* and *b* before they are held together."""
    if a.document.id == b.document.id:
        return ENOUGH_IN_ONE_DOCUMENT
    return ENOUGH_FOR_OTHER_AMOUNT if a.figure.unit and a.value != b.value else ENOUGH


def strength_of(a: Quantity, b: Quantity) -> float:
    """Return how much speaks for *a* and *b* counting one thing."""
    strength = SHARED_WORDS * shared(a.stems, b.stems)
    if a.value == b.value:
        strength += SAME_LARGE_VALUE if (a.figure.low or 0) > SMALL else SAME_SMALL_VALUE
    counts = a.figure.counts or ""
    if counts and counts == b.figure.counts:
        strength += _worth(a)
    if same_name(_where(a), _where(b)):
        strength += SAME_PLACE
    if a.value != b.value and min(a.figure.low or 0, b.figure.low or 0) > LARGE and _ratio(a, b) <= NEAR_RATIO:
        strength += NEAR_LARGE_VALUE
    if a.figure.who and b.figure.who and same_name([a.figure.who], [b.figure.who]):
        strength += SAME_WHO
    return strength


def marks(quantity: Quantity) -> Iterator[Hashable]:
    """Yield what speaks for two quantities counting one thing where both have it."""
    yield quantity.value
    yield from quantity.stems
    yield from _where(quantity)
    if " " in (quantity.figure.counts or ""):
        yield quantity.figure.counts


def _worth(quantity: Quantity) -> float:
    """Return how much equal counts say, by how closely they name the thing."""
    counts = quantity.figure.counts or ""
    if " of " in counts:
        return MEASURES_OF if quantity.figure.unit else COUNTS_OF
    return COUNTS_STATE if " " in counts and not quantity.figure.unit else COUNTS_NOUN


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return which share of the smaller set of words is in both."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def are_apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether *a* and *b* cannot count one thing."""
    left, right = a.figure, b.figure
    if left.unit != right.unit or left.per != right.per or not _same_counts(a, b):
        return True
    if left.who and right.who and not same_name([left.who], [right.who]):
        return True
    if a.value == b.value:
        return False
    if not can_rival(a, b) or (a.document.id == b.document.id and not _are_rivals(a, b)):
        return True
    is_event = left.unit is None and " of " not in (left.counts or "")
    if is_event and a.places and b.places and not same_name(_where(a), _where(b)):
        return True
    return days_apart(a.when, b.when) > DAY_SLIP or _ratio(a, b) > LARGEST_RATIO


def is_telling(quantity: Quantity) -> bool:
    """Tell whether the number is so exact that two things seldom have it."""
    low, high = quantity.value
    return low is not None and low == high and len(f"{low:.0f}".rstrip("0")) >= TELLING


def _are_rivals(a: Quantity, b: Quantity) -> bool:
    """Tell whether one report gives both as what two sources say: any other two numbers in it count two things."""
    given = (a.figure.attribution, b.figure.attribution)
    by_two = None not in given and given[0] != given[1] and a.speaker != b.speaker and is_given(a) and is_given(b)
    return by_two and a.figure.counts == b.figure.counts and a.figure.counts in words_of("people_states")


def _same_counts(a: Quantity, b: Quantity) -> bool:
    left, right = a.figure.counts or "", b.figure.counts or ""
    if a.figure.unit is not None:  # the verb beside a unit is a hint, no more
        return ((" of " in left) == (" of " in right) and (" of " not in left or left == right)) or a.value == b.value
    is_stateless = " " not in left or " " not in right
    if a.value == b.value and is_telling(a) and " " not in left and " " not in right:
        return True  # "11.5 million files" are the 11.5 million documents, where the words around them agree
    return left == right or (bool(a.head) and a.head == b.head and is_stateless)


def _where(quantity: Quantity) -> frozenset[str]:
    """Return the places of *quantity*; a place may also be whom it speaks of ("Yida is home to …")."""
    return quantity.places | {quantity.figure.who} if quantity.figure.who else quantity.places


def _ratio(a: Quantity, b: Quantity) -> float:
    ends = [abs(q.figure.low if q.figure.low is not None else q.figure.high or 0.0) for q in (a, b)]
    return max(ends) / min(ends) if min(ends) else 1.0


def days_apart(a: Interval | None, b: Interval | None) -> int:
    """Return how many days lie between *a* and *b*; 0 where they meet or one is not known."""
    if a is None or b is None:
        return 0
    return max((b.earliest - a.latest).days, (a.earliest - b.latest).days, 0)
